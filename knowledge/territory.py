"""Which land a place covers, on the map before and after 1 July 2025.

Districts ended that day, and today's communes were made of former ones. A source of today names a
commune alone: it belongs to the former district whose communes it was made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from knowledge.facts import Location, Place, PlaceLevel

_COMMUNES = frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE})


class Territory:
    """Tells whether something lies in a place, as far as its source told."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        """``places`` are all places by their keys."""
        self._places = places
        self._districts = _former_districts(places.values())

    def covers(self, place: Place, location: Location) -> bool:
        """Whether a location surely or, for a commune made of two districts, maybe lies in a place.

        What is only known to lie in a wider unit does not.
        """
        if location.province not in place.provinces:
            return False
        if place.level in _COMMUNES:
            return self._is_commune(place, location.commune)
        if place.level is PlaceLevel.DISTRICT:
            if location.district is not None:
                return location.district == place.key
            return place.key in self.former_districts(location.commune)
        if place.level is PlaceLevel.FORMER_PROVINCE:
            return location.former_province in place.former_provinces
        if place.level is PlaceLevel.REGION and location.former_province is not None:
            return not place.former_provinces or location.former_province in place.former_provinces
        return True

    def former_districts(self, commune: str | None) -> tuple[str, ...]:
        """Keys of the former districts that a commune, of today or before, lies in: that of most
        of its land first. Empty for an unknown commune."""
        known = self._places.get(commune) if commune is not None else None
        if known is None:
            return ()
        if known.level is PlaceLevel.FORMER_COMMUNE:
            return (known.parent,) if known.parent else ()
        return self._districts.get(known.key, ())

    def _is_commune(self, place: Place, commune: str | None) -> bool:
        known = self._places.get(commune) if commune is not None else None
        return known is not None and (
            known.key == place.key or place.key in known.successors or known.key in place.successors
        )


def _former_districts(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """Keys of the former districts that each commune of today was made of, most of it first.

    A former commune that was shared out counts for the commune that took most of it.
    """
    made: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for place in places:
        if not place.successors:
            continue
        if place.level is PlaceLevel.DISTRICT:
            # An island without communes: it is a commune as a whole
            made[place.successors[0]].setdefault(place.key, 1)
        elif place.parent is not None:
            counts = made[place.successors[0]]
            counts[place.parent] = counts.get(place.parent, 0) + 1
    return {
        commune: tuple(sorted(counts, key=lambda district: -counts[district]))
        for commune, counts in made.items()
    }
