"""Which phrases that could be names of places are such where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.facts import PlaceLevel
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import ABOUT_MANY, SURE_CUE, UNIT
from knowledge.understanding.vocabulary.vocabularies import Cue, PlaceReading
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import COUNTED_OF_A_STAY

PROVINCES = ("province:", "former:")
"""How the keys of provinces, of today and of before 2025, begin."""
WIDER = 0.01
"""What a province counts more than a district of the same weight."""
_NO_CUES = frozenset({"small", "filler", "country"})
"""Senses of words that mean nothing alone."""

_UNIT_LEVELS: dict[str, frozenset[PlaceLevel]] = {
    "tinh": frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}),
    "province": frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}),
    "huyen": frozenset({PlaceLevel.DISTRICT}),
    "district": frozenset({PlaceLevel.DISTRICT}),
    "quan": frozenset({PlaceLevel.DISTRICT}),
    "xa": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "phuong": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "commune": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "ward": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "thi xa": frozenset({PlaceLevel.DISTRICT}),
    "thi tran": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
}
LONGEST_UNIT = 2
"""Words of the longest of them."""


def stands_there(
    span: PhraseSpan[PlaceReading],
    words: Sequence[Word],
    cues: Sequence[PhraseSpan[Cue]],
    found: Sequence[PhraseSpan[PlaceReading]],
    *,
    introduced: bool,
) -> bool:
    """Whether a phrase is the name of a place there, and no part of something else.

    ``found`` are all phrases that could be places; ``introduced`` tells whether a preposition or a
    unit stands before this one.
    """
    return (
        _is_surely_typed(words, span)
        and not _is_cue(span, cues, introduced)
        and not _takes_a_number(span, words, found)
        and not _begins_inside_a_cue(span, cues, found)
        and not _takes_a_unit(span, words, cues, found)
    )


def is_located(
    words: Sequence[Word],
    start: int,
    end: int,
    introducers: Mapping[int, PhraseSpan[Cue]],
    cues: Sequence[PhraseSpan[Cue]],
) -> bool:
    """Whether a preposition stands before, with or without a unit word between.

    Without marks "tại" is also "tai" of a pig, "từ" also "tư": only "ở" is taken on trust.
    """
    before = introducers.get(start)
    if before is not None and before.meaning.sense == UNIT:
        unit = before
        before = introducers.get(unit.start)
        if before is None or before.meaning.sense == UNIT:
            # "huyện Ba Chẽ có bao nhiêu sản phẩm" is about the district, though "xã Đào Thịnh"
            # is a part of a product's name
            return any(cue.meaning.sense in ABOUT_MANY for cue in cues)
    if before is None:
        return False
    first = words[before.start].marks
    if before.meaning.language == "en" and _goes_on(words, end, cues):
        return False  # "interested in Luc Ngan rice noodles": the place belongs to the noun
    return (
        before.length > 1
        or before.meaning.language == "en"
        or first.is_marked
        or (first.folded == "o")
    )


def levels_before(unit: Sequence[Word]) -> frozenset[PlaceLevel] | None:
    """The levels of places that the words before a name tell of, where they end in a unit."""
    said = [word.marks.folded for word in unit]
    # The unit of "của tỉnh" is its last word, that of "ở thị xã" its last two
    ends = (" ".join(said[-length:]) for length in (LONGEST_UNIT, 1))
    return next((_UNIT_LEVELS[unit] for unit in ends if unit in _UNIT_LEVELS), None)


def readiest(
    spans: Sequence[PhraseSpan[PlaceReading]],
) -> list[PhraseSpan[PlaceReading]]:
    """Without those that overlap a stretch of the same length which more readily is a place:
    "đất Quảng Ninh" is Quảng Ninh, not "đất Quảng"; "đồ Sơn La" is Sơn La, not Đồ Sơn."""
    worth: dict[tuple[int, int], float] = {}
    for span in spans:
        stretch = (span.start, span.end)
        wide = WIDER if span.meaning.key.startswith(PROVINCES) else 0.0
        worth[stretch] = max(worth.get(stretch, 0.0), span.meaning.weight - span.penalty + wide)
    beaten = {
        (start, end)
        for (start, end), own in worth.items()
        for shift in range(1 - (end - start), end - start)
        if shift and worth.get((start + shift, end + shift), 0.0) > own
    }
    return [span for span in spans if (span.start, span.end) not in beaten]


def cheapest(
    spans: Sequence[PhraseSpan[PlaceReading]],
) -> list[PhraseSpan[PlaceReading]]:
    """For each stretch all readings under the least penalty found there, so that they compete by
    weight alone."""
    least: dict[tuple[int, int], float] = {}
    for span in spans:
        stretch = (span.start, span.end)
        least[stretch] = min(span.penalty, least.get(stretch, span.penalty))
    return [span for span in spans if span.penalty <= least[span.start, span.end]]


def _is_surely_typed(words: Sequence[Word], span: PhraseSpan[PlaceReading]) -> bool:
    """Whether a name so short that it may be anything (HY, SG) was typed letter by letter."""
    name = span.meaning.short
    return name is None or words[span.start].text == name


def _is_cue(
    span: PhraseSpan[PlaceReading], cues: Sequence[PhraseSpan[Cue]], introduced: bool
) -> bool:
    """Whether the words are a cue, or within one: "là gì" is not the town of La Gi. A name read
    with a slip gives way to a longer cue that it shares a word with."""
    return any(
        (
            cue.meaning.sense not in _NO_CUES
            # "đồ Huế" is no slip in "đồ quê"
            and cue.penalty <= span.penalty
            and cue.start <= span.start
            and span.end <= cue.end
            # "ở thành phố Châu Đốc" typed without marks is in no commune of Thanh
            and not (introduced and cue.length == span.length)
        )
        or (
            span.penalty > cue.penalty
            and cue.length > 1
            and not introduced
            and cue.start < span.end
            and span.start < cue.end
        )
        for cue in cues
    )


def _takes_a_number(
    span: PhraseSpan[PlaceReading], words: Sequence[Word], found: Sequence[PhraseSpan[PlaceReading]]
) -> bool:
    """Whether the number of a ward counts what follows: "ha giang 2 days" is in Hà Giang, not in
    Hà Giang 2. In "quận 1 món gì ngon" nothing remains without the number."""
    last = words[span.end - 1]
    following = words[span.end].marks.folded if span.end < len(words) else ""
    if not last.text.isdigit() or following not in COUNTED_OF_A_STAY:
        return False
    return any((other.start, other.end) == (span.start, span.end - 1) for other in found)


def _begins_inside_a_cue(
    span: PhraseSpan[PlaceReading],
    cues: Sequence[PhraseSpan[Cue]],
    found: Sequence[PhraseSpan[PlaceReading]],
) -> bool:
    """Whether a name begins inside a cue behind which another name begins: "du lich cong dong hoi
    an" is in Hội An, not in Đồng Hới."""
    ends = {
        cue.end
        for cue in cues
        if cue.length >= SURE_CUE
        and not cue.penalty
        and cue.start < span.start < cue.end < span.end
    }
    return any(other.start in ends and other.length > 1 and not other.penalty for other in found)


def _takes_a_unit(
    span: PhraseSpan[PlaceReading],
    words: Sequence[Word],
    cues: Sequence[PhraseSpan[Cue]],
    found: Sequence[PhraseSpan[PlaceReading]],
) -> bool:
    """Whether the first word of a name is the "tỉnh" before a province whose last word slipped:
    "tinh gia lau" is Gia Lai, not Tĩnh Gia."""
    return (
        words[span.start].text == "tinh"
        and any(
            (other.start, other.end) == (span.start + 1, span.end + 1)
            and other.meaning.key.startswith(PROVINCES)
            for other in found
        )
        and not any(cue.start <= span.end < cue.end and not cue.penalty for cue in cues)
    )


def _goes_on(words: Sequence[Word], end: int, cues: Sequence[PhraseSpan[Cue]]) -> bool:
    """Whether a content word follows at once."""
    return (
        end < len(words)
        and not words[end].follows_break
        and not any(cue.start <= end < cue.end for cue in cues)
    )
