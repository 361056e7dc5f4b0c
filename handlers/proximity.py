"""What lies near a point, by the centres of communes, districts and provinces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Outlet, OutletKind, Place, Producer, Product

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
_NOWHERE = frozenset({OutletKind.WEBSITE, OutletKind.MARKETPLACE, OutletKind.EXPORT})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: the centre of the smallest unit known."""

    place: Place
    precision: Precision


@dataclass(frozen=True, slots=True)
class Near:
    """Something and its distance from a point."""

    named: Product | Producer | Outlet
    kilometres: float
    spot: Spot


class Proximity:
    """Spots of everything in a catalogue, with the distances worked out all at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._products = _Layer(catalogue, list(catalogue.facts.products))
        self._producers = _Layer(catalogue, list(catalogue.facts.producers))
        walked_into = [each for each in catalogue.facts.outlets if each.kind not in _NOWHERE]
        self._outlets = _Layer(catalogue, walked_into)

    def products(self, point: tuple[float, float]) -> Iterator[Near]:
        """Products, nearest first."""
        return self._products.nearest(point)

    def producers(self, point: tuple[float, float]) -> Iterator[Near]:
        """Producers, nearest first."""
        return self._producers.nearest(point)

    def outlets(self, point: tuple[float, float]) -> Iterator[Near]:
        """Outlets one can walk into, nearest first."""
        return self._outlets.nearest(point)


class _Layer:
    """One kind of things, gathered by the spot they share."""

    def __init__(
        self, catalogue: Catalogue, things: list[Product] | list[Producer] | list[Outlet]
    ) -> None:
        at: defaultdict[Spot, list[Product | Producer | Outlet]] = defaultdict(list)
        for thing in things:
            spot = spot_of(thing.location, catalogue)
            if spot is not None:
                at[spot].append(thing)
        self._spots = list(at)
        self._things = list(at.values())
        self._latitudes = np.radians([spot.place.latitude or 0.0 for spot in self._spots])
        self._longitudes = np.radians([spot.place.longitude or 0.0 for spot in self._spots])
        self._doubts = np.array([_DOUBT_KM[spot.precision] for spot in self._spots])

    def nearest(self, point: tuple[float, float]) -> Iterator[Near]:
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
        for index in np.argsort(kilometres + self._doubts, kind="stable"):
            for thing in self._things[index]:
                yield Near(thing, float(kilometres[index]), self._spots[index])


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


def proximity_of(catalogue: Catalogue) -> Proximity:
    """The proximity index of a catalogue, built once for it."""
    global _latest  # noqa: PLW0603 - one catalogue is current at a time
    if _latest is None or _latest.catalogue is not catalogue:
        _latest = Proximity(catalogue)
    return _latest


_latest: Proximity | None = None
