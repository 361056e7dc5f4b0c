"""When a certificate of a day, month or year that somebody tells ends."""

from __future__ import annotations

import re
from datetime import date

from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.topic import names_one
from handlers.lists.awards import when
from handlers.words.reading import folded
from handlers.words.wording import body
from knowledge.certificates import VALIDITY_MONTHS, ends_after
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import (
    ENDED,
    ENDS_WHEN,
    GIVEN,
    HOLDING,
    HOW_MANY,
    LISTED,
)

_DAY = re.compile(
    r"\b(3[01]|[12]\d|0?[1-9])\s*(?:[/.-]|thang)\s*(1[0-2]|0?[1-9])\s*(?:[/.-]|nam)\s*(20[12]\d)\b"
)
_MONTH = re.compile(r"\b(1[0-2]|0?[1-9])\s*(?:[/.-]|nam)\s*(20[12]\d)\b")
_YEAR = re.compile(r"\b20[12]\d\b")
_ENDS = frozenset({ENDS_WHEN, HOLDING, ENDED})


def is_asked(question: Question) -> bool:
    """Whether it is asked when a certificate ends that was given at a time told in the question,
    rather than which products' certificates do."""
    if question.cues.isdisjoint(_ENDS) or GIVEN not in question.cues:
        return False
    if names_one(question) or question.places or question.kinds or question.category:
        return False
    many = not question.cues.isdisjoint({LISTED, HOW_MANY})
    return not many and _given(folded(question.text)) is not None


def answer(asked: Asked) -> Answer:
    """The day, month or year after which it no longer holds, and whether it does today."""
    t, given = asked.t, _given(folded(asked.question.text))
    if given is None:
        return answered(Outcome.TALK, [])
    issued = date.fromisoformat(f"{given}-01-01"[: len("2023-01-01")])
    ends = ends_after(issued).isoformat()[: len(given)]
    today = asked.today.isoformat()[: len(given)]
    line = t.gettext(
        "A certificate holds {months} months: one of {given} ends {ends}.",
        months=str(VALIDITY_MONTHS),
        given=when(given, t),
        ends=when(ends, t),
    )
    if ends < today:
        judged = t.gettext("So it has ended, unless it was recognised again since.")
    elif ends == today:
        judged = t.gettext("So it ends just now: look at the exact day on the certificate.")
    else:
        judged = t.gettext("So it still holds today.")
    return answered(Outcome.TALK, [body(f"{line} {judged}")])


def _given(text: str) -> str | None:
    """The time told, ``2023-12-20``, ``2023-12`` or ``2023``."""
    if found := _DAY.search(text):
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None
    if found := _MONTH.search(text):
        return f"{found.group(2)}-{int(found.group(1)):02d}"
    years = _YEAR.search(text)
    return years.group() if years else None
