"""The catalogue: all facts in memory, immutable, with the look-ups that handlers need.

Built whole from the facts of the database (:func:`knowledge.base.build_knowledge`) and replaced
whole when the data version changes. It knows facts, not texts: understanding a question is
:mod:`knowledge.understanding`'s work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from knowledge.facts import (
    Category,
    Figure,
    Kind,
    Offer,
    Outlet,
    Place,
    PlaceLevel,
    Producer,
    Product,
    ProgrammeFact,
    ProgrammeTopic,
)
from knowledge.kind_tree import KindTree
from knowledge.territory import Territory

_SPECIAL_ZONE = "Đặc khu "
"""How the full names begin of the islands that are units of their own since 1 July 2025."""


class PlaceName(Struct, frozen=True, gc=False):
    """A name under which people mean a place: official, former, everyday or short."""

    name: str
    """As written with marks: ``Sài Gòn``, ``SG``, ``TPHCM``, ``miền Tây``, ``Hải Phòng``."""
    place: str
    """Key of the place meant."""
    weight: float = 1.0
    """How readily this name alone means this place, 0..1; provinces 1, communes far less."""


class Facts(Struct, frozen=True):
    """Everything read from one version of the database."""

    version: str
    """Changes whenever any fact changes."""
    products: tuple[Product, ...]
    producers: tuple[Producer, ...]
    offers: tuple[Offer, ...]
    outlets: tuple[Outlet, ...]
    figures: tuple[Figure, ...]
    programme: tuple[ProgrammeFact, ...]
    places: tuple[Place, ...]
    place_names: tuple[PlaceName, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Catalogue:
    """An immutable snapshot of the facts with look-ups by code, place and producer."""

    facts: Facts
    products: Mapping[str, Product] = field(init=False)
    """By code."""
    producers: Mapping[str, Producer] = field(init=False)
    places: Mapping[str, Place] = field(init=False)
    """By key."""
    kinds: Mapping[str, Kind] = field(init=False)
    _kind_tree: KindTree = field(init=False)
    _products_of: Mapping[str, tuple[Product, ...]] = field(init=False)
    _offers_of: Mapping[str, tuple[Offer, ...]] = field(init=False)
    _by_province: Mapping[str, tuple[Product, ...]] = field(init=False)
    _of_kind: Mapping[str, tuple[Product, ...]] = field(init=False)
    """By kind the products of it and of those below it; first those whose own kind that is, as fish
    in honey comes after honey, whatever its stars."""
    _by_stars: Mapping[int | None, tuple[Product, ...]] = field(init=False)
    _ranked: tuple[Product, ...] = field(init=False)
    _ranks: Mapping[str, int] = field(init=False)
    """Place of each product's code among all, best first."""
    _outlets_by_province: Mapping[str, tuple[Outlet, ...]] = field(init=False)
    _special_zones: Mapping[tuple[str, str], Place] = field(init=False)
    """By today's province and name."""
    _territory: Territory = field(init=False)
    province_names: Mapping[str, frozenset[str]] = field(init=False)
    """By the code of a province of today its name and those of the provinces it was made from."""
    as_of: str | None = field(init=False)
    """Date of the newest source of any product: how fresh the list is."""

    def __post_init__(self) -> None:
        facts = self.facts
        put = object.__setattr__
        put(self, "products", {product.code: product for product in facts.products})
        put(self, "producers", {producer.code: producer for producer in facts.producers})
        put(self, "places", {place.key: place for place in facts.places})
        put(self, "kinds", {kind.key: kind for kind in facts.kinds})
        put(self, "_kind_tree", KindTree.of(facts.kinds))
        made: defaultdict[str, list[Product]] = defaultdict(list)
        by_province: defaultdict[str, list[Product]] = defaultdict(list)
        of_kind: defaultdict[str, list[Product]] = defaultdict(list)
        by_stars: defaultdict[int | None, list[Product]] = defaultdict(list)
        ranked = sorted(facts.products, key=best_first)
        for product in ranked:
            by_province[product.location.province].append(product)
            by_stars[product.stars].append(product)
            for kind in self._kind_tree.with_wider(product.kinds):
                of_kind[kind].append(product)
            if product.producer:
                made[product.producer].append(product)
        put(self, "_ranks", {product.code: rank for rank, product in enumerate(ranked)})
        put(self, "_ranked", tuple(ranked))
        own_first = {key: tuple(self._own_first(found, (key,))) for key, found in of_kind.items()}
        put(self, "_of_kind", own_first)
        put(self, "_by_stars", {stars: tuple(found) for stars, found in by_stars.items()})
        offered: defaultdict[str, list[Offer]] = defaultdict(list)
        for offer in facts.offers:
            offered[offer.product].append(offer)
        put(self, "_products_of", {code: tuple(found) for code, found in made.items()})
        put(self, "_by_province", {code: tuple(found) for code, found in by_province.items()})
        put(self, "_offers_of", {code: tuple(found) for code, found in offered.items()})
        outlets: defaultdict[str, list[Outlet]] = defaultdict(list)
        for outlet in facts.outlets:
            if outlet.location is not None:
                outlets[outlet.location.province].append(outlet)
        put(self, "_outlets_by_province", {code: tuple(each) for code, each in outlets.items()})
        zones = {
            (place.provinces[0], place.name): place
            for place in facts.places
            if place.level is PlaceLevel.COMMUNE and place.full_name.startswith(_SPECIAL_ZONE)
        }
        put(self, "_special_zones", zones)
        put(self, "_territory", Territory(self.places))
        names: defaultdict[str, set[str]] = defaultdict(set)
        for place in facts.places:
            if place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}:
                for code in place.provinces:
                    names[code].add(place.name)
        put(self, "province_names", {code: frozenset(named) for code, named in names.items()})
        dates = [product.source_date for product in facts.products if product.source_date]
        put(self, "as_of", max(dates, default=None))

    @property
    def version(self) -> str:
        """The version of the data this snapshot was built from."""
        return self.facts.version

    def province(self, code: str) -> Place:
        """Today's province with this two-digit code. Raises ``KeyError`` for an unknown code."""
        return self.places[f"province:{code}"]

    def former_province(self, code: str) -> Place:
        """One of the 63 provinces before 1 July 2025. Raises ``KeyError`` when unknown."""
        return self.places[f"former:{code}"]

    def special_zone(self, district: Place) -> Place | None:
        """The special zone that a former district is now: an island under its old name."""
        return self._special_zones.get((district.provinces[0], district.name))

    def products_of(self, producer: str) -> tuple[Product, ...]:
        """All products of a producer, best first."""
        return self._products_of.get(producer, ())

    def rank(self, product: str) -> int:
        """Place of a product among all, best first, from 0. Raises ``KeyError`` when unknown."""
        return self._ranks[product]

    def offers_of(self, product: str) -> tuple[Offer, ...]:
        """Where this very product is known to be sold."""
        return self._offers_of.get(product, ())

    def products_at(
        self,
        places: Iterable[Place] = (),
        *,
        stars: int | None = None,
        stars_up_to: int | None = None,
        category: Category | None = None,
        kinds: Iterable[str] = (),
    ) -> list[Product]:
        """Products in any of the places that pass all filters, best first; under kinds, what is of
        the kind before what only has to do with it.

        No place means the whole country; ``stars_up_to`` is the highest of a range of stars. A
        kind also takes in the kinds below it; several kinds are alternatives.
        """
        wanted, keys = list(places), tuple(kinds)
        accepted = self.kinds_below(keys)
        levels = () if stars is None else range(stars_up_to or stars, stars - 1, -1)
        found = self._narrowest(wanted, levels, keys)
        by_kind = len(keys) == 1 and found is self._of_kind.get(keys[0])
        # A province's own list needs no second look at where each product lies.
        whole = not wanted or (
            not by_kind and all(place.level is PlaceLevel.PROVINCE for place in wanted)
        )
        of_kind = not accepted or not wanted or by_kind
        passing = [
            product
            for product in found
            if (not levels or product.stars in levels)
            and (category is None or product.category is category)
            and (of_kind or not accepted.isdisjoint(product.kinds))
            and (whole or any(self.lies_in(product, place) for place in wanted))
        ]
        return passing if not keys or by_kind else self._own_first(passing, keys)

    def is_at(
        self, product: Product, places: Sequence[Place] = (), *, kinds: Iterable[str] = ()
    ) -> bool:
        """Whether :meth:`products_at` lists a product for these places and kinds."""
        accepted = self.kinds_below(kinds)
        return (not accepted or not accepted.isdisjoint(product.kinds)) and (
            not places or any(self.lies_in(product, place) for place in places)
        )

    def _narrowest(
        self, places: list[Place], stars: Sequence[int], kinds: Sequence[str]
    ) -> Sequence[Product]:
        """The shortest list at hand that holds every product asked for, best first; that of one
        kind in its own order."""
        if places:
            codes = dict.fromkeys(code for place in places for code in place.provinces)
            lists = [self._by_province.get(code, ()) for code in codes]
            if len(kinds) == 1:
                of_kind = self._of_kind.get(kinds[0], ())
                if len(of_kind) < sum(map(len, lists)):
                    return of_kind
        elif kinds:
            lists = [self._of_kind.get(kind, ()) for kind in kinds]
        elif stars:
            lists = [self._by_stars.get(each, ()) for each in stars]
        else:
            return self._ranked
        if len(lists) == 1:
            return lists[0]
        merged = {product.code: product for products in lists for product in products}
        return [merged[code] for code in sorted(merged, key=self._ranks.__getitem__)]

    def _own_first(self, products: Iterable[Product], kinds: Sequence[str]) -> list[Product]:
        """What is of some kinds before what only has to do with them."""
        accepted = self.kinds_below(kinds)
        return sorted(products, key=lambda each: each.kinds[0] not in accepted)

    def outlets_in(self, place: Place) -> list[Outlet]:
        """Outlets in a place; few in a commune (most are known by district at best)."""
        return [
            outlet
            for code in place.provinces
            for outlet in self._outlets_by_province.get(code, ())
            if outlet.location is not None and self._territory.covers(place, outlet.location)
        ]

    def figures_of(self, place: Place | None) -> list[Figure]:
        """Counts of a province, former province or (``None``) the country, newest first.

        Undated counts come last. For today's province its own counts come before those of the
        former provinces it was made from.
        """
        if place is None:
            wanted = [figure for figure in self.facts.figures if figure.province is None]
        elif place.level is PlaceLevel.PROVINCE:
            wanted = [f for f in self.facts.figures if f.province in place.provinces]
        else:
            wanted = [
                f
                for f in self.facts.figures
                if f.province in place.provinces
                and (f.former_province is None or f.former_province in place.former_provinces)
            ]
        # Goods are added over a year: of two counts of one date the larger is the later one
        return sorted(
            wanted,
            key=lambda figure: (figure.as_of or "", figure.total or figure.rough_total or 0),
            reverse=True,
        )

    def programme(self, topic: ProgrammeTopic) -> list[ProgrammeFact]:
        """The rules on a topic, in the order of the table."""
        return [fact for fact in self.facts.programme if fact.topic is topic]

    def kinds_below(self, kinds: Iterable[str]) -> frozenset[str]:
        """Kinds with all narrower ones."""
        accepted = frozenset(kinds)
        return accepted.union(*[self._kind_tree.below.get(kind, ()) for kind in accepted])

    def kinds_above(self, key: str) -> tuple[str, ...]:
        """The wider kinds that a kind is of, the nearest first."""
        return self._kind_tree.above.get(key, ())

    def widest_kinds(self, product: Product) -> frozenset[str]:
        """The widest kinds that a product's own is of: rice of ST25 rice."""
        return self._kind_tree.widest(product.kinds[0]) if product.kinds else frozenset()

    def lies_in(self, product: Product, place: Place) -> bool:
        """Whether a product is from a place, as far as its source told."""
        return self._territory.covers(place, product.location)


def best_first(product: Product) -> tuple[int, int, int, str]:
    """Sort key: awarded stars, then the newest certificate, then certified before listed."""
    year = product.certificates[0].year if product.certificates else None
    rank = {"certified": 0, "listed": 1, "speciality": 2, "candidate": 3}[product.status]
    return (-(product.stars or 0), -(year or 0), rank, product.name)
