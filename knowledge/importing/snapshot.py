"""Reading the whole database into memory, in a few bulk selects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import InstrumentedAttribute

from knowledge import schema
from knowledge.catalogue import Catalogue, Facts, PlaceName
from knowledge.engines import DatabaseUnavailable, one_moment, reading
from knowledge.facts import (
    Category,
    Certificate,
    Counted,
    Figure,
    Location,
    Offer,
    Outlet,
    OutletKind,
    Place,
    PlaceLevel,
    Producer,
    ProducerType,
    Product,
    ProgrammeFact,
    ProgrammeTopic,
    Status,
    Told,
)
from knowledge.importing.bundled import BUNDLED
from knowledge.importing.kinds import read_kinds

Columns = tuple[InstrumentedAttribute[Any], ...]
Value = TypeVar("Value", bound=Hashable)


class _Once:
    """Gives equal values as one object: the same places, certificates and addresses come with
    thousands of records, and kept once they take less memory and less time to read back."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def __call__(self, value: Value) -> Value:
        kept: Value = self._kept.setdefault(value, value)
        return kept


def read_catalogue(engine: Engine) -> Catalogue:
    """The catalogue of everything in the database. Raises as :func:`read_facts` does."""
    return Catalogue(read_facts(engine))


def read_version(engine: Engine) -> str:
    """The version of the facts in the database. Raises as :func:`read_facts` does."""
    with reading(), engine.connect() as connection:
        version: str | None = connection.scalar(select(schema.DataVersion.version))
    if version is None:
        raise DatabaseUnavailable("the database holds no facts yet")
    return version


def read_facts(engine: Engine) -> Facts:
    """All facts, as of one moment. Product kinds come from the bundled vocabulary.

    Raises :class:`~knowledge.database.DatabaseUnavailable` when the database cannot be read or
    holds no facts (:func:`~knowledge.database.ensure_database` was not called).
    """
    with reading(), one_moment(engine) as connection:
        version = connection.scalar(select(schema.DataVersion.version))
        if version is None:
            raise DatabaseUnavailable("the database holds no facts yet")
        return _facts(connection, version)


def _facts(connection: Connection, version: str) -> Facts:
    pages = {
        row.id: row.address
        for row in connection.execute(select(schema.Source.id, schema.Source.address))
    }
    once = _Once()
    return Facts(
        version=version,
        products=_products(connection, pages, once),
        producers=_producers(connection, pages, once),
        offers=_offers(connection, pages),
        outlets=_outlets(connection, pages),
        figures=_figures(connection, pages),
        programme=_programme(connection, pages),
        places=_places(connection, once),
        place_names=_place_names(connection, once),
        kinds=read_kinds(BUNDLED),
    )


def _located(table: type[schema.Located]) -> Columns:
    return (
        table.province,
        table.former_province,
        table.district,
        table.commune,
        table.district_name,
        table.commune_name,
        table.address,
    )


def _location(columns: tuple[Any, ...]) -> Location | None:
    return Location(*columns) if columns[0] is not None else None


def _products(connection: Connection, pages: Mapping[int, str], once: _Once) -> tuple[Product, ...]:
    table = schema.Product
    certificates = _certificates(connection)
    sources = _sources(
        connection,
        (schema.ProductSource.product, schema.ProductSource.position, schema.ProductSource.source),
        pages,
    )
    rows = connection.execute(
        select(
            table.code, table.name_vi, table.name_en, table.name_en_translated, table.category,
            table.status, table.producer, table.description_vi, table.description_en,
            table.source_date, *_located(table),
        ).order_by(table.position)
    )  # fmt: skip
    return tuple(
        Product(
            code=code,
            name_vi=name_vi,
            name_en=name_en,
            name_en_translated=translated,
            category=Category(category),
            status=Status(status),
            location=once(Location(*where)),
            producer=once(producer),
            certificates=once(certificates.get(code, ())),
            description_vi=once(description_vi),
            description_en=once(description_en),
            source_date=once(source_date),
            sources=once(sources.get(code, ())),
        )
        for (
            code, name_vi, name_en, translated, category, status, producer, description_vi,
            description_en, source_date, *where,
        ) in rows
    )  # fmt: skip


def _certificates(connection: Connection) -> dict[str, tuple[Certificate, ...]]:
    table = schema.Certificate
    found: defaultdict[str, list[Certificate]] = defaultdict(list)
    for product, stars, year, level, decision, issued in connection.execute(
        select(
            table.product, table.stars, table.year, table.level, table.decision, table.issued
        ).order_by(table.product, table.position)
    ):
        found[product].append(Certificate(stars, year, level, decision, issued))
    return {product: tuple(held) for product, held in found.items()}


def _producers(
    connection: Connection, pages: Mapping[int, str], once: _Once
) -> tuple[Producer, ...]:
    table = schema.Producer
    link = schema.ProducerSource
    sources = _sources(connection, (link.producer, link.position, link.source), pages)
    rows = connection.execute(
        select(
            table.code, table.name_vi, table.name_en, table.type, table.phone, table.email,
            table.website, table.description_vi, table.description_en, *_located(table),
        ).order_by(table.position)
    )  # fmt: skip
    return tuple(
        Producer(
            code=once(code),
            name_vi=name_vi,
            name_en=name_en,
            type=ProducerType(kind) if kind else None,
            location=_location(tuple(where)),
            phone=phone,
            email=email,
            website=website,
            sources=sources.get(code, ()),
            description_vi=description_vi,
            description_en=description_en,
        )
        for (
            code,
            name_vi,
            name_en,
            kind,
            phone,
            email,
            website,
            description_vi,
            description_en,
            *where,
        ) in rows
    )


def _offers(connection: Connection, pages: Mapping[int, str]) -> tuple[Offer, ...]:
    table = schema.Offer
    rows = connection.execute(
        select(
            table.product,
            table.kind,
            table.name,
            table.url,
            table.address,
            table.source,
            table.name_en,
        ).order_by(table.id)
    )
    return tuple(
        Offer(product, OutletKind(kind), name, url, address, pages[source], name_en)
        for product, kind, name, url, address, source, name_en in rows
    )


def _outlets(connection: Connection, pages: Mapping[int, str]) -> tuple[Outlet, ...]:
    table = schema.Outlet
    rows = connection.execute(
        select(
            table.code, table.name_vi, table.name_en, table.kind, table.sells, table.phone,
            table.website, table.source, *_located(table),
        ).order_by(table.position)
    )  # fmt: skip
    return tuple(
        Outlet(
            code=code,
            name_vi=name_vi,
            name_en=name_en,
            kind=OutletKind(kind),
            location=_location(tuple(where)),
            sells=sells,
            phone=phone,
            website=website,
            source=pages[source],
        )
        for code, name_vi, name_en, kind, sells, phone, website, source, *where in rows
    )


def _figures(connection: Connection, pages: Mapping[int, str]) -> tuple[Figure, ...]:
    table = schema.ProvinceFigure
    rows = connection.execute(select(table).order_by(table.id))
    return tuple(
        Figure(
            province=row.province,
            former_province=row.former_province,
            as_of=row.as_of,
            total=row.total,
            stars3=row.stars3,
            stars4=row.stars4,
            stars5=row.stars5,
            producers=row.producers,
            note_en=row.note_en,
            note_vi=row.note_vi,
            source=pages[row.source],
            counts=Counted(row.counts),
            year_end=row.year_end,
            rough_total=row.rough_total,
            shares=tuple(map(int, row.shares.split())),
            tells_of=frozenset(map(Told, row.tells_of.split())),
        )
        for row in rows
    )


def _programme(connection: Connection, pages: Mapping[int, str]) -> tuple[ProgrammeFact, ...]:
    table, link = schema.ProgrammeFact, schema.ProgrammeSource
    sources = _sources(connection, (link.fact, link.position, link.source), pages)
    rows = connection.execute(
        select(table.id, table.topic, table.text_vi, table.text_en, table.held).order_by(table.id)
    )
    return tuple(
        ProgrammeFact(ProgrammeTopic(topic), text_vi, text_en, sources.get(number, ()), held)
        for number, topic, text_vi, text_en, held in rows
    )


def _places(connection: Connection, once: _Once) -> tuple[Place, ...]:
    table = schema.Place
    rows = connection.execute(
        select(
            table.key, table.level, table.name, table.full_name, table.provinces,
            table.former_provinces, table.parent, table.latitude, table.longitude, table.successors,
        ).order_by(table.position)
    )  # fmt: skip
    levels = {level.value: level for level in PlaceLevel}
    return tuple(
        Place(
            once(key),
            levels[level],
            once(name),
            once(full_name),
            once(tuple(provinces.split())),
            once(tuple(former.split())),
            once(parent),
            latitude,
            longitude,
            once(tuple(map(once, successors.split()))),
        )
        for (
            key, level, name, full_name, provinces, former, parent, latitude, longitude, successors,
        ) in rows
    )  # fmt: skip


def _place_names(connection: Connection, once: _Once) -> tuple[PlaceName, ...]:
    table = schema.PlaceName
    rows = connection.execute(select(table.name, table.place, table.weight).order_by(table.id))
    return tuple(PlaceName(once(name), once(place), weight) for name, place, weight in rows)


def _sources(
    connection: Connection, columns: Columns, pages: Mapping[int, str]
) -> dict[Any, tuple[str, ...]]:
    """Addresses by owner from a linking table's owner, position and source columns."""
    owner, position, source = columns
    found: defaultdict[Any, list[str]] = defaultdict(list)
    for key, number in connection.execute(select(owner, source).order_by(owner, position)):
        found[key].append(pages[number])
    return {key: tuple(addresses) for key, addresses in found.items()}
