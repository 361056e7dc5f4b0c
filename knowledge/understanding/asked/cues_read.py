"""Which cues found in an utterance ask something there, and which are only parts of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.understanding.drafts.drafts import DOUBTFUL
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    EMPTY,
    ORIGIN,
    TOPIC,
    aside_sort,
    is_aside,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, PlaceReading
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import COUNTED_OF_GOODS

_ENGLISH_BEFORE_PLACES = frozenset(("to", "in", "at", "from", "for"))
"""English words behind which a place is expected."""
_CLOSING = frozenset(("vs", "voi", "a", "ah", "ak", "nhe", "nha", "nhen", "da", "oi", "shop", "ad"))
"""Folded words of politeness at the end of a question."""
_PROGRAMME = "ocop"
_TRADING = frozenset(("mua", "ban", "bán"))
"""Words as typed, before goods that are sold or bought."""
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
    found = list(found)
    sure = {(cue.start, cue.end) for cue in found if not cue.penalty}
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
                    _takes_from_a_kind(cue, kind)
                    or _is_slip_of_a_kind(cue, kind, words)
                    or ((kind.end, cue.end) in sure and _begins_with_goods(cue, kind, words))
                    for kind in kinds
                )
            )
        )
        and not _takes_the_stars(cue, words)
        and not _is_parted(cue, words)
        and not _is_a_foreign_brand(cue, kinds)
        and not _tells_which_goods(cue, kinds, words)
    ]


def names_the_programme_of(kind: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether an English kind stands right behind the name of the programme: "OCOP honey"."""
    behind = kind.start and words[kind.start - 1].marks.folded == _PROGRAMME
    return kind.meaning.language == "en" and bool(behind) and not words[kind.start].follows_break


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
    meets = cue.end == place.start + 1 and not place.penalty
    if meets and cue.meaning.sense.startswith(TOPIC):
        return True  # "hang ocop gia lai co gi" asks of no fakes (giả)
    begins = cue.length == 2 and meets
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
    """Whether a word of a short cue, read with a slip, is a kind that stands as it should: "có nem"
    is no "có nên", nor is "có mắm không" a "có mắc không", and "có bánh gì" no "có bán gì"."""
    length = cue.length - (words[cue.end - 1].marks.folded == "khong")
    halves = length == 2 and cue.start <= kind.start < cue.end
    amid = length == 3 and kind.start == cue.start + 1
    holds = kind.length == 1 and (halves or amid)
    return holds and not is_sure(cue) and not kind.penalty


def _begins_with_goods(
    cue: PhraseSpan[Cue], kind: PhraseSpan[KindReading], words: Sequence[Word]
) -> bool:
    """Whether a cue that is one without its first word too took a kind for that: with its marks
    "nấm ở đâu" is no "nằm ở đâu", nor is the "nam o dau" of "mua nam o dau"."""
    if (kind.start, kind.length, kind.penalty) != (cue.start, 1, 0.0):
        return False
    if cue.penalty:
        return words[cue.start].marks.is_marked
    before = words[cue.start - 1] if cue.start else None
    return before is not None and before.text in _TRADING


def _tells_which_goods(
    cue: PhraseSpan[Cue], kinds: Sequence[PhraseSpan[KindReading]], words: Sequence[Word]
) -> bool:
    """Whether a question about the programme only tells which goods are meant: the "what OCOP" of
    "what OCOP tea would you recommend", the first word of "authentic fish sauce"."""
    return cue.meaning.sense.startswith(TOPIC) and any(
        kind.start == cue.end
        and (names_the_programme_of(kind, words) or _is_said_of(kind, cue, words))
        for kind in kinds
    )


def _is_said_of(kind: PhraseSpan[KindReading], cue: PhraseSpan[Cue], words: Sequence[Word]) -> bool:
    """Whether a single word of English stands right before a kind in English."""
    english = cue.meaning.language == kind.meaning.language == "en"
    return english and cue.length == 1 and not words[kind.start].follows_break


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
