"""What the Bot API takes: methods, parameters, which of them must be there.

From https://core.telegram.org/bots/api, for the methods a look-up bot uses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.end_to_end.bot_api_types import (
    TEXT_LIMIT,
    BadCallError,
    action,
    as_json,
    boolean,
    bytes_of,
    commands,
    degrees,
    html_text,
    inline_button,
    integer,
    markup,
    parse_mode,
    preview,
    reply_parameters,
    results,
    secret,
    string,
    text_of,
    url,
)

__all__ = ["METHODS", "BadCallError", "checked", "html_text"]

_Types = dict[str, Callable[[Any], Any]]

_TEXT: _Types = {
    "text": string,
    "parse_mode": parse_mode,
    "link_preview_options": preview,
    "reply_markup": markup,
}

_CHAT: _Types = {
    "chat_id": integer,
    "message_thread_id": integer,
    "reply_parameters": reply_parameters,
    "disable_notification": boolean,
}

METHODS: dict[str, tuple[_Types, frozenset[str]]] = {
    "getMe": ({}, frozenset()),
    "getUpdates": (
        {
            "offset": integer,
            "limit": integer,
            "timeout": integer,
            "allowed_updates": as_json(list),
        },
        frozenset(),
    ),
    "getWebhookInfo": ({}, frozenset()),
    "deleteWebhook": ({"drop_pending_updates": boolean}, frozenset()),
    "setWebhook": (
        {
            "url": url,
            "certificate": bytes_of(10_000),
            "max_connections": integer,
            "allowed_updates": as_json(list),
            "secret_token": secret,
        },
        frozenset({"url"}),
    ),
    "sendMessage": ({**_CHAT, **_TEXT}, frozenset({"chat_id", "text"})),
    "editMessageText": (
        {"chat_id": integer, "message_id": integer, **_TEXT},
        frozenset({"chat_id", "message_id", "text"}),
    ),
    "sendVenue": (
        {
            **_CHAT,
            "latitude": degrees(90),
            "longitude": degrees(180),
            "title": text_of(1000),
            "address": text_of(1000),
        },
        frozenset({"chat_id", "latitude", "longitude", "title", "address"}),
    ),
    "sendContact": (
        {
            **_CHAT,
            "phone_number": text_of(40, least=3),
            "first_name": text_of(64),
            "vcard": bytes_of(2048),
        },
        frozenset({"chat_id", "phone_number", "first_name"}),
    ),
    "sendDocument": (
        {**_CHAT, "document": bytes_of(50_000_000)},
        frozenset({"chat_id", "document"}),
    ),
    "getFile": ({"file_id": string}, frozenset({"file_id"})),
    "answerCallbackQuery": (
        {
            "callback_query_id": string,
            "text": text_of(200, least=0),
            "show_alert": boolean,
        },
        frozenset({"callback_query_id"}),
    ),
    "answerInlineQuery": (
        {
            "inline_query_id": string,
            "results": results,
            "cache_time": integer,
            "is_personal": boolean,
            "next_offset": bytes_of(64),
            "button": inline_button,
        },
        frozenset({"inline_query_id", "results"}),
    ),
    "sendChatAction": (
        {"chat_id": integer, "message_thread_id": integer, "action": action},
        frozenset({"chat_id", "action"}),
    ),
    "setMyCommands": (
        {"commands": commands, "scope": as_json(dict), "language_code": string},
        frozenset({"commands"}),
    ),
    "setMyDescription": (
        {"description": text_of(512, least=0), "language_code": string},
        frozenset(),
    ),
    "setMyShortDescription": (
        {"short_description": text_of(120, least=0), "language_code": string},
        frozenset(),
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
