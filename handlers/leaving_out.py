"""What a list leaves out, as a session and an action carry it, and how it is said."""

from __future__ import annotations

from dataclasses import replace

from handlers.naming import both, category_name, kind_names, place_name
from handlers.session import Session
from handlers.topic import ABOUT_PLACES, Topic, names_subject
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Product
from knowledge.understanding.question import Certainty, Intent, Question, Without
from locales import Translator

_BETWEEN, _EACH = ".", "+"


def text_of(without: Without) -> str:
    """As an action carries it; empty where nothing is left out."""
    if not without:
        return ""
    places = _EACH.join(place.key for place in without.places)
    return _BETWEEN.join((places, _EACH.join(without.kinds), without.category or ""))


def parsed(text: str, catalogue: Catalogue) -> Without:
    """From its text; places that a reload took away are passed over.

    Raises ``ValueError`` for a text that nothing left out ever had.
    """
    if not text:
        return Without()
    places, kinds, category = text.split(_BETWEEN)
    return Without(
        tuple(catalogue.places[key] for key in places.split(_EACH) if key in catalogue.places),
        tuple(kind for kind in kinds.split(_EACH) if kind in catalogue.kinds),
        Category(category) if category else None,
    )


def kept(question: Question, read: Question, session: Session, catalogue: Catalogue) -> Question:
    """A follow-up ``read`` in its context that narrows a list, without what was not wanted before;
    ``question`` is what was typed by itself."""
    if not session.without or read is question or read.without or read.intent not in ABOUT_PLACES:
        return read
    return replace(read, without=parsed(session.without, catalogue))


def of_the_list(question: Question, topic: Topic) -> Question | None:
    """The list last shown without what is not wanted of it: "trừ Phú Quốc ra"; ``None`` where
    something else is asked or no list was shown."""
    asks = question.without and not names_subject(question)
    if not asks or not topic.has_list or topic.product is not None:
        return None
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=topic.places,
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
    )


def remaining(products: list[Product], without: Without, catalogue: Catalogue) -> list[Product]:
    """The products that are not left out, in their order."""
    if not without:
        return products
    return [
        each
        for each in products
        if each.category is not without.category
        and not (without.places and catalogue.is_at(each, without.places))
        and not (without.kinds and catalogue.is_at(each, kinds=without.kinds))
    ]


def with_exclusion(what: str, without: Without, catalogue: Catalogue, t: Translator) -> str:
    """What a list holds with what it leaves out: "nước mắm trên cả nước, trừ Phú Quốc"."""
    if not without:
        return what
    return t.gettext("{what}, except {left_out}", what=what, left_out=_named(without, catalogue, t))


def _named(without: Without, catalogue: Catalogue, t: Translator) -> str:
    names = [place_name(place, t) for place in without.places]
    names += [kind_names((kind,), catalogue, t) for kind in without.kinds]
    if without.category is not None:
        names.append(category_name(without.category, t))
    return both(names, t)
