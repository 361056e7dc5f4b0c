"""Questions about something that is surely not an OCOP product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.understanding.asked.cues_read import is_sure
from knowledge.understanding.drafts.certainty import is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    ASKING_ONE,
    AT,
    EMPTY,
    EXPORT,
    PRODUCT,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, Foreign, PlaceReading
from knowledge.understanding.words.lexicon import Word

WELL_READ = 0.8
"""Score of a name from which its words are no longer taken for a foreign thing's."""
LONG_NAME = 4
"""Typed words of a whole name from which the question is about it, whatever else is said."""
NEARLY_TYPED = 0.85
"""Share of a long name from which it is named though a letter of it slipped."""
LONG_MESSAGE = 20
"""Words of a message in which a whole name is what it is about, whatever is told around it."""
_OF = frozenset(("from", "of", "cua", "tu"))
"""Folded words between a thing and the country it is from."""
NEAR = frozenset(("recipes", "growing", "eating_out"))
"""Topics near to what is asked of a product: how it is made or grown, and where it is served. They
are other topics where only a kind is named ("cách làm kẹo dừa"), not beside a product's name."""
_AROUND = NEAR | {
    "travel_booking",
    "travel",
    "traffic",
    "offices",
    "hospital",
    "weather",
    "services",
}
"""Topics that may be told of around a question about goods: "ở khách sạn gần chợ, có đặc sản gì".
"""
_OF_WHAT_IS_NAMED = NEAR | {"services"}
"""Those that may be done with what is named: "lụa đũi Nam Cao may áo dài mặc mát không"."""
ABROAD = "country"
"""The topic of other countries and their towns."""
_THING = "product"
_GOODS = frozenset(("brand", _THING, ABROAD))
"""Topics that are goods all the same."""
_GREETING = "greeting"
_OF_A_GREETING = EMPTY | {_GREETING, AT}
"""Senses of who greets and asks nothing yet."""
SURELY_OF_GOODS = 0.75
"""Evidence from which goods or their shops are asked for, beside which such a topic is but told of:
"best" alone tells nothing."""


def is_foreign(draft: Draft, decision: Decision, senses: Mapping[str, float]) -> bool:
    """Whether the utterance is about something that is surely not an OCOP product.

    Words that a product's name holds are no sign, nor is another topic beside a long name. A
    country is one only where no product is named, or right beside its name ("kim chi Hàn Quốc"); in
    a question about exports never.
    """
    if not draft.foreign:
        return False
    named = decision.certainty in {Certainty.CLEAR, Certainty.RIVALS} and decision.consumed
    clause = draft.clause_of(decision.consumed) if named else draft.clause_of_many()
    of_goods = any(senses.get(sense, 0.0) >= SURELY_OF_GOODS for sense in ABOUT_MANY)
    buys = senses.get("where_to_buy", 0.0) >= SURELY_OF_GOODS
    # "ngồi xe khách nghe khen Tương Khả Do, tò mò Tương Khả Do là món như thế nào"
    long = len(draft.words) >= LONG_MESSAGE
    asked = long or _asks_of_one(senses)
    of_one = asked and bool(named) and _is_more_than_a_kind(draft, decision)
    for span in draft.foreign:
        stretch = range(span.start, span.end)
        telling = frozenset(stretch)
        if decision.producers and span.end in decision.consumed:
            telling -= draft.soft  # the "bên" of "bên Thái" stands before HTX Thái Sơn as well
        held = decision.consumed.issuperset(telling) and _is_well_read(decision)
        if held and span.meaning.topic == _THING:
            held = span.length == 1 or _is_side_by_side(span, draft, decision)
        elif span.meaning.topic == ABROAD and named and not held:
            held = _begins_a_brand(span, draft, decision)
        if held or span.end <= clause:
            # "em làm bài tập về đặc sản, cho em hỏi ...": talk before the question
            continue
        if of_one and span.meaning.topic not in _GOODS:
            continue
        if span.meaning.topic in _AROUND and (of_goods or (buys and _names_goods(span, draft))):
            continue
        if span.meaning.topic in _OF_WHAT_IS_NAMED:
            if named and (
                _is_more_than_a_kind(draft, decision)
                or (_is_long_name(decision) and _asks_of_a_product(span, draft))
            ):
                continue
            return True
        if span.meaning.topic != ABROAD:
            if named and _is_long_name(decision):
                continue  # "que phat cinnamon essential oil price" asks for no price of oil
            return True
        first = span.start - 1
        if first > 0 and draft.words[first].marks.folded in _OF:
            first -= 1
        beside = {first, span.end} & decision.consumed
        # The "Lào" of "ở Lào" is all that was typed of a company of Lào Cai
        alone = named and decision.consumed.issubset(stretch)
        if _introduces_somebody(span, draft, senses):
            continue
        if EXPORT not in senses and (not named or beside or alone):
            return True
    return False


def _asks_of_one(senses: Mapping[str, float]) -> bool:
    """Whether something is surely asked that only a product or its maker can answer."""
    return any(senses.get(sense, 0.0) >= SURELY_OF_GOODS for sense in (*ASKING_ONE, PRODUCT))


def _introduces_somebody(
    span: PhraseSpan[Foreign], draft: Draft, senses: Mapping[str, float]
) -> bool:
    """Whether a greeting tells but where somebody is from: "good morning, I am from India"."""
    if not span.start or draft.kinds or _GREETING not in senses:
        return False
    return draft.words[span.start - 1].marks.folded in _OF and senses.keys() <= _OF_A_GREETING


def _is_side_by_side(span: PhraseSpan[Foreign], draft: Draft, decision: Decision) -> bool:
    """Whether a name has the words of a phrase one behind the other: "nước hoa" (perfume) is in no
    Nước mắm Như Hoa."""
    return _holds_side_by_side(draft.words[span.start : span.end], decision)


def _begins_a_brand(span: PhraseSpan[Foreign], draft: Draft, decision: Decision) -> bool:
    """Whether what looks like a country is the first word of a brand: "đèn của Đức Phong"."""
    behind = span.end
    if behind not in decision.consumed or draft.words[behind].follows_break:
        return False
    best = (decision.products or decision.producers)[0].verdict
    if {behind - 1, behind} <= decision.consumed - best.positions:
        return True  # "hạt điều của Mỹ Lệ": the name of its maker
    return _holds_side_by_side(draft.words[behind - 1 : behind + 1], decision)


def _holds_side_by_side(words: Sequence[Word], decision: Decision) -> bool:
    """Whether the name found has some words one behind the other."""
    typed = [{number for number, _ in word.readings} for word in words]
    name = (decision.products or decision.producers)[0].verdict.name.words
    return any(
        all(number in said for number, said in zip(name[at:], typed, strict=False))
        for at in range(len(name) - len(typed) + 1)
    )


def _names_goods(span: PhraseSpan[Foreign], draft: Draft) -> bool:
    """Whether a kind stands behind a topic: "quán ăn cần mua gạo" buys rice."""
    return any(kind.start >= span.end for kind in draft.kinds)


def is_of_no_goods(draft: Draft) -> bool:
    """Whether what is foreign is a topic rather than goods of somebody else."""
    return any(span.meaning.topic not in _GOODS for span in draft.foreign)


def _is_long_name(decision: Decision) -> bool:
    best = (decision.products or decision.producers)[0].verdict
    return is_whole(best) and len(best.words) >= LONG_NAME


def _is_more_than_a_kind(draft: Draft, decision: Decision) -> bool:
    """Whether a whole name was typed that tells more than a kind and a place do."""
    found = decision.products or decision.producers
    if not found:
        return False
    best = found[0].verdict
    # "cha ca Tue Phnug co gui xe khach khong": of a long name a letter may have slipped
    slipped = len(best.words) >= LONG_NAME and best.covered >= NEARLY_TYPED
    return (slipped or is_whole(best)) and not best.positions <= covered(draft.places, draft.kinds)


def _asks_of_a_product(span: PhraseSpan[Foreign], draft: Draft) -> bool:
    """Whether the same words ask what a product is: "ăn với gì"."""
    return any(
        cue.meaning.sense == PRODUCT and cue.start <= span.start and span.end <= cue.end
        for cue in draft.resolved
    )


def _is_well_read(decision: Decision) -> bool:
    """Whether a name is there as it is written: "trà Thái Lan" is no slip in Trà An Thái."""
    best = (decision.products or decision.producers)[0].verdict
    return is_whole(best) or best.score >= WELL_READ


def foreign_read(
    found: Iterable[PhraseSpan[Foreign]],
    words: Sequence[Word],
    cues: Sequence[PhraseSpan[Cue]],
    names_of_places: Sequence[PhraseSpan[PlaceReading]],
    places: Sequence[PlaceSpan],
) -> list[PhraseSpan[Foreign]]:
    """The phrases of other topics, brands and countries that stand for themselves.

    ``names_of_places`` are all that were found, ``places`` those that were read.
    """
    return longest_first(
        span
        for span in found
        if not any(is_sure(cue) and _is_within(span, cue) for cue in cues)
        and span.meaning.is_written(words[span.start : span.end])
        and not any(_is_cut_by(span, place) for place in names_of_places)
        # "Kon Rum" is Kon Tum
        and not any(place.start <= span.start and span.end < place.end for place in places)
        and not any(place.start < span.start and span.end <= place.end for place in places)
        # "ca phe lao ai" is of Lào Cai
        and not any(span.start < place.start < span.end < place.end for place in places)
    )


def _is_within(span: PhraseSpan[Foreign], cue: PhraseSpan[Cue]) -> bool:
    """Whether a cue takes all words of a phrase; for a near topic it must be the longer one, as the
    same words ask about a product too."""
    longer = cue.length > span.length or span.meaning.topic not in NEAR
    return longer and cue.start <= span.start and span.end <= cue.end


def _is_cut_by(span: PhraseSpan[Foreign], place: PhraseSpan[PlaceReading]) -> bool:
    """Whether it ends in the name of a place: "của Thái Nguyên" is not "của Thái", but "bia Sài
    Gòn" is that beer."""
    overlaps = span.start < place.end and place.start < span.end
    return overlaps and not (span.start <= place.start and place.end <= span.end)
