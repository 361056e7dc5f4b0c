"""Where things are, as far as known: the centre of the smallest unit, and how far two lie apart."""

from __future__ import annotations

import math
from enum import StrEnum

from msgspec import Struct

from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


class Precision(StrEnum):
    """Whose centre stands for where something is."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


DOUBT_KM = {Precision.COMMUNE: 0.0, Precision.DISTRICT: 10.0, Precision.PROVINCE: 40.0}
"""About half the width of the unit: what is only known to lie in a province is not put before what
is surely nearer."""


class Spot(Struct, frozen=True):
    """Where something is: the centre of the smallest unit known."""

    place: Place
    precision: Precision


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


def former_home(location: Location | None, catalogue: Catalogue) -> str | None:
    """Code of the former province of a location, as far as its commune tells where its source does
    not."""
    if location is None or location.former_province is not None:
        return location.former_province if location is not None else None
    commune = catalogue.places.get(location.commune) if location.commune is not None else None
    former = commune.former_provinces if commune is not None else ()
    return former[0] if len(former) == 1 else None


def kilometres_between(one: Place, other: Place) -> float:
    """From centre to centre (the haversine formula); 0 where a centre is not known."""
    if one.latitude is None or other.latitude is None:
        return 0.0
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians((other.longitude or 0.0) - (one.longitude or 0.0))
    half = (
        math.sin((there - here) / 2) ** 2
        + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(half, 1.0)))
