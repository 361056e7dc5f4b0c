"""The choices offered under an answer about a product or producer."""

from __future__ import annotations

from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import as_choice, choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.lists.listing import Listing
from handlers.words.naming import kind_names, producer_of
from handlers.words.places import district_or_province
from handlers.words.reading import folded
from knowledge.facts import Producer, Product
from knowledge.understanding.question import Intent


def about_product(asked: Asked, product: Product, paragraphs: list[Paragraph]) -> Answer:
    """An answer about one product: what is told of it, and what people ask next."""
    producer = producer_of(product, asked.catalogue)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        after_product(asked, product),
        products=(product.code,),
        producers=(producer.code,) if producer is not None else (),
    )


def after_product(asked: Asked, product: Product) -> list[Choice]:
    """What people ask next about a product, without what was asked just now."""
    t, intent = asked.t, asked.question.intent
    offered = all_of_its_name(asked, product)
    if intent is not Intent.PRODUCT:
        offered += choice(t.gettext("About the product"), Verb.PRODUCT, product.code)
    if intent is not Intent.WHERE_TO_BUY:
        offered += choice(t.gettext("Where to buy"), Verb.WHERE_TO_BUY, product.code)
    if intent is not Intent.CONTACT:
        offered += choice(t.gettext("Contact"), Verb.CONTACT, product.code)
    producer = producer_of(product, asked.catalogue)
    if (
        intent is not Intent.PRODUCER
        and producer is not None
        and len(asked.catalogue.products_of(producer.code)) > 1
    ):
        offered += choice(t.gettext("More by this producer"), Verb.PRODUCER, producer.code)
    if intent is Intent.PRODUCT:
        offered += place_choice(asked, product)
    if intent in {Intent.PRODUCT, Intent.RATING}:
        offered += choice(t.pgettext("button", "Save"), Verb.SAVE, product.code)
    return offered


def all_of_its_name(asked: Asked, product: Product) -> list[Choice]:
    """All of a kind, after a product that is called just so: who asks for "cà phê" may mean any."""
    catalogue, t = asked.catalogue, asked.t
    called = {folded(name) for name in (product.name_vi, product.name_en) if name}
    for key in product.kinds:
        kind = catalogue.kinds.get(key)
        names = () if kind is None else (name for each in kind.names.values() for name in each)
        if called.isdisjoint(map(folded, names)):
            continue
        count = len(catalogue.products_at(kinds=(key,)))
        if count > 1:
            label = t.gettext(
                "All {kind} ({count})", kind=kind_names((key,), catalogue, t), count=t.number(count)
            )
            return [Choice(label, Listing(kinds=(key,)).page(0).text)]
    return []


def after_producer(asked: Asked, producer: Producer) -> list[Choice]:
    """What people ask next about a producer."""
    t, intent = asked.t, asked.question.intent
    offered: list[Choice] = []
    if intent is not Intent.PRODUCER:
        offered += choice(t.gettext("About the producer"), Verb.PRODUCER, producer.code)
    if intent is not Intent.WHERE_TO_BUY:
        offered += choice(t.gettext("Where to buy"), Verb.PRODUCER_BUYING, producer.code)
    if intent is not Intent.CONTACT:
        offered += choice(t.gettext("Contact"), Verb.PRODUCER_CONTACT, producer.code)
    return offered


def place_choice(asked: Asked, product: Product) -> list[Choice]:
    """More of the province the product comes from."""
    location = product.location
    name = district_or_province(location, asked.catalogue, asked.t)
    former = location.former_province
    today = asked.catalogue.province(location.province)
    renamed = former is not None and asked.catalogue.former_province(former).name != today.name
    key = f"former:{former}" if renamed else today.key
    label = asked.t.gettext("More from {place}", place=name)
    return as_choice(label, Listing(places=(key,)).page(0))
