"""Text that any platform takes."""

from __future__ import annotations

import re

from handlers.reply import Reply

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and newline, and the marks that turn the direction of text around:
in an echoed question they would reorder our own words."""
_SURROGATES = re.compile("[\ud800-\udfff]")


def presentable(text: str) -> str:
    """The text without what cannot be sent or shown: control characters and lone surrogates."""
    return encodable(_CONTROLS.sub("", text))


def encodable(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, for labels and addresses."""
    return " ".join(presentable(text).split())


def plain_text(reply: Reply) -> str:
    """A reply as text alone, its choices numbered."""
    lines = [presentable(reply.text)]
    if reply.choices:
        lines.append("")
    lines += [
        f"{number}. {one_line(choice.label)}" for number, choice in enumerate(reply.choices, 1)
    ]
    return "\n".join(lines)
