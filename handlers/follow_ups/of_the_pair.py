"""Two products that were shown one after the other, side by side: "so sánh hai cái này"."""

from __future__ import annotations

import re

from handlers.answers import comparison
from handlers.chat.topic import names_subject
from handlers.follow_ups import weighing
from handlers.follow_ups.beside import ordinals_in, side_by_side
from handlers.follow_ups.by_numbers import weighs
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.reading import words_alone
from knowledge.understanding.vocabulary.senses import COMPARE

_BOTH = re.compile(
    r"\b(?:(?:2|hai|ca hai|ca 2) (?:cai|con|mon|loai|thu|san pham|sp|dua|hang|chai|hop|em)"
    r"(?! (?:dau|tren|cuoi))|ca hai|ca 2|both|(?:the|these|those) two|each other|voi nhau|"
    r"khac nhau)\b|\b(?:cai|loai|mon|thu|san pham|sp) (?:truoc|kia|nay voi cai kia|hoi nay)\b"
    r"|\b(?:the|that) (?:previous|last|other|earlier|first) (?:one|product)\b"
)
"""Words, folded, that mean two things shown rather than the list they are from."""


def compared(said: Said) -> FollowUp | None:
    """The two products shown last compared; of two picked from a list only where two are meant."""
    question, topic = said.question, said.topic
    if COMPARE not in question.cues or names_subject(question) or not topic.pair:
        return None
    both = _BOTH.search(words_alone(question.text)) is not None
    if not both and (topic.listed or ordinals_in(question)):
        return None
    beside = side_by_side(question, *((code,) for code in topic.pair))
    handler = weighing.answer if weighs(question.text) else comparison.answer
    return FollowUp(beside, handler)
