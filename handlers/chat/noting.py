"""An answered question as it may be kept: without the person."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from handlers.chat.answering import Answer
from handlers.chat.keeping import Noted
from knowledge.understanding.question import Intent, Question

LONGEST_WORDS = 200
PRODUCTS_NOTED = 3

_PERSONAL = re.compile(r"\S*@\S*|\S*://\S*|\bwww\.\S*|\+?\d(?:[\s.\-()]*\d){3,}")
"""Addresses, account names, links, and numbers of four or more digits: telephones, cards."""
_NOT_NOTED = frozenset({Intent.SAVED, Intent.FEEDBACK, Intent.PRIVACY, Intent.LANGUAGE})


def is_noted(question: Question) -> bool:
    """Whether a question tells anything about how well questions are answered."""
    return question.intent not in _NOT_NOTED


def noted(key: str, asked_on: date, channel: str, question: Question, given: Answer) -> Noted:
    """The question as it is kept."""
    return Noted(
        key=key,
        asked_on=asked_on,
        channel=channel,
        language=question.language,
        intent=question.intent.value,
        outcome=given.reply.outcome.value,
        reading=_reading(question),
        words=impersonal(question.text),
    )


def impersonal(text: str) -> str:
    """The words without what could lead to a person; at most ``LONGEST_WORDS`` characters."""
    return " ".join(_PERSONAL.sub("…", writable(text[: 4 * LONGEST_WORDS])).split())[:LONGEST_WORDS]


def writable(text: str) -> str:
    """The text without control characters and half letters, which databases refuse."""
    return "".join(
        letter if letter.isprintable() else " "
        for letter in text
        if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )


def _reading(question: Question) -> str:
    parts = [f"product:{match.code}" for match in question.products[:PRODUCTS_NOTED]]
    parts += [f"producer:{match.code}" for match in question.producers[:PRODUCTS_NOTED]]
    parts += [place.key for place in question.places]
    parts += [f"kind:{kind}" for kind in question.kinds]
    if question.category is not None:
        parts.append(f"category:{question.category.value}")
    if question.stars is not None:
        parts.append(f"stars:{question.stars}")
    if question.topic is not None:
        parts.append(f"topic:{question.topic.value}")
    return " ".join(parts)
