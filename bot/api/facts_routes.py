"""The paths at which facts are fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request

from bot.api import models, records
from bot.api.errors import BadValueError, UnknownCodeError
from bot.suggesting import suggestions_over
from handlers.geography.proximity import proximity_of
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place, Product, Status

LARGEST_PAGE = 100
FURTHEST_KM = 2000.0
"""Further than Vietnam is long."""

Code = Annotated[str, Path(max_length=200, examples=["tra-hoa-vang-ba-che"])]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
PlaceKey = Annotated[
    str | None,
    Query(max_length=100, description="Key of a place, see /places.", examples=["province:22"]),
]


def facts_router(knowledge: Callable[[], Knowledge], today: Callable[[], date]) -> APIRouter:
    """The paths over whatever knowledge is current."""
    router = APIRouter()

    def catalogue() -> Catalogue:
        return knowledge().catalogue

    def place_of(key: str | None) -> Place | None:
        if key is None:
            return None
        place = catalogue().places.get(key)
        if place is None:
            raise BadValueError("query.place", "no place has this key")
        return place

    @router.get("/products", summary="Find products", tags=["facts"])
    async def products(
        *,
        request: Request,
        q: Annotated[
            str | None,
            Query(max_length=200, description="Words of the name, marks optional."),
        ] = None,
        place: PlaceKey = None,
        stars: Annotated[int | None, Query(ge=1, le=5)] = None,
        category: Category | None = None,
        kind: Annotated[str | None, Query(max_length=100)] = None,
        status: Status | None = None,
        offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
        limit: Limit = 20,
    ) -> models.ProductPage:
        if kind is not None and kind not in catalogue().kinds:
            raise BadValueError("query.kind", "no kind has this key")
        within = place_of(place)
        found = catalogue().products_at(
            (within,) if within is not None else (),
            stars=stars,
            category=category,
            kinds=(kind,) if kind is not None else (),
        )
        if status is not None:
            found = [product for product in found if product.status is status]
        if q is not None:
            found = await _named(q, found, catalogue())
        following = offset + limit
        query = dict(request.query_params) | {"offset": str(following)}
        path = f"{request.scope.get('root_path', '')}/products?{urlencode(query)}"
        return models.ProductPage(
            total=len(found),
            offset=offset,
            limit=limit,
            next=path if following < len(found) else None,
            products=[records.brief(product) for product in found[offset:following]],
        )

    @router.get("/products/{code}", summary="A product", tags=["facts"])
    async def product(code: Code) -> models.ProductOut:
        found = catalogue().products.get(code)
        if found is None:
            raise UnknownCodeError
        return records.product_out(found, catalogue(), today())

    @router.get("/producers/{code}", summary="A producer", tags=["facts"])
    async def producer(
        code: Annotated[
            str,
            Path(max_length=200, examples=["cong-ty-cp-kinh-doanh-lam-san-dap-thanh"]),
        ],
    ) -> models.ProducerOut:
        found = catalogue().producers.get(code)
        if found is None:
            raise UnknownCodeError
        return records.producer_out(found, catalogue())

    @router.get("/places", summary="Provinces, today's and former, and regions", tags=["facts"])
    async def places() -> list[models.PlaceBrief]:
        wide = {"region", "province", "former_province"}
        return [
            records.place_brief(each)
            for each in catalogue().facts.places
            if each.level.value in wide
        ]

    @router.get("/places/{key}", summary="A place", tags=["facts"])
    async def place(
        key: Annotated[str, Path(max_length=100, examples=["province:22"])],
    ) -> models.PlaceOut:
        found = catalogue().places.get(key)
        if found is None:
            raise UnknownCodeError
        return records.place_out(found, catalogue())

    @router.get("/outlets", summary="Outlets near a point or in a place", tags=["facts"])
    async def outlets(
        *,
        latitude: Annotated[float | None, Query(ge=-90, le=90, examples=[21.03])] = None,
        longitude: Annotated[float | None, Query(ge=-180, le=180, examples=[105.85])] = None,
        radius_km: Annotated[float, Query(gt=0, le=FURTHEST_KM)] = FURTHEST_KM,
        place: PlaceKey = None,
        limit: Limit = 20,
    ) -> list[models.OutletOut]:
        within = place_of(place)
        if latitude is None and longitude is None:
            if within is None:
                raise BadValueError("query", "give latitude and longitude, or a place")
            found = catalogue().outlets_in(within)[:limit]
            return [records.outlet_out(each, catalogue()) for each in found]
        if latitude is None or longitude is None:
            raise BadValueError("query.longitude", "latitude and longitude belong together")
        allowed = None if within is None else {o.code for o in catalogue().outlets_in(within)}
        # Not only the first ones: what is known to a province alone stands behind what is farther
        around = (
            near
            for near in proximity_of(catalogue()).outlets((latitude, longitude))
            if near.kilometres <= radius_km and (allowed is None or near.named.code in allowed)
        )
        return [
            records.outlet_out(
                near.named,
                catalogue(),
                kilometres=near.kilometres,
                precision=near.spot.precision.value,
            )
            for near in islice(around, limit)
        ]

    @router.get("/statistics", summary="Counts, ours and official", tags=["facts"])
    async def statistics(place: PlaceKey = None) -> models.StatisticsOut:
        within = place_of(place)
        found = catalogue().products_at((within,) if within is not None else ())
        return models.StatisticsOut(
            place=records.place_brief(within) if within is not None else None,
            ours=records.own_count(found, catalogue()),
            official=[records.figure_out(each) for each in catalogue().figures_of(within)],
        )

    return router


async def _named(text: str, products: list[Product], catalogue: Catalogue) -> list[Product]:
    """Those of the products whose names hold the words of a text, in the order they were in."""
    index = await suggestions_over(catalogue)
    codes = index.products(text)
    return [product for product in products if product.code in codes]
