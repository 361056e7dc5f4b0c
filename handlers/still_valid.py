"""Which of a list still hold their stars: "loại nào còn hạn"."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.reading import folded
from handlers.topic import Topic, names_one
from knowledge.certificates import Validity
from knowledge.understanding.question import Certainty, Intent, Question

_WHICH = r"(?:nao|gi|which|what|any|only|ones|thoi|chi)"
_HOLDS = (
    r"(?:con (?:thoi )?han|con hieu luc|con gia tri|chua het han|khong het han|"
    r"still valid|not expired|unexpired|valid|in date|still certified)"
)
_STILL = re.compile(rf"\b{_WHICH}\b.*\b{_HOLDS}\b|\b{_HOLDS}\b.*\b{_WHICH}\b")


def those_holding(question: Question, topic: Topic) -> Question | None:
    """The list last shown, of those only whose certificates hold; ``None`` where something else is
    asked or no list was shown."""
    if not topic.has_list or not _STILL.search(folded(question.text)):
        return None
    if question.places or (names_one(question) and not question.bare):
        return None
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=topic.places,
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
        validity=Validity.VALID,
    )
