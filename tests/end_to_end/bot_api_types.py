"""The types of the Bot API's parameters, with their limits; HTML as Telegram reads it.

From https://core.telegram.org/bots/api.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

TEXT_LIMIT = 4096
ACTION_LIMIT = 64


class BadCallError(Exception):
    """The call breaks a rule; the message says which."""


def integer(value: Any) -> int:
    if isinstance(value, bool):
        raise BadCallError("an integer is expected")
    try:
        return int(value)
    except (TypeError, ValueError):
        raise BadCallError("an integer is expected") from None


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise BadCallError("a number is expected") from None


def degrees(most: float) -> Callable[[Any], float]:
    def parse(value: Any) -> float:
        number = _float(value)
        if not abs(number) <= most:
            raise BadCallError("degrees are out of range")
        return number

    return parse


def text_of(most: int, *, least: int = 1) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if not least <= len(string(value)) <= most:
            raise BadCallError(f"a text of {least} to {most} letters is expected")
        return str(value)

    return parse


def bytes_of(most: int) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        size = len(value if isinstance(value, bytes) else string(value).encode())
        if size > most:
            raise BadCallError(f"at most {most} bytes are expected")
        return value

    return parse


def string(value: Any) -> str:
    if not isinstance(value, str):
        raise BadCallError("a string is expected")
    return value


def boolean(value: Any) -> bool:
    if value in (True, "true", "True"):
        return True
    if value in (False, "false", "False"):
        return False
    raise BadCallError("a boolean is expected")


def as_json(kind: type) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        try:
            parsed = json.loads(value) if isinstance(value, str) else value
        except ValueError:
            raise BadCallError("JSON cannot be read") from None
        if not isinstance(parsed, kind):
            raise BadCallError(f"a JSON {kind.__name__} is expected")
        return parsed

    return parse


def parse_mode(value: Any) -> str:
    if value != "HTML":
        raise BadCallError("unsupported parse_mode")
    return "HTML"


def preview(value: Any) -> dict[str, Any]:
    options: dict[str, Any] = as_json(dict)(value)
    allowed = {
        "is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text",
    }  # fmt: skip
    if not options.keys() <= allowed:
        raise BadCallError("unknown link preview option")
    return options


def markup(value: Any) -> dict[str, Any]:
    markup: dict[str, Any] = as_json(dict)(value)
    if "keyboard" in markup:
        return _reply_keyboard(markup)
    if markup.keys() != {"inline_keyboard"}:
        raise BadCallError("unknown reply markup")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) and row for row in rows):
        raise BadCallError("inline_keyboard must be an array of arrays")
    if sum(map(len, rows)) > 100:
        raise BadCallError("reply markup is too long")
    for row in rows:
        for button in row:
            _button(button)
    return markup


def _reply_keyboard(markup: dict[str, Any]) -> dict[str, Any]:
    if not markup.keys() <= {"keyboard", "resize_keyboard", "one_time_keyboard", "is_persistent"}:
        raise BadCallError("unknown reply keyboard option")
    for row in markup["keyboard"]:
        for button in row:
            if not button.get("text") or not button.keys() <= {"text", "request_location"}:
                raise BadCallError("unknown keyboard button")
    return markup


def reply_parameters(value: Any) -> dict[str, Any]:
    given: dict[str, Any] = as_json(dict)(value)
    if not given.keys() <= {"message_id", "allow_sending_without_reply"}:
        raise BadCallError("unknown reply parameter")
    integer(given.get("message_id"))
    return given


def _start_parameter(value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", string(value)):
        raise BadCallError("START_PARAM_INVALID")
    return str(value)


def inline_button(value: Any) -> dict[str, Any]:
    button: dict[str, Any] = as_json(dict)(value)
    if button.keys() != {"text", "start_parameter"} or not button["text"]:
        raise BadCallError("an inline results button has text and start_parameter")
    _start_parameter(button["start_parameter"])
    return button


def results(value: Any) -> list[Any]:
    results: list[Any] = as_json(list)(value)
    if len(results) > 50:
        raise BadCallError("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) != len(results):
        raise BadCallError("RESULT_ID_DUPLICATE")
    for result in results:
        allowed = {"type", "id", "title", "description", "input_message_content", "reply_markup"}
        if not result.keys() <= allowed or result["type"] != "article" or not result["title"]:
            raise BadCallError("RESULT_TYPE_INVALID")
        if not 1 <= len(result["id"].encode()) <= 64:
            raise BadCallError("RESULT_ID_INVALID")
        content = dict(result["input_message_content"])
        text = content.pop("message_text")
        if content.pop("parse_mode") != "HTML":
            raise BadCallError("unsupported parse_mode")
        preview(content.pop("link_preview_options"))
        if content or not html_text(text).strip() or len(text.encode("utf-16-le")) // 2 > 4096:
            raise BadCallError("MESSAGE_TEXT_INVALID")
        markup(result["reply_markup"])
    return results


def url(value: Any) -> str:
    if not re.fullmatch(r"https://[^\s]{4,2000}", string(value)):
        raise BadCallError("bad webhook: an HTTPS URL must be provided for webhook")
    return str(value)


def secret(value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", string(value)):
        raise BadCallError("secret token contains unallowed characters")
    return str(value)


def action(value: Any) -> str:
    if value not in {"typing", "upload_photo", "upload_document", "find_location"}:
        raise BadCallError("wrong parameter action in request")
    return str(value)


def _button(button: Any) -> None:
    if not isinstance(button, dict) or button.keys() not in (
        {"text", "callback_data"},
        {"text", "url"},
    ):
        raise BadCallError("a button has text and one action")
    if not isinstance(button["text"], str) or not button["text"].strip():
        raise BadCallError("button text must be non-empty")
    action = button.get("callback_data")
    if action is not None and not 1 <= len(action.encode()) <= ACTION_LIMIT:
        raise BadCallError("BUTTON_DATA_INVALID")


def commands(value: Any) -> list[Any]:
    commands: list[Any] = as_json(list)(value)
    if len(commands) > 100:
        raise BadCallError("too many commands")
    for command in commands:
        if not isinstance(command, dict) or command.keys() != {"command", "description"}:
            raise BadCallError("a command has a name and a description")
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise BadCallError("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise BadCallError("BOT_COMMAND_DESCRIPTION_INVALID")
    return commands


_TAGS = {
    "a", "b", "blockquote", "code", "del", "em", "i", "ins", "pre", "s", "span", "strike",
    "strong", "tg-emoji", "tg-spoiler", "u",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-z-]+)((?:\s[^<>]*)?)>")
_ENTITY = re.compile(r"&(?:(lt|gt|amp|quot)|#\d+|#x[0-9a-fA-F]+);")
_HREF = re.compile(r'\shref="[^"<>]+"')


def html_text(markup: str) -> str:
    """The text of a message in Telegram's HTML. Raises :class:`BadCallError` for bad HTML."""
    shown: list[str] = []
    open_tags: list[str] = []
    at = 0
    while at < len(markup):
        letter = markup[at]
        if letter == "<":
            tag = _TAG.match(markup, at)
            if tag is None or tag[2] not in _TAGS:
                raise BadCallError(f"can't parse entities: bad tag at {at}")
            _follow(tag, open_tags)
            at = tag.end()
        elif letter == "&":
            entity = _ENTITY.match(markup, at)
            if entity is None:
                raise BadCallError(f"can't parse entities: bad entity at {at}")
            shown.append(entity[0])
            at = entity.end()
        elif letter == ">":
            raise BadCallError(f"can't parse entities: bare > at {at}")
        else:
            shown.append(letter)
            at += 1
    if open_tags:
        raise BadCallError(f"can't parse entities: {open_tags[-1]} is not closed")
    return "".join(shown)


def _follow(tag: re.Match[str], open_tags: list[str]) -> None:
    closing, name, attributes = tag[1], tag[2], tag[3]
    if closing:
        if attributes or not open_tags or open_tags.pop() != name:
            raise BadCallError(f"can't parse entities: unexpected </{name}>")
        return
    if name == "a":
        if not _HREF.fullmatch(attributes):
            raise BadCallError("can't parse entities: a link needs href alone")
    elif attributes:
        raise BadCallError(f"can't parse entities: attributes of <{name}>")
    open_tags.append(name)
