"""A reply as plain messages, for platforms without formatting: addresses written out, choices as
numbered lines, long answers in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.channels.text import one_line, presentable
from handlers.reply import Choice, GeoPoint, Paragraph, Reply, Role
from locales import Translator

_SENTENCE_ENDS = (". ", "! ", "? ", "; ")
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


def units(text: str) -> int:
    """Length in UTF-16 units: what platforms count, or more than they count."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def shortened(label: str, limit: int) -> str:
    """A label on one line of at most ``limit`` letters."""
    line = one_line(label) or "…"
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


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
            part, current = _cut(current, limit)
            if part:
                yield part
    if current.strip():
        yield current.rstrip()


def _cut(text: str, limit: int) -> tuple[str, str]:
    """The longest beginning within the limit that ends well, and the rest."""
    used = 0
    end = 0
    for end, letter in enumerate(text):  # noqa: B007 - the index after the loop is the answer
        used += units(letter)
        if used > limit:
            break
    window = text[:end]
    half = end // 2
    at = window.rfind("\n", half)
    if at < 0:
        at = max(window.rfind(mark, half) for mark in _SENTENCE_ENDS)
    if at < 0:
        at = window.rfind(" ", half)
    cut = at + 1 if at >= 0 else end
    return text[:cut].rstrip(), text[cut:].lstrip()
