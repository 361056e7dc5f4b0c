"""What the list or count shown last is asked for in another place, where little more is said."""

from __future__ import annotations

from handlers.chat.topic import Topic
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    AND,
    AT,
    FILLER,
    GOODS,
    HOW_MANY,
    MOST,
    QUANTITY,
    SMALL,
    WHETHER,
)

_SMALL = frozenset({AT, FILLER, WHETHER, SMALL, AND})
"""Cues of words that ask for nothing, beside a place: "không có à, thế ở Thanh Hóa"."""
_COUNTING = _SMALL | {QUANTITY, HOW_MANY, MOST}


def states_intent(question: Question) -> bool:
    """Whether words beside the place tell what is wanted; where none does, the votes of small ones
    are no more than a guess."""
    return question.intent_stated and (question.bare or not question.cues <= _SMALL)


def counts_there(question: Question, topic: Topic) -> bool:
    """Whether it is counted on in another place, and no more is said: "ở Hà Nội bao nhiêu" after a
    count of those with five stars, or a list of tea."""
    if question.intent is not Intent.STATISTICS or question.stars is not None:
        return False
    return topic.intent is not Intent.OUTLETS and question.cues <= _COUNTING


def of_one_listed(question: Question, topic: Topic) -> bool:
    """Whether one of several places listed is to be told alone: "liệt kê Nghệ An"."""
    lists = question.intent is Intent.SPECIALITIES and GOODS not in question.cues
    several = len(topic.places) > len(question.places)
    return lists and several and {*question.places} <= {*topic.places}
