"""First half of the reading: everything that can be spotted in an utterance, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.text.tokens import Token
from knowledge.understanding import senses
from knowledge.understanding.numerals import period_in, stars_in
from knowledge.understanding.phrases import PhraseSpan, longest_first
from knowledge.understanding.places import READY, Gazetteer, PlaceSpan
from knowledge.understanding.utterance import Word, read_words
from knowledge.understanding.vocabularies import (
    Cue,
    Foreign,
    KindReading,
    Vocabularies,
)

_AMOUNT = re.compile(r"\d+(?:kg|g|gr|gram|ml|l|lit|k|tr)?")
MARKS_WRITER = 0.4
"""From this share of marked words on, a person is taken to write marks where they belong."""
DOUBTFUL = 0.12
"""Penalty for each word from which a cue may as well be something else mistyped: one slip in a cue
of three words is sure to be one, in two words it may be part of a name."""


STRONG = 0.05
"""What a cue's weight adds to its words' worth: of equally long ones the telling one is read."""
EMPTY = 0.8
"""What a filler's word counts for, against 1 for a word that tells what is asked."""
LONGEST_BRAND = 3
"""Words behind a kind among which another word of one syllable is hardly a kind: "mật ong Bếp Nhà
Thỏ" asks for no rabbit."""
SURE_CUE = 3
"""Words from which a cue is not there by chance."""
NOISE = 3
"""Letters of the longest word that is taken for a slip beside a place."""
_MAY_BE_NAMES = senses.EMPTY | {"greeting"}
TELLING = 0.45
"""Weight from which a cue of one word tells something by itself."""
SURELY_ASKS = 0.8
"""Weight from which a cue asks by itself."""


class Piece(NamedTuple):
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
    places: list[PlaceSpan]
    kinds: list[PhraseSpan[KindReading]]
    foreign: list[PhraseSpan[Foreign]]
    soft: frozenset[int]
    """Words covered by cues and fillers."""
    weak: frozenset[int]
    """Those of them that mean hardly anything alone and are written with other marks: inside a
    name they are part of it."""
    doubtful: frozenset[int]
    """Words that are cues only if they were mistyped: as likely part of a name."""
    everyday: frozenset[int]
    """Words of everyday language: talk around the question unless a name holds them."""
    placed: frozenset[int]
    """Words of a place that a preposition introduces ("ở Phú Quốc")."""
    stays: frozenset[int]
    """First words of places where the asker is ("mình ở Hà Nội")."""
    stars: int | None
    period: str | None
    phrasings: list[list[Piece]] = field(init=False, default_factory=list)
    """The ways of saying it for which names were looked up so far: products and producers are
    looked up alike (:mod:`knowledge.understanding.wordings`)."""

    def cues_outside(self, taken: frozenset[int]) -> list[PhraseSpan[Cue]]:
        """The cues that remain when a name has taken its words, without overlaps."""
        left = [span for span in self.cues if taken.isdisjoint(range(span.start, span.end))]
        return self.resolved if len(left) == len(self.cues) else resolve(left)

    @property
    def empty_words(self) -> frozenset[int]:
        """Words of talk that are so only one by one: "ai" and "minh" may be halves of names."""
        return frozenset(
            cue.start
            for cue in self.cues_outside(frozenset())
            if cue.length == 1
            and (cue.meaning.sense in _MAY_BE_NAMES or cue.meaning.weight < TELLING)
        )

    def loose_words(self, *, despairing: bool) -> set[int]:
        """Words that may be halves of others: content, and when nothing at all was understood also
        words of short cues ("mac k hen" is mắc khén)."""
        sure = {
            place
            for cue in self.cues_outside(frozenset())
            if not despairing or cue.length >= SURE_CUE
            for place in range(cue.start, cue.end)
        }
        return set(range(len(self.words))) - sure - self.placed

    def is_noise(self, place: int) -> bool:
        """Whether a word is a few letters that mean nothing: "ua gì ở Hà Tĩnh"."""
        word = self.words[place]
        return len(word.text) <= NOISE and (word.origin == "unknown" or len(word.text) == 1)

    def clause_of(self, named: frozenset[int]) -> int:
        """The first word of the clause that a name begins in."""
        first = min(named, default=0)
        return next((place for place in range(first, 0, -1) if self.words[place].follows_break), 0)

    def of_the_question(
        self, cues: Sequence[PhraseSpan[Cue]], named: frozenset[int]
    ) -> Sequence[PhraseSpan[Cue]]:
        """The cues without those before the name that ask for many, if later ones ask about one
        thing: "em viết bài về đặc sản quê hương và chọn ..., cho em hỏi ai làm"."""
        clause = self.clause_of(named)
        first, last = min(named, default=0), max(named, default=0)
        asks = any(
            span.meaning.sense in senses.ASKING_ONE
            and span.meaning.weight >= SURELY_ASKS
            and (span.start > last or span.start >= clause > 0)
            for span in cues
        )
        if not asks:
            return cues
        return [
            span
            for span in cues
            if span.start >= first
            or (span.start >= clause and span.meaning.sense not in senses.ABOUT_MANY)
        ]


def resolve(cues: Sequence[PhraseSpan[Cue]]) -> list[PhraseSpan[Cue]]:
    """Cues without overlaps: those that explain most words; empty words explain a little less."""
    return longest_first(
        cues, lambda cue: EMPTY if cue.sense in senses.EMPTY else 1.0 + STRONG * cue.weight
    )


def spot(
    text: str,
    tokens: list[Token],
    vocabularies: Vocabularies,
    gazetteer: Gazetteer,
) -> Draft:
    """Read the words of a text, from its tokens, and find all phrases in them."""
    words = read_words(tokens, vocabularies.lexicon)
    # Of the tokens, not the words: the marks of a short form written out are ours
    marked = sum(token.marks.is_marked for token in tokens) + sum(
        word.origin in {"telex", "vni"} for word in words
    )
    writes_marks = marked >= max(1, MARKS_WRITER * len(tokens))
    places_found = vocabularies.places.find(words, writes_marks=writes_marks)
    names_of_places = [
        span
        for span in places_found
        if span.length > 1 and span.meaning.weight >= READY and span.penalty < DOUBTFUL
    ]
    kinds = vocabularies.kinds.find(words, writes_marks=writes_marks, slips=False)
    place_stretches = [(span.start, span.end) for span in names_of_places]
    kinds = [
        span
        for span in kinds
        if _is_whole_noun(span, words, kinds)
        # The gạo of Chợ Gạo is no rice
        and not any(_is_inside(span, *stretch) for stretch in place_stretches)
        and not any(_begins_before(span, words, *stretch) for stretch in place_stretches)
    ]
    stretches = place_stretches + [
        (span.start, span.end) for span in kinds if span.penalty < DOUBTFUL
    ]
    cues = [
        cue
        for cue in vocabularies.cues.find(words, writes_marks=writes_marks)
        if not any(_is_within(cue, *stretch) for stretch in stretches)
        and not _takes_the_stars(cue, words)
    ]
    resolved = resolve(cues)
    soft: set[int] = set()
    doubtful: set[int] = set()
    for span in resolved:
        sure = span.penalty < DOUBTFUL * span.length
        (soft if sure else doubtful).update(range(span.start, span.end))
    doubtful -= soft
    places = gazetteer.spot(words, places_found, resolved)
    placed = {
        place
        for span in places
        if span.located
        # The preposition too: the "o" of "rượu ở Tiền Giang" is no part of "Rượu Ô Lâu"
        for place in range(_introduced_from(span.start, resolved), span.end)
    }
    return Draft(
        text=text,
        tokens=tokens,
        words=words,
        writes_marks=writes_marks,
        cues=cues,
        resolved=resolved,
        places=places,
        kinds=longest_first(
            span
            for span in kinds
            # "oi" of "shop ơi" is no guava
            if not soft.issuperset(range(span.start, span.end))
        ),
        foreign=longest_first(
            span
            for span in vocabularies.foreign.find(words, writes_marks=writes_marks, slips=False)
            if not any(cue.start <= span.start and span.end <= cue.end for cue in resolved)
            and span.meaning.is_written(words[span.start : span.end])
            # "của Thái Nguyên" is not "của Thái"
            and not any(span.start < end and start < span.end for start, end in place_stretches)
            # "Kon Rum" is Kon Tum
            and not any(place.start <= span.start and span.end < place.end for place in places)
            and not any(place.start < span.start and span.end <= place.end for place in places)
        ),
        soft=frozenset(soft),
        weak=frozenset(
            span.start
            for span in resolved
            if span.length == 1
            and span.penalty
            and (span.meaning.sense in senses.EMPTY or span.meaning.weight < TELLING)
        ),
        doubtful=frozenset(doubtful),
        everyday=frozenset(
            place
            for place, word in enumerate(words)
            if _is_everyday(word, vocabularies, writes_marks)
        ),
        placed=frozenset(placed),
        stays=frozenset(span.end for span in resolved if span.meaning.sense == senses.STAY),
        stars=stars_in(text),
        period=period_in(text),
    )


def _is_everyday(word: Word, vocabularies: Vocabularies, writes_marks: bool) -> bool:
    written = vocabularies.everyday.get(word.marks.folded)
    if written is None:
        # An unknown word one slip from one of everyday language; amounts tell nothing alone
        meant = [vocabularies.table.words[number] for number, _ in word.readings]
        return bool(_AMOUNT.fullmatch(word.text)) or (
            word.origin == "unknown"
            and bool(meant)
            and all(text in vocabularies.everyday for text in meant)
        )
    if word.origin == "split":
        return False
    return word.marks in written or (not word.marks.is_marked and not writes_marks)


def _takes_the_stars(cue: PhraseSpan[Cue], words: Sequence[Word]) -> bool:
    """Whether "sản phẩm 3" was read in "sản phẩm 3 sao"."""
    return (
        cue.meaning.sense.startswith("ordinal:")
        and cue.end < len(words)
        and words[cue.end].marks.folded in {"sao", "star", "stars"}
    )


def _is_within(cue: PhraseSpan[Cue], start: int, end: int) -> bool:
    """Whether a cue is only a part of a longer name: "tiếng" of Dầu Tiếng asks for no language,
    "xưởng" of lạp xưởng names no producer. A cue read with a slip gives way to any name."""
    shorter = cue.length < end - start or cue.penalty > DOUBTFUL
    return start <= cue.start and cue.end <= end and shorter


def _begins_before(
    kind: PhraseSpan[KindReading], words: Sequence[Word], start: int, end: int
) -> bool:
    """Whether a kind took the preposition before a place: "o Long An" typed without marks is no
    oolong, "tinh Nghe An" no "tinh nghệ", "hàng của Cà Mau" no crab of Cà Mau."""
    if kind.start + 1 != start:
        return False
    before = words[kind.start - 1].marks.folded if kind.start else ""
    match words[kind.start].marks.folded:
        case "o" | "tinh":
            return kind.end < end
        case "cua":
            return kind.end <= end and before in _GOODS
        case _:
            return False


def _is_inside(kind: PhraseSpan[KindReading], start: int, end: int) -> bool:
    return start <= kind.start and kind.end <= end and kind.length < end - start


_GOODS = frozenset(("pham", "san", "hang", "do", "mon", "qua", "ocop", "sao"))
"""Last words of "sản phẩm", "đặc sản", "5 sao" ... behind which "cua" is a preposition."""
_JOINING = frozenset(("va", "hoac", "hay", "voi", "cung", "and", "or", "with"))


def _is_whole_noun(
    span: PhraseSpan[KindReading], words: Sequence[Word], kinds: Sequence[PhraseSpan[KindReading]]
) -> bool:
    """Whether a kind of one Vietnamese syllable stands by itself: behind another kind it is part of
    a brand ("nước mắm Lê Gia" names neither pears nor bean sprouts)."""
    if span.length > 1 or span.meaning.language == "en":
        return True
    if span.penalty or words[span.start].follows_break:
        return not span.penalty
    return not any(
        other.length > 1
        and other.end <= span.start <= other.end + LONGEST_BRAND
        and not _are_joined(words[other.end : span.start])
        for other in kinds
    )


def _are_joined(between: Sequence[Word]) -> bool:
    """Whether "và", "or" or a comma stands between two kinds: then both are meant."""
    return any(word.follows_break or word.marks.folded in _JOINING for word in between)


def _introduced_from(start: int, cues: Sequence[PhraseSpan[Cue]]) -> int:
    """First word of the preposition and unit word before a place."""
    for cue in reversed(cues):
        if cue.end == start and cue.meaning.sense in senses.INTRODUCING:
            start = cue.start
    return start
