"""A Reply as Telegram shows it: HTML texts within the limits, and buttons.

Limits and tags: https://core.telegram.org/bots/api#html-style and #sendmessage.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Iterator
from dataclasses import dataclass

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.channels.telegram.links import deep_link, share_link, start_parameter
from bot.text import cut, one_line, presentable, shortened, units
from handlers.answers.feedback import votes
from handlers.chat.reply import Paragraph, Reply, Role, Run, Style

TEXT_LIMIT = 4096
"""UTF-16 units of one message. Telegram counts after its tags are read; we count with them, which
is never too long."""
ACTION_LIMIT = 64
"""Bytes of a button's callback data."""
LABEL_LIMIT = 60
"""Characters of a label that a phone still shows in one row."""
HALF_ROW = 20
"""Characters of a label that leaves room for another beside it."""
LONGEST_SHARED = 100
"""Characters of an answer that go with its link."""
BUTTON_LIMIT = 100
"""Buttons under one message."""

_MIN_ROOM = 64
"""Units; with less room than this a long run begins on the next message."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One reply, ready to send."""

    texts: tuple[str, ...]
    """HTML of each message, at least one, in order."""
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | None
    """Buttons under the last message, or in place of the letters."""


def render(
    reply: Reply,
    *,
    limit: int = TEXT_LIMIT,
    username: str = "",
    asking: str | None = None,
    sharing: str = "↗",
) -> Rendered:
    """Render a reply; ``limit`` in UTF-16 units for each message.

    ``username`` is the bot's, for links that share the answer, ``sharing`` the label of their
    button. ``asking`` is the label of the button that sends a location, where a reply that asks for
    one may have it.
    """
    texts: list[str] = []
    current = ""
    before: Role | None = None
    for paragraph in reply.paragraphs:
        gap = _gap(before, paragraph.role)
        before = paragraph.role
        for number, part in enumerate(_parts(paragraph, limit)):
            joined = f"{current}{gap}{part}" if current and number == 0 else part
            if number == 0 and units(joined) <= limit:
                current = joined
                continue
            if current.strip():
                texts.append(current)
            current = part
    if current.strip():
        texts.append(current)
    if reply.asks_location and asking is not None:
        button = KeyboardButton(asking, request_location=True)
        return Rendered(
            tuple(texts) or ("…",),
            ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True),
        )
    return Rendered(tuple(texts) or ("…",), keyboard(reply, username, sharing))


def keyboard(reply: Reply, username: str = "", sharing: str = "↗") -> InlineKeyboardMarkup | None:
    """Choices as buttons, short ones two a row, then those to judge and share the answer; ``None``
    without any."""
    rows: list[list[InlineKeyboardButton]] = []
    beside = False
    for choice in reply.choices[: BUTTON_LIMIT - 3]:
        if not 1 <= len(choice.action.encode(errors="replace")) <= ACTION_LIMIT:
            _log.error("a choice was left out: its action does not fit a button")
            continue
        label = shortened(choice.label, LABEL_LIMIT)
        button = InlineKeyboardButton(label, callback_data=choice.action)
        short = len(label) <= HALF_ROW
        if short and beside:
            rows[-1].append(button)
        else:
            rows.append([button])
        beside = short and not (beside and len(rows[-1]) == 2)
    last = []
    if reply.feedback is not None:
        last += [
            InlineKeyboardButton(vote.label, callback_data=vote.action)
            for vote in votes(reply.feedback)
        ]
    shared = _share_address(reply, username)
    if shared is not None:
        last.append(InlineKeyboardButton(sharing, url=shared))
    if last:
        rows.append(last)
    return InlineKeyboardMarkup(rows) if rows else None


def _share_address(reply: Reply, username: str) -> str | None:
    start = start_parameter(reply.subject) if reply.subject and username else None
    if start is None:
        return None
    about = one_line(reply.paragraphs[0].text)[:LONGEST_SHARED] if reply.paragraphs else ""
    return share_link(deep_link(username, start), about)


def _gap(before: Role | None, role: Role) -> str:
    if before is None:
        return ""
    return "\n\n" if role is not before or before is Role.TITLE else "\n"


def _parts(paragraph: Paragraph, limit: int) -> Iterator[str]:
    """HTML of a paragraph, in one part if it fits one message, else cut between words."""
    current = "• " if paragraph.role is Role.ITEM else ""
    for run in paragraph.runs:
        opening, closing = _tags(run, paragraph.role)
        overhead = units(opening) + units(closing)
        rest = presentable(run.text)
        while rest:
            room = limit - units(current) - overhead
            if room < _MIN_ROOM and current:
                yield current
                current = ""
                continue
            piece, rest = cut(rest, max(room, 1), _size)
            current += f"{opening}{html.escape(piece, quote=False)}{closing}"
            if rest:
                yield current
                current = ""
                rest = rest.lstrip()
    if current:
        yield current


def _tags(run: Run, role: Role) -> tuple[str, str]:
    opening = closing = ""
    if run.url and run.url.startswith(("https://", "http://")) and len(run.url) <= 2000:
        opening, closing = f'<a href="{html.escape(presentable(run.url))}">', "</a>"
    if role is Role.TITLE or run.style is Style.STRONG:
        opening, closing = f"{opening}<b>", f"</b>{closing}"
    if role is Role.NOTE:
        opening, closing = f"{opening}<i>", f"</i>{closing}"
    return opening, closing


def _size(text: str) -> int:
    """UTF-16 units of a text as HTML."""
    return units(html.escape(text, quote=False))
