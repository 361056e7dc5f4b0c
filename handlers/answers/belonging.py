"""Where a place belongs since the map changed: "Hà Giang giờ thuộc tỉnh nào"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.chat.topic import ABOUT_PLACES, names_one
from handlers.geography.territory import belongs, pick_place
from handlers.lists.listing import Listing
from handlers.words.naming import both
from handlers.words.places import place_name, unit_name
from handlers.words.wording import body, capitalised, fill
from knowledge.facts import Place, PlaceLevel
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    BELONGING,
    GOODS,
    INCLUDES,
    LISTED,
    OF_OTHERS,
    ORIGIN,
    QUANTITY,
    STILL_THERE,
    TALK,
    WHERE,
    WHETHER,
    WHICH,
    is_aside,
)

_COUNTING = frozenset({QUANTITY, "statistics"})
_IS_IN = re.compile(r"^(?:is|was) \S.* in \S")
"""Asks it with a name in the middle: "is Cát Bà in Hải Phòng"."""
_WHETHER_WITHIN = frozenset({INCLUDES, WHETHER})
_WHETHER_THERE = frozenset({"unit", STILL_THERE})
"""What asks together which places belong together, "Lâm Đồng gồm Bình Thuận không", and whether one
is still there, "tỉnh Hà Giang còn không"."""
_OF_ITS_GOODS = frozenset({GOODS, OF_OTHERS, LISTED, WHICH})
"""What asks for goods of a place, and not for the place itself."""
_BESIDE_ORIGIN = TALK | {ORIGIN, "at", WHERE, Intent.SPECIALITIES}
"""What is said beside a place of which only the province is asked: "Buôn Ma Thuột ở tỉnh nào"."""
_OF_A_PLACE_ALONE = TALK | {WHERE}
"""What is said beside a place of which it is asked where it is."""
_SMALLER = frozenset({PlaceLevel.DISTRICT, PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE})


def asks_where(question: Question) -> bool:
    """Whether it is asked where a place belongs, rather than where goods are from."""
    if not question.places:
        return False
    if _asks_where_it_lies(question):
        return True
    if BELONGING not in question.cues:
        # "is there homestay in Ha Giang" asks for goods there
        goods = question.kinds or question.stars or question.category
        plain = question.intent is Intent.SPECIALITIES and not goods
        return plain and (_asks_whether(question) or _asks_its_province(question))
    if question.intent is Intent.STATISTICS and not _COUNTING.isdisjoint(question.cues):
        return False  # "thuộc tỉnh nào, bao nhiêu sản phẩm 4 sao": the count tells both
    # "Kon Tum nay thuộc tỉnh nào" lists what is called after it, and asks about none of that
    return question.intent in ABOUT_PLACES or not names_one(question)


def _asks_whether(question: Question) -> bool:
    """Whether it is asked if a place is a part of another, or still there at all."""
    if not question.cues.isdisjoint(_OF_ITS_GOODS):
        return False  # "tỉnh Hà Giang còn không sản phẩm nào"
    within, there = question.cues >= _WHETHER_WITHIN, question.cues >= _WHETHER_THERE
    return within or there or _IS_IN.search(question.said) is not None


def _asks_its_province(question: Question) -> bool:
    """Whether a smaller place is named and nothing asked but where it is."""
    return (
        ORIGIN in question.cues
        and all(cue in _BESIDE_ORIGIN or is_aside(cue) for cue in question.cues)
        and all(place.level in _SMALLER for place in question.places)
    )


def _asks_where_it_lies(question: Question) -> bool:
    """Whether it is asked where a smaller place is, and not where in it something is sold: "where
    is Bát Tràng", but not "ở Mộc Châu chỗ nào"."""
    named = question.products or question.producers or question.kinds
    return (
        question.intent in {Intent.OUTLETS, Intent.SPECIALITIES}
        and WHERE in question.cues
        and all(cue in _OF_A_PLACE_ALONE or is_aside(cue) for cue in question.cues)
        and not (named or question.stars or question.category or question.shop)
        and all(place.level in _SMALLER for place in question.places)
    )


def answer(asked: Asked) -> Answer:
    """Say it of every place named, and offer what each of them makes."""
    question, t = asked.question, asked.t
    if question.place_rivals:
        return pick_place(asked, lambda key: Listing(places=(key,)).page(0))
    choices: list[Choice] = []
    for place in question.places:
        label = t.gettext("OCOP products from {place}", place=place_name(place, t))
        choices.append(Choice(label, Listing(places=(place.key,)).page(0).text))
    told = [_told(asked, place) for place in _to_tell(question.places)]
    whether = _whether(asked)
    if whether:
        told.insert(0, body(whether))
    return answered(Outcome.ANSWER, told, choices, places=question.places)


def _to_tell(places: Sequence[Place]) -> Sequence[Place]:
    """Of a place and the province it is said to be in, the place alone."""
    inner = [place for place in places if place.level is not PlaceLevel.PROVINCE]
    return inner[:1] if len(places) > 1 and len(inner) == 1 else places


def _whether(asked: Asked) -> str:
    """Yes or no, where it is asked whether one place is in a province of today."""
    places, t = asked.question.places, asked.t
    if len(places) != 2 or len(_to_tell(places)) != 1:
        return ""
    (inner,) = _to_tell(places)
    outer = places[0] if inner is places[1] else places[1]
    return t.gettext("Yes.") if set(inner.provinces) <= set(outer.provinces) else t.gettext("No.")


def _told(asked: Asked, place: Place) -> Paragraph:
    t, catalogue = asked.t, asked.catalogue
    if place.level is PlaceLevel.REGION:
        provinces = [place_name(catalogue.province(code), t) for code in place.provinces]
        line = t.gettext("{region} takes in {provinces}.")
        return body(
            fill(line, region=capitalised(place_name(place, t)), provinces=both(provinces, t))
        )
    sentence = None if place.level is PlaceLevel.COMMUNE else belongs(asked, place)
    if sentence is None and place.level is PlaceLevel.PROVINCE:
        name = capitalised(unit_name(place, t))
        sentence = t.gettext("{place} was not merged with any other in July 2025.", place=name)
    if sentence is None:
        sentence = t.gettext(
            "{place} is in {province}.",
            place=capitalised(unit_name(place, t)),
            province=", ".join(unit_name(catalogue.province(code), t) for code in place.provinces),
        )
    return body(sentence)
