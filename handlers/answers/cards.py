"""Products found while somebody types, as cards: for inline queries and suggestions."""

from __future__ import annotations

from datetime import date
from itertools import chain, islice

from msgspec import Struct

from handlers.answers import products
from handlers.chat.answering import Asked
from handlers.chat.reply import Reply
from handlers.chat.topic import beyond_doubt
from handlers.lists.listing import listed
from handlers.words.naming import producer_name, producer_of, product_name
from handlers.words.places import location_phrase
from handlers.words.stars import mark
from knowledge.base import Knowledge
from knowledge.facts import Locale, Product
from knowledge.understanding.question import Certainty, Intent, Question
from locales import translator


class Card(Struct, frozen=True):
    """One product in a list of suggestions."""

    code: str
    title: str
    description: str
    """One line: stars, who makes it, where."""
    reply: Reply
    """The whole card, without choices that need a conversation."""


def cards(
    text: str, language: Locale, knowledge: Knowledge, today: date, *, offset: int, longest: int
) -> list[Card]:
    """Cards of the products that a text names or describes, best first.

    Named products come before those of a kind, place or star level; an empty text gives the best of
    the country. ``offset`` is how many were already shown.
    """
    question = knowledge.understanding.read(text, language=language)
    found = islice(_found(question, knowledge, today), offset, offset + longest)
    t = translator(language)
    made = []
    for product in found:
        about = Question(
            text=product.name,
            language=language,
            intent=Intent.PRODUCT,
            intent_stated=True,
            certainty=Certainty.CLEAR,
            products=beyond_doubt(product.code),
        )
        asked = Asked(about, knowledge.catalogue, t, today)
        producer = producer_of(product, knowledge.catalogue)
        details = [mark(product, t), producer_name(producer, t) if producer else ""]
        details.append(location_phrase(product.location, knowledge.catalogue, t))
        made.append(
            Card(
                product.code,
                product_name(product, t),
                " · ".join(filter(None, details)),
                products.card(asked, product).reply,
            )
        )
    return made


def _found(question: Question, knowledge: Knowledge, today: date) -> list[Product]:
    catalogue = knowledge.catalogue
    named = (
        catalogue.products[match.code]
        for match in question.products
        if match.code in catalogue.products
    )
    made = (
        product
        for match in question.producers
        for product in catalogue.products_of(match.code)
        if question.certainty is Certainty.CLEAR
    )
    described: list[Product] = []
    if not question.text.strip() or (
        question.kinds or question.category or question.places or question.stars
    ):
        described = listed(question, question.places, catalogue, today)
    return list({product.code: product for product in chain(named, made, described)}.values())
