"""Lists shown one after the other, weighed against each other: "miến", "bún", "so sánh hai cái"."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from handlers.answers import lists_compared, places_compared
from handlers.chat.actions import Action
from handlers.chat.topic import names_one
from handlers.follow_ups import weighing
from handlers.follow_ups.beside import side_by_side
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.listing import Listing
from handlers.words.reading import words_alone
from knowledge.catalogue import Catalogue
from knowledge.facts import Place
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import COMPARE, MORE_STARS, MOST, PROVINCES, WHICH

_SURE = frozenset({Certainty.CLEAR, Certainty.RIVALS})
_LONGEST = 70
_TWO, _THREE = 2, 3
_THING = r"(?:cai|loai|thu|mon|nhom|hang|mat hang|noi|ben|cho|lang|danh sach|san pham)"
_NUMBERED = re.compile(
    rf"\b(?:(?:(?P<two>hai|2)|(?P<three>ba|3)) {_THING}|ca (?:(?P<two2>hai|2)|(?P<three2>ba|3))"
    r"|(?P<two3>both|(?:the|these|those) (?:two|2))"
    r"|(?P<three3>(?:the|these|those|all) (?:three|3)))"
    r"\b(?P<first> (?:dau|dau tien|truoc))?"
)
"""How many things are set beside each other, folded."""
_MORE_OF = re.compile(
    r"\bnhieu (?:(?:san pham|sp|mat hang|hang) )?(?P<most>hon|nhat)\b(?! sao)"
    r"|\b(?:has|have|with|got) (?:more|(?P<most2>the most))(?: products| items| goods)?$"
)
"""Which of some lists holds more; one of two, or the most of all."""
_COMPARES = re.compile(
    r"\b(?:so sanh|ss|compare|comparing|versus|vs|khac nhau|voi nhau|nhieu|it|more|most|fewer|"
    r"less|least)\b"
)
_WHICH_LIST = re.compile(
    r"\b(?:cai|loai|thu|mon|nhom|mat hang|ben|noi|cho|lang|dau) (?:nao|mo|la|co)\b"
    r"|\bwhich(?: one| ones| kind| place| of| is| has| have)\b"
)
"""Words that ask for one of the lists, rather than for a maker or a year."""


def weighed(said: Said) -> FollowUp | None:
    """The lists shown last, compared with one another."""
    question, topic, session = said.question, said.topic, said.session
    if len(session.lists) < _TWO or len(question.text) > _LONGEST or topic.product is not None:
        return None
    if topic.intent is Intent.COMPARE or question.places or question.kinds or question.category:
        return None
    if names_one(question) or question.cues.isdisjoint({COMPARE, MORE_STARS, MOST, WHICH}):
        return None
    count, of_first = _how_many(words_alone(question.text), said)
    if count < _TWO:
        return None
    lists = _side_by_side(said, count, of_first=of_first)
    if len(lists) < _TWO:
        return None
    apart = _places(lists, said.catalogue)
    last = lists[-1]
    places = apart or _known(last, said.catalogue)
    read = replace(
        question,
        intent=Intent.STATISTICS,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        ordinal=None,
        products=(),
        producers=(),
        places=places,
        stars=last.stars,
        category=last.category,
        kinds=last.kinds,
    )
    if apart:
        return FollowUp(read, places_compared.answer)
    return FollowUp(read, partial(lists_compared.answer, lists=lists))


def with_another(said: Said) -> FollowUp | None:
    """What was listed beside one that is named: "so với Tài Hoan" after the noodles of a place."""
    question, topic = said.question, said.topic
    if COMPARE not in question.cues or not topic.several or question.compared:
        return None
    named = question.products
    if question.places or not named or question.certainty not in _SURE:
        return None
    if question.intent is not Intent.COMPARE or named[0].code in topic.products:
        return None
    beside = side_by_side(question, *((code,) for code in topic.products), (named[0],))
    return FollowUp(beside, weighing.answer)


def _how_many(words: str, said: Said) -> tuple[int, bool]:
    """How many lists are meant, and whether they are the first ones; none where entries are."""
    cues, shown = said.question.cues, len(said.topic.products)
    found = _NUMBERED.search(words)
    if found is not None and _COMPARES.search(words) is None:
        return 0, False  # "2 loại rẻ nhất"
    if found is not None:
        told = found.groupdict()
        count = _TWO if told["two"] or told["two2"] or told["two3"] else _THREE
        of_first = told["first"] is not None
        # Two of the entries that are seen are those
        return (0, False) if shown == count or (of_first and shown) else (count, of_first)
    more = _MORE_OF.search(words)
    if more is None or _WHICH_LIST.search(words) is None or PROVINCES in cues:
        return 0, False
    most = more["most"] == "nhat" or more["most2"] is not None
    return (_THREE if most else _TWO), False


def _side_by_side(said: Said, count: int, *, of_first: bool) -> list[Listing]:
    """So many of the lists shown, none of which is a part of another."""
    lists: list[Listing] = []
    every = said.session.lists if of_first else tuple(reversed(said.session.lists))
    for text in every:
        action = Action.parse(text)
        listing = Listing.parse(action)[1] if action is not None else None
        if listing is None or any(_is_within(listing, each) for each in lists):
            continue
        lists.append(listing)
        if len(lists) == count:
            break
    return lists if of_first else lists[::-1]


def _is_within(one: Listing, other: Listing) -> bool:
    """Whether one of two lists is a part of the other."""

    def narrows(less: Listing, more: Listing) -> bool:
        pairs = (
            (less.places, more.places),
            (less.kinds, more.kinds),
            (less.stars, more.stars),
            (less.category, more.category),
        )
        return all(not wide or wide == narrow for narrow, wide in pairs)

    return narrows(one, other) or narrows(other, one)


def _places(lists: list[Listing], catalogue: Catalogue) -> tuple[Place, ...]:
    """The places of lists that differ in nothing else."""
    alike = {replace(each, places=()) for each in lists}
    if len(alike) > 1 or any(len(each.places) != 1 for each in lists):
        return ()
    return tuple(place for each in lists for place in _known(each, catalogue))


def _known(listing: Listing, catalogue: Catalogue) -> tuple[Place, ...]:
    return tuple(catalogue.places[key] for key in listing.places if key in catalogue.places)
