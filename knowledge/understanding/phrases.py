"""Finding known phrases in an utterance: cues, places, kinds, fillers and the like.

Every vocabulary is a tree of word numbers; walking it from each word of the utterance proposes
spans, each with the penalty of the liberties that were taken to read it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, marks_of
from knowledge.text.tokens import words_of
from knowledge.understanding.utterance import SYNONYM, Word

Meaning = TypeVar("Meaning")

OTHER_MARKS = 0.35
"""Penalty of a word written with other marks than the phrase has."""
NO_MARKS = 0.05
"""Penalty of a word typed without marks by somebody who otherwise writes them."""
NO_MARKS_ALONE = 0.2
"""The same for a phrase of one word: "quan" from somebody who writes marks is hardly "quận"."""
HOI_NGA = frozenset({3, 4})
"""Half of the country speaks and spells these two tones alike."""
SLIP_BELOW = 0.4
"""Penalty of a slip found only by comparing with the words that could follow."""
SURE_LENGTH = 3
"""Words from which a phrase is recognised though its first word became another word."""
MOST_REMEMBERED = 4096
"""Typed words whose near first words are remembered."""
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


class PhraseSpan(NamedTuple, Generic[Meaning]):
    """A phrase found in the utterance."""

    start: int
    end: int
    meaning: Meaning
    penalty: float

    @property
    def length(self) -> int:
        """Words covered."""
        return self.end - self.start


class _Node(Generic[Meaning]):
    __slots__ = ("ends", "followers")

    def __init__(self) -> None:
        self.followers: dict[int, _Node[Meaning]] = {}
        self.ends: list[tuple[Meaning, tuple[Marks, ...]]] = []


class PhraseTree(Generic[Meaning]):
    """A vocabulary of phrases."""

    def __init__(self, table: WordTable, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Build from pairs of a phrase, written with marks, and what it means."""
        self._table = table
        self._root: _Node[Meaning] = _Node()
        for phrase, meaning in phrases:
            marks = tuple(marks_of(word) for word in words_of(phrase))
            node = self._root
            for mark in marks:
                number = table.add(mark.folded, 1)
                node = node.followers.setdefault(number, _Node())
            if marks:
                node.ends.append((meaning, marks))
        self._roots_near: dict[str, tuple[_Node[Meaning], ...]] = {}

    def find(
        self, words: Sequence[Word], *, writes_marks: bool, slips: bool = True
    ) -> list[PhraseSpan[Meaning]]:
        """All phrases that can be read anywhere in the utterance.

        Without ``slips`` only words as typed, their short forms and their synonyms count: for
        vocabularies so large that some word is always one letter away.
        """
        walk: _Walk[Meaning] = _Walk(self._table, words, writes_marks, slips)
        roots = self._root.followers
        for start, word in enumerate(words):
            walk.start = start
            for number, likeness in word.readings:
                node = roots.get(number)
                if node is not None and (slips or likeness >= SYNONYM):
                    walk.on(node, start + 1, 1.0 - likeness)
            if slips and start + SURE_LENGTH <= len(words):
                self._first_word_slipped(walk, start, word)
        return walk.found

    def _near_roots(self, typed: str) -> tuple[_Node[Meaning], ...]:
        """Where phrases go on whose first word is one letter from what was typed; remembered."""
        near = self._roots_near.get(typed)
        if near is None:
            roots = self._root.followers
            if len(typed) > SHORT:
                numbers: Iterable[int] = self._table.neighbours(typed) & roots.keys()
            else:
                words = self._table.words
                numbers = [
                    number
                    for number in roots
                    if len(words[number]) <= SHORT + 1
                    and OSA.distance(typed, words[number], score_cutoff=1) == 1
                ]
            near = tuple(roots[number] for number in numbers if roots[number].followers)
            if len(self._roots_near) >= MOST_REMEMBERED:
                self._roots_near.clear()
            self._roots_near[typed] = near
        return near

    def _first_word_slipped(self, walk: _Walk[Meaning], start: int, word: Word) -> None:
        """Read a phrase of three words or more whose first word became another one ("nà sản xuất"),
        if the second is as it should be."""
        following = walk.words[start + 1].readings
        if not following or following[0][1] != 1.0:
            return
        second = following[0][0]
        for node in self._near_roots(word.marks.folded):
            if second in node.followers:
                before = len(walk.found)
                walk.on(node, start + 1, SLIP_BELOW + KNOWN_WORD)
                walk.found[before:] = [
                    span for span in walk.found[before:] if span.length >= SURE_LENGTH
                ]


class _Walk(Generic[Meaning]):
    """One walk of a tree along an utterance."""

    __slots__ = ("_slips", "_table", "_writes_marks", "found", "start", "words")

    def __init__(
        self, table: WordTable, words: Sequence[Word], writes_marks: bool, slips: bool
    ) -> None:
        self._table = table
        self.words = words
        self._writes_marks = writes_marks
        self._slips = slips
        self.start = 0
        self.found: list[PhraseSpan[Meaning]] = []

    def on(self, node: _Node[Meaning], here: int, penalty: float) -> None:
        """Go on from a node reached before word ``here``."""
        another_word = here == self.start + 1 and penalty and self._is_exact(self.start)
        for meaning, marks in node.ends if not another_word else ():
            cost = penalty + _marks_penalty(
                self.words[self.start : here], marks, self._writes_marks
            )
            if cost <= MOST_LIBERTY * (here - self.start):
                self.found.append(PhraseSpan(self.start, here, meaning, cost))
        followers = node.followers
        if here == len(self.words) or not followers:
            return
        word = self.words[here]
        exact = False
        for number, likeness in word.readings:
            follower = followers.get(number)
            if follower is not None and (self._slips or likeness >= SYNONYM):
                exact = exact or likeness == 1.0
                self.on(follower, here + 1, penalty + 1.0 - likeness)
        if self._slips and not exact:
            self._slip(followers, here, penalty)

    def _is_exact(self, place: int) -> bool:
        """Whether the word is one as it stands: alone it is then no slip or short form."""
        readings = self.words[place].readings
        return bool(readings) and readings[0][1] == 1.0

    def _slip(self, followers: dict[int, _Node[Meaning]], here: int, penalty: float) -> None:
        """Take the word for one of those that could follow, if one letter makes it that."""
        typed = self.words[here].marks.folded
        near = self._table.neighbours(typed)
        if len(typed) == SHORT and len(followers) <= FEW:
            # Too short to look anything up, but here only a few words can follow
            near |= {n for n in followers if OSA.distance(typed, self._table.words[n]) == 1}
        cost = SLIP_BELOW + (KNOWN_WORD if self._is_exact(here) else 0.0)
        for number in near:
            follower = followers.get(number)
            if follower is not None:
                self.on(follower, here + 1, penalty + cost)


def _marks_penalty(words: Sequence[Word], written: tuple[Marks, ...], writes_marks: bool) -> float:
    """What the marks typed say against the phrase; infinite when they make it another phrase."""
    cost = 0.0
    others = 0
    for word, mark in zip(words, written, strict=True):
        typed = word.marks
        if typed.folded != mark.folded:
            continue
        if typed.tone == mark.tone and typed.quality == mark.quality:
            continue
        if not typed.is_marked:
            if writes_marks and mark.is_marked:
                cost += NO_MARKS if len(words) > 1 else NO_MARKS_ALONE
        elif typed.quality == mark.quality and typed.tone in HOI_NGA and mark.tone in HOI_NGA:
            cost += NO_MARKS
        else:
            others += 1
            cost += OTHER_MARKS
    return cost if not others or 2 * others < len(words) else float("inf")


def longest_first(
    spans: Iterable[PhraseSpan[Meaning]], value: Callable[[Meaning], float] | None = None
) -> list[PhraseSpan[Meaning]]:
    """The spans that together explain most words, without overlaps, in order.

    ``value`` tells what a word of a phrase with some meaning counts for; 1 without it. Long phrases
    count a little more than short ones side by side; liberties taken count against.
    Of several meanings of the very same words all with the least penalty are kept.
    """
    stretches: dict[tuple[int, int], list[PhraseSpan[Meaning]]] = {}
    for span in spans:
        rivals = stretches.setdefault((span.start, span.end), [])
        if not rivals or span.penalty <= rivals[0].penalty:
            if rivals and span.penalty < rivals[0].penalty:
                rivals.clear()
            rivals.append(span)
    by_end = sorted(stretches, key=lambda stretch: (stretch[1], stretch[0]))
    # best[n]: worth of the best choice among the first n words, and the stretch that ends there
    last = by_end[-1][1] if by_end else 0
    best: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (last + 1)
    ending: dict[int, list[tuple[int, int]]] = {}
    for stretch in by_end:
        ending.setdefault(stretch[1], []).append(stretch)
    for end in range(1, last + 1):
        best[end] = (best[end - 1][0], None)
        for stretch in ending.get(end, ()):
            span = stretches[stretch][0]
            counts = max(value(each.meaning) for each in stretches[stretch]) if value else 1.0
            worth = best[stretch[0]][0] + _worth(span, counts)
            if worth > best[end][0]:
                best[end] = (worth, stretch)
    kept: list[PhraseSpan[Meaning]] = []
    end = last
    while end > 0:
        chosen = best[end][1]
        if chosen is None:
            end -= 1
        else:
            kept[:0] = stretches[chosen]
            end = chosen[0]
    return kept


def _worth(span: PhraseSpan[Meaning], value: float) -> float:
    """What a phrase explains: an exact one of two words beats one of three with a slip."""
    return value * (span.length + TOGETHER * (span.length - 1)) - LIBERTY * span.penalty
