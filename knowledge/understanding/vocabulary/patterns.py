"""Patterns: many phrases in one row of a table, by lists of what may stand in a place.

``{abroad}`` is any phrase of the slot of that name, ``{có|đang} ở`` is "có ở" and "đang ở", and
``mấy {|anh} chị`` is "mấy chị" and "mấy anh chị".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

_LIST = re.compile(r"\{([^{}]*)\}")
OR = "|"


class PatternError(ValueError):
    """A pattern cannot be written out; the message says why."""


def is_pattern(phrase: str) -> bool:
    """Whether a cell is a pattern rather than a phrase."""
    return "{" in phrase or "}" in phrase


def written_out(pattern: str, slots: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """All phrases that a pattern stands for; ``slots`` are lists by their names.

    Raises :class:`PatternError` for a slot that is not there, and for a brace without its other.
    """
    # Pieces by turns: words as they stand, the inside of braces, words as they stand ...
    pieces = _LIST.split(pattern)
    if any(is_pattern(words) for words in pieces[::2]):
        raise PatternError("a brace stands without its other")
    choices = [
        _choices(piece, slots) if place % 2 else (piece.strip(),)
        for place, piece in enumerate(pieces)
    ]
    for chosen in product(*choices):
        yield " ".join(filter(None, chosen))


def _choices(inside: str, slots: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if OR in inside:
        return inside.split(OR)
    if inside not in slots:
        raise PatternError(f"there is no slot {inside!r} in slots.csv for this language")
    return slots[inside]
