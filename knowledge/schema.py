"""The tables of the knowledge base, the same on SQLite and PostgreSQL.

Addresses that facts were read at are rows of their own (:class:`Source`), so that one page's facts
can be found and checked together. Texts that are one of a few words (status, category, level) are
stored as those words, readable in any SQL shell.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of all tables; constraints are named so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class DataVersion(Base):
    """The version of the facts in this database: one row."""

    __tablename__ = "data_version"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[str]
    """Digest of the bundled tables the facts were read from."""


class Source(Base):
    """A page, or a printed article, that facts were read in."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    address: Mapped[str] = mapped_column(unique=True)


class Place(Base):
    """A region, province, former province, former district or commune."""

    __tablename__ = "place"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    """Order in which places are read: wider ones first."""
    level: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    full_name: Mapped[str]
    provinces: Mapped[str]
    """Codes of today's provinces, separated by spaces."""
    former_provinces: Mapped[str]
    parent: Mapped[str | None] = mapped_column(ForeignKey("place.key"))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    successors: Mapped[str]
    """Keys of today's communes, separated by spaces, the main one first."""


class PlaceName(Base):
    """A name under which people mean a place."""

    __tablename__ = "place_name"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    place: Mapped[str] = mapped_column(ForeignKey("place.key"), index=True)
    weight: Mapped[float]


class Located:
    """Columns of everything that lies somewhere: as the source says it, and as it resolved."""

    province: Mapped[str | None] = mapped_column(String(2), index=True)
    """Two-digit code of today's province."""
    former_province: Mapped[str | None] = mapped_column(String(2))
    district: Mapped[str | None] = mapped_column(String(40))
    """Key of the former district."""
    commune: Mapped[str | None] = mapped_column(String(40))
    """Key of today's or the former commune."""
    district_name: Mapped[str | None]
    commune_name: Mapped[str | None]
    address: Mapped[str | None]


class Producer(Located, Base):
    """A company, cooperative, cooperative group or household."""

    __tablename__ = "producer"

    code: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int]
    name_vi: Mapped[str | None]
    name_en: Mapped[str | None]
    type: Mapped[str | None] = mapped_column(String(20))
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    description_vi: Mapped[str | None]
    description_en: Mapped[str | None]


class ProducerSource(Base):
    """A page that names a producer."""

    __tablename__ = "producer_source"

    producer: Mapped[str] = mapped_column(ForeignKey("producer.code"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))


class Product(Located, Base):
    """One product of one producer."""

    __tablename__ = "product"

    code: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int]
    name_vi: Mapped[str | None]
    name_en: Mapped[str | None]
    name_en_translated: Mapped[bool]
    category: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    producer: Mapped[str | None] = mapped_column(ForeignKey("producer.code"), index=True)
    description_vi: Mapped[str | None]
    description_en: Mapped[str | None]
    source_date: Mapped[str | None] = mapped_column(String(10))


class ProductSource(Base):
    """A page that speaks of a product."""

    __tablename__ = "product_source"

    product: Mapped[str] = mapped_column(ForeignKey("product.code"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))


class Certificate(Base):
    """One award of stars; for a candidate, stars that were only proposed."""

    __tablename__ = "certificate"
    __table_args__ = (CheckConstraint("stars BETWEEN 3 AND 5", name="stars"),)

    product: Mapped[str] = mapped_column(ForeignKey("product.code"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """0 is the newest."""
    stars: Mapped[int]
    year: Mapped[int | None]
    level: Mapped[str | None] = mapped_column(String(20))
    decision: Mapped[str | None]
    issued: Mapped[date | None]


class Outlet(Located, Base):
    """A showroom, OCOP point, shop, market or website that sells OCOP products."""

    __tablename__ = "outlet"

    code: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    kind: Mapped[str] = mapped_column(String(20))
    sells: Mapped[str]
    phone: Mapped[str | None]
    website: Mapped[str | None]
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))


class Offer(Base):
    """A product at a marketplace, supermarket, shop, website or export market."""

    __tablename__ = "offer"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product: Mapped[str] = mapped_column(ForeignKey("product.code"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    name_en: Mapped[str | None]
    url: Mapped[str | None]
    address: Mapped[str | None]
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))


class ProvinceFigure(Base):
    """Official counts of a province or the whole country at a date."""

    __tablename__ = "province_figure"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    province: Mapped[str | None] = mapped_column(String(2), index=True)
    former_province: Mapped[str | None] = mapped_column(String(2))
    as_of: Mapped[str | None] = mapped_column(String(10))
    total: Mapped[int | None]
    stars3: Mapped[int | None]
    stars4: Mapped[int | None]
    stars5: Mapped[int | None]
    producers: Mapped[int | None]
    note_en: Mapped[str]
    note_vi: Mapped[str]
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))
    counts: Mapped[str] = mapped_column(String(10))
    year_end: Mapped[int | None]
    rough_total: Mapped[int | None]
    shares: Mapped[str] = mapped_column(String(10))
    """Star levels, separated by spaces."""
    tells_of: Mapped[str] = mapped_column(String(60))
    """What the note tells of, separated by spaces."""


class ProgrammeFact(Base):
    """One rule of the programme, in both languages."""

    __tablename__ = "programme_fact"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    topic: Mapped[str] = mapped_column(String(20))
    text_vi: Mapped[str]
    text_en: Mapped[str]
    held: Mapped[str | None] = mapped_column(String(10))


class ProgrammeSource(Base):
    """A page that a rule of the programme was read on."""

    __tablename__ = "programme_source"

    fact: Mapped[int] = mapped_column(ForeignKey("programme_fact.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))
