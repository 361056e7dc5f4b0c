"""Words typed without the spaces between them ("nuocmamlegia"), taken apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable

_LONGEST_PIECE = 12
_LETTER_PIECE = 2.2
"""Cost of a one-letter word when a run-together token is taken apart."""
_PIECE = 2.0
_FAMILIAR = 0.25
"""What a piece costs less for each e-fold of names it stands in: "ca chua" before "cac hua"."""
_SHORT = 0.15
_UNKNOWN_PIECE = 3.0
_SHORTEST_PIECE = 2.5
"""Mean letters from which three pieces or more are words run together: "Obanor" is a name, not
"o ban or"."""
_UNKNOWN_LETTER = 0.8
_SLIP_COST = 2.6
"""Taking apart must be cheaper than this to be preferred to one slip in a short token."""


def piece_costs(
    table: WordTable, ordinary: Iterable[int], name_counts: Sequence[int]
) -> dict[str, float]:
    """The cost of each ordinary word, folded, as a piece of a run-together token."""
    costs = dict.fromkeys("aoye", _LETTER_PIECE)
    for number in ordinary:
        word = table.words[number]
        if len(word) > 1:
            familiar = _FAMILIAR * math.log(1 + name_counts[number])
            costs[word] = _PIECE - familiar + (len(word) == 2) * _SHORT
    return costs


def split(
    text: str, folded: str, pieces: Mapping[str, float], could_be_slip: bool
) -> list[str] | None:
    """Take a run-together token apart (``nuocmamlegia``), or ``None`` when it does not come apart.

    The cheapest way through the known words wins; stretches that are none are kept whole.
    """
    length = len(folded)
    if length < 4 or length != len(text) or (length < 8 and is_syllable(text)):
        return None
    nowhere = float("inf")
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(nowhere, 0, 0)] * length
    for end in range(1, length + 1):
        least = nowhere
        for start in range(max(0, end - _LONGEST_PIECE), end):
            so_far, _, unknown = best[start]
            if so_far == nowhere:
                continue
            cost = pieces.get(folded[start:end])
            if cost is None:
                if start == end - 1:
                    continue
                cost = _UNKNOWN_PIECE + _UNKNOWN_LETTER * (end - start)
                unknown += 1
            if so_far + cost < least:
                least = so_far + cost
                best[end] = (least, start, unknown)
    total, _, unknown = best[length]
    found: list[str] = []
    end = length
    while end:
        start = best[end][1]
        found.append(text[start:end])
        end = start
    if len(found) < 2 or total == nowhere:
        return None
    if len(found) > 2 and length < _SHORTEST_PIECE * len(found):
        return None
    if unknown and unknown * 3 >= len(found) - unknown:
        return None
    if could_be_slip and length <= 8 and (total > _SLIP_COST or min(map(len, found)) < 3):
        return None
    return found[::-1]


def take_apart(text: str, pieces: Mapping[str, float]) -> list[str] | None:
    """The words of a text typed without any space, or ``None`` when it does not come apart."""
    return split(text, marks_of(text).folded, pieces, could_be_slip=False)
