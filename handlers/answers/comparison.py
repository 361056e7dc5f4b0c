"""Two or three products side by side."""

from __future__ import annotations

from collections.abc import Callable

from handlers.answers import products
from handlers.answers.choosing import OFFERED, unsettled
from handlers.answers.selling import is_site
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.words.naming import (
    category_name,
    choice_label,
    offer_name,
    producer_name,
    producer_of,
    product_name,
)
from handlers.words.places import location_phrase
from handlers.words.stars import mark
from handlers.words.wording import body, fill, item, note, strong, title
from knowledge.facts import OutletKind, Product
from knowledge.understanding.question import Match

COMPARED_AT_MOST = 3
SURE = 0.5
"""Score from which the best candidate of a compared name is taken for the one meant."""


def answer(asked: Asked) -> Answer:
    """Set the products named side by side; say which of them could not be found."""
    t, question, catalogue = asked.t, asked.question, asked.catalogue
    sides = question.compared or tuple((match,) for match in question.products)
    found: list[Product] = []
    doubtful: list[Product] = []
    missing = 0
    for candidates in sides[:COMPARED_AT_MOST]:
        product = _best(asked, candidates, found)
        if product is not None:
            found.append(product)
        else:
            missing += 1
            doubtful += [
                catalogue.products[each.code]
                for each in candidates[:OFFERED]
                if each.code in catalogue.products
            ]
    if not found:
        return unsettled(asked)
    if len(found) == 1:
        return _only_one(asked, found[0], doubtful)
    paragraphs = [
        title(t.gettext("Side by side")),
        *_row(t.gettext("Stars"), found, lambda product: mark(product, t), asked),
        *_row(
            t.gettext("Producer"),
            found,
            lambda product: _maker(asked, product) or t.gettext("not known"),
            asked,
        ),
        *_row(
            t.gettext("Place"),
            found,
            lambda product: location_phrase(product.location, catalogue, t),
            asked,
        ),
    ]
    if len({product.category for product in found}) > 1:
        paragraphs += _row(
            t.gettext("Group"), found, lambda product: category_name(product.category, t), asked
        )
    paragraphs += _row(
        t.gettext("Where to buy"),
        found,
        lambda product: _sold(asked, product) or t.gettext("no seller of its own known"),
        asked,
    )
    if missing:
        paragraphs.append(note(t.gettext("One of the names I could not find for certain.")))
    choices: list[Choice] = []
    for product in found:
        choices += choice(choice_label(product, found, catalogue, t), Verb.PRODUCT, product.code)
    return answered(
        Outcome.ANSWER, paragraphs, choices, products=tuple(product.code for product in found)
    )


def _best(asked: Asked, candidates: tuple[Match, ...], taken: list[Product]) -> Product | None:
    for match in candidates:
        product = asked.catalogue.products.get(match.code)
        if product is not None and product not in taken:
            return product if match.score >= SURE else None
    return None


def _only_one(asked: Asked, product: Product, doubtful: list[Product]) -> Answer:
    t = asked.t
    card = products.card(asked, product)
    sentence = t.gettext("I found only {product} for certain, not what to compare it with.")
    choices: list[Choice] = []
    for other in doubtful[:OFFERED]:
        if other.code != product.code:
            label = choice_label(other, doubtful, asked.catalogue, t)
            choices += choice(label, Verb.PRODUCT, other.code)
    if choices:
        sentence += " " + t.gettext("Did you mean one of these?")
    opening = body(fill(sentence, product=strong(product_name(product, t))))
    return answered(
        Outcome.CHOICES if choices else Outcome.ANSWER,
        [opening, *card.reply.paragraphs],
        choices or list(card.reply.choices),
        products=(product.code, *(other.code for other in doubtful[:OFFERED])),
        producers=card.producers,
    )


def _row(
    label: str, compared: list[Product], value: Callable[[Product], str], asked: Asked
) -> list[Paragraph]:
    names = [product_name(product, asked.t) for product in compared]
    if len(set(names)) < len(names):
        names = [choice_label(each, compared, asked.catalogue, asked.t) for each in compared]
    return [
        body(strong(label)),
        *(item(f"{name}: {value(product)}") for name, product in zip(names, compared, strict=True)),
    ]


def _maker(asked: Asked, product: Product) -> str:
    producer = producer_of(product, asked.catalogue)
    return producer_name(producer, asked.t) if producer is not None else ""


def _sold(asked: Asked, product: Product) -> str:
    offers = asked.catalogue.offers_of(product.code)
    names = [offer_name(each, asked.t) for each in offers if each.kind is not OutletKind.EXPORT]
    producer = producer_of(product, asked.catalogue)
    site = producer.website if producer is not None else None
    if site and not any(is_site(offer, site) for offer in offers):
        names.append(site.split("://", 1)[-1].rstrip("/"))
    return ", ".join(dict.fromkeys(names[:4]))
