"""Looking over facts for what no single row shows: duplicates, wrong orders, places not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.catalogue import Facts
from knowledge.facts import Location, Product
from knowledge.text.letters import fold


class Fault(StrEnum):
    """What is wrong with a fact."""

    SAME_PRODUCT = "same_product"
    """Two products of one producer have names that differ in no letter."""
    SAME_OFFER = "same_offer"
    """An offer stands twice."""
    UNKNOWN_KIND = "unknown_kind"
    CERTIFICATE_ORDER = "certificate_order"
    """A product's first certificate is not its newest."""
    STARS_UNCLAIMED = "stars_unclaimed"
    """A local speciality carries stars."""
    NO_SOURCE = "no_source"
    NO_COMMUNE = "no_commune"
    """A commune that neither map has in that place; an older map may have it."""
    NO_DISTRICT = "no_district"
    """A district that the map before July 2025 does not have; it may have gone before."""


REMARKS = frozenset({Fault.NO_COMMUNE, Fault.NO_DISTRICT})
"""Faults that may be the truth: units were abolished before the maps we hold were drawn."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one fact."""

    fault: Fault
    subject: str
    """Code of the product, producer or outlet."""
    detail: str
    """What the fault is about: the other code, the name of a place."""

    @property
    def is_remark(self) -> bool:
        """Whether it may stay as it is."""
        return self.fault in REMARKS


def look_over(facts: Facts) -> Iterator[Finding]:
    """Everything found, in the order of the tables."""
    yield from _same_products(facts)
    yield from _same_offers(facts)
    kinds = {kind.key for kind in facts.kinds}
    for product in facts.products:
        yield from _of_product(product, kinds)
    yield from _without_source(facts)
    located: tuple[tuple[str, Location | None], ...] = (
        *((product.code, product.location) for product in facts.products),
        *((producer.code, producer.location) for producer in facts.producers),
        *((outlet.code, outlet.location) for outlet in facts.outlets),
    )
    for code, location in located:
        if location is not None:
            yield from _of_location(code, location)


def unsourced(facts: Facts) -> int:
    """How many facts have no page they were read on."""
    return sum(1 for _ in _without_source(facts))


def _same_products(facts: Facts) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for product in facts.products:
        if product.producer is None:
            continue
        first = seen.setdefault((product.producer, fold(product.name)), product.code)
        if first != product.code:
            yield Finding(Fault.SAME_PRODUCT, product.code, first)


def _same_offers(facts: Facts) -> Iterator[Finding]:
    seen: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for offer in facts.offers:
        place = (offer.kind, fold(offer.name))
        if place in seen[offer.product]:
            yield Finding(Fault.SAME_OFFER, offer.product, offer.name)
        seen[offer.product].add(place)


def _of_product(product: Product, kinds: set[str]) -> Iterator[Finding]:
    for kind in product.kinds:
        if kind not in kinds:
            yield Finding(Fault.UNKNOWN_KIND, product.code, kind)
    years = [held.year for held in product.certificates if held.year is not None]
    if years and product.certificates[0].year not in {None, max(years)}:
        yield Finding(Fault.CERTIFICATE_ORDER, product.code, str(max(years)))
    if product.status == "speciality" and product.certificates:
        yield Finding(Fault.STARS_UNCLAIMED, product.code, str(product.certificates[0].stars))


def _without_source(facts: Facts) -> Iterator[Finding]:
    for product in facts.products:
        if not product.sources:
            yield Finding(Fault.NO_SOURCE, product.code, "")
    for producer in facts.producers:
        if not producer.sources:
            yield Finding(Fault.NO_SOURCE, producer.code, "")
    for outlet in facts.outlets:
        if not outlet.source:
            yield Finding(Fault.NO_SOURCE, outlet.code, "")
    for offer in facts.offers:
        if not offer.source:
            yield Finding(Fault.NO_SOURCE, offer.product, offer.name)
    for figure in facts.figures:
        if not figure.source:
            yield Finding(Fault.NO_SOURCE, figure.province or "", figure.as_of or "")
    for fact in facts.programme:
        if not fact.sources:
            yield Finding(Fault.NO_SOURCE, fact.topic, fact.text_vi)


def _of_location(code: str, location: Location) -> Iterator[Finding]:
    if location.district_name and location.district is None and location.commune is None:
        yield Finding(Fault.NO_DISTRICT, code, location.district_name)
    if location.commune_name and location.commune is None:
        yield Finding(Fault.NO_COMMUNE, code, location.commune_name)
