"""Which handler answers a question, and what is said beside every answer."""

from __future__ import annotations

from collections.abc import Callable

from handlers.answers import (
    belonging,
    besides,
    broken_down,
    buying,
    cautions,
    comparison,
    contacts,
    exporting,
    feedback,
    lacking,
    makers,
    makers_ranked,
    nearby,
    not_found,
    outlets,
    places_compared,
    prices,
    privacy,
    producers,
    products,
    programme,
    ratings,
    saved,
    service,
    smalltalk,
    sold_at,
    specialities,
    statistics,
)
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS
from handlers.words.wording import body, note
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import BEST_SELLING, MAKER_WHO

Handler = Callable[[Asked], Answer]

_HANDLERS: dict[Intent, Handler] = {
    Intent.PRODUCT: products.answer,
    Intent.RATING: ratings.answer,
    Intent.WHERE_TO_BUY: buying.answer,
    Intent.PRODUCER: producers.answer,
    Intent.CONTACT: contacts.answer,
    Intent.PRICE: prices.answer,
    Intent.SPECIALITIES: specialities.answer,
    Intent.OUTLETS: outlets.answer,
    Intent.STATISTICS: statistics.answer,
    Intent.COMPARE: comparison.answer,
    Intent.PROGRAMME: programme.answer,
    Intent.HELP: smalltalk.help_,
    Intent.GREETING: smalltalk.greeting,
    Intent.THANKS: smalltalk.thanks,
    Intent.GOODBYE: smalltalk.goodbye,
    Intent.LANGUAGE: smalltalk.language,
    Intent.NEARBY: nearby.answer,
    Intent.SAVED: saved.answer,
    Intent.FEEDBACK: feedback.answer,
    Intent.PRIVACY: privacy.answer,
    Intent.UNKNOWN: not_found.answer,
}

_ANSWERS_KINDS = frozenset({Intent.WHERE_TO_BUY, Intent.PRICE})
"""Intents about products that also answer for a kind of product by themselves."""
_OF_NO_GOODS = frozenset(
    {
        *(Intent.PROGRAMME, Intent.PRIVACY, Intent.SAVED, Intent.FEEDBACK),
        *(Intent.HELP, Intent.LANGUAGE),
    }
)
"""What is asked of no goods, whatever a word of it looks like: the pottery (gốm) of "ho so gom gi".
"""


def answer_to(asked: Asked) -> Answer:
    """Answer a question already read, by the handler of its intent."""
    given = handler_of(asked.question)(asked)
    given = besides.with_the_rest(asked, given, _HANDLERS.__getitem__)
    if BEST_SELLING in asked.question.cues and given.reply.outcome is Outcome.ANSWER:
        given = given.after(body(_sells_best(asked)))
    notes = []
    if given.reply.outcome is not Outcome.TALK and not cautions.is_told(asked, given):
        notes.append(cautions.caution(asked.question, asked.t))
    if asked.question.cut:
        notes.append(asked.t.gettext("Your message was long, so I read only its beginning."))
    said = [note(each) for each in notes if each]
    if not said:
        return given
    if cautions.comes_first(asked.question, given):
        return given.telling(*said, *given.reply.paragraphs)
    return given.telling(*given.reply.paragraphs, *said)


def _sells_best(asked: Asked) -> str:
    return asked.t.gettext(
        "I have no sales figures, so I do not know what sells best. As far as I know the stars, "
        "those with the most come first:"
    )


def handler_of(question: Question) -> Handler:
    """The handler for a question: that of the first thing it asks beside its intent, else its
    intent's."""
    for asks, handler in _BEFORE_THE_INTENT:
        if asks(question):
            return handler
    return _HANDLERS[question.intent]


def _asks_of_unknown_goods(question: Question) -> bool:
    unknown = question.kinds_beside and not question.names_something
    return bool(unknown) and question.intent not in _OF_NO_GOODS


def _asks_of_a_market(question: Question) -> bool:
    return question.market is not None


def _compares_places(question: Question) -> bool:
    return len(question.places) > 1 and places_compared.is_asked(question)


def _compares_makers_of_places(question: Question) -> bool:
    return MAKER_WHO in question.cues and _compares_places(question)


def _asks_for_makers(question: Question) -> bool:
    return question.makers is not None and not (question.products or question.producers)


def _counts_makers(question: Question) -> bool:
    """Whether all makers of a place are to be counted, whatever they make: official counts tell."""
    of_goods = question.kinds or question.category or question.stars
    counts = question.intent is Intent.STATISTICS and not of_goods
    return counts and _asks_for_makers(question)


def _names_goods_alone(question: Question) -> bool:
    """Whether something is asked of a product, and only a kind, stars or a place is named."""
    return (
        question.intent in ABOUT_PRODUCTS
        and question.intent not in _ANSWERS_KINDS
        and not question.products
        and not question.producers
        and bool(question.places or question.kinds or question.category or question.stars)
    )


_BEFORE_THE_INTENT: tuple[tuple[Callable[[Question], bool], Handler], ...] = (
    (service.asks_complaint, service.complaint),
    (service.asks_invoice, service.invoices),
    (service.asks_delivery, service.delivery),
    (cautions.asks_of_flights, cautions.of_flights),
    (cautions.asks_only_that, cautions.answer),
    (_asks_of_unknown_goods, not_found.answer),
    (sold_at.is_asked, sold_at.answer),
    (_asks_of_a_market, exporting.answer),
    (buying.asks_for_sellers, buying.answer),
    (lacking.is_asked, lacking.answer),
    (makers_ranked.is_asked, makers_ranked.answer),
    (broken_down.is_asked, broken_down.answer),
    (_compares_makers_of_places, places_compared.answer),
    (_counts_makers, statistics.answer),
    (_asks_for_makers, makers.answer),
    (_compares_places, places_compared.answer),
    (belonging.asks_where, belonging.answer),
    (_names_goods_alone, specialities.answer),
)
"""What a question may ask whatever its intent is, the more telling first, and who answers it."""
