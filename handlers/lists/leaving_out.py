"""What a list leaves out, as a session and an action carry it, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from handlers.words.naming import both, category_name, kind_names
from handlers.words.places import place_name
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Product
from knowledge.text.letters import fold
from knowledge.text.tokens import words_of
from knowledge.understanding.exclusion.diets import (
    CALLED_IN_NAMES,
    INGREDIENTS,
    NO_VEGETARIAN_EATS,
    VEGETARIAN,
)
from knowledge.understanding.question import Question, Without
from knowledge.understanding.vocabulary.senses import AVOID, AVOIDED, DIET
from locales import Translator

_WITHOUT_MEAT = frozenset((VEGETARIAN, "nuoc-mam-chay", "dau-phu", "tau-hu-ky"))
_OF_MEAT = frozenset(NO_VEGETARIAN_EATS)
_COMMON_WORDS = frozenset({"kho"})
"""Kinds called by a word that tells something else in other names: "bún khô" is no dried fish."""
_OF_DIETS = frozenset({AVOID, AVOIDED, DIET})
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
    keys = sorted(kinds)
    named = (catalogue.kinds[key].names.values() for key in keys)
    forms = [form for names in named for forms in names for form in forms]
    return _pattern((*forms, *(word for key in keys for word in CALLED_IN_NAMES.get(key, ()))))


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


def tells_of_diet(question: Question) -> bool:
    """Whether what is not wanted is told of what somebody eats: "dị ứng tôm", "no nuts"."""
    told = not question.cues.isdisjoint(_OF_DIETS)
    return told or not INGREDIENTS.isdisjoint(question.without.kinds)


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
