"""Which cues found in an utterance ask something there, and which are only parts of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.understanding.drafts.drafts import DOUBTFUL
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    EMPTY,
    FILLER,
    INTRODUCING,
    ORIGIN,
    SURE_CUE,
    TOPIC,
    aside_sort,
    is_aside,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, PlaceReading
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import COUNTED_OF_GOODS

_BEFORE_PLACES = frozenset(("o", "tai", "cua", "tu", "ve", "den", "di", "huyen", "xa", "san"))
"""Folded words behind which a place is expected."""
_ENGLISH_BEFORE_PLACES = frozenset(("to", "in", "at", "from", "for"))
"""The same in English."""
_CLOSING = frozenset(("vs", "voi", "a", "ah", "ak", "nhe", "nha", "nhen", "da", "oi", "shop", "ad"))
"""Folded words of politeness at the end of a question."""
_SURELY_A_PLACE = 1.0
"""Weight of names that mean their place whatever they look like."""
_SLIP_OF_AN_ASIDE = 0.14
"""Penalty for each word up to which an aside of several words is read: an unknown word may be a
slip, but the "sao hết hạn" of "4 sao hết hạn" is no "sắp hết hạn"."""


def told_aside(
    found: Iterable[PhraseSpan[Cue]],
) -> tuple[list[PhraseSpan[Cue]], list[PhraseSpan[Cue]]]:
    """The phrases that only tell more of what is asked, and the cues proper."""
    asides: list[PhraseSpan[Cue]] = []
    cues: list[PhraseSpan[Cue]] = []
    for span in found:
        if not is_aside(span.meaning.sense):
            cues.append(span)
        elif span.length == 1 or span.penalty < _SLIP_OF_AN_ASIDE * span.length:
            asides.append(span)
    return asides, cues


def most_telling(asides: list[PhraseSpan[Cue]]) -> list[PhraseSpan[Cue]]:
    """The asides that no longer or surer phrase tells otherwise. Asked last, for a phrase that cuts
    a name tells nothing: "Nghệ An còn hiệu lực" holds no slip of "vẫn còn hiệu lực"."""
    return [span for span in asides if not _is_told_otherwise(span, asides)]


def cues_read(
    found: Iterable[PhraseSpan[Cue]],
    words: Sequence[Word],
    places: Sequence[PhraseSpan[PlaceReading]],
    kinds: Sequence[PhraseSpan[KindReading]],
) -> list[PhraseSpan[Cue]]:
    """The cues that stand for themselves beside names of places and kinds, all overlapping."""
    names = [(span.start, span.end) for span in places]
    names += [(span.start, span.end) for span in kinds if span.penalty < DOUBTFUL]
    named = frozenset(word for start, end in names for word in range(start, end))
    return [
        cue
        for cue in found
        if (
            # Most cues touch no name, and are done with here
            named.isdisjoint(range(cue.start, cue.end))
            or not (
                any(_is_within(cue, *name) or _cuts(cue, *name) for name in names)
                or any(
                    _begins_inside_a_place(cue, place)
                    or _cuts_a_place(cue, place)
                    or _holds_a_place(cue, place)
                    or _begins_a_place_at_the_end(cue, place, words)
                    for place in places
                )
                or any(
                    _takes_from_a_kind(cue, kind) or _is_slip_of_a_kind(cue, kind, words)
                    for kind in kinds
                )
            )
        )
        and not _takes_the_stars(cue, words)
        and not _is_parted(cue, words)
        and not _is_a_foreign_brand(cue, kinds)
    ]


def outside_talk(
    places: Sequence[PhraseSpan[PlaceReading]], cues: Sequence[PhraseSpan[Cue]]
) -> list[PhraseSpan[PlaceReading]]:
    """The places that are no part of a longer phrase of talk: the "que vo" of "về quê vợ ở" is not
    Quế Võ; nor are they the words for whom something is: "qua cho con" is of no Chợ Cồn, but "o cho
    con" is."""
    # Cues resolved do not overlap, so that each word is in one at most
    stretches = {
        word: cue
        for cue in cues
        if cue.length > 1 and is_sure(cue)
        for word in range(cue.start, cue.end)
    }
    return [
        place
        for place in places
        if (cue := stretches.get(place.start)) is None
        or cue.end < place.end
        or (cue.length <= place.length and not _is_said_of_whom(cue, place, cues))
    ]


def _is_said_of_whom(
    cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading], cues: Sequence[PhraseSpan[Cue]]
) -> bool:
    """Whether a small place is a phrase without content as it stands, and nothing says that a place
    follows."""
    empty = cue.meaning.sense == FILLER and not cue.penalty
    return (
        empty
        and (cue.start, cue.end) == (place.start, place.end)
        and place.meaning.weight < _SURELY_A_PLACE
        and not any(
            other.end == place.start and other.meaning.sense in INTRODUCING for other in cues
        )
    )


def undivided(
    places: Sequence[PhraseSpan[PlaceReading]],
    cues: Iterable[PhraseSpan[Cue]],
    words: Sequence[Word],
) -> list[PhraseSpan[PlaceReading]]:
    """The places that divide no other name from a question: "ha long an gi" asks what to eat in Hạ
    Long, not about Long An; "cong ty hong duc co san pham gi" is not about Đức Cơ."""
    ends: dict[int, int] = {}
    """Where the longest cue ends that begins at a word."""
    for cue in cues:
        if cue.length > 1 and not cue.penalty:
            ends[cue.start] = max(cue.end, ends.get(cue.start, 0))
    before: dict[int, dict[int, float]] = {border: {} for border in ends}
    """Where the places begin that end before such a cue, with their least penalty."""
    for place in places:
        if place.end in before:
            starts = before[place.end]
            starts[place.start] = min(place.penalty, starts.get(place.start, place.penalty))
    return [
        place
        for place in places
        if not any(
            place.end <= ends.get(border, 0)
            and any(
                start < place.start and penalty <= place.penalty
                for start, penalty in before[border].items()
            )
            for border in range(place.start + 1, place.end)
            if border in before
        )
        and not _takes_from_a_question(place, ends, words)
        and not _takes_a_preposition(place, places, words)
    ]


def _takes_a_preposition(
    place: PhraseSpan[PlaceReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    words: Sequence[Word],
) -> bool:
    """Whether the last word of a place is the "o" before another: "nam o cao bang" is mushrooms
    (nấm) in Cao Bằng, not Nam Ô."""
    return words[place.end - 1].text == "o" and any(
        other.start == place.end and other.length > 1 and not other.penalty for other in places
    )


def _takes_from_a_question(
    place: PhraseSpan[PlaceReading], ends: Mapping[int, int], words: Sequence[Word]
) -> bool:
    """Whether the last word of a place begins a long cue, and the first is not the first of all nor
    behind a preposition, but the last of another name."""
    last = place.end - 1
    before = words[place.start - 1].marks.folded if place.start else ""
    return (
        last > place.start > 0
        and ends.get(last, 0) - last >= SURE_CUE
        and not words[last].marks.is_marked
        and not words[place.start].follows_break
        and before not in _BEFORE_PLACES
    )


def asking_origin(cues: Iterable[PhraseSpan[Cue]]) -> frozenset[int]:
    """The words that ask where something is from and stand as they should: "tỉnh nào"."""
    return frozenset(
        word
        for cue in cues
        if cue.meaning.sense == ORIGIN and cue.length > 1 and not cue.penalty
        for word in range(cue.start, cue.end)
    )


def is_slip_of_a_place(cue: PhraseSpan[Cue], places: Iterable[PhraseSpan[PlaceReading]]) -> bool:
    """Whether a slip that is taken for a cue makes a longer name of a place as well: the "bìn" of
    "bìn phước" is Bình before it is "bán"."""
    return cue.penalty >= DOUBTFUL and any(
        place.start <= cue.start
        and cue.end <= place.end
        and cue.length < place.length
        and place.penalty <= cue.penalty
        for place in places
    )


def is_sure(cue: PhraseSpan[Cue]) -> bool:
    """Whether a cue is there, rather than something else mistyped."""
    return cue.penalty < DOUBTFUL * cue.length


def _is_told_otherwise(aside: PhraseSpan[Cue], asides: Iterable[PhraseSpan[Cue]]) -> bool:
    """Whether a longer or surer phrase that holds an aside's words means a sense of the same sort:
    "còn hạn" in "không còn hạn"."""
    sort = aside_sort(aside.meaning.sense)
    return bool(sort) and any(
        aside_sort(other.meaning.sense) == sort
        and other.start <= aside.start
        and aside.end <= other.end
        and (other.length, -other.penalty) > (aside.length, -aside.penalty)
        for other in asides
    )


def _takes_the_stars(cue: PhraseSpan[Cue], words: Sequence[Word]) -> bool:
    """Whether "sản phẩm 3" was read in "sản phẩm 3 sao", or "cho 3" in "cho 3 hộp trà"."""
    return (
        cue.meaning.sense.startswith("ordinal:")
        and cue.end < len(words)
        and words[cue.end].marks.folded in COUNTED_OF_GOODS
        and not words[cue.end].follows_break
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


def _takes_from_a_kind(cue: PhraseSpan[Cue], kind: PhraseSpan[KindReading]) -> bool:
    """Whether a question about the programme takes words of a kind of goods that stands as it
    should: "nước chấm thế nào" asks neither "chấm thế nào" nor "được chấm thế nào"."""
    of_rules = cue.meaning.sense.startswith(TOPIC) and kind.length > 1 and not kind.penalty
    divides = kind.start < cue.start < kind.end < cue.end
    meets = cue.start < kind.end and kind.start < cue.end
    return of_rules and (divides or (meets and cue.penalty > DOUBTFUL))


def _cuts_a_place(cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading]) -> bool:
    """Whether a cue read with any liberty ends inside the name of a place: "đồ Lai Châu" is no "dò
    lại"."""
    freely = cue.penalty > 0.0 and not place.penalty
    return freely and cue.start < place.start < cue.end < place.end


def _begins_a_place_at_the_end(
    cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading], words: Sequence[Word]
) -> bool:
    """Whether a cue of two words ends with the first of a place that is told last: the "gia thanh"
    of "cty le gia thanh hoa" asks for no price, but "cho hoi an" greets. Behind an English "to" it
    is a place wherever it stands: "go to cao bang tomorrow" is no complaint (tố cáo)."""
    begins = cue.length == 2 and cue.end == place.start + 1 and not place.penalty
    if begins and words[cue.start].text in _ENGLISH_BEFORE_PLACES:
        return cue.meaning.language == "vi"
    if not begins:
        return False
    last = len(words)
    while last > place.end and words[last - 1].marks.folded in _CLOSING:
        last -= 1
    told_last = place.end >= last - 1 or words[place.end].follows_break
    return told_last and cue.meaning.sense not in EMPTY


def _holds_a_place(cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading]) -> bool:
    """Whether a cue with other marks has a place in it that stands as it should: "ở vùng Mỏ" is no
    "ở vùng mô"."""
    holds = cue.start <= place.start and place.end <= cue.end
    return holds and cue.penalty > DOUBTFUL and not place.penalty


def _is_slip_of_a_kind(
    cue: PhraseSpan[Cue], kind: PhraseSpan[KindReading], words: Sequence[Word]
) -> bool:
    """Whether half of a cue of two words, read with a slip, is a kind that stands as it should:
    "có nem" is no "có nên", nor is "có mắm không" a "có mắc không"."""
    length = cue.length - (words[cue.end - 1].marks.folded == "khong")
    holds = length == 2 == kind.length + 1 and cue.start <= kind.start < cue.end
    return holds and not is_sure(cue) and not kind.penalty


def _is_a_foreign_brand(cue: PhraseSpan[Cue], kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether a slip in one word of English stands where brands stand, right behind a kind in
    Vietnamese: "bánh quy Cosy" asks no cost."""
    slipped = cue.penalty > DOUBTFUL and cue.length == 1 and cue.meaning.language == "en"
    return slipped and any(
        kind.end == cue.start and kind.meaning.language == "vi" for kind in kinds
    )


def _is_parted(cue: PhraseSpan[Cue], words: Sequence[Word]) -> bool:
    """Whether a comma or the like parts the two words of a cue: "alo shop, ocop Đồng Tháp" asks
    for no "shop ocop"."""
    return cue.end - cue.start == 2 and words[cue.start + 1].follows_break
