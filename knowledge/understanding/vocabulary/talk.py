"""Which words of talk stand side by side: learnt from the cues, the fillers and the phrasings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.search.words import WordTable

EDGE = "#"
"""Stands for whatever is beside a way to ask: a name, the beginning, polite words."""
OF_A_KIND = 0.09
"""How surely neighbours in the name of a kind of products belong together."""
_SHORT = 2
"""Letters up to which the table of words tells no neighbours."""
_MOST_REMEMBERED = 4096
_RARE = 6
"""Added to the count of a word, so that a pair seen once tells little."""
_OF_AN_EDGE = 0.017
"""What it counts that a way to ask begins or ends with a word, against words within one."""


class Talk:
    """The words of talk and which of them stand side by side."""

    def __init__(
        self,
        table: WordTable,
        phrases: Iterable[Sequence[str]],
        kinds: Iterable[Sequence[str]],
    ) -> None:
        """``phrases`` are folded words of ways to ask, ``kinds`` those of kinds of products; all
        of them are in the table."""
        self._table = table
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._counts: Counter[str] = Counter()
        for phrase in phrases:
            self._pairs.update(pairwise((EDGE, *phrase, EDGE)))
            self._counts.update(phrase)
        self._of_kinds: set[tuple[str, str]] = set()
        for kind in kinds:
            self._of_kinds.update(pairwise(kind))
            self._counts.update(kind if len(kind) > 1 else ())
        self._short = sorted(word for word in self._counts if len(word) <= _SHORT + 1)
        self._near: dict[str, tuple[str, ...]] = {}

    def near(self, typed: str) -> tuple[str, ...]:
        """Words of talk one letter from what was typed, without itself."""
        found = self._near.get(typed)
        if found is None:
            if len(self._near) >= _MOST_REMEMBERED:
                self._near.clear()
            found = self._near[typed] = tuple(self._one_letter_away(typed))
        return found

    def _one_letter_away(self, typed: str) -> Iterable[str]:
        if len(typed) > _SHORT:
            words = self._table.words
            near = (words[number] for number in sorted(self._table.neighbours(typed)))
            return (word for word in near if word in self._counts)
        return (word for word in self._short if OSA.distance(word, typed, score_cutoff=1) == 1)

    def together(self, first: str, second: str) -> float:
        """How surely two words belong together, 0 to 1; one of them may be :data:`EDGE`."""
        pair = self._pairs.get((first, second), 0)
        if not pair:
            return OF_A_KIND if (first, second) in self._of_kinds else 0.0
        if EDGE in {first, second}:
            word = second if first == EDGE else first
            return _OF_AN_EDGE * math.log1p(pair) * math.sqrt(pair / self._counts[word])
        return pair / (min(self._counts[first], self._counts[second]) + _RARE)
