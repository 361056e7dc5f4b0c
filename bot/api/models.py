"""What the interface takes and gives, as OpenAPI describes it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.api.language import Language
from handlers.chat.actions import LONGEST_ACTION
from knowledge.certificates import Validity
from knowledge.facts import Category, OutletKind, PlaceLevel, ProducerType, Status
from knowledge.search.suggestions import SuggestionSort

LONGEST_QUESTION = 2000
"""Characters taken; the understanding reads the first 500 and says so."""
Conversation = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]


class Question(BaseModel):
    """A question: a text, a choice of an earlier answer, or a place to look around."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"question": "mua nuoc mam le gia o dau"},
                {"action": "ptra-hoa-vang-ba-che", "language": "en"},
                {"latitude": 21.03, "longitude": 105.85},
            ]
        }
    )

    question: str | None = Field(default=None, max_length=LONGEST_QUESTION)
    action: str | None = Field(
        default=None,
        min_length=1,
        max_length=LONGEST_ACTION,
        description="The action of a choice that an answer offered.",
    )
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    language: Language | None = Field(
        default=None, description="Answer in this language, whatever is asked in."
    )
    conversation: Conversation | None = Field(
        default=None,
        description="A random name of your choosing. Questions under the same name are one "
        "conversation, in which later ones may refer to earlier ones.",
    )


class FoundProduct(BaseModel):
    """A product that an answer is about."""

    code: str
    name_vi: str | None
    name_en: str | None
    province: str
    stars: int | None
    score: float = Field(description="0 to 1; 1 is the whole name, typed as it is written.")


class FoundProducer(BaseModel):
    """A producer that an answer is about."""

    code: str
    name: str
    score: float


class FoundPlace(BaseModel):
    """A province of today, with the former name it was asked by."""

    code: str
    name: str
    former: str | None


class Filters(BaseModel):
    """What narrowed the answer."""

    stars: int | None
    category: str | None
    kind: str | None


class OfferedChoice(BaseModel):
    """What can be asked next."""

    label: str
    action: str


class AnswerRecord(BaseModel):
    """A question and its answer."""

    question: str = Field(examples=["tra hoa vang ba che may sao"])
    language: str = Field(examples=["vi"])
    intent: str = Field(examples=["rating"])
    outcome: str = Field(examples=["answer"])
    products: list[FoundProduct]
    producers: list[FoundProducer]
    places: list[FoundPlace]
    filters: Filters
    text: str = Field(description="The answer, paragraphs on lines of their own.")
    choices: list[OfferedChoice]
    ms: float = Field(description="Milliseconds from the question to the answer.")


class CertificateOut(BaseModel):
    """One award of stars."""

    stars: int
    year: int | None
    level: str | None
    decision: str | None
    issued: date | None
    validity: Validity | None = Field(
        description="Whether it holds today; null where stars were only proposed."
    )
    ends: date | None
    last_year: int | None


class LocationOut(BaseModel):
    """Where something is, as far as its source says."""

    province: str = Field(description="Code of today's province.", examples=["22"])
    province_name: str = Field(examples=["Quảng Ninh"])
    former_province: str | None
    former_province_name: str | None
    district: str | None
    commune: str | None
    address: str | None
    latitude: float | None = Field(description="Centre of the commune or district, if known.")
    longitude: float | None


class ProductBrief(BaseModel):
    """A product in a list."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "code": "tra-hoa-vang-ba-che",
                    "name_vi": "Trà hoa vàng Ba Chẽ",
                    "name_en": "Ba Chẽ yellow camellia tea",
                    "category": "beverage",
                    "status": "certified",
                    "stars": 5,
                    "year": 2025,
                    "province": "22",
                    "former_province": "22",
                    "producer": "cong-ty-cp-kinh-doanh-lam-san-dap-thanh",
                }
            ]
        }
    )

    code: str
    name_vi: str | None
    name_en: str | None
    category: Category
    status: Status
    stars: int | None = Field(description="Stars awarded; null where none are known to be.")
    year: int | None
    province: str
    former_province: str | None
    producer: str | None


class ProductPage(BaseModel):
    """A page of products, best rated first."""

    total: int
    offset: int
    limit: int
    next: str | None = Field(description="Path of the next page; null on the last one.")
    products: list[ProductBrief]


class OfferOut(BaseModel):
    """Where a product is sold."""

    kind: OutletKind
    name: str = Field(description="A proper name, or a description in Vietnamese.")
    name_en: str | None = Field(description="In English, where it is no proper name.")
    url: str | None
    address: str | None
    source: str


class ProductOut(ProductBrief):
    """All that is known of a product."""

    location: LocationOut
    name_en_translated: bool
    producer_name: str | None
    certificates: list[CertificateOut]
    kinds: list[str]
    description_vi: str | None
    description_en: str | None
    offers: list[OfferOut]
    source_date: str | None
    sources: list[str]


class ProducerOut(BaseModel):
    """All that is known of a producer. No phone number without a source that published it."""

    code: str
    name_vi: str | None
    name_en: str | None
    type: ProducerType | None
    location: LocationOut | None
    phone: str | None
    email: str | None
    website: str | None
    description_vi: str | None
    description_en: str | None
    products: list[ProductBrief]
    sources: list[str]


class PlaceBrief(BaseModel):
    """A place by its key."""

    key: str = Field(examples=["province:22"])
    level: PlaceLevel
    name: str = Field(examples=["Quảng Ninh"])


class PlaceOut(PlaceBrief):
    """A region, province, district or commune, today's or former."""

    full_name: str
    provinces: list[str] = Field(description="Codes of today's provinces it lies in.")
    former_provinces: list[str]
    parent: str | None
    latitude: float | None
    longitude: float | None
    successors: list[str]
    products: int = Field(description="How many products of our list are from there.")


class OutletOut(BaseModel):
    """A shop, showroom, market or site that sells OCOP products."""

    code: str
    name_vi: str
    name_en: str | None
    kind: OutletKind
    location: LocationOut | None
    sells: str
    phone: str | None
    website: str | None
    source: str
    kilometres: float | None = Field(
        default=None, description="From the point, to the centre of the smallest known unit."
    )
    precision: str | None = Field(default=None, description="Whose centre: commune, district, ...")


class FigureOut(BaseModel):
    """An official count, with the page it was read on."""

    province: str | None
    former_province: str | None
    as_of: str | None = Field(examples=["2025-08-18", "2025"])
    total: int | None
    stars3: int | None
    stars4: int | None
    stars5: int | None
    producers: int | None
    note_vi: str
    note_en: str
    source: str


class OwnCount(BaseModel):
    """Counts of our own list."""

    as_of: str | None
    total: int
    by_stars: dict[str, int] = Field(examples=[{"5": 8, "4": 21, "3": 2, "unknown": 63}])
    by_category: dict[str, int]


class StatisticsOut(BaseModel):
    """Our own counts and the official ones, newest first."""

    place: PlaceBrief | None
    ours: OwnCount
    official: list[FigureOut]


class SuggestionOut(BaseModel):
    """What a typed beginning may mean."""

    sort: SuggestionSort
    code: str
    name: str = Field(description="The name that matched, as written.")


class IndexOut(BaseModel):
    """Where to begin."""

    version: str = Field(description="Version of the data.")
    as_of: str | None = Field(description="Date of the newest source.")
    products: int
    producers: int
    openapi: str
