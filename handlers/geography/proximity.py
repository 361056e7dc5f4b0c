"""What lies near a point, by the centres of communes, districts and provinces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import numpy as np
from msgspec import Struct

from handlers.geography.shops import rank
from handlers.geography.spots import DOUBT_KM, EARTH_KM, Precision, Spot, spot_of
from knowledge.catalogue import Catalogue
from knowledge.facts import Outlet, OutletKind, Place, PlaceLevel, Producer, Product

Thing = TypeVar("Thing", Product, Producer, Outlet, Place)
Located = TypeVar("Located", Product, Producer, Outlet)

_AT_HOME_KM = 5.0
"""What is only known to lie in the district one stands in is put among what is as far as this."""
_NOWHERE = frozenset({OutletKind.WEBSITE, OutletKind.MARKETPLACE, OutletKind.EXPORT})


class Near(Struct, Generic[Thing], frozen=True):
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
        self._doubts = np.array([DOUBT_KM[spot.precision] for spot in self._spots])

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


def proximity_of(catalogue: Catalogue) -> Proximity:
    """The proximity index of a catalogue, built once for it."""
    global _latest  # noqa: PLW0603 - one catalogue is current at a time
    if _latest is None or _latest.catalogue is not catalogue:
        _latest = Proximity(catalogue)
    return _latest


_latest: Proximity | None = None
