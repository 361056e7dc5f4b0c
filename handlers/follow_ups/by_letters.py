"""Another place by its letters alone, after one was talked about: "cb thì sao", "còn hn"."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import OPEN
from handlers.words.reading import folded
from knowledge.understanding.question import Question

_LONGEST = 24
"""Letters of such a message."""
_LETTERS_ALONE = re.compile(
    r"(?:(?:con|the|vay|roi|and|how about|what about) )*(?P<letters>[a-z]{2,4})"
    r"(?: (?:thi sao|thi|sao|the nao|nua|vay))*[ ?.!]*"
)


def as_place(question: Question, session: Session, read: Callable[[str], Question]) -> Question:
    """The question with the place that its letters stand for. By themselves they are short for
    other things as well (cb: chế biến), so only after a place was talked about are they read as
    behind "ở"; what asks for something ("đt": điện thoại) stays that."""
    if not session.places or len(question.text) > _LONGEST or question.intent_stated:
        return question
    if question.places or question.kinds or question.intent not in OPEN:
        return question
    found = _LETTERS_ALONE.fullmatch(folded(question.text))
    if found is None:
        return question
    there = read(f"ở {found['letters']}")
    if not there.places or there.kinds or there.products or there.producers:
        return question
    return replace(
        there,
        text=question.text,
        cues=question.cues | there.cues,
        refers_back=question.refers_back,
        language=question.language,
        language_sure=question.language_sure,
    )
