"""What is of the same kind and place as a product of which what was asked is not known: a local
speciality without stars often stands beside a certified product of another name."""

from __future__ import annotations

from collections.abc import Callable

from handlers.chat.answering import PAGE, Answer, Asked
from handlers.lists.entries import entries, product_choices
from handlers.words.places import place_name
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place, Product, Status


def with_certified(asked: Asked, product: Product, given: Answer) -> Answer:
    """An answer about the stars of a product, with those of its likes there if it has none."""
    if product.stars is not None:
        return given
    alike = _alike(asked, product, lambda each: each.status is Status.CERTIFIED)
    if not alike:
        return given
    name = place_name(_home(product.location, asked.catalogue), asked.t)
    line = asked.t.gettext("Of the same kind, these in {place} have stars:", place=name)
    return _with(asked, given, line, alike)


def with_makers_known(asked: Asked, product: Product, given: Answer) -> Answer:
    """An answer about who makes a product, with its likes there whose makers are known."""
    alike = _alike(asked, product, lambda each: each.producer is not None)
    if not alike:
        return given
    name = place_name(_home(product.location, asked.catalogue), asked.t)
    line = asked.t.gettext("Of the same kind in {place}, I know who makes these:", place=name)
    return _with(asked, given, line, alike)


def _alike(asked: Asked, product: Product, tells: Callable[[Product], bool]) -> list[Product]:
    """Others of the kind from there of which it is known."""
    if not product.kinds:
        return []
    place = _home(product.location, asked.catalogue)
    there = asked.catalogue.products_at((place,), kinds=product.kinds[:1])
    return [each for each in there if each.code != product.code and tells(each)][:PAGE]


def _with(asked: Asked, given: Answer, line: str, alike: list[Product]) -> Answer:
    paragraphs = (*given.reply.paragraphs, body(line), *entries(asked, alike))
    choices = (*product_choices(asked, alike), *given.reply.choices)
    return given.telling(*paragraphs, choices=choices)


def _home(location: Location, catalogue: Catalogue) -> Place:
    """The district a product is from, else the province by the name it goes by there."""
    district = catalogue.places.get(location.district) if location.district else None
    if district is not None:
        return district
    today = catalogue.province(location.province)
    if location.former_province is None:
        return today
    former = catalogue.former_province(location.former_province)
    return today if former.name == today.name else former
