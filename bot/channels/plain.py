"""A reply as plain messages, for platforms without formatting: addresses written out, choices as
numbered lines, long answers in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.text import cut, one_line, presentable, units
from handlers.chat.reply import Choice, GeoPoint, Paragraph, Reply, Role
from locales import Translator

_MAP = "https://www.google.com/maps/search/?api=1&query={latitude:.5f},{longitude:.5f}"
"""https://developers.google.com/maps/documentation/urls/get-started: opens the map that the phone
has, without a key."""

_READABLE = frozenset({"application/json", "text/plain"})
"""Kinds of document that are shown as text where no file can be sent."""


def messages(
    reply: Reply, t: Translator, *, limit: int, numbered: Sequence[Choice] | None = None
) -> tuple[str, ...]:
    """The texts of a reply, at least one, each of at most ``limit`` UTF-16 units.

    Parts end where a paragraph ends, and where one alone is too long, at the end of a sentence or
    word. ``numbered`` are the choices to write as numbered lines, all of them by default; they
    stay together.
    """
    choices = reply.choices if numbered is None else numbered
    blocks = list(_paragraphs(reply))
    if reply.point is not None:
        blocks.append(("\n\n", _where(reply.point, t)))
    if reply.document is not None and reply.document.media_type in _READABLE:
        blocks.append(("\n\n", presentable(reply.document.content.decode(errors="replace"))))
    if choices:
        blocks.append(("\n\n", "\n".join(_numbered(choices, t))))
    return tuple(_filled(blocks, limit)) or ("…",)


def written_out(paragraph: Paragraph) -> str:
    """The words of a paragraph, each link's address after its words.

    Sources stay short: their site is named in the words.
    """
    words = []
    for run in paragraph.runs:
        text = presentable(run.text)
        words.append(text)
        if run.url is None or paragraph.role is Role.NOTE:
            continue
        address = one_line(run.url)
        if address.split("://")[-1].rstrip("/").removeprefix("www.") not in text:
            words.append(f" ({address})" if text else address)
    joined = "".join(words)
    return f"• {joined}" if paragraph.role is Role.ITEM else joined


def _paragraphs(reply: Reply) -> Iterator[tuple[str, str]]:
    before: Role | None = None
    for paragraph in reply.paragraphs:
        apart = paragraph.role is not before or before is Role.TITLE
        yield ("\n\n" if apart else "\n"), written_out(paragraph)
        before = paragraph.role


def _where(point: GeoPoint, t: Translator) -> str:
    address = _MAP.format(latitude=point.latitude, longitude=point.longitude)
    return t.gettext("Map: {address}", address=address)


def _numbered(choices: Sequence[Choice], t: Translator) -> list[str]:
    lines = [f"{number}. {one_line(choice.label)}" for number, choice in enumerate(choices, 1)]
    if len(choices) == 1:
        return [*lines, t.gettext("Reply 1 to choose.")]
    return [*lines, t.gettext("Reply with a number from 1 to {last}.", last=len(choices))]


def _filled(blocks: Sequence[tuple[str, str]], limit: int) -> Iterator[str]:
    current = ""
    for gap, block in blocks:
        joined = f"{current}{gap}{block}" if current else block
        if units(joined) <= limit:
            current = joined
            continue
        if current.strip():
            yield current.rstrip()
        current = block
        while units(current) > limit:
            part, rest = cut(current, limit)
            current = rest.lstrip()
            if part.strip():
                yield part.rstrip()
    if current.strip():
        yield current.rstrip()
