"""A place told beside words that ask for nothing: "none? then in Hue", "miền Trung trước"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, names_subject
from handlers.words.cores import ASKING, ENDING, small_words
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent, Question

_MOST_WORDS = 8
_AROUND = (
    ASKING
    | ENDING
    | small_words(
        "truoc first then none no not any found nothing there o tai in at from of the khong co "
        "chua thay u ua oi cung duoc lai sang qua vung mien tinh"
    )
)
"""Folded words around a place that ask for nothing."""


def as_meant(question: Question, topic: Topic) -> Question:
    """The question, of the place beside which nothing but small words stands; only after something
    was shown."""
    if question.intent is not Intent.UNKNOWN or len(question.places_beside) != 1:
        return question
    if question.other_topic or names_subject(question) or not (topic.has_list or topic.intent):
        return question
    words = words_alone(question.text).split()
    if len(words) > _MOST_WORDS:
        return question
    place = question.places_beside[0]
    named = set(words_alone(place.name).split()) | set(words_alone(place.full_name).split())
    if not set(words) <= named | _AROUND:
        return question
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        places=question.places_beside,
        places_beside=(),
        certainty=Certainty.CLEAR,
        not_known="",
    )
