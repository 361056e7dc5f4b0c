"""What is asked of an order of the goods shown: an amount of them, an invoice."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import service
from handlers.chat.topic import Topic, names_subject
from handlers.follow_ups.context import in_context
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import INVOICE, MORE

_OPEN = frozenset({Intent.UNKNOWN, Intent.STATISTICS, Intent.PRODUCT})
_AMOUNT = re.compile(
    r"\b(?:\d+|muoi|chuc|vai chuc|tram|vai tram|nghin|ngan) ?"
    r"(?:kg|ky|ki|kilo|kilos|tan|ta|can|lit|hop|chai|goi|thung|tui|hu|lo|bao|cai|phan|suat|bich|set|"
    r"boxes|box|bottles|bottle|packs|pack|bags|bag|jars|jar|pieces|pcs|tons|ton|cartons|carton)\b"
)
"""How much of something is wanted: "500 hộp", "100kg"."""


def as_meant(question: Question, topic: Topic) -> Question:
    """The question, for where to buy what was shown where it tells how much is wanted: "mình cần
    500 hộp"."""
    if question.intent not in _OPEN or names_subject(question):
        return question
    if not (topic.products or topic.kinds) or MORE in question.cues:
        return question  # "5 cái tiếp theo" are to be shown
    if _AMOUNT.search(words_alone(question.text)) is None:
        return question
    return replace(
        question,
        intent=Intent.WHERE_TO_BUY,
        intent_stated=True,
        products=(),
        certainty=Certainty.NONE,
        bare=True,
        not_known="",
    )


def invoiced(said: Said) -> FollowUp | None:
    """Whether an invoice is written for what was shown."""
    question = said.question
    if INVOICE not in question.cues or names_subject(question):
        return None
    if not service.asks_invoice(question):
        return None
    return FollowUp(in_context(question, said.topic, said.catalogue), service.invoices)
