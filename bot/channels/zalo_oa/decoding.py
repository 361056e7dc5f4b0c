"""What arrives from an Official Account, reduced to what the bot acts on.

Whatever is missing or of the wrong type makes the event one that is passed over, never an
exception.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.chat.actions import Action, Verb

_WORDLESS = frozenset(
    {
        "user_send_image",
        "user_send_sticker",
        "user_send_gif",
        "user_send_audio",
        "user_send_video",
        "user_send_file",
        "user_send_business_card",
    }
)
_PAYLOAD = re.compile(r"\(#(?P<action>[^()]+)\)\s*$")
"""How a button's answer ends: see :func:`payload_of`."""


@dataclass(frozen=True, slots=True)
class Received:
    """Something a person did in the account's chat."""

    user: str
    at: float
    """When, in seconds since 1970: what we may send hangs on it."""
    text: str | None = None
    action: str | None = None
    """The action of the button that was pressed."""
    point: tuple[float, float] | None = None
    """Where the person is, latitude and longitude in degrees."""


def key_of(event: Mapping[str, object], body: bytes) -> str:
    """What a repeated delivery has in common with the first: the message's id, else the body."""
    message = event.get("message")
    number = message.get("msg_id") if isinstance(message, Mapping) else None
    if isinstance(number, str) and number:
        return f"{event.get('event_name')}:{number}"
    return hashlib.sha256(body).hexdigest()


def decode(event: Mapping[str, object]) -> Received | None:
    """Read one event; ``None`` when it is nothing the bot acts on.

    So is ``unfollow``: the bot writes to nobody who did not write first, and has nothing to end.
    """
    user = _person(event)
    at = _time(event.get("timestamp"))
    name = event.get("event_name")
    if user is None or at is None or not isinstance(name, str):
        return None
    message = event.get("message")
    message = message if isinstance(message, Mapping) else {}
    if name == "follow":
        return Received(user, at, action=Action(Verb.WELCOME).text)
    if name in {"user_send_text", "user_click_button"}:
        text = message.get("text", message.get("payload", event.get("payload")))
        return _written(user, at, text) if isinstance(text, str) and text.strip() else None
    if name == "user_send_location":
        point = _point(message.get("attachments"))
        return Received(user, at, point=point)
    return Received(user, at) if name in _WORDLESS else None


def payload_of(title: str, action: str) -> str:
    """What a button sends back: its words, which the person sees as theirs, and the action."""
    return f"{title} (#{action})"


def _written(user: str, at: float, text: str) -> Received:
    ending = _PAYLOAD.search(text)
    if ending is not None and Action.parse(ending["action"]) is not None:
        return Received(user, at, action=ending["action"])
    return Received(user, at, text=text)


def _person(event: Mapping[str, object]) -> str | None:
    for name in ("sender", "follower"):
        who = event.get(name)
        number = who.get("id") if isinstance(who, Mapping) else None
        if isinstance(number, str) and number:
            return number
    return None


def _time(told: object) -> float | None:
    text = str(told)
    return int(text) / 1000 if text.isascii() and text.isdecimal() and len(text) <= 16 else None


def _point(attachments: object) -> tuple[float, float] | None:
    if not isinstance(attachments, list):
        return None
    for attachment in attachments:
        payload = attachment.get("payload") if isinstance(attachment, Mapping) else None
        where = payload.get("coordinates") if isinstance(payload, Mapping) else None
        if not isinstance(where, Mapping):
            continue
        try:
            latitude = float(str(where.get("latitude")))
            longitude = float(str(where.get("longitude")))
        except ValueError:
            continue
        if abs(latitude) <= 90 and abs(longitude) <= 180:  # false for what is not a number, too
            return latitude, longitude
    return None
