"""All words the knowledge base can recognise, and how to find them behind a slip of the finger."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from rapidfuzz.distance import OSA

LONGEST_INDEXED = 14
"""Longer words (run-together names, chemical terms) are not looked up by slips."""
MAX_SUGGESTIONS = 12
MOST_REMEMBERED = 8192
"""Words whose neighbours are remembered: more than all that are ordinarily typed."""

Typed = TypeVar("Typed")
Found = TypeVar("Found")


class WordTable:
    """Numbers for folded words, with an index that finds words one or two slips away.

    The index is that of symmetric deletions: two words within one edit share a form with at most
    one letter taken out of each, so a look-up costs one dictionary access for each letter and no
    scan, however many words there are.
    """

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.words: list[str] = []
        self.counts = array("I")
        """How many names hold each word: among equally near words the commoner is likelier."""
        self._deletions: dict[str, array[int]] = {}
        self._found: dict[str, tuple[int, ...]] = {}
        self._beside: dict[str, frozenset[int]] = {}

    def __getstate__(self) -> dict[str, object]:
        return {"ids": self.ids, "words": self.words, "counts": self.counts}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._deletions = {}
        self._found = {}
        self._beside = {}
        self.freeze()

    def add(self, folded: str, count: int = 0) -> int:
        """The word's number, new or old; ``count`` is added to its count."""
        number = self.ids.get(folded)
        if number is None:
            number = len(self.words)
            self.ids[folded] = number
            self.words.append(folded)
            self.counts.append(0)
        self.counts[number] += count
        return number

    def freeze(self) -> None:
        """Build the slip index over all words added so far."""
        deletions: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, word in enumerate(self.words):
            if len(word) <= LONGEST_INDEXED:
                for form in forms_of(word):
                    deletions[form].append(number)
        self._deletions = dict(deletions)
        self._found.clear()
        self._beside.clear()

    def near(self, folded: str) -> tuple[int, ...]:
        """The likeliest words one slip away: a letter wrong, missing, doubled or swapped with its
        neighbour. At most :data:`MAX_SUGGESTIONS`, likeliest first, without the word itself."""
        found = self._found.get(folded)
        if found is None:
            counts = self.counts
            near = sorted(self.neighbours(folded), key=lambda number: (-counts[number], number))
            found = tuple(near[:MAX_SUGGESTIONS])
            remember(self._found, folded, found)
        return found

    def neighbours(self, folded: str) -> frozenset[int]:
        """All words one slip away that may be meant wherever they stand."""
        if len(folded) > 2:
            return self.within_a_letter(folded)
        # Of two letters one wrong leaves nothing to go by, but swapped they are both there
        swapped = self.ids.get(folded[::-1]) if len(folded) == 2 else None
        if swapped is None or folded[0] == folded[1]:
            return frozenset()
        return frozenset({swapped})

    def within_a_letter(self, folded: str) -> frozenset[int]:
        """All words one slip away, however short: dozens for one of two letters."""
        beside = self._beside.get(folded)
        if beside is None:
            beside = self._one_slip_away(folded)
            remember(self._beside, folded, beside)
        return beside

    def _one_slip_away(self, folded: str) -> frozenset[int]:
        if len(folded) > LONGEST_INDEXED + 1:
            return frozenset()
        candidates: set[int] = set()
        for form in forms_of(folded):
            found = self._deletions.get(form)
            if found is not None:
                candidates.update(found)
        words = self.words
        return frozenset(
            number
            for number in candidates
            if words[number] != folded and OSA.distance(words[number], folded, score_cutoff=1) == 1
        )


def remember(memory: dict[Typed, Found], typed: Typed, found: Found) -> None:
    """Keep what was found for something typed, at most :data:`MOST_REMEMBERED` of them.

    No ``lru_cache``: around a method it would tie the table to itself in a circle, and a table that
    was replaced would never leave memory.
    """
    if len(memory) >= MOST_REMEMBERED:
        memory.clear()
    memory[typed] = found


def forms_of(word: str) -> Iterable[str]:
    """The word and every form with one letter taken out."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
