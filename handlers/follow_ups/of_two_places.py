"""The two places talked about last, weighed against each other: "tỉnh nào nhiều hơn"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import places_compared
from handlers.chat.topic import ABOUT_PLACES, names_subject
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import (
    COMPARE,
    COUNTRY,
    MORE_STARS,
    MOST,
    PROVINCES,
    TWO,
    WHICH,
)

_WEIGHING = frozenset({COMPARE, MORE_STARS, MOST, WHICH})
_WHICH_ONE = frozenset({PROVINCES, WHICH, TWO})
_OF_TWO = frozenset({"hon", "more", "compare", "sanh"})
"""Words for one of two: "nhiều nhất" is one of all."""


def weighed(said: Said) -> FollowUp | None:
    """Which of the places of the last two lists or counts has more, or more stars."""
    question, session, topic = said.question, said.session, said.topic
    if not session.places_before or question.cues.isdisjoint(_WEIGHING):
        return None
    asks_which = not question.cues.isdisjoint(_WHICH_ONE) and COUNTRY not in question.cues
    if not asks_which or _OF_TWO.isdisjoint(question.said.split()):
        return None
    if topic.intent not in ABOUT_PLACES or not topic.places or names_subject(question):
        return None
    # Of goods shown "cái nào nhiều sao hơn" asks of those, unless provinces are spoken of
    counts = topic.intent is Intent.STATISTICS or question.cues.isdisjoint({COMPARE, MORE_STARS})
    if not counts and PROVINCES not in question.cues:
        return None
    before = (said.catalogue.places.get(key) for key in session.places_before)
    places = dict.fromkeys([*(place for place in before if place is not None), *topic.places])
    if len(places) != 2:
        return None
    read = replace(
        question,
        intent=Intent.STATISTICS,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=tuple(places),
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
    )
    return FollowUp(read, places_compared.answer)
