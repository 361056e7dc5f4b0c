"""Figures and lists asked for again, of another time."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, names_one, names_subject
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import BEFORE_MERGER, LISTED

_LISTS_AND_COUNTS = frozenset({Intent.STATISTICS, Intent.SPECIALITIES})
_ASKING_AGAIN = _LISTS_AND_COUNTS | {Intent.UNKNOWN, Intent.PRODUCT}


def of_before_the_merger(said: Said) -> FollowUp | None:
    """The counts of before the merger, asked for after those of a place: they tell both."""
    question, topic = said.question, said.topic
    counted = topic.intent is Intent.STATISTICS and bool(topic.places)
    if not counted or BEFORE_MERGER not in question.cues or names_subject(question):
        return None
    again = replace(question, intent=Intent.STATISTICS, intent_stated=True)
    return FollowUp(replace(again, places=topic.places, certainty=Certainty.CLEAR))


def of_another_time(said: Said) -> FollowUp | None:
    """A count or list asked for again, of another month or year: "còn năm 2023"."""
    question, topic = said.question, said.topic
    if question.period is None or topic.intent not in _LISTS_AND_COUNTS:
        return None
    if topic.intent is Intent.SPECIALITIES and not (topic.has_list and _is_time_alone(question)):
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
