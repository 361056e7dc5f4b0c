"""Words typed without the spaces between them ("nuocmamlegia"), taken apart."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import numpy as np
from msgspec import Struct

from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable

_LONGEST_PIECE = 12
_LETTER_PIECE = 2.2
"""Cost of a one-letter word when a run-together token is taken apart."""
_PIECE = 2.0
_FAMILIAR = 0.25
"""What a piece costs less for each e-fold of names it stands in: "ca chua" before "cac hua"."""
_BOND = 1.0
"""What two pieces cost less that stand side by side in some name: "chả cá"."""
_SHORT = 0.15
_UNKNOWN_PIECE = 3.0
_SHORTEST_PIECE = 2.5
"""Mean letters from which three pieces or more are words run together: "Obanor" is a name, not
"o ban or"."""
_UNKNOWN_LETTER = 0.8
_SHORTEST = 4
"""Letters of the shortest token that is taken apart."""
_SHORTEST_SLIPPED = 5
"""Letters of the shortest token that is taken apart where a slip is in it."""
_LONG = 8
"""Letters from which even what could be one syllable is taken apart."""
_SLIP_COST = 2.6
"""Taking apart must be cheaper than this to be preferred to one slip in a short token."""


class _Way(Struct, frozen=True, gc=False):
    """A way to take a token apart, up to some letter of it."""

    cost: float
    starts: tuple[int, ...]
    """Where its pieces begin."""
    last: int
    """The number of its last word; -1 for a stretch that is none."""
    unknown: int
    """Stretches that are no words."""
    bonds: int
    """Neighbours among its pieces that stand side by side in names."""

    @property
    def is_bonded(self) -> bool:
        """Whether all its pieces do."""
        return self.bonds == len(self.starts) - 1

    def cut(self, text: str) -> list[str]:
        """The pieces of the text."""
        ends = (*self.starts[1:], len(text))
        return [text[start:end] for start, end in zip(self.starts, ends, strict=True)]


_NOTHING = _Way(0.0, (), -1, 0, 0)


class Pieces:
    """The words that run-together tokens are made of, and which stand side by side in names."""

    def __init__(
        self,
        table: WordTable,
        ordinary: Iterable[int],
        name_counts: Sequence[int],
        names: Iterable[Sequence[int]],
    ) -> None:
        """``ordinary`` words are pieces, the cheaper the more names hold them; ``names`` are
        given in numbers of words."""
        self._pieces: dict[str, tuple[int, float]] = {
            letter: (table.ids.get(letter, -1), _LETTER_PIECE) for letter in "aoye"
        }
        for number in ordinary:
            word = table.words[number]
            if len(word) > 1 or word.isdigit():
                familiar = _FAMILIAR * math.log(1 + name_counts[number])
                piece = number, _PIECE - familiar + (len(word) == 2) * _SHORT
                for spelling in _spellings(word):
                    self._pieces[spelling] = piece
        pairs = [_pair(*pair) for name in names for pair in pairwise(name)]
        self._pairs = array("q", np.unique(np.array(pairs, dtype=np.int64)).tobytes())
        """In order, to be looked up by halving: as a set they would take ten times the memory."""

    def split(self, text: str, *, could_be_slip: bool = False) -> list[str] | None:
        """Take a run-together token apart (``nuocmamlegia``), or ``None`` when it does not come
        apart.

        The cheapest way through the known words wins; stretches that are none are kept whole.
        ``could_be_slip`` tells that some word is one letter away.
        """
        way = self._way(text)
        if way is None or not (way.is_bonded or self._is_likely(way, text, could_be_slip)):
            return None
        return way.cut(text)

    def split_surely(self, text: str) -> list[str] | None:
        """The same where all the words stand side by side in names, so that the token is nothing
        else: "chaca" is chả cá before it is "châc" typed in Telex."""
        way = self._way(text)
        return way.cut(text) if way is not None and way.is_bonded else None

    def split_with_a_slip(
        self, text: str, table: WordTable, followers: AbstractSet[tuple[str, str]]
    ) -> list[str] | None:
        """Two words run together of which one has a slip in it, where the words meant stand side by
        side in names, or as ``followers`` in talk: "đặc sảnvùnng nào"; ``None`` if there are none.
        """
        folded = marks_of(text).folded
        if not _SHORTEST_SLIPPED <= len(folded) == len(text) <= _LONGEST_PIECE:
            return None
        words = table.words

        def go_together(first: int, second: int) -> bool:
            return (
                self.are_side_by_side(first, second) or (words[first], words[second]) in followers
            )

        best, most = 0, 0
        for place in range(2, len(folded) - 1):
            one, other = self._pieces.get(folded[:place]), self._pieces.get(folded[place:])
            # The longest word that stands there tells most surely where the space was
            if one and place > most:
                near = table.neighbours(folded[place:])
                if any(go_together(one[0], number) for number in near):
                    best, most = place, place
            if other and len(folded) - place > most:
                near = table.neighbours(folded[:place])
                if any(go_together(number, other[0]) for number in near):
                    best, most = place, len(folded) - place
        return [text[:best], text[best:]] if best else None

    def _way(self, text: str) -> _Way | None:
        """The cheapest way to take a text apart, if it is longer than one word."""
        folded = marks_of(text).folded
        length = len(folded)
        if length < _SHORTEST or length != len(text) or text.isdigit():
            return None  # a year is one word
        if length < _LONG and is_syllable(text):
            return None
        way = self._cheapest(folded)
        return way if len(way.starts) > 1 else None

    @staticmethod
    def _is_likely(way: _Way, text: str, could_be_slip: bool) -> bool:
        length, count = len(text), len(way.starts)
        if count > 2 and length < _SHORTEST_PIECE * count:
            return False
        if way.unknown and way.unknown * 3 >= count - way.unknown:
            return False
        pieces = way.cut(text)
        if could_be_slip and length <= _LONG:
            return way.cost <= _SLIP_COST and min(map(len, pieces)) > 2
        # "Quanor" is a name, not "quan or"
        return length > _LONG or all(len(piece) > 2 or is_syllable(piece) for piece in pieces)

    def _cheapest(self, folded: str) -> _Way:
        """The cheapest way through all letters."""
        # The cheapest way to each letter by each last word: a bond may make up for its cost
        ways: list[list[_Way]] = [[_NOTHING]]
        best: list[_Way | None] = [_NOTHING]
        for end in range(1, len(folded) + 1):
            ways.append(self._ending(folded, end, ways, best))
            best.append(min(ways[-1], key=_cost, default=None))
        # Any two letters or more are a stretch, so there is always a way through them all
        return best[-1] or _NOTHING

    def _ending(
        self,
        folded: str,
        end: int,
        ways: Sequence[Sequence[_Way]],
        best: Sequence[_Way | None],
    ) -> list[_Way]:
        """The ways up to a letter: one for each word that may end there, and one for none."""
        found: list[_Way] = []
        stray, least = -1, math.inf
        pieces = self._pieces
        for start in range(max(0, end - _LONGEST_PIECE), end):
            before = best[start]
            if before is None:
                continue
            piece = pieces.get(folded[start:end])
            if piece is not None:
                found.append(self._followed(ways[start], start, *piece))
            elif end - start > 1:
                cost = before.cost + _UNKNOWN_PIECE + _UNKNOWN_LETTER * (end - start)
                if cost < least:
                    stray, least = start, cost
        if stray >= 0 and (before := best[stray]):
            starts = (*before.starts, stray)
            found.append(_Way(least, starts, -1, before.unknown + 1, before.bonds))
        return found

    def _followed(self, ways: Sequence[_Way], start: int, number: int, cost: float) -> _Way:
        """The cheapest of the ways up to a letter with one more word."""
        cheapest, least, is_bonded = ways[0], math.inf, False
        for way in ways:
            if way.cost + cost - _BOND >= least:
                continue  # no bond would make it the cheapest
            bonded = way.last >= 0 and self.are_side_by_side(way.last, number)
            total = way.cost + cost - _BOND * bonded
            if total < least:
                cheapest, least, is_bonded = way, total, bonded
        starts = (*cheapest.starts, start)
        return _Way(least, starts, number, cheapest.unknown, cheapest.bonds + is_bonded)

    def are_side_by_side(self, first: int, second: int) -> bool:
        """Whether two words, by their numbers, stand side by side in some name."""
        pair = _pair(first, second)
        place = bisect_left(self._pairs, pair)
        return place < len(self._pairs) and self._pairs[place] == pair


def _spellings(folded: str) -> Iterator[str]:
    """A folded word as it may stand in a longer token, where a y is not folded to i: "Mỹ"."""
    yield folded
    with_y = f"{folded[:-1]}y"
    if folded.endswith("i") and marks_of(with_y).folded == folded:
        yield with_y


def _cost(way: _Way) -> float:
    return way.cost


def _pair(first: int, second: int) -> int:
    """Two numbers of words as one number."""
    return (first << 32) + second
