"""What arrives from Telegram, reduced to what the bot acts on.

Works on the raw JSON of an update: whatever is missing or of the wrong type makes the update one
that is passed over, never an exception.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ALLOWED_UPDATES = ("message", "callback_query")
"""The kinds of update asked for; Telegram sends no others."""


@dataclass(frozen=True, slots=True)
class Written:
    """A person wrote a text."""

    chat: int
    text: str
    language: str | None = None
    """Language of the person's Telegram, as an IETF tag."""


@dataclass(frozen=True, slots=True)
class Commanded:
    """A person sent a command: ``/lang en`` is the command ``lang`` with the argument ``en``."""

    chat: int
    command: str
    argument: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button under one of our messages."""

    chat: int
    query: str
    """Identifier that the answer to the press must name."""
    message: int
    """Identifier of the message that carries the button."""
    action: str
    language: str | None = None


Incoming = Written | Commanded | Pressed


def decode(update: object, *, username: str = "") -> Incoming | None:
    """Read one update; ``None`` when it is nothing the bot acts on.

    ``username`` is the bot's own: a command addressed to another bot (``/help@other_bot``) is
    not ours.
    """
    if not isinstance(update, Mapping):
        return None
    message = update.get("message")
    if isinstance(message, Mapping):
        return _message(message, username)
    query = update.get("callback_query")
    if isinstance(query, Mapping):
        return _press(query)
    return None


def update_id(update: object) -> int | None:
    """The number Telegram gave the update; ``None`` when there is none."""
    return _integer(update.get("update_id")) if isinstance(update, Mapping) else None


def _message(message: Mapping[object, object], username: str) -> Incoming | None:
    chat = _chat(message)
    text = message.get("text")
    if chat is None or not isinstance(text, str) or _sent_by_bot(message):
        return None
    language = _language(message)
    if not text.startswith("/"):
        return Written(chat, text, language)
    word, _, argument = text[1:].partition(" ")
    command, _, addressee = word.partition("@")
    if addressee and addressee.casefold() != username.casefold():
        return None
    if not (command.isascii() and command.replace("_", "").isalnum()):
        return Written(chat, text, language)
    return Commanded(chat, command.casefold(), argument.strip(), language)


def _press(query: Mapping[object, object]) -> Incoming | None:
    message = query.get("message")
    identifier, action = query.get("id"), query.get("data")
    if not isinstance(message, Mapping):
        return None
    chat, number = _chat(message), _integer(message.get("message_id"))
    if chat is None or number is None:
        return None
    if not isinstance(identifier, str) or not isinstance(action, str):
        return None
    return Pressed(chat, identifier, number, action, _language(query))


def _chat(message: Mapping[object, object]) -> int | None:
    chat = message.get("chat")
    return _integer(chat.get("id")) if isinstance(chat, Mapping) else None


def _language(received: Mapping[object, object]) -> str | None:
    sender = received.get("from")
    language = sender.get("language_code") if isinstance(sender, Mapping) else None
    return language if isinstance(language, str) else None


def _sent_by_bot(message: Mapping[object, object]) -> bool:
    """Two bots in one group must not talk to each other for ever."""
    sender = message.get("from")
    return isinstance(sender, Mapping) and sender.get("is_bot") is True


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
