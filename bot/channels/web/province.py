"""What a province page shows: counts by stars and group, a map of places, figures with dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, radians, sqrt

import numpy as np

from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Figure, Outlet, Place, PlaceLevel, Product

MAP_WIDTH = 360
"""Units of the drawing; it grows with the page."""
_MARGIN = 22
_TALLEST = 460
_PATCH = 0.66
"""Radius of a commune's patch, as a share of the mean distance between communes."""
_FAR = 0.5
"""Degrees (55 km) to the nearest other commune, from which an island is not drawn to scale: the
mainland would shrink to a corner."""
_SMALLEST = 1.6
"""Radius of a commune without products."""
_LARGEST = 12.0
"""Radius of the place with the most products."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map."""

    x: float
    y: float
    radius: float
    name: str
    count: int
    """Products that come from there; 0 for a commune of which none is known."""


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """The communes of a province, and on them the places its products come from."""

    width: int
    height: int
    land: float
    """Radius of the patch that each commune stands for: together they give the province's shape."""
    communes: tuple[Spot, ...]
    origins: tuple[Spot, ...]
    far: tuple[Spot, ...]
    """Islands too far off to draw to scale: they stand in boxes at the edge."""
    placed: int
    """Products that are on the map; of the others only the province is known."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    stars: int | None
    """``None``: certified or proposed, without stars awarded that we know of."""
    count: int
    share: float
    """Of the longest bar, 0..1."""


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """Everything on the page of one province, today's or former."""

    place: Place
    products: tuple[Product, ...]
    """Best first."""
    bars: tuple[Bar, ...]
    groups: tuple[tuple[Category, int], ...]
    map: ProvinceMap | None
    figures: tuple[Figure, ...]
    """Newest first."""
    outlets: tuple[Outlet, ...]
    former: tuple[Place, ...]
    """For today's province: those it was made from, when they are several."""
    today: Place | None
    """For a former province: the one it is part of now."""


def province_view(place: Place, catalogue: Catalogue) -> ProvinceView:
    """Gather what is known of a province."""
    products = tuple(catalogue.products_at((place,)))
    stars = Counter(product.stars for product in products)
    most = max(stars.values(), default=0)
    bars = tuple(
        Bar(level, stars[level], stars[level] / most if most else 0.0) for level in (5, 4, 3, None)
    )
    groups = Counter(product.category for product in products)
    is_former = place.level is PlaceLevel.FORMER_PROVINCE
    former = () if is_former else tuple(map(catalogue.former_province, place.former_provinces))
    return ProvinceView(
        place=place,
        products=products,
        bars=bars,
        groups=tuple(groups.most_common()),
        map=_drawn(place, products, catalogue),
        figures=tuple(catalogue.figures_of(place)),
        outlets=tuple(catalogue.outlets_in(place)),
        former=former if len(former) > 1 else (),
        today=catalogue.province(place.provinces[0]) if is_former else None,
    )


def _drawn(place: Place, products: Iterable[Product], catalogue: Catalogue) -> ProvinceMap | None:
    within = [each for each in catalogue.facts.places if _is_commune_of(each, place)]
    counts = Counter(
        key for product in products if (key := _origin(product, catalogue)) is not None
    )
    origins = [catalogue.places[key] for key in counts]
    located = list({each.key: each for each in (*within, *origins) if _is_located(each)}.values())
    if len(located) < 2:
        return None
    projected = _projected(located)
    alone = _alone(projected)
    near = [(x, y) for (x, y), far in zip(projected.values(), alone, strict=True) if not far]
    left, top = min(x for x, _ in near), min(y for _, y in near)
    breadth = max(max(x for x, _ in near) - left, 1e-6)
    tall = max(max(y for _, y in near) - top, 1e-6)
    scale = min((MAP_WIDTH - 2 * _MARGIN) / breadth, (_TALLEST - 2 * _MARGIN) / tall)
    indent = (MAP_WIDTH - breadth * scale) / 2
    height = round(tall * scale + 2 * _MARGIN)
    most = max(counts.values(), default=1)

    def spot(each: Place) -> Spot:
        x, y = projected[each.key]
        count = counts[each.key]
        radius = max(3.2, _LARGEST * sqrt(count / most)) if count else _SMALLEST
        return Spot(
            round(indent + (x - left) * scale, 1),
            round(_MARGIN + (y - top) * scale, 1),
            round(radius, 1),
            each.name,
            count,
        )

    islands = [each for each, far in zip(located, alone, strict=True) if far]
    lone = {each.key for each in islands}
    land = _PATCH * sqrt(breadth * tall * scale * scale / max(len(within), 1))
    return ProvinceMap(
        MAP_WIDTH,
        height,
        round(land, 1),
        tuple(spot(each) for each in within if _is_located(each) and each.key not in lone),
        # Small ones last, so that none is hidden under a larger one
        tuple(spot(catalogue.places[key]) for key, _ in counts.most_common() if key not in lone),
        tuple(
            replace(spot(each), x=MAP_WIDTH - _MARGIN, y=height - _MARGIN - number * 2 * _MARGIN)
            for number, each in enumerate(islands)
        ),
        counts.total(),
    )


def _projected(places: Iterable[Place]) -> dict[str, tuple[float, float]]:
    """East and south in degrees of latitude: those of longitude are shorter off the equator."""
    located = list(places)
    narrowing = cos(radians(sum(each.latitude or 0.0 for each in located) / len(located)))
    return {
        each.key: ((each.longitude or 0.0) * narrowing, -(each.latitude or 0.0)) for each in located
    }


def _alone(projected: dict[str, tuple[float, float]]) -> list[bool]:
    """Which places have no other near them."""
    points = np.array(list(projected.values()))
    apart = np.hypot(*(points[:, None, axis] - points[None, :, axis] for axis in (0, 1)))
    np.fill_diagonal(apart, np.inf)
    lone: list[bool] = (apart.min(axis=1) > _FAR).tolist()
    return lone if sum(lone) < len(lone) / 2 else [False] * len(lone)


def _is_commune_of(each: Place, place: Place) -> bool:
    if place.level is PlaceLevel.FORMER_PROVINCE:
        return (
            each.level is PlaceLevel.FORMER_COMMUNE
            and each.former_provinces == place.former_provinces
        )
    return each.level is PlaceLevel.COMMUNE and each.provinces == place.provinces


def _origin(product: Product, catalogue: Catalogue) -> str | None:
    """The commune, else the district, that a product comes from and that can be drawn."""
    for key in (product.location.commune, product.location.district):
        if key is not None and key in catalogue.places and _is_located(catalogue.places[key]):
            return key
    return None


def _is_located(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None
