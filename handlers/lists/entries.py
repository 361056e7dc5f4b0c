"""Products as the entries of a list, and the choice for each."""

from __future__ import annotations

import re

from handlers.chat.actions import Verb
from handlers.chat.answering import Asked
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Paragraph, Role, Run
from handlers.words.naming import choice_label, maker_in_list, producer_of, product_name
from handlers.words.places import district_or_province, place_name
from handlers.words.stars import ends, given_on, mark
from handlers.words.wording import strong
from knowledge.facts import Product
from knowledge.understanding.vocabulary.senses import ENDS_WHEN, GIVEN

_DAY = re.compile(
    r"\b(?:ngay (?:nao|may|cong nhan|chung nhan|cap|duoc)"
    r"|hom nao|khi nao|bao gio|luc nao|dates?|when)\b"
)
"""Folded words that ask for the day on which certificates were given."""


def entries(
    asked: Asked, products: list[Product], *, with_producer: bool = True
) -> list[Paragraph]:
    """Products as list entries: name, stars, producer, where."""
    t, catalogue = asked.t, asked.catalogue
    asks_day = GIVEN in asked.question.cues and _DAY.search(asked.question.said) is not None
    lines = []
    for product in products:
        runs = [strong(product_name(product, t)), Run(f" {mark(product, t)}")]
        producer = producer_of(product, catalogue) if with_producer else None
        details = []
        if producer is not None:
            details.append(maker_in_list(producer, t))
        where = _whereabouts(asked, product)
        said = {place_name(place, t) for place in asked.question.places}
        if where not in said and not any(where in detail for detail in details):
            details.append(where)
        if details and with_producer:
            runs.append(Run(" – " + ", ".join(details)))
        if ENDS_WHEN in asked.question.cues and product.certificates:
            runs.append(Run(f" ({ends(product.certificates[0], asked)})"))
        day = given_on(product.certificates[0], t) if asks_day and product.certificates else ""
        if day and product.stars is not None:
            runs.append(Run(f" ({day})"))
        lines.append(Paragraph(tuple(runs), Role.ITEM))
    return lines


def product_choices(
    asked: Asked, products: list[Product], verb: Verb = Verb.PRODUCT
) -> list[Choice]:
    """A choice for each product listed: to see it, or what else ``verb`` does with it."""
    return [
        offered
        for product in products
        for offered in choice(
            choice_label(product, products, asked.catalogue, asked.t, brief=True),
            verb,
            product.code,
        )
    ]


def _whereabouts(asked: Asked, product: Product) -> str:
    """The district, with its province unless the question named a place."""
    province = district_or_province(product.location, asked.catalogue, asked.t)
    district = product.location.district_name
    if district is None:
        return province
    return district if asked.question.places else f"{district}, {province}"
