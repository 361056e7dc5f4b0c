"""Writing one set of facts to the database in place of what it held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, insert

from knowledge import schema
from knowledge.catalogue import Facts
from knowledge.facts import Location

Progress = Callable[[int, int], None]
"""Called with the rows written so far and the rows in all."""
Values = dict[str, Any]

_BATCH = 2000
"""Rows in one statement's execution: the bar moves often enough and little time is lost."""


def write_facts(connection: Connection, facts: Facts, progress: Progress | None = None) -> None:
    """Replace all facts inside the connection's transaction.

    ``progress`` is called with the rows written so far and in all.
    """
    addresses = _Addresses()
    batches: list[tuple[type[schema.Base], list[Values]]] = [
        (schema.Place, [_place(number, facts) for number in range(len(facts.places))]),
        (schema.PlaceName, list(_numbered(
            {"name": name.name, "place": name.place, "weight": name.weight}
            for name in facts.place_names
        ))),
        (schema.Producer, list(_producers(facts))),
        (schema.Product, list(_products(facts))),
        (schema.Certificate, list(_certificates(facts))),
        (schema.Outlet, list(_outlets(facts, addresses))),
        (schema.Offer, list(_offers(facts, addresses))),
        (schema.ProvinceFigure, list(_figures(facts, addresses))),
        (schema.ProgrammeFact, list(_programme(facts))),
        (schema.ProducerSource, list(_linked(
            "producer", ((each.code, each.sources) for each in facts.producers), addresses
        ))),
        (schema.ProductSource, list(_linked(
            "product", ((each.code, each.sources) for each in facts.products), addresses
        ))),
        (schema.ProgrammeSource, list(_linked(
            "fact", enumerate((each.sources for each in facts.programme), 1), addresses
        ))),
        (schema.DataVersion, [{"id": 1, "version": facts.version}]),
    ]  # fmt: skip
    # Sources are known only now, and everything else points at them
    batches.insert(0, (schema.Source, addresses.rows()))

    for table in reversed(schema.Base.metadata.sorted_tables):
        connection.execute(delete(table))
    total, written = sum(len(rows) for _, rows in batches), 0
    for entity, rows in batches:
        for batch in _batches(rows):
            connection.execute(insert(entity), batch)
            written += len(batch)
            if progress is not None:
                progress(written, total)


class _Addresses:
    """Numbers for the addresses that facts were read at, in the order they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, address: str) -> int:
        return self._numbers.setdefault(address, len(self._numbers) + 1)

    def rows(self) -> list[Values]:
        return [{"id": number, "address": address} for address, number in self._numbers.items()]


def _place(position: int, facts: Facts) -> Values:
    place = facts.places[position]
    return {
        "key": place.key,
        "position": position,
        "level": place.level.value,
        "name": place.name,
        "full_name": place.full_name,
        "provinces": " ".join(place.provinces),
        "former_provinces": " ".join(place.former_provinces),
        "parent": place.parent,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "successors": " ".join(place.successors),
    }


def _producers(facts: Facts) -> Iterator[Values]:
    for position, producer in enumerate(facts.producers):
        yield {
            "code": producer.code,
            "position": position,
            "name_vi": producer.name_vi,
            "name_en": producer.name_en,
            "type": producer.type.value if producer.type else None,
            "phone": producer.phone,
            "email": producer.email,
            "website": producer.website,
            "description_vi": producer.description_vi,
            "description_en": producer.description_en,
            **_located(producer.location),
        }


def _products(facts: Facts) -> Iterator[Values]:
    for position, product in enumerate(facts.products):
        yield {
            "code": product.code,
            "position": position,
            "name_vi": product.name_vi,
            "name_en": product.name_en,
            "name_en_translated": product.name_en_translated,
            "category": product.category.value,
            "status": product.status.value,
            "producer": product.producer,
            "description_vi": product.description_vi,
            "description_en": product.description_en,
            "source_date": product.source_date,
            **_located(product.location),
        }


def _certificates(facts: Facts) -> Iterator[Values]:
    for product in facts.products:
        for position, certificate in enumerate(product.certificates):
            yield {
                "product": product.code,
                "position": position,
                "stars": certificate.stars,
                "year": certificate.year,
                "level": certificate.level,
                "decision": certificate.decision,
                "issued": certificate.issued,
            }


def _outlets(facts: Facts, addresses: _Addresses) -> Iterator[Values]:
    for position, outlet in enumerate(facts.outlets):
        yield {
            "code": outlet.code,
            "position": position,
            "name_vi": outlet.name_vi,
            "name_en": outlet.name_en,
            "kind": outlet.kind.value,
            "sells": outlet.sells,
            "phone": outlet.phone,
            "website": outlet.website,
            "source": addresses.number(outlet.source),
            **_located(outlet.location),
        }


def _offers(facts: Facts, addresses: _Addresses) -> Iterator[Values]:
    return _numbered(
        {
            "product": offer.product,
            "kind": offer.kind.value,
            "name": offer.name,
            "name_en": offer.name_en,
            "url": offer.url,
            "address": offer.address,
            "source": addresses.number(offer.source),
        }
        for offer in facts.offers
    )


def _figures(facts: Facts, addresses: _Addresses) -> Iterator[Values]:
    return _numbered(
        {
            "province": figure.province,
            "former_province": figure.former_province,
            "as_of": figure.as_of,
            "total": figure.total,
            "stars3": figure.stars3,
            "stars4": figure.stars4,
            "stars5": figure.stars5,
            "producers": figure.producers,
            "note_en": figure.note_en,
            "note_vi": figure.note_vi,
            "source": addresses.number(figure.source),
            "counts": figure.counts.value,
            "year_end": figure.year_end,
            "rough_total": figure.rough_total,
            "shares": " ".join(map(str, figure.shares)),
            "tells_of": " ".join(sorted(figure.tells_of)),
        }
        for figure in facts.figures
    )


def _programme(facts: Facts) -> Iterator[Values]:
    return _numbered(
        {
            "topic": fact.topic.value,
            "text_vi": fact.text_vi,
            "text_en": fact.text_en,
            "held": fact.held,
        }
        for fact in facts.programme
    )


def _linked(
    owner: str, sources: Iterable[tuple[str | int, tuple[str, ...]]], addresses: _Addresses
) -> Iterator[Values]:
    for key, pages in sources:
        for position, address in enumerate(pages):
            yield {owner: key, "position": position, "source": addresses.number(address)}


def _located(location: Location | None) -> Values:
    return {
        "province": location.province if location else None,
        "former_province": location.former_province if location else None,
        "district": location.district if location else None,
        "commune": location.commune if location else None,
        "district_name": location.district_name if location else None,
        "commune_name": location.commune_name if location else None,
        "address": location.address if location else None,
    }


def _numbered(rows: Iterable[Values]) -> Iterator[Values]:
    for number, row in enumerate(rows, 1):
        yield {"id": number, **row}


def _batches(rows: list[Values]) -> Iterator[list[Values]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
