"""What products and producers are found by: their names, and the words around those names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place, PlaceLevel, Producer, Product
from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.text.tokens import words_of

_SAID_IN_NAMES = frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE, PlaceLevel.DISTRICT})
_FORM = re.compile(
    r"^(?:(?:công ty|cty|cổ phần|cp|tnhh|trách nhiệm hữu hạn|một thành viên|mtv|hợp tác xã|htx"
    r"|hộ kinh doanh|cơ sở)\s+)+",
    re.IGNORECASE,
)
"""The legal form before a producer's name."""
_SHORTEST_FORM = 3
"""Words of which one at least tells the form or trade of a producer before its brand."""


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


def without_places(catalogue: Catalogue, producers: Sequence[Producer]) -> dict[str, str]:
    """Names of producers, by their codes, without the place at the end: who buys of "Công ty cổ
    phần Thủy sản Vạn Phần Diễn Châu" calls it Vạn Phần. Only where two words written as a brand,
    which no other name has side by side, stand before it."""
    places = {
        tuple(place.name.split())
        for place in catalogue.places.values()
        if place.level in _SAID_IN_NAMES and place.name.count(" ") == 1
    }
    names = {each.code: each.name_vi.split() for each in producers if each.name_vi}
    of_products = (each.name_vi.split() for each in catalogue.products.values() if each.name_vi)
    having = Counter(
        pair
        for name in chain(names.values(), of_products)
        for pair in set(pairwise([word.casefold() for word in name]))
    )
    found: dict[str, str] = {}
    for code, name in names.items():
        rest, place = name[:-2], tuple(name[-2:])
        brand = rest[-2:]
        if len(rest) <= _SHORTEST_FORM or place not in places:
            continue
        written = all(word[0].isupper() and not word.isupper() for word in brand)
        if written and having[(brand[0].casefold(), brand[1].casefold())] == 1:
            # The "phần" of "cổ phần" is none of the brand
            found[code] = _FORM.sub("", " ".join(rest))
    return found


def product_contexts(
    catalogue: Catalogue, products: Sequence[Product], table: WordTable
) -> list[tuple[int, ...]]:
    """For each product the words of its producer's name and of its places."""
    shared: dict[tuple[str | None, Location], tuple[int, ...]] = {}
    contexts: list[tuple[int, ...]] = []
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
) -> list[tuple[int, ...]]:
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


def _words_in(table: WordTable, texts: Iterable[str | None]) -> tuple[int, ...]:
    """The words of some texts, each once: not as a set, which takes seven times the room."""
    numbers = (
        table.add(marks_of(word).folded) for text in texts if text for word in _words_of(text)
    )
    return tuple(dict.fromkeys(numbers))


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


def made_by(catalogue: Catalogue, producers: Sequence[str], maker: int) -> list[int]:
    """Numbers of all products, best first, that the producer numbered ``maker`` makes."""
    return [catalogue.rank(product.code) for product in catalogue.products_of(producers[maker])]


_words_of = lru_cache(maxsize=4096)(words_of)
"""Names of provinces and districts come thousands of times."""
