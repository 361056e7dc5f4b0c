"""What else those make who made what was shown: "họ còn gì nữa", "any other product of them"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import OPEN, Topic, names_subject
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    ANOTHER,
    ELSE,
    GOODS,
    LISTED,
    MORE,
    THAT_MAKER,
    THEY,
)

_WHAT_ELSE = frozenset({ANOTHER, ELSE, GOODS, LISTED, MORE})


def as_meant(question: Question, topic: Topic) -> Question:
    """The question, of the maker where "họ" or "that company" asks what else it has.

    Beside a list "they" are its entries, beside one product those who make it.
    """
    if question.cues.isdisjoint({THEY, THAT_MAKER}) or names_subject(question):
        return question
    they = THEY in question.cues and topic.product is not None
    if not (they or THAT_MAKER in question.cues) or not (topic.products or topic.producers):
        return question
    if question.intent not in OPEN or question.cues.isdisjoint(_WHAT_ELSE) or not question.bare:
        return question
    return replace(
        question,
        intent=Intent.PRODUCER,
        intent_stated=True,
        cues=(question.cues - {MORE}) | {THAT_MAKER},
    )
