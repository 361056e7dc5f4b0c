"""First half of the reading: everything that can be spotted in an utterance, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text.tokens import Token
from knowledge.understanding import senses
from knowledge.understanding.brands import brand_words, is_title, words_before_kinds
from knowledge.understanding.drafts import DOUBTFUL, TELLING, Draft, resolve
from knowledge.understanding.lexicon import Word
from knowledge.understanding.numerals import dated, period_in, stars_in
from knowledge.understanding.phrases import PhraseSpan, longest_first
from knowledge.understanding.place_phrases import PROVINCES
from knowledge.understanding.places import READY, Gazetteer
from knowledge.understanding.standing_kinds import slipped, standing
from knowledge.understanding.utterance import read_words
from knowledge.understanding.vocabularies import (
    Cue,
    KindReading,
    PlaceReading,
    Vocabularies,
)

_AMOUNT = re.compile(r"\d+(?:kg|g|gr|gram|ml|l|lit|k|tr)?")
MARKS_WRITER = 0.4
"""From this share of marked words on, a person is taken to write marks where they belong."""


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
    period = period_in(text)
    of_dates = dated([word.marks.folded for word in words]) if period else frozenset()
    kinds = [
        kind
        for kind in vocabularies.kinds.find(words, writes_marks=writes_marks, slips=False)
        # "nam 2025" tells the year, it asks for no "nấm"
        if of_dates.isdisjoint(range(kind.start, kind.end))
    ]
    kinds = [kind for kind in kinds if not _is_a_place_too(kind, names_of_places, words)]
    kinds = standing(kinds, words, names_of_places)
    places_found = [place for place in places_found if not _cuts_a_kind(place, places_found, kinds)]
    if names_of_places and not kinds:
        # Beside a place a kind is likely, and worth a look for slips: "mật on ở Hà Nam"
        kinds = slipped(vocabularies.kinds, words, names_of_places, writes_marks=writes_marks)
    place_stretches = [(span.start, span.end) for span in names_of_places]
    stretches = place_stretches + [
        (span.start, span.end) for span in kinds if span.penalty < DOUBTFUL
    ]
    cues = [
        cue
        for cue in vocabularies.cues.find(words, writes_marks=writes_marks)
        if not any(_is_within(cue, *stretch) or _cuts(cue, *stretch) for stretch in stretches)
        and not any(
            _begins_inside_a_place(cue, place) or _cuts_a_place(cue, place)
            for place in names_of_places
        )
        and not _takes_the_stars(cue, words)
    ]
    resolved = resolve(cues)
    soft: set[int] = set()
    doubtful: set[int] = set()
    for span in resolved:
        (soft if _is_sure(span) else doubtful).update(range(span.start, span.end))
    soft |= of_dates
    doubtful -= soft
    kinds = [kind for kind in kinds if not _ends_in_a_cue(kind, resolved, kinds)]
    brand = brand_words(words, kinds, resolved, vocabularies)
    kinds = [span for span in kinds if brand.isdisjoint(range(span.start, span.end))]
    soft -= brand
    doubtful -= brand
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
            or _is_all_but_a_place(span, names_of_places, words)
        ),
        foreign=longest_first(
            span
            for span in vocabularies.foreign.find(words, writes_marks=writes_marks, slips=False)
            if not any(
                _is_sure(cue) and cue.start <= span.start and span.end <= cue.end
                for cue in resolved
            )
            and span.meaning.is_written(words[span.start : span.end])
            # "của Thái Nguyên" is not "của Thái"
            and not any(
                span.start < end
                and start < span.end
                # but "bia Sài Gòn" is that beer
                and not (span.start <= start and end <= span.end)
                for start, end in place_stretches
            )
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
        brand=frozenset(brand),
        titles=frozenset(
            span.start for span in resolved if span.length == 1 and is_title(words[span.start])
        ),
        doubtful=frozenset(doubtful),
        everyday=frozenset(
            place
            for place, word in enumerate(words)
            if place not in brand and _is_everyday(word, vocabularies, writes_marks)
        ),
        introducing=frozenset(
            # Behind "công ty" a kind is a part of the maker's name
            ()
            if any(span.meaning.sense == senses.ORG for span in resolved)
            else words_before_kinds(words, kinds, soft | placed | brand)
        ),
        placed=frozenset(placed),
        stays=frozenset(span.end for span in resolved if span.meaning.sense == senses.STAY),
        stars=stars_in(
            text,
            {word.token for start, end in place_stretches for word in words[start:end]},
        ),
        period=period,
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


def _is_sure(cue: PhraseSpan[Cue]) -> bool:
    """Whether a cue is there, rather than something else mistyped."""
    return cue.penalty < DOUBTFUL * cue.length


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


def _cuts(cue: PhraseSpan[Cue], start: int, end: int) -> bool:
    """Whether a cue read with a slip holds but a part of a name that stands as it should: "đồ Thái"
    of "đồ Thái Nguyên" is no "đồ thật"."""
    holds_all = cue.start <= start and end <= cue.end
    return cue.penalty > DOUBTFUL and cue.start < end and start < cue.end and not holds_all


def _begins_inside_a_place(cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading]) -> bool:
    """Whether a cue begins inside the name of a place: the "noi mua" of "ha noi mua gi" is no "nơi
    mua"."""
    return not place.penalty and place.start < cue.start < place.end < cue.end


def _cuts_a_place(cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading]) -> bool:
    """Whether a cue read with any liberty ends inside the name of a place: "đồ Lai Châu" is no "dò
    lại"."""
    freely = cue.penalty > 0.0 and not place.penalty
    return freely and cue.start < place.start < cue.end < place.end


def _is_a_place_too(
    kind: PhraseSpan[KindReading], places: Sequence[PhraseSpan[PlaceReading]], words: Sequence[Word]
) -> bool:
    """Whether the very words of a kind, without marks, are a province or district: "con dao"."""
    plain = not any(word.marks.is_marked for word in words[kind.start : kind.end])
    return plain and any(
        (place.start, place.end, place.penalty) == (kind.start, kind.end, 0.0)
        and place.meaning.key.startswith((*PROVINCES, "district:"))
        for place in places
    )


def _cuts_a_kind(
    place: PhraseSpan[PlaceReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    kinds: Sequence[PhraseSpan[KindReading]],
) -> bool:
    """Whether a place was read half into a kind and half into another place: the "tay ninh" of
    "mang tay ninh thuan"."""
    return any(
        kind.start < place.start < kind.end < place.end
        and kind.length > 1
        and not kind.penalty
        and any(
            other.start == kind.end
            and other.length > 1
            and not other.penalty
            and other.start < place.end < other.end
            for other in places
        )
        for kind in kinds
    )


def _is_all_but_a_place(
    kind: PhraseSpan[KindReading], places: Sequence[PhraseSpan[PlaceReading]], words: Sequence[Word]
) -> bool:
    """Whether nothing but a kind and a place was typed: "toi hai duong" is garlic, though "toi" is
    "tôi" in any longer sentence."""
    return (kind.start, kind.length) == (0, 1) and any(
        (place.start, place.end, place.penalty) == (kind.end, len(words), 0.0) for place in places
    )


def _ends_in_a_cue(
    kind: PhraseSpan[KindReading],
    cues: Sequence[PhraseSpan[Cue]],
    kinds: Sequence[PhraseSpan[KindReading]],
) -> bool:
    """Whether the last word of a kind begins a longer cue, and what is left is a kind by itself:
    "tra lam qua" is tea for a present, no "chè lam"."""
    return any(
        kind.start < cue.start < kind.end < cue.end
        and not cue.penalty
        and any(other.start == kind.start and other.end == cue.start for other in kinds)
        for cue in cues
    )


def _introduced_from(start: int, cues: Sequence[PhraseSpan[Cue]]) -> int:
    """First word of the preposition and unit word before a place."""
    for cue in reversed(cues):
        if cue.end == start and cue.meaning.sense in senses.INTRODUCING:
            start = cue.start
    return start
