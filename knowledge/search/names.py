"""An index over names: which names hold most of what was typed.

Retrieval only: exact in its bookkeeping and cheap. It weighs rare words (brands) above common ones
(kinds) and hands a short list to :mod:`knowledge.search.judgement`.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, marks_of
from knowledge.text.tokens import words_of


class Name(NamedTuple):
    """One name of one owner."""

    owner: int
    """Place of the product or producer in the list the index was built from."""
    words: tuple[int, ...]
    """Word numbers in order."""
    marks: tuple[Marks, ...]
    """How each word is written."""
    is_marked: bool
    """Whether any word has marks; names known from English pages have none."""


class Wanted(NamedTuple):
    """One word looked for, with the table words that it may stand for."""

    readings: tuple[tuple[int, float], ...]
    """Pairs (word number, likeness 0..1)."""
    factor: float = 1.0
    """Under 1 for words that are probably not part of a name."""


class NameIndex:
    """An inverted index from word numbers to names."""

    def __init__(
        self,
        table: WordTable,
        names: Iterable[tuple[int, str]],
        abbreviations: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Index pairs of an owner's place and one of its names.

        ``abbreviations`` are written out, as they are in questions: HTX is hợp tác xã.
        """
        self.names: list[Name] = []
        postings: dict[int, array[int]] = {}
        for owner, text in names:
            words = [part for word in words_of(text) for part in abbreviations.get(word, (word,))]
            if not words:
                continue
            marks = tuple(marks_of(word) for word in words)
            numbers = tuple(table.add(mark.folded) for mark in marks)
            number = len(self.names)
            is_marked = any(mark.is_marked for mark in marks)
            self.names.append(Name(owner, numbers, marks, is_marked))
            for word in dict.fromkeys(numbers):
                table.counts[word] += 1
                postings.setdefault(word, array("I")).append(number)
        total = max(len(self.names), 1)
        self._postings: dict[int, NDArray[np.uint32]] = {
            word: np.frombuffer(found, dtype=np.uint32).copy() for word, found in postings.items()
        }
        self.weights: dict[int, float] = {
            word: math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for word, found in self._postings.items()
        }
        """How telling each word is: near 0 for one in every name, about 8 for one in 3,000."""
        self.unknown_weight = math.log(1 + total) * 0.8
        """Weight of a typed word that no name holds: it tells as much as a rare brand."""
        weights = self.weights
        self._name_weights = np.array(
            [sum(weights[word] for word in set(name.words)) for name in self.names],
            dtype=np.float32,
        )

    def weight(self, word: int) -> float:
        """How telling a word is; 0 for a word in no name."""
        return self.weights.get(word, 0.0)

    def weight_of_name(self, number: int) -> float:
        """The sum of the weights of a name's different words."""
        return float(self._name_weights[number])

    def nearest(self, wanted: Sequence[Wanted], limit: int) -> list[tuple[int, float]]:
        """Names that share most weight with the words wanted, best first, at most ``limit``.

        Pairs of the name's number and its worth; worths of one call can be compared.
        """
        scores: NDArray[np.float32] = np.zeros(len(self.names), dtype=np.float32)
        total = 0.0
        weights = self.weights
        for word in wanted:
            best = 0.0
            for number, likeness in word.readings:
                posting = self._postings.get(number)
                if posting is None:
                    continue
                gain = weights[number] * likeness * word.factor
                best = max(best, gain)
                scores[posting] += gain
            total += best
        if total == 0.0:
            return []
        top = float(scores.max())
        # Half of the best match's weight is kept in the race: the judge sees marks and order
        found = np.flatnonzero(scores >= top * 0.5)
        shared = scores[found]
        # How much of what was typed, and how much of the name, is shared
        worth = shared * (1.0 + 0.5 * shared / (self._name_weights[found] + 1.0))
        if len(found) > limit:
            best_places = np.argpartition(-worth, limit)[:limit]
            found, worth = found[best_places], worth[best_places]
        order = np.argsort(-worth, kind="stable")
        return list(zip(found[order].tolist(), worth[order].tolist(), strict=True))
