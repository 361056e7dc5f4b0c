"""What is answered where nothing was found: what the message says as a whole."""

from __future__ import annotations

from dataclasses import replace

from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS
from knowledge.understanding.question import Certainty, Intent, Question

SURELY = 0.85
"""Likelihood from which a message says that rather than what was only guessed of it."""
SURELY_OF_STARS = 0.96
"""The same where a number of stars is told, of which there may be a list."""
_SMALL_TALK = frozenset({Intent.GREETING, Intent.THANKS, Intent.GOODBYE, Intent.NEARBY})
_UNSURE = frozenset({Certainty.NONE, Certainty.WEAK, Certainty.RIVALS})


def as_leant(question: Question, outcome: Outcome) -> Question | None:
    """The question for what its words lean towards, if what was asked so far has no answer, or only
    a guess: "app xịn quá, 10 điểm" finds nothing, and is praise."""
    leaning = question.leaning
    if leaning is None or leaning.intent is question.intent or question.other_topic:
        return None
    if question.bare and question.intent in ABOUT_PRODUCTS:
        return None  # "mấy sao": of what is to be told yet
    if outcome is not Outcome.CHOICES and _names_goods(question):
        return None
    beside = question.places_beside or question.kinds_beside
    if beside and leaning.share < SURELY:
        return None
    if outcome is not Outcome.NOT_FOUND:
        least = SURELY if question.stars is None else SURELY_OF_STARS
        if leaning.share < least or question.period or question.intent is Intent.STATISTICS:
            return None
        guessed = outcome is not Outcome.TALK and question.certainty in _UNSURE
        if not guessed and question.intent not in _SMALL_TALK:
            return None
    return replace(
        question,
        intent=leaning.intent,
        intent_stated=True,
        topic=leaning.topic,
        products=(),
        producers=(),
        stars=None,
    )


def _names_goods(question: Question) -> bool:
    """Whether the question, or what was said before it, names more than stars."""
    return bool(question.places or question.kinds or question.category or question.producers)
