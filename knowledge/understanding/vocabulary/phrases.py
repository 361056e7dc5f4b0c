"""Finding known phrases in an utterance: cues, places, kinds, fillers and the like.

Every vocabulary is a tree of word numbers; walking it from each word of the utterance proposes
spans, each with the penalty of the liberties that were taken to read it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic

from msgspec import Struct

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, leaves_out, marks_of
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import words_of
from knowledge.understanding.vocabulary.phrase_nodes import (
    Meaning,
    Node,
    Reached,
    behind,
    grown,
)
from knowledge.understanding.words.lexicon import SYNONYM, Word

OTHER_MARKS = 0.35
"""Penalty of a word written with other marks than the phrase has."""
NO_MARKS = 0.05
"""Penalty of a word typed without marks by somebody who otherwise writes them."""
NO_MARKS_ALONE = 0.2
"""The same for a phrase of one word: "quan" from somebody who writes marks is hardly "quận"."""
HOI_NGA = frozenset({3, 4})
"""Half of the country speaks and spells these two tones alike."""
SLIP_OF_BOTH = 0.15
"""Penalty of a slip in the letters where the tone is another one too: who slips keeps the tone."""
SLIP_BELOW = 0.4
"""Penalty of a slip found only by comparing with the words that could follow."""
SURE_LENGTH = 3
"""Words from which a phrase is recognised though its first word became another word."""
KNOWN_WORD = 0.1
"""What it costs more when the word typed is one by itself ("tay người" for Tây Nguyên)."""
SHORT = 2
FEW = 40
MOST_LIBERTY = 0.3
"""Penalty for each word up to which a phrase can be read at all."""
LIBERTY = 3.0
"""How many words a phrase must be longer to make up for a penalty of 1."""
TOGETHER = 0.2
"""What each further word of one phrase counts more than the same word in a phrase of its own."""


class PhraseSpan(Struct, Generic[Meaning], frozen=True, gc=False):
    """A phrase found in the utterance."""

    start: int
    end: int
    meaning: Meaning
    penalty: float

    @property
    def length(self) -> int:
        """Words covered."""
        return self.end - self.start


class PhraseTree(Generic[Meaning]):
    """A vocabulary of phrases."""

    def __init__(self, table: WordTable, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Build from pairs of a phrase, written with marks, and what it means."""
        self._table = table
        self._firsts: dict[int, set[int]] = {}
        """First words of the phrases of three words or more, by their second word."""
        read: list[tuple[list[Marks], Meaning]] = []
        for phrase, meaning in phrases:
            marks = [marks_of(word) for word in words_of(phrase)]
            numbers = [table.add(mark.folded, 1) for mark in marks]
            read.append((marks, meaning))
            if len(marks) >= SURE_LENGTH:
                self._firsts.setdefault(numbers[1], set()).add(numbers[0])
        self._begun: dict[int, Reached[Meaning]] = {
            number: [(way, way.word) for way in ways]
            for number, ways in grown(read, table.ids).items()
        }
        """The nodes reached by the first word of a phrase."""

    def find(
        self, words: Sequence[Word], *, writes_marks: bool, slips: bool = True
    ) -> list[PhraseSpan[Meaning]]:
        """All phrases that can be read anywhere in the utterance.

        Without ``slips`` only words as typed, their short forms and their synonyms count: for
        vocabularies so large that some word is always one letter away.
        """
        walk: _Walk[Meaning] = _Walk(self._table, words, writes_marks, slips)
        begun, firsts = self._begun, self._firsts
        last = len(words) - SURE_LENGTH
        for start, word in enumerate(words):
            walk.start = start
            for number, likeness in word.readings:
                if number in begun and (slips or likeness >= SYNONYM):
                    walk.on(begun[number], start + 1, 1.0 - likeness)
            if slips and start <= last:
                readings = words[start + 1].readings
                if readings and readings[0][0] in firsts and words[start + 1].is_known:
                    self._first_word_slipped(walk, word, firsts[readings[0][0]])
        return walk.found

    def _first_word_slipped(self, walk: _Walk[Meaning], word: Word, firsts: set[int]) -> None:
        """Read a phrase of three words or more whose first word became another one ("nà sản xuất"),
        one of the ``firsts`` that stand before the second in some phrase."""
        near = self._table.within_a_letter(word.marks.folded)
        if near.isdisjoint(firsts):
            return
        for number in near & firsts:
            before = len(walk.found)
            walk.on(self._begun[number], walk.start + 1, SLIP_BELOW + KNOWN_WORD)
            walk.found[before:] = [
                span for span in walk.found[before:] if span.length >= SURE_LENGTH
            ]


class _Walk(Generic[Meaning]):
    """One walk of a tree along an utterance."""

    __slots__ = ("_near", "_slips", "_table", "_writes_marks", "found", "start", "words")

    def __init__(
        self, table: WordTable, words: Sequence[Word], writes_marks: bool, slips: bool
    ) -> None:
        self._table = table
        self.words = words
        self._writes_marks = writes_marks
        self._slips = slips
        self._near: dict[int, frozenset[int]] = {}
        """What was looked up of the words one slip from one of these, by its place."""
        self.start = 0
        self.found: list[PhraseSpan[Meaning]] = []

    def on(self, reached: Reached[Meaning], here: int, penalty: float) -> None:
        """Go on from nodes reached before word ``here``, which differ in marks alone."""
        is_open = False
        for node, written in reached:
            if node.meanings:
                self._end(node, written, here, penalty)
            if node.followers:
                is_open = True
        if not is_open or here == len(self.words):
            return
        slips, exact = self._slips, False
        for number, likeness in self.words[here].readings:
            if slips or likeness >= SYNONYM:
                for node, _ in reached:
                    if number in node.followers:
                        exact = exact or likeness == 1.0
                        self.on(behind(reached, number), here + 1, penalty + 1.0 - likeness)
                        break
        if slips and not exact:
            alike = self._alike(reached, here)
            for node, _ in reached:
                if not node.followers.keys().isdisjoint(alike):
                    self._slip(reached, here, penalty, alike)
                    break

    def _end(
        self, node: Node[Meaning], written: tuple[Marks, ...], here: int, penalty: float
    ) -> None:
        """Take note of the phrases that end before word ``here``."""
        start = self.start
        first = self.words[start]
        if penalty and here == start + 1 and first.is_known and first.origin != "short":
            return  # a word of its own is alone no slip
        cost = penalty + _marks_penalty(self.words[start:here], written, self._writes_marks)
        if cost <= MOST_LIBERTY * (here - start):
            for meaning in node.meanings:
                self.found.append(PhraseSpan(start, here, meaning, cost))

    def _alike(self, reached: Reached[Meaning], here: int) -> frozenset[int]:
        """The words one letter away from word ``here`` that may be meant behind some nodes."""
        alike = self._near.get(here)
        if alike is None:
            alike = self._near[here] = self._table.neighbours(self.words[here].marks.folded)
        typed = self.words[here].marks.folded
        if len(typed) == SHORT and sum([len(node.followers) for node, _ in reached]) <= FEW:
            # Too short to mean anything else, but here only a few words can follow
            return self._table.within_a_letter(typed)
        return alike

    def _slip(
        self, reached: Reached[Meaning], here: int, penalty: float, alike: frozenset[int]
    ) -> None:
        """Take the word for those of the words ``alike`` that could follow."""
        meant: set[int] = set()
        for node, _ in reached:
            meant |= alike.intersection(node.followers)
        cost = SLIP_BELOW + (KNOWN_WORD if self.words[here].is_known else 0.0)
        for number in meant:
            self.on(behind(reached, number), here + 1, penalty + cost)


def _marks_penalty(words: Sequence[Word], written: Sequence[Marks], writes_marks: bool) -> float:
    """What the marks typed say against the phrase; infinite when they make it another phrase."""
    cost = 0.0
    others = 0
    for word, mark in zip(words, written, strict=True):
        typed = word.marks
        if typed == mark:
            continue
        if typed.folded != mark.folded:
            # Marks made from keystrokes may be slips themselves: "aso" is sao rather than áo
            if typed.is_marked and word.origin == "typed" and not _sound_alike(typed, mark):
                cost += OTHER_MARKS if word.is_known else SLIP_OF_BOTH
            continue
        if not typed.is_marked:
            if writes_marks and mark.is_marked:
                if len(words) > 1:
                    cost += NO_MARKS
                elif is_syllable(typed.folded):  # unlike "ctho", which can be nothing but Cthơ
                    cost += NO_MARKS_ALONE
        elif leaves_out(typed, mark) or (
            typed.quality == mark.quality and _sound_alike(typed, mark)
        ):
            cost += NO_MARKS
        else:
            others += 1
            cost += OTHER_MARKS
    return cost if not others or 2 * others < len(words) else float("inf")


def _sound_alike(typed: Marks, written: Marks) -> bool:
    """Whether two words have the same tone, or two that half of the country speaks alike."""
    return typed.tone == written.tone or {typed.tone, written.tone} <= HOI_NGA


def longest_first(
    spans: Iterable[PhraseSpan[Meaning]], value: Callable[[Meaning], float] | None = None
) -> list[PhraseSpan[Meaning]]:
    """The spans that together explain most words, without overlaps, in order.

    ``value`` tells what a word of a phrase with some meaning counts for; 1 without it. Long phrases
    count a little more than short ones side by side; liberties taken count against.
    Of several meanings of the very same words all with the least penalty are kept.
    """
    # By their ends and starts those with the least penalty
    stretches: dict[int, dict[int, list[PhraseSpan[Meaning]]]] = {}
    for span in spans:
        ending = stretches.setdefault(span.end, {})
        rivals = ending.get(span.start)
        if rivals is None or span.penalty < rivals[0].penalty:
            ending[span.start] = [span]
        elif span.penalty == rivals[0].penalty:
            rivals.append(span)
    if not stretches:
        return []
    # best[n]: worth of the best choice among the first n words; chosen[n]: what ends there in it
    best = [0.0]
    chosen: list[list[PhraseSpan[Meaning]]] = [[]]
    for end in range(1, max(stretches) + 1):
        most = best[-1]
        kept: list[PhraseSpan[Meaning]] = []
        starts = stretches.get(end)
        for start, rivals in sorted(starts.items()) if starts else ():
            counts = max([value(span.meaning) for span in rivals]) if value else 1.0
            worth = best[start] + _worth(rivals[0], counts)
            if worth > most:
                most, kept = worth, rivals
        best.append(most)
        chosen.append(kept)
    found: list[PhraseSpan[Meaning]] = []
    end = len(best) - 1
    while end > 0:
        kept = chosen[end]
        found[:0] = kept
        end = kept[0].start if kept else end - 1
    return found


def _worth(span: PhraseSpan[Meaning], value: float) -> float:
    """What a phrase explains: an exact one of two words beats one of three with a slip."""
    length = span.end - span.start
    return value * (length + TOGETHER * (length - 1)) - LIBERTY * span.penalty
