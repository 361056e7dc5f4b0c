"""Which of a list still hold their stars, or no longer: "loại nào còn hạn"."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.reading import folded
from handlers.topic import Topic, names_one, of_its_list
from knowledge.certificates import Validity
from knowledge.understanding.awards import validity_asked
from knowledge.understanding.question import Question

_WHICH = re.compile(r"\b(?:nao|gi|which|what|any|only|ones|thoi|chi)\b")
_VALID = re.compile(r"\b(?:valid|in date)\b")
"""After a list this asks for those, "how long is it valid" elsewhere for the rules."""


def those_of_validity(question: Question, topic: Topic) -> Question | None:
    """The list last shown, of those only whose certificates hold, end soon or have ended; ``None``
    where something else is asked or no list was shown."""
    text = folded(question.text)
    if not topic.has_list or not _WHICH.search(text):
        return None
    validity = validity_asked(text) or (Validity.VALID if _VALID.search(text) else None)
    if validity is None:
        return None
    if question.places or (names_one(question) and not question.bare):
        return None
    return replace(of_its_list(question, topic), validity=validity)
