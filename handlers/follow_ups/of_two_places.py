"""The two places talked about last, weighed against each other: "tỉnh nào nhiều hơn"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import places_compared
from handlers.chat.topic import ABOUT_PLACES, names_one, names_subject
from handlers.follow_ups.said import FollowUp, Said
from knowledge.facts import Place
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COMPARE,
    COUNTRY,
    HOW_MANY,
    MAKER_WHO,
    MORE_STARS,
    MOST,
    MOVES_ON,
    PROVINCES,
    TWO,
    WHICH,
)

_WEIGHING = frozenset({COMPARE, MORE_STARS, MOST, WHICH, MAKER_WHO, HOW_MANY})
_WHICH_ONE = frozenset({PROVINCES, WHICH, TWO, MAKER_WHO, HOW_MANY})
_OF_TWO = frozenset({"hon", "more", "compare", "sanh"})
"""Words for one of two: "nhiều nhất" is one of all."""
_COMPARES = frozenset({"compare", "comparing", "sanh", "compared"})
_THAN_WHICH = "so voi"
_BESIDE = frozenset({"voi", "with", "to", "against", "and"})
"""Words before what something is compared with."""
_TWO = 2
_FEW = 5
"""Words in which no more is said than that they are to be compared."""
_COUNTS_OR_LISTS = frozenset({Intent.STATISTICS, Intent.SPECIALITIES})


def weighed(said: Said) -> FollowUp | None:
    """Which of the places of the last two lists or counts has more, or more stars; or a place named
    beside the one before."""
    question, topic = said.question, said.topic
    if topic.intent not in ABOUT_PLACES or not topic.places:
        return None
    if question.places:
        return _with_another(said)
    if not said.session.places_before or question.cues.isdisjoint(_WEIGHING):
        return None
    if names_subject(question) or not (_asks_which(said) or _asks_of_both(said)):
        return None
    before = (said.catalogue.places.get(key) for key in said.session.places_before)
    places = dict.fromkeys([*(place for place in before if place is not None), *topic.places])
    if len(places) != _TWO:
        return None
    return _compared(said, tuple(places), Intent.STATISTICS)


def _asks_which(said: Said) -> bool:
    """Whether "tỉnh nào nhiều hơn" asks for one of the two."""
    question = said.question
    asks_which = not question.cues.isdisjoint(_WHICH_ONE) and COUNTRY not in question.cues
    if not asks_which or _OF_TWO.isdisjoint(question.said.split()):
        return False
    # Of goods shown "cái nào nhiều sao hơn" asks of those, unless provinces are spoken of
    counts = said.topic.intent is Intent.STATISTICS
    counts = counts or question.cues.isdisjoint({COMPARE, MORE_STARS})
    return counts or PROVINCES in question.cues


def _asks_of_both(said: Said) -> bool:
    """Whether "compare them" after all that there is in one place and another means those."""
    question, topic = said.question, said.topic
    narrowed = topic.kinds or topic.category or topic.stars or topic.product
    if narrowed or COMPARE not in question.cues or question.ordinal is not None:
        return False
    words = frozenset(question.said.split())
    return question.bare and not _COMPARES.isdisjoint(words) and len(words) <= _FEW


def _with_another(said: Said) -> FollowUp | None:
    """A place weighed against the first of those before: "còn với Quảng Bình thì sao" after two
    were compared, "so với Thanh Hóa" after one."""
    question, topic = said.question, said.topic
    if len(question.places) > 1 or question.kinds or question.category or names_one(question):
        return None
    words = frozenset(question.said.split())
    after_two = len(topic.places) == _TWO and not _BESIDE.isdisjoint(words)
    compares = not _COMPARES.isdisjoint(words) or _THAN_WHICH in question.said
    if not compares and not (after_two and _goes_on(question)):
        return None
    first, other = topic.places[0], question.places[0]
    if first == other or question.place_rivals:
        return None
    intent = topic.intent if topic.intent in _COUNTS_OR_LISTS else Intent.SPECIALITIES
    return _compared(said, (first, other), intent or Intent.SPECIALITIES)


def _goes_on(question: Question) -> bool:
    return question.refers_back or not question.cues.isdisjoint({MOVES_ON, COMPARE})


def _compared(said: Said, places: tuple[Place, ...], intent: Intent) -> FollowUp:
    """The places compared by what was asked of the last."""
    topic = said.topic
    read = replace(
        said.question,
        intent=intent,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=places,
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
    )
    return FollowUp(read, places_compared.answer)
