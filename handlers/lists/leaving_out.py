"""What a list leaves out, as a session and an action carry it, and how it is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PLACES, Topic, names_subject, of_its_list
from handlers.words.naming import both, category_name, kind_names, place_name
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place, Product
from knowledge.text.letters import fold
from knowledge.text.tokens import words_of
from knowledge.understanding.diets import NO_VEGETARIAN_EATS, VEGETARIAN
from knowledge.understanding.question import Certainty, Intent, Question, Without
from knowledge.understanding.senses import OTHER_PLACES
from locales import Translator

_WITHOUT_MEAT = frozenset((VEGETARIAN, "nuoc-mam-chay", "dau-phu", "tau-hu-ky"))
_OF_MEAT = frozenset(NO_VEGETARIAN_EATS)
_COMMON_WORDS = frozenset({"kho"})
"""Kinds called by a word that tells something else in other names: "bún khô" is no dried fish."""
_BETWEEN, _EACH, _SPACE = ".", "+", "_"


def text_of(without: Without) -> str:
    """As an action carries it; empty where nothing is left out."""
    if not without:
        return ""
    fields: tuple[Iterable[object], ...] = (
        (place.key for place in without.places),
        without.kinds,
        without.categories,
        without.stars,
        (name.replace(" ", _SPACE) for name in without.names),
    )
    return _BETWEEN.join(_EACH.join(map(str, field)) for field in fields)


def parsed(text: str, catalogue: Catalogue) -> Without:
    """From its text; places that a reload took away are passed over.

    Raises ``ValueError`` for a text that nothing left out ever had.
    """
    if not text:
        return Without()
    places, kinds, categories, stars, names = (
        tuple(filter(None, field.split(_EACH))) for field in [*text.split(_BETWEEN), ""][:5]
    )
    return Without(
        tuple(catalogue.places[key] for key in places if key in catalogue.places),
        tuple(kind for kind in kinds if kind in catalogue.kinds),
        tuple(map(Category, categories)),
        tuple(map(int, stars)),
        tuple(name.replace(_SPACE, " ") for name in names),
    )


def kept(question: Question, read: Question, session: Session, catalogue: Catalogue) -> Question:
    """A follow-up ``read`` in its context that narrows a list, without what was not wanted before;
    ``question`` is what was typed by itself, and what it names is wanted now."""
    if not session.without or read is question or read.intent not in ABOUT_PLACES:
        return read
    before = _of_session(session, catalogue)
    before = Without(
        () if question.places else before.places,
        () if question.kinds or question.category else before.kinds,
        () if question.kinds or question.category else before.categories,
        () if question.stars is not None else before.stars,
        () if question.kinds or question.category else before.names,
    )
    return replace(read, without=before.joined(read.without))


def of_the_list(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The list last shown without what is not wanted of it: "trừ Phú Quốc ra"; ``None`` where
    something else is asked or no list was shown."""
    without = question.without
    if OTHER_PLACES in question.cues and not names_subject(question):
        return _from_elsewhere(question, topic, catalogue)
    asks = without and not names_subject(question)
    if not asks or not topic.has_list or topic.product is not None:
        return None
    return replace(
        of_its_list(question, topic),
        places=tuple(place for place in topic.places if place not in without.places),
        stars=None if topic.stars in without.stars else topic.stars,
        category=None if topic.category in without.categories else topic.category,
        kinds=tuple(kind for kind in topic.kinds if kind not in without.kinds),
    )


def asks_another_place(question: Question, topic: Topic) -> bool:
    """Whether another place than that whose goods were listed is asked for, and not by its name."""
    some = topic.kinds or topic.category or topic.stars
    listed = topic.intent is Intent.SPECIALITIES and bool(topic.places) and not some
    return listed and OTHER_PLACES in question.cues and question.bare


def _from_elsewhere(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The same goods from other places than those of the list last shown, or than the provinces of
    the products shown: "tỉnh khác có không"."""
    shown = [catalogue.products[code] for code in topic.products]
    kinds = topic.kinds or _kinds_of_all(shown)
    places = topic.places or _provinces_of(shown, catalogue)
    some = kinds or topic.stars or topic.category
    if not (some and places) or question.ordinal is not None:
        return None
    return replace(
        of_its_list(question, topic),
        places=(),
        kinds=kinds,
        without=question.without.joined(Without(places=places)),
    )


def _kinds_of_all(products: Sequence[Product]) -> tuple[str, ...]:
    """The main kind of most of some products."""
    mains = Counter(product.kinds[0] for product in products if product.kinds)
    return tuple(kind for kind, _ in mains.most_common(1))


def _provinces_of(products: Iterable[Product], catalogue: Catalogue) -> tuple[Place, ...]:
    """The provinces of today that some products are from."""
    codes = dict.fromkeys(product.location.province for product in products)
    return tuple(catalogue.province(code) for code in codes)


def with_wider_kinds(question: Question, catalogue: Catalogue) -> Question:
    """A question that names only what is not wanted, as one of the wider kind: "no peanut candy" is
    of other candy. All others as they are."""
    if not question.without.kinds or question.intent is not Intent.UNKNOWN:
        return question
    parents = (catalogue.kinds[kind].parents for kind in question.without.kinds)
    # Who wants no dried mango wants other dried fruit, or other mango
    wider = tuple(dict.fromkeys(chain.from_iterable(parents)))
    if not wider or names_subject(question):
        return question
    asked = replace(question, kinds=wider, intent=Intent.SPECIALITIES, intent_stated=True)
    return replace(asked, certainty=Certainty.CLEAR, not_known="")


def _of_session(session: Session, catalogue: Catalogue) -> Without:
    try:
        return parsed(session.without, catalogue)
    except ValueError:  # kept by another version
        return Without()


def remaining(products: list[Product], without: Without, catalogue: Catalogue) -> list[Product]:
    """The products that are not left out, in their order."""
    if not without:
        return products
    below = catalogue.kinds_below(without.kinds)
    called = _called(below - _COMMON_WORDS, catalogue)
    return [
        each
        for each in products
        if each.category not in without.categories
        and each.stars not in without.stars
        and not (without.places and catalogue.is_at(each, without.places))
        and not (without.kinds and _is_of(each, without.kinds, below, called))
        and not (without.names and _is_called(each, without.names, catalogue))
    ]


def _is_of(
    product: Product, kinds: tuple[str, ...], below: frozenset[str], called: re.Pattern[str]
) -> bool:
    """Whether a product is of some kinds, with the narrower ones ``below``, or has one of them in
    its name: who cannot eat shrimp wants no shrimp paste either."""
    meatless = not _WITHOUT_MEAT.isdisjoint(product.kinds)
    if meatless and _WITHOUT_MEAT.isdisjoint(kinds) and not _OF_MEAT.isdisjoint(kinds):
        return False  # vegetarian "fish sauce" has no fish in it
    if not below.isdisjoint(product.kinds):
        return True
    return any(called.search(name) for name in (product.name_vi, product.name_en) if name)


def _called(kinds: Iterable[str], catalogue: Catalogue) -> re.Pattern[str]:
    """The names of kinds as common nouns: the "Lê" of Lê Gia is no pear, so that within a name only
    small letters count."""
    named = (catalogue.kinds[key].names.values() for key in sorted(kinds))
    return _pattern(tuple(form for names in named for forms in names for form in forms))


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    within = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    first = "|".join(re.escape(form[:1].upper() + form[1:]) for form in forms)
    return re.compile(rf"\b(?:{within})\b|^(?:{first})\b")


def _is_called(product: Product, names: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether some words stand together in the name of a product or of its producer."""
    producer = catalogue.producers.get(product.producer or "")
    texts = [product.name_vi, product.name_en, producer.name_vi if producer else None]
    padded = [_padded(text) for text in texts if text]
    return any(
        f" {name} " in (bare if name.isascii() else marked)
        for name in names
        for marked, bare in padded
    )


@lru_cache(maxsize=8192)
def _padded(name: str) -> tuple[str, str]:
    """The words of a name with a space around each, with their marks and without."""
    marked = f" {' '.join(words_of(name))} "
    return marked, fold(marked)


def with_exclusion(what: str, without: Without, catalogue: Catalogue, t: Translator) -> str:
    """What a list holds with what it leaves out: "nước mắm trên cả nước, trừ Phú Quốc"."""
    if not without:
        return what
    return t.gettext("{what}, except {left_out}", what=what, left_out=_named(without, catalogue, t))


def _named(without: Without, catalogue: Catalogue, t: Translator) -> str:
    names = [place_name(place, t) for place in without.places]
    names += [kind_names((kind,), catalogue, t) for kind in without.kinds]
    names += [category_name(category, t) for category in without.categories]
    names += [t.ngettext("{count} star", "{count} stars", stars) for stars in without.stars]
    names += [f"“{name}”" for name in without.names]
    return both(names, t)
