"""What lies near a point, by the centres of communes, districts and provinces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import numpy as np

from handlers.outlets import rank
from knowledge.catalogue import Catalogue
from knowledge.facts import (
    Location,
    Outlet,
    OutletKind,
    Place,
    PlaceLevel,
    Producer,
    Product,
)

Thing = TypeVar("Thing", Product, Producer, Outlet, Place)
Located = TypeVar("Located", Product, Producer, Outlet)

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


class Precision(StrEnum):
    """Whose centre stands for where something is."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


_DOUBT_KM = {Precision.COMMUNE: 0.0, Precision.DISTRICT: 10.0, Precision.PROVINCE: 40.0}
"""About half the width of the unit: what is only known to lie in a province is not put before what
is surely nearer."""
_AT_HOME_KM = 5.0
"""What is only known to lie in the district one stands in is put among what is as far as this."""
_NOWHERE = frozenset({OutletKind.WEBSITE, OutletKind.MARKETPLACE, OutletKind.EXPORT})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: the centre of the smallest unit known."""

    place: Place
    precision: Precision


@dataclass(frozen=True, slots=True)
class Near(Generic[Thing]):
    """Something and its distance from a point."""

    named: Thing
    kilometres: float
    spot: Spot


class Proximity:
    """Spots of everything in a catalogue, with the distances worked out all at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        facts = catalogue.facts
        self._products = _Layer(_placed(catalogue.products_at(), catalogue))
        self._producers = _Layer(_placed(facts.producers, catalogue))
        walked_into = [each for each in facts.outlets if each.kind not in _NOWHERE]
        self._outlets = _Layer(_placed(sorted(walked_into, key=rank), catalogue))
        self._communes = _Layer(
            (Spot(place, Precision.COMMUNE), place)
            for place in facts.places
            if place.level is PlaceLevel.FORMER_COMMUNE and place.latitude is not None
        )

    def products(self, point: tuple[float, float]) -> Iterator[Near[Product]]:
        """Products, surely near ones first."""
        return self._products.nearest(point, self._home(point))

    def producers(self, point: tuple[float, float]) -> Iterator[Near[Producer]]:
        """Producers, surely near ones first."""
        return self._producers.nearest(point, self._home(point))

    def outlets(self, point: tuple[float, float]) -> Iterator[Near[Outlet]]:
        """Outlets one can walk into, surely near ones first."""
        return self._outlets.nearest(point, self._home(point))

    def _home(self, point: tuple[float, float]) -> str | None:
        """Key of the district of the nearest former commune."""
        nearest = next(self._communes.nearest(point, None), None)
        return nearest.named.parent if nearest is not None else None


class _Layer(Generic[Thing]):
    """One kind of things, gathered by the spot they share."""

    def __init__(self, placed: Iterable[tuple[Spot, Thing]]) -> None:
        at: dict[tuple[str, Precision], tuple[Spot, list[Thing]]] = {}
        for spot, thing in placed:
            at.setdefault((spot.place.key, spot.precision), (spot, []))[1].append(thing)
        self._spots = [spot for spot, _ in at.values()]
        self._things: list[list[Thing]] = [things for _, things in at.values()]
        self._numbers = {spot.place.key: number for number, spot in enumerate(self._spots)}
        self._latitudes = np.radians([spot.place.latitude or 0.0 for spot in self._spots])
        self._longitudes = np.radians([spot.place.longitude or 0.0 for spot in self._spots])
        self._doubts = np.array([_DOUBT_KM[spot.precision] for spot in self._spots])

    def nearest(self, point: tuple[float, float], home: str | None) -> Iterator[Near[Thing]]:
        """All things, those surely near first: by kilometres to the centre of the smallest unit
        known plus the doubt of that unit, so kilometres alone need not rise from one to the next.

        ``home`` is the key of the district where the point is.
        """
        if not self._spots:
            return
        latitude, longitude = np.radians(point)
        # The haversine formula: exact enough (0.5 %) and stable for small distances
        half = (
            np.sin((self._latitudes - latitude) / 2) ** 2
            + np.cos(latitude)
            * np.cos(self._latitudes)
            * np.sin((self._longitudes - longitude) / 2) ** 2
        )
        kilometres = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
        ranks = kilometres + self._doubts
        at_home = self._numbers.get(home) if home is not None else None
        if at_home is not None:
            ranks[at_home] = min(ranks[at_home], _AT_HOME_KM)
        for index in np.argsort(ranks, kind="stable"):
            for thing in self._things[index]:
                yield Near(thing, float(kilometres[index]), self._spots[index])


def _placed(things: Iterable[Located], catalogue: Catalogue) -> Iterator[tuple[Spot, Located]]:
    for thing in things:
        spot = spot_of(thing.location, catalogue)
        if spot is not None:
            yield spot, thing


def spot_of(location: Location | None, catalogue: Catalogue) -> Spot | None:
    """The centre of the smallest unit known of a location; ``None`` when none has coordinates."""
    if location is None:
        return None
    keys = (
        (location.commune, Precision.COMMUNE),
        (location.district, Precision.DISTRICT),
        (
            f"former:{location.former_province}" if location.former_province else None,
            Precision.PROVINCE,
        ),
        (f"province:{location.province}", Precision.PROVINCE),
    )
    for key, precision in keys:
        place = catalogue.places.get(key) if key else None
        if place is not None and place.latitude is not None and place.longitude is not None:
            return Spot(place, precision)
    return None


def nearest_first(
    found: Iterable[Outlet], location: Location, catalogue: Catalogue
) -> list[Outlet]:
    """Outlets of the same former province first, then by how far they surely are, in their order
    where that is the same; those of another province's goods ("gian OCOP Bến Tre") last."""
    here, home = spot_of(location, catalogue), former_home(location, catalogue)
    own = catalogue.province_names[location.province]
    others = frozenset().union(*catalogue.province_names.values()) - own

    def key(outlet: Outlet) -> tuple[bool, bool, float]:
        foreign = any(name in outlet.name_vi for name in others) and not any(
            name in outlet.name_vi for name in own
        )
        there = former_home(outlet.location, catalogue)
        apart = home is not None and there is not None and there != home
        spot = spot_of(outlet.location, catalogue)
        if here is None or spot is None:
            return foreign, apart, 0.0
        return foreign, apart, _kilometres(here.place, spot.place) + _DOUBT_KM[spot.precision]

    return sorted(found, key=key)


def former_home(location: Location | None, catalogue: Catalogue) -> str | None:
    """Code of the former province of a location, as far as its commune tells where its source does
    not."""
    if location is None or location.former_province is not None:
        return location.former_province if location is not None else None
    commune = catalogue.places.get(location.commune) if location.commune is not None else None
    former = commune.former_provinces if commune is not None else ()
    return former[0] if len(former) == 1 else None


def _kilometres(one: Place, other: Place) -> float:
    """From centre to centre (the haversine formula)."""
    if one.latitude is None or other.latitude is None:
        return 0.0
    first = np.radians((one.latitude, one.longitude or 0.0))
    second = np.radians((other.latitude, other.longitude or 0.0))
    half = (
        np.sin((second[0] - first[0]) / 2) ** 2
        + np.cos(first[0]) * np.cos(second[0]) * np.sin((second[1] - first[1]) / 2) ** 2
    )
    return float(2 * EARTH_KM * np.arcsin(np.sqrt(min(half, 1.0))))


def proximity_of(catalogue: Catalogue) -> Proximity:
    """The proximity index of a catalogue, built once for it."""
    global _latest  # noqa: PLW0603 - one catalogue is current at a time
    if _latest is None or _latest.catalogue is not catalogue:
        _latest = Proximity(catalogue)
    return _latest


_latest: Proximity | None = None
