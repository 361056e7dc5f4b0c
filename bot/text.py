"""Text that any platform takes."""

from __future__ import annotations

import re
from collections.abc import Callable

from handlers.chat.reply import Reply

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and newline, and the marks that turn the direction of text around:
in an echoed question they would reorder our own words."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_SENTENCE_ENDS = (". ", "! ", "? ", "; ")


def presentable(text: str) -> str:
    """The text without what cannot be sent or shown: control characters and lone surrogates."""
    return encodable(_CONTROLS.sub("", text))


def encodable(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, for labels and addresses."""
    return " ".join(presentable(text).split())


def shortened(label: str, limit: int) -> str:
    """A label on one line of at most ``limit`` letters."""
    line = one_line(label) or "…"
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def units(text: str) -> int:
    """Length in UTF-16 units: what platforms count, or more than they count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, room: int, size: Callable[[str], int] = units) -> tuple[str, str]:
    """The longest beginning of at most ``room`` by ``size`` that ends well, and the rest.

    Cuts after a line or sentence, else between words, if one ends in the second half of the room;
    else between letters, and after the first one however little room there is.
    """
    fitting = _fitting(text, room, size)
    if fitting == len(text):
        return text, ""
    window = text[:fitting]
    half = fitting // 2
    at = window.rfind("\n", half)
    if at < 0:
        at = max(window.rfind(end, half) for end in _SENTENCE_ENDS)
    if at < 0:
        at = window.rfind(" ", half)
    end = max(at + 1 if at >= 0 else fitting, 1)
    return text[:end], text[end:]


def _fitting(text: str, room: int, size: Callable[[str], int]) -> int:
    """How many letters from the beginning are together at most ``room``."""
    if size(text) <= room:
        return len(text)
    used = 0
    for index, letter in enumerate(text):
        used += size(letter)
        if used > room:
            return index
    return len(text)


def plain_text(reply: Reply) -> str:
    """A reply as text alone, its choices numbered."""
    lines = [presentable(reply.text)]
    if reply.choices:
        lines.append("")
    lines += [
        f"{number}. {one_line(choice.label)}" for number, choice in enumerate(reply.choices, 1)
    ]
    return "\n".join(lines)
