"""The nouns of the knowledge base: products, producers, certificates, outlets, places, figures.

Plain immutable values, as the catalogue holds them; none points back, so that no collector need
look through them. Everything that was published carries the addresses it was read at in
``sources``.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

Locale = str
"""``"vi"`` or ``"en"``."""


class Category(StrEnum):
    """The six product groups since Decision 148/QĐ-TTg of 24 February 2023."""

    FOOD = "food"
    BEVERAGE = "beverage"
    HERBAL = "herbal"
    HANDICRAFT = "handicraft"
    ORNAMENTAL = "ornamental"
    TOURISM = "tourism"


class Status(StrEnum):
    """How far a product has come in the programme."""

    CERTIFIED = "certified"
    """Stars were awarded."""
    LISTED = "listed"
    """Named as an OCOP product; the stars were not stated."""
    CANDIDATE = "candidate"
    """Proposed or scored by a lower level only: its stars are never shown as awarded."""
    SPECIALITY = "speciality"
    """A local speciality that claims no OCOP rating."""


class ProducerType(StrEnum):
    """Who may apply for stars."""

    COMPANY = "company"
    COOPERATIVE = "cooperative"
    COOPERATIVE_GROUP = "cooperative_group"
    HOUSEHOLD = "household"


class OutletKind(StrEnum):
    """What kind of place or channel sells a product. ``EXPORT`` is a market abroad."""

    SHOWROOM = "showroom"
    STORE = "store"
    SUPERMARKET = "supermarket"
    MARKET = "market"
    MARKETPLACE = "marketplace"
    WEBSITE = "website"
    EXPORT = "export"
    OTHER = "other"


class PlaceLevel(StrEnum):
    """What kind of unit a place is. ``FORMER_*`` and ``DISTRICT`` ended on 1 July 2025."""

    REGION = "region"
    PROVINCE = "province"
    FORMER_PROVINCE = "former_province"
    DISTRICT = "district"
    COMMUNE = "commune"
    FORMER_COMMUNE = "former_commune"


class ProgrammeTopic(StrEnum):
    """What people ask about the programme itself."""

    WHAT_IS_OCOP = "what_is_ocop"
    HISTORY = "history"
    GROUPS = "groups"
    STARS = "stars"
    WHO_CERTIFIES = "who_certifies"
    VALIDITY = "validity"
    MARK = "mark"
    CHECKING = "checking"
    APPLYING = "applying"
    ROUNDS = "rounds"
    SIZE = "size"


class Certificate(Struct, frozen=True, gc=False):
    """One award of stars. ``year`` alone is known for most; ``issued`` only with a full date."""

    stars: int
    """3 to 5."""
    year: int | None = None
    level: str | None = None
    """``"district"``, ``"provincial"`` or ``"national"``."""
    decision: str | None = None
    issued: date | None = None


class Location(Struct, frozen=True, gc=False):
    """Where a product, producer or outlet is, as far as its source said and the maps resolve."""

    province: str
    """Two-digit code of today's province."""
    former_province: str | None = None
    """Two-digit code among the 63 provinces before 1 July 2025, when known."""
    district: str | None = None
    """Key of the former district's place (:attr:`Place.key`), when it could be resolved."""
    commune: str | None = None
    """Key of the commune's place (today's or former), when it could be resolved."""
    district_name: str | None = None
    commune_name: str | None = None
    address: str | None = None


class Product(Struct, frozen=True, gc=False):
    """One product of one producer."""

    code: str
    name_vi: str | None
    name_en: str | None
    category: Category
    status: Status
    location: Location
    name_en_translated: bool = True
    """``True`` when the English name is our translation, not printed by the producer."""
    producer: str | None = None
    certificates: tuple[Certificate, ...] = ()
    """Newest first. For a candidate: scores proposed, never awarded."""
    kinds: tuple[str, ...] = ()
    """Keys of the product kinds (``Kind.key``) that the name states: the one that the Vietnamese
    name begins with, then the most specific."""
    description_vi: str | None = None
    description_en: str | None = None
    source_date: str | None = None
    """Date of the newest source: ``"2024"``, ``"2024-05"`` or ``"2024-05-17"``."""
    sources: tuple[str, ...] = ()

    @property
    def stars(self) -> int | None:
        """Stars awarded by the newest certificate; ``None`` when none were (candidates too)."""
        if self.status is not Status.CERTIFIED or not self.certificates:
            return None
        return self.certificates[0].stars

    @property
    def name(self) -> str:
        """The Vietnamese name, else the English one; a product has at least one."""
        return self.name_vi or self.name_en or self.code


class Producer(Struct, frozen=True, gc=False):
    """A company, cooperative, cooperative group or household that makes products."""

    code: str
    name_vi: str | None
    name_en: str | None
    type: ProducerType | None
    location: Location | None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    sources: tuple[str, ...] = ()
    description_vi: str | None = None
    description_en: str | None = None

    @property
    def name(self) -> str:
        """The Vietnamese name, else the English one."""
        return self.name_vi or self.name_en or self.code


class Offer(Struct, frozen=True, gc=False):
    """A product at a marketplace, supermarket, shop, website or export market."""

    product: str
    kind: OutletKind
    name: str
    """In Vietnamese, or a proper name."""
    url: str | None = None
    address: str | None = None
    source: str = ""
    name_en: str | None = None
    """In English, when the name is not a proper name."""


class Outlet(Struct, frozen=True, gc=False):
    """A showroom, OCOP point, shop, market or website that sells OCOP products."""

    code: str
    name_vi: str
    name_en: str | None
    kind: OutletKind
    location: Location | None
    """``None`` for websites and marketplaces without a province."""
    sells: str = ""
    phone: str | None = None
    website: str | None = None
    source: str = ""


class Counted(StrEnum):
    """What the total of a figure counts."""

    ALL = "all"
    """All certified products of the territory."""
    PART = "part"
    """Those of one round, of some stars or of some makers alone."""
    ENTERED = "entered"
    """Also what took part without any stars."""


class Told(StrEnum):
    """What the note on a figure tells of besides its counts."""

    COMPANIES = "companies"
    """How many makers are companies, or their share."""
    COOPERATIVES = "cooperatives"
    HOUSEHOLDS = "households"
    WOMEN = "women"
    """How many of the makers are women."""
    SALES = "sales"
    """How sales went."""


class Figure(Struct, frozen=True, gc=False):
    """Official counts of a province or the whole country at a date."""

    province: str | None
    """Two-digit code of today's province; ``None`` for the whole country."""
    former_province: str | None
    """Two-digit former code when the count is of the old territory; else ``None``."""
    as_of: str | None
    """``"2025"``, ``"2025-09"`` or ``"2025-09-30"``; ``None`` when the source gave no date."""
    total: int | None
    stars3: int | None
    stars4: int | None
    stars5: int | None
    producers: int | None
    note_en: str = ""
    note_vi: str = ""
    source: str = ""
    counts: Counted = Counted.ALL
    year_end: int | None = None
    """The year at whose end there were so many, where the source says so: it appeared in the next
    one as a rule."""
    rough_total: int | None = None
    """A total told as "about" or "more than" so many, where the source gives no other."""
    shares: tuple[int, ...] = ()
    """The star levels of which the note gives the share of the total."""
    tells_of: frozenset[Told] = frozenset()


class ProgrammeFact(Struct, frozen=True, gc=False):
    """One rule of the programme, in both languages, with the page it was read on."""

    topic: ProgrammeTopic
    text_vi: str
    text_en: str
    sources: tuple[str, ...]
    held: str | None = None
    """When the round of five stars that it tells of was held: a year, a month or a day."""


class Place(Struct, frozen=True, gc=False):
    """A region, province, former province, former district or commune, under any of its names."""

    key: str
    """Stable: ``region:tay-bac``, ``province:22``, ``former:15``, ``district:193``,
    ``commune:00097``, ``former-commune:06757``."""
    level: PlaceLevel
    name: str
    """Without the unit word: ``Quảng Ninh``."""
    full_name: str
    """With it: ``Tỉnh Quảng Ninh``."""
    provinces: tuple[str, ...]
    """Two-digit codes of today's provinces it lies in; several for a region."""
    former_provinces: tuple[str, ...] = ()
    """Two-digit codes of the former provinces it lies in or covers."""
    parent: str | None = None
    """Key of the unit above: the district of a former commune, the province of a district."""
    latitude: float | None = None
    longitude: float | None = None
    successors: tuple[str, ...] = ()
    """Keys of today's communes that took over a former commune's land; the main one first."""


class Kind(Struct, frozen=True, gc=False):
    """A kind of product: fish sauce, golden camellia tea, rice paper."""

    key: str
    name_vi: str
    name_en: str
    also_vi: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    """Keys of the wider kinds, the main one first: dried mango is of mango, and dried fruit."""
    category: Category | None = None

    @property
    def names(self) -> dict[Locale, tuple[str, ...]]:
        """All its names, the usual one first; none where a language has no word for it."""
        every: dict[Locale, tuple[str, ...]] = {
            "vi": (self.name_vi, *self.also_vi),
            "en": (self.name_en, *self.also_en),
        }
        return {language: tuple(filter(None, names)) for language, names in every.items()}
