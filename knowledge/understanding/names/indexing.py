"""What products and producers are found by: their names, and the words around those names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place, Producer, Product
from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.text.tokens import words_of


def names_of(name_vi: str | None, name_en: str | None) -> Iterable[str]:
    """The names to index: both languages, and the English one without its bracketed gloss."""
    if name_vi:
        yield name_vi
    if name_en:
        yield name_en
        if "(" in name_en:
            bare = " ".join(
                part.partition(")")[2] if place else part
                for place, part in enumerate(name_en.split("("))
            ).strip()
            if bare:
                yield bare


def product_contexts(
    catalogue: Catalogue, products: Sequence[Product], table: WordTable
) -> list[frozenset[int]]:
    """For each product the words of its producer's name and of its places."""
    shared: dict[tuple[str | None, Location], frozenset[int]] = {}
    contexts: list[frozenset[int]] = []
    for product in products:
        key = (product.producer, product.location)
        if key not in shared:
            producer = catalogue.producers.get(product.producer or "")
            names = [] if producer is None else [producer.name_vi, producer.name_en]
            shared[key] = _words_in(table, names + _place_names(catalogue, product.location))
        contexts.append(shared[key])
    return contexts


def producer_contexts(
    catalogue: Catalogue, producers: Sequence[Producer], table: WordTable
) -> list[frozenset[int]]:
    """For each producer the words of its places."""
    return [
        _words_in(table, _place_names(catalogue, producer.location) if producer.location else [])
        for producer in producers
    ]


def _place_names(catalogue: Catalogue, location: Location) -> list[str | None]:
    former = location.former_province
    return [
        location.district_name,
        location.commune_name,
        catalogue.province(location.province).name,
        catalogue.former_province(former).name if former else None,
    ]


def _words_in(table: WordTable, texts: Iterable[str | None]) -> frozenset[int]:
    return frozenset(
        table.add(marks_of(word).folded) for text in texts if text for word in _words_of(text)
    )


def is_from(catalogue: Catalogue, codes: Sequence[str], owner: int, place: Place) -> bool:
    """Whether the product numbered ``owner`` is from a place."""
    return catalogue.lies_in(catalogue.products[codes[owner]], place)


def made_of_kind(
    catalogue: Catalogue, producers: Sequence[str], maker: int, kind: str
) -> list[int]:
    """Numbers of the products of a kind, best first, that the producer numbered ``maker`` makes.

    Products are numbered by their rank in the catalogue, producers as in ``producers``.
    """
    return [
        catalogue.rank(product.code)
        for product in catalogue.products_of(producers[maker])
        if catalogue.is_at(product, kinds=(kind,))
    ]


_words_of = lru_cache(maxsize=4096)(words_of)
"""Names of provinces and districts come thousands of times."""
