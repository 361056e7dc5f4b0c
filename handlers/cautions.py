"""What must be said beside an answer: of ingredients, of health, of what a person can spend, and of
what buyers of large amounts ask that no source tells."""

from __future__ import annotations

import re

from handlers.answering import Answer, Asked, answered
from handlers.examples import EXAMPLES_OFFERED, example_choices
from handlers.reply import Outcome
from handlers.topic import names_subject
from handlers.wording import body
from knowledge.understanding.diets import NO_VEGETARIAN_EATS
from knowledge.understanding.kinds_meant import QUALITY
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.senses import AVOID, DIET, HEALTH, STANDARD, SUPPLY
from locales import Translator

_SUM = re.compile(
    r"(?:\d[\d.,]*\s*(?:k|tr|triệu|trieu|nghìn|nghin|ngàn|ngan|đồng|dong|vnd|usd|dollars?)\b"
    r"|[$€]\s*\d)",
    re.IGNORECASE,
)
"""A sum of money to spend."""
_OF_INGREDIENTS = frozenset({AVOID, DIET})
_LISTS = frozenset({Intent.SPECIALITIES, Intent.PRODUCT, Intent.WHERE_TO_BUY})


def caution(question: Question, t: Translator) -> str:
    """That names tell no ingredients, that no advice on health is given, that prices to choose by,
    other certificates or supplies are not known; empty where none of it was asked."""
    if STANDARD in question.cues or QUALITY in question.kinds:
        return t.gettext(
            "I know only the OCOP certificates and what names tell: which others a product has "
            "(organic, VietGAP, ISO, HACCP, halal…), please ask its producer."
        )
    if SUPPLY in question.cues:
        return t.gettext(
            "How much a producer can make, samples and smallest orders I do not know: please ask "
            "the producer."
        )
    eats_no_meat = set(NO_VEGETARIAN_EATS) <= set(question.without.kinds)
    if eats_no_meat or not _OF_INGREDIENTS.isdisjoint(question.cues):
        return t.gettext(
            "I know products by name, not what is in them: with an allergy or a diet, please read "
            "the label and ask the seller."
        )
    if HEALTH in question.cues:
        return t.gettext(
            "I cannot say what is good for anyone's health: please ask a doctor or pharmacist."
        )
    if question.intent in _LISTS and not question.products and _SUM.search(question.text):
        return t.gettext("I know no prices, so I cannot choose by what you want to spend.")
    return ""


def asks_only_that(question: Question) -> bool:
    """Whether that is all that was told: "tiểu đường uống gì được", "có VietGAP không"."""
    told = not _OF_INGREDIENTS.union((HEALTH, STANDARD, SUPPLY)).isdisjoint(question.cues)
    return told and not names_subject(question)


def answer(asked: Asked) -> Answer:
    """The caution, and what can be asked instead."""
    t = asked.t
    further = t.gettext("Name a kind of product or a province and I will list what there is.")
    paragraphs = [body(caution(asked.question, t)), body(further)]
    return answered(Outcome.TALK, paragraphs, example_choices(t)[:EXAMPLES_OFFERED])
