"""The card of one product."""

from __future__ import annotations

from handlers.answers import kind_lists, producers
from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product
from handlers.answers.selling import sellers
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Paragraph, Role, Run
from handlers.words.naming import other_name, producer_name, producer_of, product_name
from handlers.words.places import location_phrase
from handlers.words.sourcing import product_note
from handlers.words.stars import rating
from handlers.words.wording import body, fill, strong
from knowledge.facts import Category, Producer, Product
from locales import Translator


def answer(asked: Asked) -> Answer:
    """Tell what is known of the product asked about."""
    alike = kind_lists.of_its_kind(asked)
    if alike is not None:
        return alike
    named = settled(asked)
    if isinstance(named, Producer):
        return producers.card(asked, named)
    return card(asked, named) if named is not None else unsettled(asked)


def card(asked: Asked, product: Product) -> Answer:
    """Everything a shopper wants to know of a product, on one screen."""
    t, catalogue = asked.t, asked.catalogue
    paragraphs = [_heading(product, t), *rating(asked, product)]
    producer = producer_of(product, catalogue)
    if producer is not None:
        paragraphs.append(
            body(fill(t.gettext("Producer: {producer}"), producer=producer_name(producer, t)))
        )
    where = location_phrase(product.location, catalogue, t)
    visited = product.category is Category.TOURISM
    line = t.gettext("Place: {place}") if visited else t.gettext("Made in: {place}")
    paragraphs.append(body(fill(line, place=where)))
    about = described(product, t)
    # What a Vietnamese reader cannot read stands in for more only where nothing else is known
    known = producer is not None or bool(catalogue.offers_of(product.code))
    if about and (t.locale != "vi" or product.description_vi or not known):
        paragraphs.append(body(about))
    paragraphs += sellers(asked, product)
    return about_product(asked, product, [*paragraphs, *product_note(product, t)])


def described(product: Product, t: Translator) -> str:
    """What it is, in the reader's language or, marked so, in the other."""
    if t.locale == "en":
        if product.description_en:
            return _sentence(product.description_en)
        if product.description_vi:
            return t.gettext("In Vietnamese: {text}", text=_sentence(product.description_vi))
    elif product.description_vi:
        return _sentence(product.description_vi)
    elif product.description_en:
        return t.gettext("In English: {text}", text=_sentence(product.description_en))
    return ""


def _heading(product: Product, t: Translator) -> Paragraph:
    name = strong(product_name(product, t))
    other = other_name(product, t)
    runs = (name, Run(f" – {other}")) if other else (name,)
    return Paragraph(runs, Role.TITLE)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
