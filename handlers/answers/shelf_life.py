"""How long goods keep and how to store them: no source tells, so whoever made them is asked."""

from __future__ import annotations

import re

from handlers.answers import goods_meant
from handlers.answers.choosing import settled
from handlers.answers.next_steps import about_product, after_producer
from handlers.answers.not_found import of_its_kind
from handlers.answers.selling import at_the_producer
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.words.naming import producer_name, producer_of, product_name
from handlers.words.wording import body, fill, strong
from knowledge.facts import Producer
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COMPLAINT,
    ENDED,
    ENDS_WHEN,
    FLIGHT,
    HOLDING,
    HOW_LONG,
    LISTED,
    SHELF_LIFE,
    TIME_LIMIT,
)
from locales import Translator

_TOLD_BY = frozenset({SHELF_LIFE, HOW_LONG, TIME_LIMIT})
_ENDS = frozenset({ENDS_WHEN, ENDED, HOLDING})
_OF_CERTIFICATES = re.compile(
    r"\b(?:chung nhan|chung chi|cong nhan|giay|hieu luc|hang sao|may sao|sao ocop|ocop sao|ocop"
    r"|certificat\w*|ratings?|stars?|valid(?:ity)?)\b|^(?:3 |4 |5 )?sao\b"
)
"""What shows in folded words that it is asked how long stars hold."""
_KEEPING = re.compile(
    r"\bhow (?:long|many (?:days|weeks|months)) .*\b(?:keeps?|lasts?|fresh|good|edible|stored|kept"
    r"|store|spoils?|expires?)\b"
    r"|\b(?:de|giu|tru|cat|xai|dung) .*\b(?:bao lau|lau khong|may (?:ngay|thang|tuan|hom|bua))\b"
)
"""The same with goods between its words: "how long does honey keep", "để bánh pía mấy ngày"."""
_BY_ITSELF = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES})
_BY_CHANCE = frozenset({Intent.PRICE, Intent.RATING, Intent.PROGRAMME, Intent.STATISTICS})
"""What words of time may be taken for: the "bao nhiêu" of "hạn sử dụng bao nhiêu"."""


def is_told(question: Question, *, shown: bool = False) -> bool:
    """Whether it is asked how long goods keep, be it beside something else; not how long stars
    hold, and no complaint of what has gone bad.

    ``shown`` tells that goods were shown before, which it may be asked of.
    """
    if question.cues.isdisjoint(_TOLD_BY) or COMPLAINT in question.cues or question.stars:
        return False
    named = shown or question.kinds or question.kinds_beside or question.products
    told = SHELF_LIFE in question.cues and (named or question.places or question.bare)
    told = told or (named and _KEEPING.search(question.said) is not None)
    return bool(told) and _OF_CERTIFICATES.search(question.said) is None


def is_asked(question: Question, *, shown: bool = False) -> bool:
    """Whether that is the question, rather than which goods keep long, or where to buy them."""
    if not is_told(question, shown=shown) or FLIGHT in question.cues:
        return False
    if question.intent is Intent.SPECIALITIES and question.intent_stated:
        return bool(question.kinds or question.products) and LISTED not in question.cues
    if question.intent in _BY_ITSELF:
        return True
    return question.intent in _BY_CHANCE and question.intent.value not in question.cues


def may_be_meant(question: Question) -> bool:
    """Whether it may be meant where the end of a certificate is told: "hết hạn khi nào"."""
    ends = question.intent is Intent.RATING and not question.cues.isdisjoint(_ENDS)
    return ends and _OF_CERTIFICATES.search(question.said) is None


def line(t: Translator) -> str:
    """That it is not known, and who may know."""
    return t.gettext(
        "My list does not tell how long goods keep or how to store them: look at the date on the "
        "label, or ask the seller or producer."
    )


def answer(asked: Asked) -> Answer:
    """Say that the label tells it, and how to reach whoever makes what is meant."""
    t, question = asked.t, asked.question
    named = settled(asked)
    if named is not None:
        producer = named if isinstance(named, Producer) else producer_of(named, asked.catalogue)
        name = producer_name(named, t) if isinstance(named, Producer) else product_name(named, t)
        sentence = t.gettext(
            "My list does not tell how long {product} keeps or how to store it: look at the label, "
            "or ask whoever makes it."
        )
        paragraphs = [body(fill(sentence, product=strong(name)))]
        direct = at_the_producer(asked, producer) if producer is not None else []
        if direct and producer is not None:
            straight = t.gettext("Straight from {producer}:", producer=producer_name(producer, t))
            paragraphs += [body(straight), *direct]
        if isinstance(named, Producer):
            return answered(
                Outcome.ANSWER, paragraphs, after_producer(asked, named), producers=(named.code,)
            )
        return about_product(asked, named, paragraphs)
    told = body(line(t))
    of_goods = goods_meant.told_of(asked, told)
    if of_goods is not None:
        return of_goods
    further = t.gettext("Name the product and I will look for the producer's contact.")
    choices = of_its_kind(asked, question.kinds_beside)
    return answered(Outcome.TALK, [told, body(further)], choices)
