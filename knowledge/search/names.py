"""An index over names: which names hold most of what was typed.

Retrieval only: exact in its bookkeeping and cheap. It weighs rare words (brands) above common ones
(kinds) and hands a short list to :mod:`knowledge.search.judgement`.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, marks_of
from knowledge.text.tokens import words_of

MOST_LOOKED_AT = 0.25
"""Share of all names from which they are looked at in one go rather than one by one."""
IN_THE_RACE = 0.5
"""Share of the best match's weight that a name must share with what was typed to be judged."""


class Name(Struct, frozen=True, gc=False):
    """One name of one owner."""

    owner: int
    """Place of the product or producer in the list the index was built from."""
    words: tuple[int, ...]
    """Word numbers in order."""
    forms: tuple[int, ...]
    """How each word is written: places in :attr:`NameIndex.forms`."""
    is_marked: bool
    """Whether any word has marks; names known from English pages have none."""
    weight: float
    """The sum of its words' weights, of words that come twice both."""


class Wanted(Struct, frozen=True, gc=False):
    """One word looked for, with the table words that it may stand for."""

    readings: tuple[tuple[int, float], ...]
    """Pairs (word number, likeness 0..1)."""
    factor: float = 1.0
    """Under 1 for words that are probably not part of a name."""


def worth_of(shared: float, weight: float) -> float:
    """How near a name of some weight is that shares so much of it: what is shared, and how much of
    the name that is."""
    return shared * (1.0 + 0.5 * shared / (weight + 1.0))


class NameIndex:
    """An inverted index from word numbers to names."""

    def __init__(
        self,
        table: WordTable,
        names: Iterable[tuple[int, str]],
        abbreviations: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Index pairs of an owner's place and one of its names, in the order of owners.

        ``abbreviations`` are written out, as they are in questions: HTX is hợp tác xã.
        """
        self.forms: list[Marks] = []
        """The ways in which words are written in names, each once."""
        forms: dict[Marks, int] = {}
        read: list[tuple[int, tuple[int, ...], tuple[int, ...], bool]] = []
        postings: dict[int, array[int]] = {}
        for owner, text in names:
            words = [part for word in words_of(text) for part in abbreviations.get(word, (word,))]
            if not words:
                continue
            marks = [marks_of(word) for word in words]
            numbers = tuple(table.add(mark.folded) for mark in marks)
            written = tuple(forms.setdefault(mark, len(forms)) for mark in marks)
            is_marked = any(mark.is_marked for mark in marks)
            for word in dict.fromkeys(numbers):
                table.counts[word] += 1
                postings.setdefault(word, array("q")).append(len(read))
            read.append((owner, numbers, written, is_marked))
        self.forms.extend(forms)
        total = max(len(read), 1)
        self._holders: NDArray[np.int64] = np.frombuffer(
            b"".join(found.tobytes() for found in postings.values()), dtype=np.int64
        )
        """Numbers of the names that hold a word, for one word after the other."""
        self.weights: dict[int, float] = {
            word: math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for word, found in postings.items()
        }
        """How telling each word is: near 0 for one in every name, about 8 for one in 3,000."""
        self._stretches: dict[int, tuple[float, int, int]] = {}
        """The weight of each word, and where in the holders its own stand."""
        end = 0
        for word, found in postings.items():
            start, end = end, end + len(found)
            self._stretches[word] = self.weights[word], start, end
        self.unknown_weight = math.log(1 + total) * 0.8
        """Weight of a typed word that no name holds: it tells as much as a rare brand."""
        weights = self.weights
        self.names = [Name(*name, weight=sum(weights[word] for word in name[1])) for name in read]
        self._name_weights = np.array(
            [sum(weights[word] for word in set(name.words)) for name in self.names],
            dtype=np.float64,
        )

    def weight(self, word: int) -> float:
        """How telling a word is; 0 for a word in no name."""
        return self.weights.get(word, 0.0)

    def names_of(self, owner: int) -> Sequence[Name]:
        """All names of one owner."""
        start = bisect_left(self.names, owner, key=_owner)
        return self.names[start : bisect_right(self.names, owner, lo=start, key=_owner)]

    def nearest(self, wanted: Sequence[Wanted], limit: int) -> list[tuple[int, float]]:
        """Names that share most weight with the words wanted, best first, at most ``limit``.

        Pairs of the name's number and its worth; worths of one call can be compared. Equals come
        in the order in which they were indexed.
        """
        stretches = self._stretches
        held: list[tuple[float, int, int]] = []
        for word in wanted:
            factor = word.factor
            for number, likeness in word.readings:
                stretch = stretches.get(number)
                if stretch is not None:
                    weight, start, end = stretch
                    held.append((weight * likeness * factor, start, end))
        if not held:
            return []
        held.sort()
        holders = self._holders
        numbers = np.concatenate([holders[start:end] for _, start, end in held])
        # One pass over all of them: a question's words have dozens of readings, mostly rare
        gains = np.array([gain for gain, _, _ in held])
        weights_held = gains.repeat([end - start for _, start, end in held])
        scores = np.asarray(
            np.bincount(numbers, weights_held, minlength=len(self.names)), dtype=np.float64
        )
        found = _in_the_race(scores, numbers[_too_common(held) :])
        shared = scores[found]
        # How much of what was typed, and how much of the name, is shared
        worth = shared * (1.0 + 0.5 * shared / (self._name_weights[found] + 1.0))
        if len(found) > limit:
            least = worth.copy()
            least.partition(-limit)
            kept = worth >= least[-limit]
            found, worth = found[kept], worth[kept]
        order = (-worth).argsort(kind="stable")[:limit]
        return list(zip(found[order].tolist(), worth[order].tolist(), strict=True))


def _owner(name: Name) -> int:
    return name.owner


def _too_common(held: Sequence[tuple[float, int, int]]) -> int:
    """How many entries to leave out of those of words in order of their gain: names that hold only
    common words, of too little weight together to be in the race, are not looked at."""
    enough, rest, left_out = held[-1][0] * IN_THE_RACE, 0.0, 0
    for gain, start, end in held:
        rest += gain
        if rest >= enough:
            break
        left_out += end - start
    return left_out


def _in_the_race(scores: NDArray[np.float64], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those names, of some that may come twice, with half of the best match's weight, in order: the
    judge sees marks and order."""
    if len(numbers) > len(scores) * MOST_LOOKED_AT:
        return np.flatnonzero(scores >= np.maximum.reduce(scores) * IN_THE_RACE)
    shared = scores[numbers]
    found: NDArray[np.int64] = numbers[shared >= np.maximum.reduce(shared) * IN_THE_RACE]
    # Those that hold several words once: half the time of numpy's own "unique"
    found.sort()
    new = np.empty(len(found), dtype=np.bool_)
    new[0] = True
    np.not_equal(found[1:], found[:-1], out=new[1:])
    once: NDArray[np.int64] = found[new]
    return once
