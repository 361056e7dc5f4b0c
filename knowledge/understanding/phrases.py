"""Finding known phrases in an utterance: cues, places, kinds, fillers and the like.

Every vocabulary is a tree of word numbers; walking it from each word of the utterance proposes
spans, each with the penalty of the liberties that were taken to read it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, leaves_out, marks_of
from knowledge.text.tokens import words_of
from knowledge.understanding.lexicon import SYNONYM, Word

Meaning = TypeVar("Meaning")

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


_NONE: dict[int, Any] = {}
"""The followers of a node that has none; never written to."""


class _Node(Generic[Meaning]):
    __slots__ = ("ends", "followers")

    def __init__(self) -> None:
        # Half of the nodes have neither: empty ones of their own would take megabytes
        self.followers: dict[int, _Node[Meaning]] = _NONE
        self.ends: tuple[Any, ...] = ()
        """What the phrases that end here mean, each followed by the marks of its words: pairs of
        their own would take megabytes."""

    def follower(self, number: int) -> _Node[Meaning]:
        """The node behind a word, new or old."""
        if self.followers is _NONE:
            self.followers = {}
        return self.followers.setdefault(number, _Node())


class PhraseTree(Generic[Meaning]):
    """A vocabulary of phrases."""

    def __init__(self, table: WordTable, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Build from pairs of a phrase, written with marks, and what it means."""
        self._table = table
        self._root: _Node[Meaning] = _Node()
        self._firsts: dict[int, set[int]] = {}
        """First words of the phrases of three words or more, by their second word."""
        for phrase, meaning in phrases:
            marks = tuple(marks_of(word) for word in words_of(phrase))
            numbers = [table.add(mark.folded, 1) for mark in marks]
            node = self._root
            for number in numbers:
                node = node.follower(number)
            if marks:
                node.ends += (meaning, marks)
            if len(marks) >= SURE_LENGTH:
                self._firsts.setdefault(numbers[1], set()).add(numbers[0])

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
                if number in roots and (slips or likeness >= SYNONYM):
                    walk.on(roots[number], start + 1, 1.0 - likeness)
            if slips and start + SURE_LENGTH <= len(words):
                self._first_word_slipped(walk, start, word)
        return walk.found

    def _first_word_slipped(self, walk: _Walk[Meaning], start: int, word: Word) -> None:
        """Read a phrase of three words or more whose first word became another one ("nà sản xuất"),
        if the second is as it should be."""
        following = walk.words[start + 1]
        if not following.is_known:
            return
        firsts = self._firsts.get(following.readings[0][0])
        if not firsts:
            return
        for number in self._table.within_a_letter(word.marks.folded) & firsts:
            before = len(walk.found)
            walk.on(self._root.followers[number], start + 1, SLIP_BELOW + KNOWN_WORD)
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
        if node.ends:
            self._end(node, here, penalty)
        followers = node.followers
        if not followers or here == len(self.words):
            return
        word = self.words[here]
        exact = False
        for number, likeness in word.readings:
            if number in followers and (self._slips or likeness >= SYNONYM):
                exact = exact or likeness == 1.0
                self.on(followers[number], here + 1, penalty + 1.0 - likeness)
        if self._slips and not exact:
            self._slip(followers, here, penalty)

    def _end(self, node: _Node[Meaning], here: int, penalty: float) -> None:
        """Take note of the phrases that end before word ``here``."""
        start = self.start
        first = self.words[start]
        if penalty and here == start + 1 and first.is_known and first.origin != "short":
            return  # a word of its own is alone no slip
        typed = self.words[start:here]
        most = MOST_LIBERTY * (here - start)
        ends = node.ends
        for at in range(0, len(ends), 2):
            cost = penalty + _marks_penalty(typed, ends[at + 1], self._writes_marks)
            if cost <= most:
                self.found.append(PhraseSpan(start, here, ends[at], cost))

    def _slip(self, followers: dict[int, _Node[Meaning]], here: int, penalty: float) -> None:
        """Take the word for one of those that could follow, if one letter makes it that."""
        typed = self.words[here].marks.folded
        if len(typed) == SHORT and len(followers) <= FEW:
            # Too short to mean anything else, but here only a few words can follow
            near = self._table.within_a_letter(typed).intersection(followers)
        else:
            near = self._table.neighbours(typed).intersection(followers)
        if near:
            cost = SLIP_BELOW + (KNOWN_WORD if self.words[here].is_known else 0.0)
            for number in near:
                self.on(followers[number], here + 1, penalty + cost)


def _marks_penalty(words: Sequence[Word], written: tuple[Marks, ...], writes_marks: bool) -> float:
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
                cost += NO_MARKS if len(words) > 1 else NO_MARKS_ALONE
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
    # best[n]: worth of the best choice among the first n words; chosen[n]: what ends there in it
    best = [0.0]
    chosen: list[list[PhraseSpan[Meaning]]] = [[]]
    for end in range(1, max(stretches, default=0) + 1):
        most = best[-1]
        kept: list[PhraseSpan[Meaning]] = []
        for start, rivals in sorted(stretches.get(end, {}).items()):
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
    start, end, _, penalty = span
    length = end - start
    return value * (length + TOGETHER * (length - 1)) - LIBERTY * penalty
