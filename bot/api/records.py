"""Facts of the catalogue as the interface gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.api import models
from handlers.geography.spots import spot_of
from knowledge.catalogue import Catalogue
from knowledge.certificates import term_of
from knowledge.facts import (
    Certificate,
    Figure,
    Location,
    Outlet,
    Place,
    Producer,
    Product,
    Status,
)


def brief(product: Product) -> models.ProductBrief:
    """A product in a list."""
    return models.ProductBrief(
        code=product.code,
        name_vi=product.name_vi,
        name_en=product.name_en,
        category=product.category,
        status=product.status,
        stars=product.stars,
        year=product.certificates[0].year if product.stars else None,
        province=product.location.province,
        former_province=product.location.former_province,
        producer=product.producer,
    )


def product_out(product: Product, catalogue: Catalogue, today: date) -> models.ProductOut:
    """All that is known of a product."""
    producer = catalogue.producers.get(product.producer or "")
    awarded = product.status is Status.CERTIFIED
    return models.ProductOut(
        **brief(product).model_dump(),
        location=location_out(product.location, catalogue),
        name_en_translated=product.name_en_translated,
        producer_name=producer.name if producer is not None else None,
        certificates=[_certificate(each, awarded, today) for each in product.certificates],
        kinds=list(product.kinds),
        description_vi=product.description_vi,
        description_en=product.description_en,
        offers=[
            models.OfferOut(
                kind=offer.kind,
                name=offer.name,
                name_en=offer.name_en,
                url=offer.url,
                address=offer.address,
                source=offer.source,
            )
            for offer in catalogue.offers_of(product.code)
        ],
        source_date=product.source_date,
        sources=list(product.sources),
    )


def producer_out(producer: Producer, catalogue: Catalogue) -> models.ProducerOut:
    """All that is known of a producer."""
    return models.ProducerOut(
        code=producer.code,
        name_vi=producer.name_vi,
        name_en=producer.name_en,
        type=producer.type,
        location=location_out(producer.location, catalogue) if producer.location else None,
        phone=producer.phone,
        email=producer.email,
        website=producer.website,
        description_vi=producer.description_vi,
        description_en=producer.description_en,
        products=[brief(product) for product in catalogue.products_of(producer.code)],
        sources=list(producer.sources),
    )


def location_out(location: Location, catalogue: Catalogue) -> models.LocationOut:
    """Where something is. The point is a centre of its commune or district, never of a province."""
    spot = spot_of(location, catalogue)
    near = spot.place if spot is not None and spot.precision.value != "province" else None
    former = location.former_province
    return models.LocationOut(
        province=location.province,
        province_name=catalogue.province(location.province).name,
        former_province=former,
        former_province_name=catalogue.former_province(former).name if former else None,
        district=location.district_name,
        commune=location.commune_name,
        address=location.address,
        latitude=near.latitude if near is not None else None,
        longitude=near.longitude if near is not None else None,
    )


def place_out(place: Place, catalogue: Catalogue) -> models.PlaceOut:
    """A place and how many products are from there."""
    return models.PlaceOut(
        key=place.key,
        level=place.level,
        name=place.name,
        full_name=place.full_name,
        provinces=list(place.provinces),
        former_provinces=list(place.former_provinces),
        parent=place.parent,
        latitude=place.latitude,
        longitude=place.longitude,
        successors=list(place.successors),
        products=len(catalogue.products_at((place,))),
    )


def place_brief(place: Place) -> models.PlaceBrief:
    """A place by its key."""
    return models.PlaceBrief(key=place.key, level=place.level, name=place.name)


def outlet_out(
    outlet: Outlet,
    catalogue: Catalogue,
    *,
    kilometres: float | None = None,
    precision: str | None = None,
) -> models.OutletOut:
    """An outlet, perhaps with its distance from a point."""
    return models.OutletOut(
        code=outlet.code,
        name_vi=outlet.name_vi,
        name_en=outlet.name_en,
        kind=outlet.kind,
        location=location_out(outlet.location, catalogue) if outlet.location else None,
        sells=outlet.sells,
        phone=outlet.phone,
        website=outlet.website,
        source=outlet.source,
        kilometres=round(kilometres, 1) if kilometres is not None else None,
        precision=precision,
    )


def own_count(products: Sequence[Product], catalogue: Catalogue) -> models.OwnCount:
    """Counts of our own list."""
    stars = Counter(str(product.stars or "unknown") for product in products)
    groups = Counter(product.category.value for product in products)
    return models.OwnCount(
        as_of=catalogue.as_of,
        total=len(products),
        by_stars={level: stars[level] for level in ("5", "4", "3", "unknown")},
        by_category=dict(groups.most_common()),
    )


def figure_out(figure: Figure) -> models.FigureOut:
    """An official count."""
    return models.FigureOut(
        province=figure.province,
        former_province=figure.former_province,
        as_of=figure.as_of,
        total=figure.total,
        stars3=figure.stars3,
        stars4=figure.stars4,
        stars5=figure.stars5,
        producers=figure.producers,
        note_vi=figure.note_vi,
        note_en=figure.note_en,
        source=figure.source,
    )


def _certificate(certificate: Certificate, awarded: bool, today: date) -> models.CertificateOut:
    term = term_of(certificate, today)
    return models.CertificateOut(
        stars=certificate.stars,
        year=certificate.year,
        level=certificate.level,
        decision=certificate.decision,
        issued=certificate.issued,
        validity=term.validity if awarded else None,
        ends=term.ends if awarded else None,
        last_year=term.last_year if awarded else None,
    )
