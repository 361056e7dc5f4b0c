"""A question as the judge sees it: its words, what each can be in a name, and how marks compare.

A short list is full of names alike, so what one word of a name has to do with the words typed is
worked out once for a query and looked up from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.search.names import Name
from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, leaves_out

HOI_FOR_NGA = 0.93
HOI_NGA = frozenset({3, 4})
"""Half of the country speaks these two tones alike and spells them so."""
OTHER_TONE = 0.66
"""Likeness of words that differ in marks though both were written with them: another word, or a
slip of the mark. Low enough that a name with the typed marks always wins."""
OTHER_LETTER_MARK = 0.6
"""The same when the vowels themselves differ (``bò``, ``bơ``)."""
MARK_MISSING = 0.94
"""A word without marks from somebody who otherwise writes them."""
MARK_EXTRA = 0.8
"""Marks where the name has none (``khoái``, ``khoai``)."""
UNMARKED_NAME = 0.97
"""Marks typed, but the name is known only from an English page, without any."""

MOST_OF_A_SLIP = 0.8
"""Likeness under which one word is a slip of the other, and no synonym."""
SLIP_OF_MARKS = 0.92
"""A slip leaves the marks of the other letters as they are: "ốm" is cốm before it is tôm."""

SHORT = 3
LEAST_ALIKE = 0.5
"""Words less alike than this are different words, not slips of one another."""

Likeness = Sequence[tuple[int, float]]
"""Positions in the query, each with how much the word there is like one of a name, 0 to 1."""


class QueryWord(Struct, frozen=True, gc=False):
    """One typed word as the judge sees it."""

    text: str
    marks: Marks
    readings: tuple[tuple[int, float], ...]
    weight: float
    """What it costs to leave it unexplained; 0 for cues and fillers."""
    chunk: int
    """Stretches without cues, fillers or punctuation between share a number."""
    soft: bool
    """A cue, filler or preposition: it belongs to a name only beside other words of it."""
    sources: tuple[int, ...]
    """The words of the utterance that it came from."""


@dataclass(slots=True)
class Query:
    """A way to read the typed words, ready for judging the names of one index."""

    words: Sequence[QueryWord]
    writes_marks: bool
    """Whether this person types marks: then a word without any is probably meant so."""
    reworded: frozenset[int] = frozenset()
    """Words of the utterance that others were put in for."""
    where: dict[int, list[tuple[int, float]]] = field(init=False)
    """Word number to positions and likeness."""
    content: list[int] = field(init=False)
    """Positions of the words that must be explained."""
    soft: set[int] = field(init=False)
    """Positions of cues and fillers."""
    asked: list[tuple[int, QueryWord, list[int]]] = field(init=False)
    """The words that must be explained: their positions, and the numbers of the words that surely
    stand there."""
    listed: Sequence[Name] = field(init=False, default=())
    """The names about to be judged."""
    fits: tuple[dict[int, Likeness], dict[int, Likeness]] = field(init=False)
    """What :meth:`fitting` told so far, of names without marks and of names with marks."""
    _slipped: dict[int, list[tuple[int, float]]] = field(init=False)
    _compared: set[int] = field(init=False)
    """Words of names that were compared letter by letter."""

    def __post_init__(self) -> None:
        self.where, self.content, self.soft, self.asked = {}, [], set(), []
        where = self.where
        for position, word in enumerate(self.words):
            surely: list[int] = []
            for number, likeness in word.readings:
                if number in where:
                    where[number].append((position, likeness))
                else:
                    where[number] = [(position, likeness)]
                if likeness == 1.0:
                    surely.append(number)
            if word.weight:
                self.content.append(position)
                self.asked.append((position, word, surely))
            if word.soft:
                self.soft.add(position)
        self.fits = {}, {}
        self._slipped = {}
        self._compared = set()

    def fitting(self, form: int, number: int, written: Marks, name_marked: bool) -> Likeness:
        """Typed words that may be a word of a name, marks compared; kept in :attr:`fits`.

        ``form`` is the number of the way it is ``written`` in the index, ``number`` its word's,
        which is one of :attr:`where`; ``name_marked`` tells whether any word of the name has marks.
        """
        fitting: list[tuple[int, float]] = []
        for position, likeness in self.where[number]:
            typed = self.words[position].marks
            alike = _marks_alike(typed, written, name_marked, self.writes_marks)
            slipped = self.writes_marks and likeness < MOST_OF_A_SLIP
            if slipped and not _keeps_its_marks(typed, written):
                alike *= SLIP_OF_MARKS
            fitting.append((position, likeness * alike))
        self.fits[name_marked][form] = fitting
        return fitting

    def is_known(self, position: int) -> bool:
        """Whether the word there is one by itself."""
        readings = self.words[position].readings
        return bool(readings) and readings[0][1] == 1.0

    def slips(self, name: Name, table: WordTable) -> Mapping[int, Likeness]:
        """By the words of a name, the words to be explained that are like each letter by letter.

        Those of all names in :attr:`listed` are compared at once, which takes a tenth of the time.
        """
        if not self._compared.issuperset(name.words):
            numbers = set(name.words).union(*[each.words for each in self.listed]) - self._compared
            self._compared |= numbers
            self._compare(list(numbers), table.words)
        return self._slipped

    def _compare(self, numbers: Sequence[int], words: Sequence[str]) -> None:
        typed = [self.words[position].marks.folded for position in self.content]
        if not typed:
            return
        likeness = process.cdist(
            typed,
            [words[number] for number in numbers],
            scorer=OSA.normalized_similarity,
            score_cutoff=LEAST_ALIKE,
            dtype=np.float64,
        )
        rows, columns = likeness.nonzero()
        values = likeness[rows, columns]
        for row, column, alike in zip(
            rows.tolist(), columns.tolist(), values.tolist(), strict=True
        ):
            if alike > LEAST_ALIKE or len(typed[row]) > SHORT:
                found = self._slipped.setdefault(numbers[column], [])
                found.append((self.content[row], alike))


def _marks_alike(typed: Marks, written: Marks, name_marked: bool, writes_marks: bool) -> float:
    if typed.tone == written.tone and typed.quality == written.quality:
        return 1.0
    if typed.folded != written.folded:
        return 1.0  # a slip or a synonym: its likeness already says so
    if not typed.is_marked:
        return MARK_MISSING if writes_marks else 1.0
    if not written.is_marked:
        return MARK_EXTRA if name_marked else UNMARKED_NAME
    if leaves_out(typed, written):
        return MARK_MISSING
    if typed.quality != written.quality:
        return OTHER_LETTER_MARK
    return HOI_FOR_NGA if typed.tone in HOI_NGA and written.tone in HOI_NGA else OTHER_TONE


def _keeps_its_marks(typed: Marks, written: Marks) -> bool:
    """Whether a word with a slip in it has the marks of the word that was meant, if any."""
    if not typed.is_marked or not written.is_marked:
        return True
    return typed.tone == written.tone and _marked(typed.quality) == _marked(written.quality)


def _marked(quality: str) -> list[str]:
    return [letter for letter in quality if not letter.isascii()]
