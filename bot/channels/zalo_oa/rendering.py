"""A Reply as an Official Account shows it: texts, and up to five buttons under the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.plain import messages
from bot.channels.zalo_oa.client import (
    MOST_BUTTONS,
    PAYLOAD_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Button,
    LinkButton,
    PhoneButton,
    QueryButton,
)
from bot.channels.zalo_oa.decoding import payload_of
from bot.text import shortened
from handlers.chat.reply import Choice, Reply
from locales import Translator

_DIALLED = re.compile(r"\+?[\d.\s()-]{8,20}")
"""The first number in what is published of a phone: there may be several, with words between."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One reply, ready to send."""

    texts: tuple[str, ...]
    """At least one, in order."""
    buttons: tuple[Button, ...]
    """Under the last text."""


def render(reply: Reply, t: Translator) -> Rendered:
    """Render a reply.

    Choices are buttons while they fit beside those that call and open. When some do not, all are
    numbered lines too, and the numbers are on the buttons.
    """
    buttons: list[Button] = list(_contact_buttons(reply, t))
    room = MOST_BUTTONS - len(buttons)
    fits = len(reply.choices) <= room
    for number, choice in enumerate(reply.choices[:room], 1):
        title = shortened(choice.label if fits else f"{number}. {choice.label}", TITLE_LIMIT)
        buttons.append(QueryButton(title, _payload(choice)))
    texts = messages(reply, t, limit=TEXT_LIMIT, numbered=() if fits else reply.choices)
    return Rendered(texts, tuple(buttons))


def _contact_buttons(reply: Reply, t: Translator) -> Iterator[Button]:
    contact = reply.contact
    if contact is None:
        return
    dialled = _DIALLED.search(contact.phone)
    if dialled is not None:
        number = re.sub(r"[^\d+]", "", dialled[0])
        yield PhoneButton(shortened(t.gettext("Call {number}", number=number), TITLE_LIMIT), number)
    if contact.website:
        site = contact.website
        url = site if site.startswith(("https://", "http://")) else f"https://{site}"
        yield LinkButton(shortened(t.gettext("Website"), TITLE_LIMIT), url)


def _payload(choice: Choice) -> str:
    return payload_of(shortened(choice.label, PAYLOAD_LIMIT - 80), choice.action)
