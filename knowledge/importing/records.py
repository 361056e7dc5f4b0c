"""The bundled tables of products, producers, outlets, offers and the programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from knowledge.facts import (
    Category,
    Certificate,
    Location,
    Offer,
    Outlet,
    OutletKind,
    Producer,
    ProducerType,
    Product,
    ProgrammeFact,
    ProgrammeTopic,
    Status,
)
from knowledge.importing.locating import Locator, UnknownProvinceError, Where
from knowledge.importing.tables import Row, TableError, read_rows

LEVELS = frozenset({"district", "provincial", "national"})
LONGEST_CODE = 80
"""Characters: as many as every table that names a code has room for."""
SOURCE_SEPARATOR = "; "
_WHERE = ("province", "district", "address")


def read_products(folder: Path, locator: Locator) -> tuple[Product, ...]:
    """``products.csv`` with the certificates of ``certificates.csv``, in the table's order."""
    certificates = _read_certificates(folder)
    products = [
        _product(row, locator, certificates)
        for row in _unique(
            read_rows(
                folder / "products.csv",
                ("code", "name_vi", "name_en", "name_en_origin", "producer", *_WHERE, "commune",
                 "category", "status", "description_vi", "description_en", "source_date",
                 "sources"),
            )
        )
    ]  # fmt: skip
    for rows in certificates.values():
        raise rows[0][0].bad("no product has this code", "product")
    return tuple(products)


def _read_certificates(folder: Path) -> dict[str, list[tuple[Row, Certificate]]]:
    columns = ("product", "stars", "year", "level", "decision", "issued")
    found: defaultdict[str, list[tuple[Row, Certificate]]] = defaultdict(list)
    for row in read_rows(folder / "certificates.csv", columns):
        stars, level = row.number("stars"), row.maybe("level")
        if stars is None or not 3 <= stars <= 5:
            raise row.bad("stars must be 3, 4 or 5", "stars")
        if level is not None and level not in LEVELS:
            raise row.bad(f"{level!r} is not one of {', '.join(sorted(LEVELS))}", "level")
        issued, year = row.parsed("issued", date.fromisoformat), row.number("year")
        if issued is not None and issued.year != year:
            raise row.bad(f"the year is not that of {issued}", "year")
        found[row.needed("product")].append(
            (row, Certificate(stars, year, level, row.maybe("decision"), issued))
        )
    return found


def _product(
    row: Row, locator: Locator, certificates: dict[str, list[tuple[Row, Certificate]]]
) -> Product:
    code, status = row.needed("code"), row.word("status", Status)
    name_vi, name_en = row.maybe("name_vi"), row.maybe("name_en")
    if name_vi is None and name_en is None:
        raise row.bad("a product needs a name", "name_vi")
    held = tuple(certificate for _, certificate in certificates.pop(code, ()))
    if status is Status.CERTIFIED and not held:
        raise row.bad("a certified product needs a certificate", "status")
    return Product(
        code=code,
        name_vi=name_vi,
        name_en=name_en,
        name_en_translated=row.text("name_en_origin") != "source",
        producer=row.maybe("producer"),
        location=_location(row, locator, row.text("source_date"), row.text("name_vi")),
        category=row.word("category", Category),
        status=status,
        certificates=held,
        description_vi=row.maybe("description_vi"),
        description_en=row.maybe("description_en"),
        source_date=row.partial_date("source_date"),
        sources=_sources(row),
    )


def read_producers(
    folder: Path, locator: Locator, products: Iterable[Product]
) -> tuple[Producer, ...]:
    """``producers.csv``. Raises when a product names a producer that the table lacks.

    The table has no dates: a producer's name of a province is read at the time of its products.
    """
    dated: defaultdict[str, str] = defaultdict(str)
    for product in products:
        if product.producer:
            dated[product.producer] = max(dated[product.producer], product.source_date or "")
    rows = _unique(
        read_rows(
            folder / "producers.csv",
            ("code", "name_vi", "name_en", "type", *_WHERE, "commune", "phone", "email", "website",
             "description_vi", "description_en", "sources"),
        )
    )  # fmt: skip
    producers = tuple(_producer(row, locator, dated[row.text("code")]) for row in rows)
    known = {producer.code for producer in producers}
    for product in products:
        if product.producer is not None and product.producer not in known:
            raise TableError(
                f"{product.code} names the unknown producer {product.producer}",
                "products.csv",
                column="producer",
            )
    return producers


def _producer(row: Row, locator: Locator, dated: str) -> Producer:
    name_vi, name_en = row.maybe("name_vi"), row.maybe("name_en")
    if name_vi is None and name_en is None:
        raise row.bad("a producer needs a name", "name_vi")
    return Producer(
        code=row.needed("code"),
        name_vi=name_vi,
        name_en=name_en,
        type=row.word("type", ProducerType) if row.text("type") else None,
        location=_location(row, locator, dated) if row.text("province") else None,
        phone=row.maybe("phone"),
        email=row.maybe("email"),
        website=row.maybe("website"),
        sources=_sources(row),
        description_vi=row.maybe("description_vi"),
        description_en=row.maybe("description_en"),
    )


def read_offers(folder: Path, products: Iterable[Product]) -> tuple[Offer, ...]:
    """``offers.csv``, in the table's order. Raises for a product that the tables lack."""
    known = {product.code for product in products}
    columns = ("product", "kind", "name", "name_en", "url", "address", "source")
    return tuple(
        Offer(
            product=_known(row, "product", known),
            kind=row.word("kind", OutletKind),
            name=row.needed("name"),
            url=row.maybe("url"),
            address=row.maybe("address"),
            source=row.needed("source"),
            name_en=row.maybe("name_en"),
        )
        for row in read_rows(folder / "offers.csv", columns)
    )


def read_outlets(folder: Path, locator: Locator) -> tuple[Outlet, ...]:
    """``outlets.csv``, in the table's order."""
    columns = ("code", "name_vi", "name_en", "kind", *_WHERE, "phone", "website", "sells", "source")
    return tuple(
        Outlet(
            code=row.needed("code"),
            name_vi=row.text("name_vi") or row.needed("name_en"),
            name_en=row.maybe("name_en"),
            kind=row.word("kind", OutletKind),
            location=_location(row, locator, "") if row.text("province") else None,
            sells=row.text("sells"),
            phone=row.maybe("phone"),
            website=row.maybe("website"),
            source=row.needed("source"),
        )
        for row in _unique(read_rows(folder / "outlets.csv", columns))
    )


def read_programme(folder: Path) -> tuple[ProgrammeFact, ...]:
    """``programme.csv`` in the order in which its facts are told."""
    columns = ("topic", "order", "held", "text_vi", "text_en", "sources")
    rows = list(read_rows(folder / "programme.csv", columns))
    topics = list(ProgrammeTopic)
    facts = [
        (
            topics.index(row.word("topic", ProgrammeTopic)),
            row.number("order") or 0,
            ProgrammeFact(
                row.word("topic", ProgrammeTopic),
                row.needed("text_vi"),
                row.needed("text_en"),
                _sources(row),
                row.partial_date("held"),
            ),
        )
        for row in rows
    ]
    return tuple(fact for *_, fact in sorted(facts, key=lambda entry: entry[:2]))


def _location(row: Row, locator: Locator, dated: str, called: str = "") -> Location:
    where = Where(
        province=row.needed("province"),
        district=row.text("district"),
        commune=row.cells.get("commune", ""),
        address=row.text("address"),
        dated=dated,
        called=called,
    )
    try:
        return locator.locate(where)
    except UnknownProvinceError as error:
        raise row.bad(str(error), "province") from error


def _known(row: Row, column: str, codes: set[str]) -> str:
    code = row.needed(column)
    if code not in codes:
        raise row.bad(f"no {column} has the code {code}", column)
    return code


def _sources(row: Row) -> tuple[str, ...]:
    sources = row.parts("sources", SOURCE_SEPARATOR)
    if not sources:
        raise row.bad("every fact needs the page it was read on", "sources")
    return sources


def _unique(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row.needed("code") in seen:
            raise row.bad("this code stands in the table already", "code")
        if len(row.text("code")) > LONGEST_CODE:
            raise row.bad(f"longer than {LONGEST_CODE} characters", "code")
        seen.add(row.text("code"))
        yield row
