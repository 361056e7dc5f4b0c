"""Which of a list still hold their stars, or no longer: "loại nào còn hạn"."""

from __future__ import annotations

from dataclasses import replace

from handlers.topic import Topic, names_one, of_its_list
from knowledge.certificates import Validity
from knowledge.understanding.awards import validity_asked
from knowledge.understanding.question import Question
from knowledge.understanding.senses import IN_DATE, ONLY, WHICH


def those_of_validity(question: Question, topic: Topic) -> Question | None:
    """The list last shown, of those only whose certificates hold, end soon or have ended; ``None``
    where something else is asked or no list was shown."""
    if not topic.has_list or question.cues.isdisjoint({WHICH, ONLY}):
        return None
    validity = validity_asked(question.cues)
    if validity is None and IN_DATE in question.cues:
        validity = Validity.VALID
    if validity is None:
        return None
    if question.places or (names_one(question) and not question.bare):
        return None
    return replace(of_its_list(question, topic), validity=validity)
