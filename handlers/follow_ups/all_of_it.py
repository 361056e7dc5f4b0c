"""All of what was narrowed: "tất cả" after the 4-star ones of a maker, or those of one year."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.chat.actions import Action
from handlers.chat.topic import (
    ABOUT_PLACES,
    ABOUT_PRODUCTS,
    beyond_doubt,
    names_subject,
    of_its_list,
)
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.awards import Award
from handlers.lists.listing import Listing
from handlers.words.cores import core
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import MORE

_LONGEST = 40
"""Characters of a message that says no more than that."""
_ALL = re.compile(
    r"(?:tat ca|tat tan tat|tat|toan bo|het|all|everything|the lot)"
    r"(?: (?:cac|moi|nhung|of|the|its|their))*"
    r"(?: (?:loai|san pham|sp|nam|sao|cai|mon|hang|years?|stars?|kinds?|products?|types?|sorts?))*"
)

_EXAMPLES = re.compile(
    r"(?:(?:vai|may|mot vai|\d|some|a few|an|for) )*(?:vd|vi du|examples?|ke ten)"
    r"(?: (?:vai|may|mot|\d|cai|loai|san pham|sp))*"
)
"""Some of what was only counted: "cho ví dụ 3 cái"."""


def told(said: Said) -> FollowUp | None:
    """The maker or the list talked about, without what narrowed it last; the rest of a list that
    nothing narrows."""
    question, topic = said.question, said.topic
    if not (topic.products or topic.has_list) or len(question.text) > _LONGEST:
        return None
    if MORE in question.cues or names_subject(question):
        return None
    words = words_alone(question.text)
    if topic.counted and core(_EXAMPLES, words) is not None:
        return FollowUp(of_its_list(question, topic))
    if core(_ALL, words) is None:
        return None
    return _of_maker(said) or _of_list(said)


def _of_maker(said: Said) -> FollowUp | None:
    """All that the maker told makes, or who makes all that a name may mean."""
    topic = said.topic
    one_name = topic.several and topic.intent in ABOUT_PRODUCTS and not topic.places
    maker = topic.maker(said.catalogue) if one_name or topic.maker_alone else None
    if maker is None:
        maker = topic.producers[0] if topic.intent is Intent.PRODUCER and topic.producers else None
    if maker is None:
        return None
    whole = replace(
        said.question,
        intent=Intent.PRODUCER,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        producers=beyond_doubt(maker),
    )
    return FollowUp(whole)


def _of_list(said: Said) -> FollowUp | None:
    topic, session = said.topic, said.session
    if not topic.has_list:
        return None
    award = Award.parse(session.award)
    narrowed = award != Award() or topic.stars is not None
    if not narrowed and session.following and topic.intent in ABOUT_PLACES:
        return FollowUp(said.question, action=Action.parse(session.following))
    timed = award.period is not None or award.years is not None
    left = replace(award, period=None, years=None) if timed else Award()
    listing = Listing(
        tuple(place.key for place in topic.places),
        topic.stars if award != Award() else None,
        topic.category,
        topic.kinds,
        left,
        session.without,
    )
    return FollowUp(said.question, action=listing.alone(0) or listing.whole)
