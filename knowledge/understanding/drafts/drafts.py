"""What was spotted in an utterance, before anything is decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from knowledge.certificates import Years
from knowledge.text.tokens import Token
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.vocabulary import senses
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.vocabularies import (
    Cue,
    Foreign,
    KindReading,
)
from knowledge.understanding.words.lexicon import Word

DOUBTFUL = 0.12
"""Penalty for each word from which a cue may as well be something else mistyped: one slip in a cue
of three words is sure to be one, in two words it may be part of a name."""


STRONG = 0.05
"""What a cue's weight adds to its words' worth: of equally long ones the telling one is read."""
EMPTY = 0.8
"""What a filler's word counts for, against 1 for a word that tells what is asked."""
NOISE = 3
"""Letters of the longest word that is taken for a slip beside a place."""
TELLING = 0.45
"""Weight from which a cue of one word tells something by itself."""
LONG_MESSAGE = 16
"""Words from which a message tells a story before it asks."""
FAVOUR_NEAR = 3
"""Words that may stand between a favour and the producer of whom it is asked."""
_OF_MAKERS = frozenset({senses.TO_MAKER, senses.ORG, "producer"})
_STARS = frozenset(("sao", "star", "stars"))
LONG_NAME = 4
"""Words of a name that tells more than a kind does."""
SURELY_ASKS = 0.8
"""Weight from which a cue asks by itself."""


class Piece(Struct, frozen=True, gc=False):
    """A word looked for in names, and the typed words it came from."""

    word: Word
    sources: tuple[int, ...]
    reworded: bool = False


@dataclass(slots=True)
class Draft:
    """One utterance with all that was spotted in it."""

    text: str
    tokens: list[Token]
    words: list[Word]
    writes_marks: bool
    cues: list[PhraseSpan[Cue]]
    """All of them, overlapping."""
    resolved: list[PhraseSpan[Cue]]
    """Those that remain without overlaps while no name has taken words."""
    asides: list[PhraseSpan[Cue]]
    """Those that tell more of what is asked, over whatever other phrases stand there."""
    places: list[PlaceSpan]
    kinds: list[PhraseSpan[KindReading]]
    denied: list[PhraseSpan[KindReading]]
    """Kinds of which there is to be none: "kẹo không đậu phộng"."""
    foreign: list[PhraseSpan[Foreign]]
    soft: frozenset[int]
    """Words covered by cues and fillers."""
    weak: frozenset[int]
    """Those of them that mean hardly anything alone and are written with other marks: inside a
    name they are part of it."""
    brand: frozenset[int]
    """Vietnamese words before a kind in English, whatever they mean by themselves."""
    titles: frozenset[int]
    """Those that brands begin with: "chị Bảy", "nhà Thỏ"."""
    doubtful: frozenset[int]
    """Words that are cues only if they were mistyped: as likely part of a name."""
    everyday: frozenset[int]
    """Words of everyday language: talk around the question unless a name holds them."""
    introducing: frozenset[int]
    """Words before a kind in Vietnamese, with which names begin: talk unless a name holds them."""
    placed: frozenset[int]
    """Words of a place that a preposition introduces ("ở Phú Quốc")."""
    carries: frozenset[int]
    """First words of what says that goods are taken or sent: "gửi", "mang về"."""
    stays: frozenset[int]
    """First words of places where the asker is ("mình ở Hà Nội")."""
    stars: int | None
    period: str | None
    years: Years | None
    """Several years told at once."""
    spends: bool
    """Whether a sum of money is told."""
    phrasings: list[list[Piece]] = field(init=False, default_factory=list)
    """The ways of saying it for which names were looked up so far: products and producers are
    looked up alike (:mod:`knowledge.understanding.names.wordings`)."""
    outside: dict[frozenset[int], list[PhraseSpan[Cue]]] = field(init=False, default_factory=dict)
    """What :meth:`cues_outside` told so far: every step of the reading asks it again."""

    def cues_outside(self, taken: frozenset[int]) -> list[PhraseSpan[Cue]]:
        """The cues that remain when a name has taken its words, without overlaps."""
        found = self.outside.get(taken)
        if found is None:
            left = [span for span in self.cues if taken.isdisjoint(range(span.start, span.end))]
            found = self.resolved if len(left) == len(self.cues) else resolve(left)
            self.outside[taken] = found
        return found

    def asides_outside(self, taken: frozenset[int]) -> frozenset[str]:
        """The senses of the asides in which no name has taken a word, and those told anyway."""
        return frozenset(
            span.meaning.sense
            for span in self.asides
            if (
                taken.isdisjoint(range(span.start, span.end))
                or (span.meaning.sense in senses.TOLD_OVER_NAMES and span.penalty < DOUBTFUL)
            )
            and (span.meaning.sense != senses.TO_MAKER or self._is_of_a_favour(span))
        )

    def _is_of_a_favour(self, maker: PhraseSpan[Cue]) -> bool:
        """Whether a favour is asked of a producer beside it; not where a producer is looked for:
        "báo giúp em công ty làm nước mắm ở Phú Quốc"."""
        end = max(
            span.end
            for span in (maker, *self.resolved)
            if span.start <= maker.end <= span.end and span.meaning.sense in _OF_MAKERS
        )
        ends = [(span.start, span.end) for span in self.kinds]
        ends += [(span.start, span.end) for span in self.places]
        named = {place for first, last in ends for place in range(first, last)}
        behind = range(end, len(self.words))
        if end in named and all(place in self.soft or place in named for place in behind):
            return False
        return any(
            span.start <= maker.end + FAVOUR_NEAR and maker.start <= span.end + FAVOUR_NEAR
            for span in self.asides
            if span.meaning.sense == senses.FAVOUR
        )

    def said(self, table: Sequence[str]) -> list[str]:
        """The words as they were read, without marks; ``table`` are the known words by number."""
        return [
            table[word.readings[0][0]]
            if word.origin == "unknown" and word.readings and word.text.isalpha()
            else word.marks.folded
            for word in self.words
        ]

    @property
    def is_carried_on(self) -> bool:
        """Whether goods are taken or sent from the place that is asked about."""
        carried = any(span.meaning.sense == senses.CARRIED for span in self.asides)
        return bool(self.carries) and bool(self.places) and not carried

    @property
    def empty_words(self) -> frozenset[int]:
        """Words of talk that are so only one by one: "ai" and "minh" may be halves of names."""
        return frozenset(
            cue.start
            for cue in self.cues_outside(frozenset())
            if cue.length == 1
            and (cue.meaning.sense in senses.TALK or cue.meaning.weight < TELLING)
        )

    @property
    def astray(self) -> frozenset[int]:
        """Words that are neither talk nor places, kinds or words of everyday language."""
        named = [range(span.start, span.end) for span in self.places]
        named += [range(span.start, span.end) for span in self.kinds]
        words = frozenset(range(len(self.words)))
        return words.difference(self.soft, self.everyday, self.doubtful, *named)

    def loose_words(self, *, despairing: bool) -> set[int]:
        """Words that may be halves of others: content, and when nothing at all was understood also
        words of short cues ("mac k hen" is mắc khén)."""
        sure = {
            place
            for cue in self.cues_outside(frozenset())
            if not despairing or cue.length >= senses.SURE_CUE
            for place in range(cue.start, cue.end)
        }
        return set(range(len(self.words))) - sure - self.placed

    def is_behind(self, named: frozenset[int], sense: str) -> bool:
        """Whether a name stands right behind a cue of some sense, or begins with it."""
        return any(
            cue.meaning.sense == sense and cue.start <= min(named) <= cue.end
            for cue in (self.cues if named else ())
        )

    def is_noise(self, place: int) -> bool:
        """Whether a word is a few letters that mean nothing: "ua gì ở Hà Tĩnh"."""
        word = self.words[place]
        return len(word.text) <= NOISE and (word.origin == "unknown" or len(word.text) == 1)

    def clause_of(self, named: frozenset[int]) -> int:
        """The first word of the clause that a name begins in."""
        first = min(named, default=0)
        return next((place for place in range(first, 0, -1) if self.words[place].follows_break), 0)

    def clause_of_many(self) -> int:
        """The first word of the last clause that asks for a list or a number: "xe khách dừng ở Cà
        Mau, gần đó có điểm bán hàng OCOP không, cảm ơn ad" asks about no coaches; 0 where it is the
        first one, or none does."""
        asking = [
            span.start
            for span in self.resolved
            if span.meaning.sense in senses.ABOUT_MANY and span.length >= senses.SURE_CUE
        ]
        return self.clause_of(frozenset({max(asking)})) if asking else 0

    def of_the_question(
        self, cues: Sequence[PhraseSpan[Cue]], named: frozenset[int]
    ) -> Sequence[PhraseSpan[Cue]]:
        """The cues without those before the name that ask for many, if later ones ask about one
        thing: "em viết bài về đặc sản quê hương và chọn ..., cho em hỏi ai làm". In a long message
        the last clause that asks about one thing is the question."""
        asking = self._asking_clause(cues, max(named, default=0))
        if asking:
            return [span for span in cues if span.start >= asking]
        clause = self.clause_of(named)
        first, last = min(named, default=0), max(named, default=0)
        cues = [span for span in cues if not self._tells_its_stars(span, named)]
        asks = any(
            (
                span.meaning.sense in senses.ASKING_ONE
                or (clause and span.meaning.sense == "product")
            )
            and span.meaning.weight >= SURELY_ASKS
            and (span.start > last or span.start >= clause > 0)
            for span in cues
        )
        if not asks:
            return cues
        # "bánh cookies hạnh nhân ngon nhất giá mấy" praises the one, and asks for no list
        praise = last + 1 if len(named) >= LONG_NAME else -1
        return [
            span
            for span in cues
            if (span.start >= first and not (span.start == praise and self._praises(span)))
            or (span.start >= clause and not _is_of_many(span))
        ]

    def _praises(self, cue: PhraseSpan[Cue]) -> bool:
        """Whether a phrase that may ask for many praises what stands before it; "có hàng gì" asks
        what that has."""
        return _is_of_many(cue) and self.words[cue.start].marks.folded != "co"

    def _tells_its_stars(self, cue: PhraseSpan[Cue], named: frozenset[int]) -> bool:
        """Whether a phrase that asks for what has just got its stars stands right behind a long
        name, of which it tells: "mì gạo Hùng Lô vừa được 5 sao"."""
        behind = len(named) >= LONG_NAME and cue.start == max(named) + 1
        return (
            behind
            and self.stars is not None
            and _is_of_many(cue)
            and self.words[cue.end - 1].marks.folded in _STARS
        )

    def _asking_clause(self, cues: Sequence[PhraseSpan[Cue]], named: int) -> int:
        """The first word of the last clause behind the name, in a long message, that asks about one
        thing or, without a name, for a number; 0 where there is none."""
        if len(self.words) < LONG_MESSAGE:
            return 0
        sure = [span for span in cues if span.meaning.weight >= SURELY_ASKS]
        # Who wants to buy tells so, whatever he asks; to look something up is asked of everything
        wanted: tuple[Collection[str], ...] = (senses.ABOUT_ONE, {"where_to_buy", "product"})
        if not named:
            # "tôi là cán bộ văn phòng điều phối ..., xin cho biết số lượng sản phẩm"
            wanted = ({"statistics"}, *wanted)
        asking = next(
            (
                max(starts)
                for group in wanted
                if (starts := [span.start for span in sure if span.meaning.sense in group])
            ),
            0,
        )
        clause = self.clause_of(frozenset({asking}))
        return clause if clause > named else 0


def _is_of_many(cue: PhraseSpan[Cue]) -> bool:
    return cue.meaning.sense in senses.ABOUT_MANY


def resolve(cues: Sequence[PhraseSpan[Cue]]) -> list[PhraseSpan[Cue]]:
    """Cues without overlaps: those that explain most words; empty words explain a little less."""
    return longest_first(
        cues, lambda cue: EMPTY if cue.sense in senses.EMPTY else 1.0 + STRONG * cue.weight
    )
