"""Which language a message was surely written in."""

from __future__ import annotations

import re

from handlers.reading import folded
from knowledge.understanding.question import Question

_OF_BOTH = frozenset(
    (
        *("ok", "oke", "okay", "okie", "yes", "no", "hi", "hello", "hey", "alo", "bye", "goodbye"),
        *("thanks", "thank", "you", "thankyou", "thx", "tks", "sorry", "please", "pls", "good"),
        *("nice", "great", "cool", "wow", "haha", "admin", "shop", "bot"),
    )
)
"""English words that people say in the middle of Vietnamese as well."""


def is_surely(question: Question, *, talking: bool) -> bool:
    """Whether a message tells its language beyond doubt; ``talking``: others came before it.

    "ok bye" is said in the middle of Vietnamese as well.
    """
    if not (talking and question.language_sure and question.language == "en"):
        return question.language_sure
    words = re.findall(r"[a-z]+", folded(question.text))
    return not words or not _OF_BOTH.issuperset(words)
