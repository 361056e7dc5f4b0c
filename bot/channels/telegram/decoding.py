"""What arrives from Telegram, reduced to what the bot acts on.

Works on the raw JSON of an update: whatever is missing or of the wrong type makes the update one
that is passed over, never an exception.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.commands import typed_command
from bot.label_photo import LARGEST_BYTES, LARGEST_PIXELS

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
)
"""The kinds of update asked for; Telegram sends no others."""

_GROUPS = frozenset({"group", "supergroup"})
_PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
_GONE = frozenset({"kicked", "left"})
_WORDLESS = frozenset(
    {
        *("animation", "audio", "checklist", "contact", "document", "paid_media", "poll"),
        *("sticker", "story", "video", "video_note", "voice"),
    }
)

Json = Mapping[object, object]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something came from, and so where its answer goes."""

    chat: int
    message: int | None = None
    """Identifier of the message that was written, or that carries the button."""
    group: bool = False
    thread: int | None = None
    """The topic of a forum group."""
    language: str | None = None
    """Language of the person's Telegram, as an IETF tag."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who the bot is: in a group it answers only what is meant for it."""

    username: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A person wrote a text."""

    origin: Origin
    text: str
    edited: bool = False
    """It was written before and has now been changed."""


@dataclass(frozen=True, slots=True)
class Commanded:
    """A person sent a command: ``/lang en`` is the command ``lang`` with the argument ``en``."""

    origin: Origin
    command: str
    argument: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button under one of our messages."""

    origin: Origin
    query: str
    """Identifier that the answer to the press must name."""
    action: str


@dataclass(frozen=True, slots=True)
class Located:
    """A person sent where they are, in degrees."""

    origin: Origin
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Pictured:
    """A person sent a picture."""

    origin: Origin
    file: str | None
    """The largest of its sizes that we decode, if any."""
    words: Written | Commanded | None = None
    """What is written under it: a question all the same."""


@dataclass(frozen=True, slots=True)
class Wordless:
    """A person sent something we cannot read: a sticker, a voice message."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class Blocking:
    """A person blocked the bot, or takes its messages again."""

    origin: Origin
    blocked: bool


@dataclass(frozen=True, slots=True)
class Queried:
    """A person types ``@bot ...`` in any chat."""

    query: str
    person: int
    text: str
    offset: str
    language: str | None


Incoming = Written | Commanded | Pressed | Located | Pictured | Wordless | Blocking


def decode(update: object, me: Me = Me()) -> Incoming | Queried | None:
    """Read one update; ``None`` when it is nothing the bot acts on.

    A command addressed to another bot (``/help@other_bot``) is not ours; in a group neither is what
    neither mentions us, nor replies to us, nor is a command of ours.
    """
    if not isinstance(update, Mapping):
        return None
    readers = {
        "message": lambda found: _message(found, me, edited=False),
        "edited_message": lambda found: _message(found, me, edited=True),
        "callback_query": _press,
        "inline_query": _query,
        "my_chat_member": _membership,
    }
    for kind, read in readers.items():
        found = update.get(kind)
        if isinstance(found, Mapping):
            return read(found)
    return None


def update_id(update: object) -> int | None:
    """The number Telegram gave the update; ``None`` when there is none."""
    return _integer(update.get("update_id")) if isinstance(update, Mapping) else None


def _message(message: Json, me: Me, *, edited: bool) -> Incoming | None:
    origin = _origin(message, message.get("from"))
    if origin is None or _sent_by_bot(message) or _made_by_us(message, me):
        return None
    text, caption = message.get("text"), message.get("caption")
    if isinstance(text, str):
        return _text(origin, text, message, me, edited=edited)
    words = None
    if isinstance(caption, str) and caption.strip():
        words = _text(origin, caption, message, me, edited=edited)
    if edited or (origin.group and words is None and not _replies_to_us(message, me)):
        # A live location is an edited message every few seconds: only the first one is a question
        return words
    location = message.get("location")
    if isinstance(location, Mapping):
        latitude, longitude = location.get("latitude"), location.get("longitude")
        if isinstance(latitude, int | float) and isinstance(longitude, int | float):
            return Located(origin, float(latitude), float(longitude))
        return None
    if "photo" in message or _is_picture(message.get("document")):
        return Pictured(origin, _file(message), words)
    if words is not None:
        return words
    return Wordless(origin) if not origin.group and _WORDLESS & message.keys() else None


def _text(
    origin: Origin, text: str, message: Json, me: Me, *, edited: bool
) -> Written | Commanded | None:
    typed = typed_command(text)
    if typed is not None:
        if typed.addressee and typed.addressee.casefold() != me.username.casefold():
            return None
        return Commanded(origin, typed.command, typed.argument, edited)
    if not origin.group:
        return Written(origin, text, edited)
    rest = _mentioned(text, me)
    if rest is not None:
        return Written(origin, rest, edited)
    return Written(origin, text, edited) if _replies_to_us(message, me) else None


def _mentioned(text: str, me: Me) -> str | None:
    """The text without our name; ``None`` when it does not name us."""
    if not me.username:
        return None
    name = re.compile(rf"@{re.escape(me.username)}\b", re.IGNORECASE)
    return " ".join(name.sub(" ", text).split()) if name.search(text) else None


def _replies_to_us(message: Json, me: Me) -> bool:
    earlier = message.get("reply_to_message")
    author = earlier.get("from") if isinstance(earlier, Mapping) else None
    return isinstance(author, Mapping) and me.id != 0 and author.get("id") == me.id


def _press(query: Json) -> Pressed | None:
    message = query.get("message")
    identifier, action = query.get("id"), query.get("data")
    origin = _origin(message, query.get("from")) if isinstance(message, Mapping) else None
    if origin is None or origin.message is None:
        return None
    if not isinstance(identifier, str) or not isinstance(action, str):
        return None
    return Pressed(origin, identifier, action)


def _query(query: Json) -> Queried | None:
    identifier, text, offset = query.get("id"), query.get("query"), query.get("offset")
    person = query.get("from")
    number = _integer(person.get("id")) if isinstance(person, Mapping) else None
    if not isinstance(identifier, str) or not isinstance(text, str) or number is None:
        return None
    return Queried(identifier, number, text, offset if isinstance(offset, str) else "",
                   _language(person))  # fmt: skip


def _membership(change: Json) -> Blocking | None:
    origin = _origin(change, change.get("from"))
    member = change.get("new_chat_member")
    status = member.get("status") if isinstance(member, Mapping) else None
    if origin is None or not isinstance(status, str):
        return None
    return Blocking(origin, blocked=status in _GONE)


def _origin(message: Json, person: object) -> Origin | None:
    chat = message.get("chat")
    if not isinstance(chat, Mapping):
        return None
    number, kind = _integer(chat.get("id")), chat.get("type")
    if number is None or kind == "channel":
        return None
    thread = _integer(message.get("message_thread_id"))
    return Origin(
        number,
        _integer(message.get("message_id")),
        isinstance(kind, str) and kind in _GROUPS,
        thread if message.get("is_topic_message") is True else None,
        _language(person),
    )


def _file(message: Json) -> str | None:
    """The largest picture within our limits: of the sizes of a photo, or the one document."""
    photo, document = message.get("photo"), message.get("document")
    sizes = photo if isinstance(photo, list) else [document]
    best: tuple[int, str] | None = None
    for size in sizes:
        if not isinstance(size, Mapping):
            continue
        file, length = size.get("file_id"), _integer(size.get("file_size")) or 0
        pixels = (_integer(size.get("width")) or 0) * (_integer(size.get("height")) or 0)
        if not isinstance(file, str) or length > LARGEST_BYTES or pixels > LARGEST_PIXELS:
            continue
        if best is None or pixels > best[0]:
            best = pixels, file
    return best[1] if best is not None else None


def _is_picture(document: object) -> bool:
    kind = document.get("mime_type") if isinstance(document, Mapping) else None
    return isinstance(kind, str) and kind in _PICTURES


def _language(sender: object) -> str | None:
    language = sender.get("language_code") if isinstance(sender, Mapping) else None
    return language if isinstance(language, str) else None


def _sent_by_bot(message: Json) -> bool:
    """Two bots in one group must not talk to each other for ever."""
    sender = message.get("from")
    return isinstance(sender, Mapping) and sender.get("is_bot") is True


def _made_by_us(message: Json, me: Me) -> bool:
    """One of our cards, sent in a chat that we are in: an answer, not a question."""
    via = message.get("via_bot")
    return isinstance(via, Mapping) and me.id != 0 and via.get("id") == me.id


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
