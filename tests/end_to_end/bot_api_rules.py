"""What the Bot API takes: methods, parameters, types, limits and HTML.

From https://core.telegram.org/bots/api, for the methods a look-up bot uses.
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


def _integer(value: Any) -> int:
    if isinstance(value, bool):
        raise BadCallError("an integer is expected")
    try:
        return int(value)
    except (TypeError, ValueError):
        raise BadCallError("an integer is expected") from None


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise BadCallError("a string is expected")
    return value


def _boolean(value: Any) -> bool:
    if value in (True, "true", "True"):
        return True
    if value in (False, "false", "False"):
        return False
    raise BadCallError("a boolean is expected")


def _json(kind: type) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        try:
            parsed = json.loads(value) if isinstance(value, str) else value
        except ValueError:
            raise BadCallError("JSON cannot be read") from None
        if not isinstance(parsed, kind):
            raise BadCallError(f"a JSON {kind.__name__} is expected")
        return parsed

    return parse


def _parse_mode(value: Any) -> str:
    if value != "HTML":
        raise BadCallError("unsupported parse_mode")
    return "HTML"


def _preview(value: Any) -> dict[str, Any]:
    options: dict[str, Any] = _json(dict)(value)
    allowed = {
        "is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text",
    }  # fmt: skip
    if not options.keys() <= allowed:
        raise BadCallError("unknown link preview option")
    return options


def _markup(value: Any) -> dict[str, Any]:
    markup: dict[str, Any] = _json(dict)(value)
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


def _commands(value: Any) -> list[Any]:
    commands: list[Any] = _json(list)(value)
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


_Types = dict[str, Callable[[Any], Any]]

_TEXT: _Types = {
    "text": _string,
    "parse_mode": _parse_mode,
    "link_preview_options": _preview,
    "reply_markup": _markup,
}

METHODS: dict[str, tuple[_Types, frozenset[str]]] = {
    "getMe": ({}, frozenset()),
    "getUpdates": (
        {
            "offset": _integer,
            "limit": _integer,
            "timeout": _integer,
            "allowed_updates": _json(list),
        },
        frozenset(),
    ),
    "getWebhookInfo": ({}, frozenset()),
    "deleteWebhook": ({"drop_pending_updates": _boolean}, frozenset()),
    "sendMessage": (
        {"chat_id": _integer, "disable_notification": _boolean, **_TEXT},
        frozenset({"chat_id", "text"}),
    ),
    "editMessageText": (
        {"chat_id": _integer, "message_id": _integer, **_TEXT},
        frozenset({"chat_id", "message_id", "text"}),
    ),
    "answerCallbackQuery": (
        {"callback_query_id": _string, "text": _string, "show_alert": _boolean},
        frozenset({"callback_query_id"}),
    ),
    "sendChatAction": (
        {"chat_id": _integer, "action": _string},
        frozenset({"chat_id", "action"}),
    ),
    "setMyCommands": (
        {"commands": _commands, "scope": _json(dict), "language_code": _string},
        frozenset({"commands"}),
    ),
}
"""Parameters of each method with their types, and which of them must be there."""


def checked(method: str, given: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a call, converted. Raises :class:`BadCallError` for any fault."""
    types, required = METHODS[method]
    unknown = given.keys() - types.keys()
    if unknown:
        raise BadCallError(f"unknown parameters {sorted(unknown)}")
    missing = required - given.keys()
    if missing:
        raise BadCallError(f"missing parameters {sorted(missing)}")
    parameters = {name: types[name](value) for name, value in given.items()}
    if method in {"sendMessage", "editMessageText"}:
        text = parameters["text"]
        shown = html_text(text) if parameters.get("parse_mode") == "HTML" else text
        if not shown.strip():
            raise BadCallError("message text is empty")
        if len(text.encode("utf-16-le")) // 2 > TEXT_LIMIT:
            raise BadCallError("message is too long")
    return parameters


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
