"""What arrives from the Zalo Bot Platform, reduced to what the bot acts on.

Whatever is missing or of the wrong type makes the update one that is passed over, never an
exception. Ids are opaque texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

TEXT = "message.text.received"
WORDLESS = frozenset(
    {
        "message.image.received",
        "message.sticker.received",
        # Voice, files and locations arrive under this name
        "message.unsupported.received",
    }
)


@dataclass(frozen=True, slots=True)
class Received:
    """A message of a person."""

    chat: str
    text: str | None
    """``None`` for a sticker, a picture or anything else without words of a question."""
    group: bool = False


def key_of(update: Mapping[str, object]) -> str | None:
    """What a repeated delivery has in common with the first; ``None`` when the update has none."""
    message = update.get("message")
    event = update.get("event_name")
    if not isinstance(message, Mapping) or not isinstance(event, str):
        return None
    number = message.get("message_id")
    if isinstance(number, int) and not isinstance(number, bool):
        number = str(number)
    return f"{event}:{number}" if isinstance(number, str) and number else None


def decode(update: Mapping[str, object]) -> Received | None:
    """Read one update; ``None`` when it is nothing the bot acts on."""
    message = update.get("message")
    event = update.get("event_name")
    if not isinstance(message, Mapping) or not isinstance(event, str):
        return None
    chat = message.get("chat")
    sender = message.get("from")
    if not isinstance(chat, Mapping) or (
        # Two bots in one group must not talk to each other for ever
        isinstance(sender, Mapping) and sender.get("is_bot") is True
    ):
        return None
    number = chat.get("id")
    if not isinstance(number, str) or not number:
        return None
    group = chat.get("chat_type") == "GROUP"
    if event == TEXT:
        text = message.get("text")
        return Received(number, text, group) if isinstance(text, str) and text.strip() else None
    if event in WORDLESS:
        # What somebody writes under a picture is a question all the same
        caption = message.get("caption")
        words = caption if isinstance(caption, str) and caption.strip() else None
        return Received(number, words, group)
    return None


def addressed(received: Received, names: tuple[str, ...]) -> Received | None:
    """A message in a group without the mention of the bot; ``None`` when it is not for the bot.

    For the bot are messages that mention it by one of its ``names``, commands, and bare numbers,
    which pick from the list it offered last.
    """
    if not received.group:
        return received
    if received.text is None:
        return None
    text = received.text.strip()
    for name in names:
        mention = re.compile(rf"@{re.escape(name)}(?!\w)", re.IGNORECASE)
        if name and mention.search(text):
            rest = " ".join(mention.sub(" ", text).split())
            return Received(received.chat, rest or "/help", group=True)
    if text.startswith("/") or (text.isdecimal() and len(text) <= 2):
        return received
    return None
