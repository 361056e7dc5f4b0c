"""Two products that were shown one after the other, side by side: "so sánh hai cái này"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import comparison
from handlers.chat.topic import Topic, names_subject
from handlers.follow_ups import ends_told, told_apart, weighing
from handlers.follow_ups.beside import ordinals_in, side_by_side
from handlers.follow_ups.by_numbers import weighs
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.reading import words_alone
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import COMPARE, COUNTRY, HOW_MANY, TWO

_BOTH = re.compile(
    r"\b(?:(?:2|hai|ca hai|ca 2) (?:cai|con|mon|loai|thu|san pham|sp|dua|hang|chai|hop|em)"
    r"(?! (?:dau|tren|cuoi))|ca hai|ca 2|both|(?:the|these|those) two|each other|voi nhau|"
    r"khac nhau)\b|\b(?:cai|loai|mon|thu|san pham|sp) (?:truoc|kia|nay voi cai kia|hoi nay)\b"
    r"|\b(?:the|that) (?:previous|last|other|earlier|first) (?:one|product)\b"
)
"""Words, folded, that mean two things shown rather than the list they are from."""


_WHICH = re.compile(
    r"\b(?:cai|con|mon|loai|thu|san pham|sp|ben|hang|chai|hop) (?:nao|mo)\b|\bwhich\b"
)
_TOGETHER = len(("one", "other"))
_SMALL_WORDS = 9
"""Words in which whose certificate ends first is asked of what was shown."""


def compared(said: Said) -> FollowUp | None:
    """The two products shown last compared; of two picked from a list only where two are meant."""
    question, topic = said.question, said.topic
    if names_subject(question):
        return None
    if _is_of_ends(question):
        return _of_ends(said)
    if COMPARE not in question.cues or not topic.pair:
        return None
    both = _BOTH.search(words_alone(question.text)) is not None
    if not both and (_is_of_a_list(topic) or ordinals_in(question)):
        return None
    beside = side_by_side(question, *((code,) for code in topic.pair))
    weighed = weighs(question.text) or told_apart.is_asked(question)
    return FollowUp(beside, weighing.answer if weighed else comparison.answer)


def _is_of_a_list(topic: Topic) -> bool:
    """Whether the one shown stands in a list of others."""
    return bool(topic.listed) and set(topic.listed) != {*topic.pair} and len(topic.listed) > 1


def _is_of_ends(question: Question) -> bool:
    """Whether it is asked whose certificate holds, or ends first."""
    if not ends_told.is_asked(question) or not question.cues.isdisjoint({HOW_MANY, COUNTRY}):
        return False
    words = words_alone(question.text)
    which = TWO in question.cues or _WHICH.search(words) is not None
    return which and len(words.split()) <= _SMALL_WORDS


def _of_ends(said: Said) -> FollowUp | None:
    """Whose certificate of the two holds, or ends first."""
    topic = said.topic
    two = topic.products if topic.intent is Intent.COMPARE else ()
    if len(two) != _TOGETHER:
        both = _BOTH.search(words_alone(said.question.text)) is not None
        two = topic.pair if both or not _is_of_a_list(topic) else ()
    if not two:
        return None
    told = side_by_side(said.question, *((code,) for code in two))
    return FollowUp(replace(told, stars=None, validity=None, ordinal=None), weighing.answer)
