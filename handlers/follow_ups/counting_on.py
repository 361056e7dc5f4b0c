"""Figures and lists asked for again, of another time."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, names_one, names_subject
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    BEFORE_MERGER,
    LISTED,
    MOVES_ON,
    NAMES,
    OF_FIGURES,
    YEARLY,
)

_LISTS_AND_COUNTS = frozenset({Intent.STATISTICS, Intent.SPECIALITIES})
_OF_THE_COUNT = frozenset({OF_FIGURES, YEARLY})
_FEW = 6
"""Spaces in the longest message that asks on of a count and nothing else."""
_ASKING_AGAIN = _LISTS_AND_COUNTS | {Intent.UNKNOWN, Intent.PRODUCT}


def of_before_the_merger(said: Said) -> FollowUp | None:
    """The counts of before the merger, asked for after those of a place: they tell both."""
    question, topic = said.question, said.topic
    counted = topic.intent is Intent.STATISTICS and bool(topic.places)
    if not counted or BEFORE_MERGER not in question.cues or names_subject(question):
        return None
    again = replace(question, intent=Intent.STATISTICS, intent_stated=True)
    return FollowUp(replace(again, places=topic.places, certainty=Certainty.CLEAR))


def told_again(said: Said) -> FollowUp | None:
    """The count told last once more, with its date and source, where those are asked for ("nguồn ở
    đâu", "tính đến khi nào"); year by year, where it is asked how it grew."""
    question, topic = said.question, said.topic
    if question.cues.isdisjoint(_OF_THE_COUNT) or topic.intent is not Intent.STATISTICS:
        return None
    if names_subject(question) or question.period or question.said.count(" ") > _FEW:
        return None
    return FollowUp(_counted_then(question, topic))


def of_those_stars(said: Said) -> FollowUp | None:
    """How many have those stars, after a count of the whole country: "còn 5 sao"."""
    question, topic = said.question, said.topic
    if topic.intent is not Intent.STATISTICS or question.stars is None:
        return None
    if topic.places or topic.kinds or topic.category or names_one(question):
        return None
    if question.places or question.kinds or question.category or question.period:
        return None
    goes_on = MOVES_ON in question.cues or question.refers_back or question.said[:4] == "and "
    if not goes_on or not question.cues.isdisjoint({LISTED, NAMES}):
        return None
    return FollowUp(_counted_then(question, topic))


def of_another_time(said: Said) -> FollowUp | None:
    """A count or list asked for again, of another month or year: "còn năm 2023"."""
    question, topic = said.question, said.topic
    if question.period is None or topic.intent not in _LISTS_AND_COUNTS:
        return None
    has_list = topic.has_list or bool(said.session.award)
    if topic.intent is Intent.SPECIALITIES and not (has_list and _is_time_alone(question)):
        return None
    if question.places or question.category or names_one(question) or question.validity:
        return None
    if question.intent not in _ASKING_AGAIN or LISTED in question.cues:
        return None
    return FollowUp(_counted_then(question, topic))


def _is_time_alone(question: Question) -> bool:
    """Whether nothing but a time is named: "năm 2024 thì sao"."""
    return not names_subject(question) and not question.intent_stated


def _counted_then(question: Question, topic: Topic) -> Question:
    """The count or list told last, of the time now asked about."""
    return replace(
        question,
        intent=topic.intent or Intent.STATISTICS,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=topic.places,
        stars=question.stars or topic.stars,
        category=topic.category,
        kinds=question.kinds or topic.kinds,
    )
