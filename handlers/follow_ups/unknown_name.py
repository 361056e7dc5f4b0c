"""A name that is in no list, said in place of the product shown: "what about Marou"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import not_found
from handlers.chat.topic import names_subject
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import MOVES_ON

_LONGEST = 50
_MOST_WORDS = 4
"""Words of a name."""
_POINTS = re.compile(
    r"\b(?:no|do|nay|kia|ay|it|that|this|they|them|ho|cai|loai|gi|nao|sao nua|what s|which)\b"
)
"""Words that point at what was shown after all, or ask something of it."""


def told(said: Said) -> FollowUp | None:
    """That what is named is not in our list, rather than once more what was shown."""
    question, topic = said.question, said.topic
    name = question.not_known
    if not name or MOVES_ON not in question.cues or topic.product is None:
        return None
    if question.certainty is not Certainty.NONE or names_subject(question):
        return None
    if len(question.text) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return None
    if question.intent_stated and question.intent is not Intent.PRODUCT:
        return None
    typed = re.search(re.escape(name), question.text, re.IGNORECASE)
    if typed is None or not _is_a_name(typed[0]) or _POINTS.search(words_alone(name)):
        return None
    kinds = said.catalogue.products[topic.product].kinds[:1]
    read = replace(
        question,
        intent=Intent.PRODUCT,
        intent_stated=True,
        bare=False,
        refers_back=False,
        not_known=typed[0],
        kinds_beside=question.kinds_beside or kinds,
    )
    return FollowUp(read, not_found.answer)


def _is_a_name(words: str) -> bool:
    """Whether words are typed as names are: a thing asked of it ("the smell") is not."""
    return all(word[:1].isupper() for word in words.split())
