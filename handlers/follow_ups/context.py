"""A follow-up read together with what was just talked about."""

from __future__ import annotations

from handlers.chat.topic import Topic
from handlers.follow_ups.beside import compared_with_shown
from handlers.follow_ups.bought_there import bought_there
from handlers.follow_ups.of_a_sort import of_a_sort
from handlers.follow_ups.of_makers import of_its_maker
from handlers.follow_ups.own_kinds import of_its_own
from handlers.follow_ups.picking import picked_by_name
from handlers.follow_ups.pointing import (
    about_shown,
    around_there,
    asking_there,
    by_ordinal,
    of_that_maker,
)
from handlers.follow_ups.refining import refined
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Question

_STEPS = (
    compared_with_shown,
    by_ordinal,
    bought_there,
    of_that_maker,
    of_its_maker,
    around_there,
    of_a_sort,
    picked_by_name,
    of_its_own,
    refined,
    about_shown,
)
"""The ways of following up, the more telling first: each gives the whole question, or ``None``
where it is not that."""


def in_context(question: Question, topic: Topic, catalogue: Catalogue) -> Question:
    """The question with what it leaves unsaid taken from what was talked about last.

    A question that stands by itself comes back unchanged.
    """
    question = asking_there(question)
    for step in _STEPS:
        read = step(question, topic, catalogue)
        if read is not None:
            return read
    return question
