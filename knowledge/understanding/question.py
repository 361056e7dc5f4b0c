"""What the understanding made of one utterance: the value every later step reads."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

from msgspec import Struct

from knowledge.certificates import Standing, Validity, Years
from knowledge.facts import Category, Locale, Place, ProducerType, ProgrammeTopic


class Intent(StrEnum):
    """What a person wants to know. The names are part of the JSON contract."""

    PRODUCT = "product"
    RATING = "rating"
    WHERE_TO_BUY = "where_to_buy"
    PRODUCER = "producer"
    CONTACT = "contact"
    PRICE = "price"
    SPECIALITIES = "specialities"
    OUTLETS = "outlets"
    STATISTICS = "statistics"
    COMPARE = "compare"
    PROGRAMME = "programme"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    LANGUAGE = "language"
    NEARBY = "nearby"
    SAVED = "saved"
    FEEDBACK = "feedback"
    PRIVACY = "privacy"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the reading is of the product, producer or place it names."""

    CLEAR = "clear"
    """One winner: answer."""
    RIVALS = "rivals"
    """Several readings as good: let the person pick."""
    WEAK = "weak"
    """Something alike: ask "did you mean", never answer."""
    NONE = "none"
    """Nothing that the person could have meant, or nothing was named."""


class Match(Struct, frozen=True):
    """Something named in the question."""

    code: str
    """The product's or producer's code."""
    score: float
    """0 to 1; 1 is the whole name, typed as it is written."""
    whole: bool = False
    """Whether the whole name was typed, whatever talk stood around it."""
    mistyped: bool = False
    """Whether nearly all of the name was typed, but for slips, and nothing else that names."""


class Leaning(NamedTuple):
    """What all words of a message together say, as if it named nothing."""

    intent: Intent
    topic: ProgrammeTopic | None
    """Of the intent ``programme``."""
    share: float
    """How likely it is, 0 to 1."""


Sign = Literal["=", "<", "≤", ">", "≥", "–"]


class Strength(NamedTuple):
    """How strong a fish sauce or liquor is to be, in degrees."""

    sign: Sign
    """How the number was told: "dưới 30" is ``<``, "từ 30 đến 40" is ``–``."""
    number: int
    up_to: int
    """Of ``–`` the second number, else the same."""

    def holds(self, degrees: int) -> bool:
        """Whether something of so many degrees is meant."""
        match self.sign:
            case "<":
                return degrees < self.number
            case "≤":
                return degrees <= self.number
            case ">":
                return degrees > self.number
            case "≥":
                return degrees >= self.number
            case _:
                return self.number <= degrees <= self.up_to


class Without(Struct, frozen=True):
    """What a list is to leave out."""

    places: tuple[Place, ...] = ()
    kinds: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    stars: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """Words in the name of a product or its producer, in small letters: "khải hoàn"."""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.places or self.kinds or self.categories or self.stars or self.names)

    def joined(self, other: Without) -> Without:
        """Both together."""
        return Without(
            tuple(dict.fromkeys((*self.places, *other.places))),
            tuple(dict.fromkeys((*self.kinds, *other.kinds))),
            tuple(dict.fromkeys((*self.categories, *other.categories))),
            tuple(dict.fromkeys((*self.stars, *other.stars))),
            tuple(dict.fromkeys((*self.names, *other.names))),
        )


class Question(Struct, frozen=True):
    """One utterance, read."""

    text: str
    """As typed, cut to the longest length read."""
    language: Locale
    language_sure: bool = False
    """``False`` when the words would do in either language ("OCOP Ba Vì")."""
    said: str = ""
    """The words as they were read, without marks: short forms and raw keystrokes written out, slips
    mended."""
    intent: Intent = Intent.UNKNOWN
    intent_stated: bool = False
    """``False`` when the intent was only concluded from what was named (a bare product name, or
    "còn Hà Nội thì sao?"): a follow-up then keeps the intent of the question before."""
    besides: tuple[Intent, ...] = ()
    """What else is surely asked of the one product: "mấy sao, mua ở đâu"."""
    certainty: Certainty = Certainty.NONE
    products: tuple[Match, ...] = ()
    """Best first, at most 10."""
    compared: tuple[tuple[Match, ...], ...] = ()
    """For ``compare``: candidates for each of the things compared, best first."""
    producers: tuple[Match, ...] = ()
    places: tuple[Place, ...] = ()
    """In the order named. With ``place_rivals`` more than one place could be meant."""
    sold_in: tuple[Place, ...] = ()
    """Those of ``places`` where it is only to be bought, and not made: Sài Gòn in "mua trà Thái
    Nguyên ở Sài Gòn"."""
    place_rivals: bool = False
    """``True`` when ``places`` are readings of one ambiguous name (Châu Thành), best first."""
    stars: int | None = None
    """1 to 5."""
    stars_up_to: int | None = None
    """The highest of a range of stars that begins with ``stars``: 5 for "4 sao trở lên"."""
    validity: Validity | None = None
    """Whether certificates are to hold, end soon or have ended, where a list of such is asked."""
    category: Category | None = None
    kinds: tuple[str, ...] = ()
    """Keys of product kinds; several are alternatives ("trà hoặc cà phê")."""
    kinds_beside: tuple[str, ...] = ()
    """Of what is not known, the kinds it would be of: fish sauce for "nước mắm Chinsu"."""
    places_beside: tuple[Place, ...] = ()
    """The places named beside it."""
    foreign: bool = False
    """It names what is none of ours: another country's goods, a brand of others, another topic."""
    other_topic: bool = False
    """It is about something that is surely no OCOP product: the weather in a province, a recipe."""
    not_known: str = ""
    """The words that nothing explains, with what stands between them, in small letters."""
    without: Without = Without()
    """What of all that is not wanted: "trà 5 sao, trừ Thái Nguyên"."""
    contents: tuple[str, ...] = ()
    """Kinds of which it is asked whether they are in something: the eggs of "có trứng không". Where
    nothing that may have them is named, they may as well be the goods asked for."""
    topic: ProgrammeTopic | None = None
    period: str | None = None
    """A time named in the question: ``"2023"`` or ``"2023-11"``."""
    years: Years | None = None
    """The years in which goods listed are to have been certified: "từ 2022 đến 2024"."""
    standing: Standing | None = None
    """Which of goods listed are meant by how far they came: "chưa công nhận", "cấp tỉnh công nhận".
    """
    made_by: tuple[ProducerType, ...] = ()
    """The sorts of makers whose goods are to be listed: "sản phẩm của hợp tác xã"; none for any."""
    spends: bool = False
    """A sum of money is told: "dưới 200k", "less than 10 euro"."""
    shop: str | None = None
    """Where it is asked what is sold in a shop by its name, or in all of a sort, its key: see
    :mod:`knowledge.sellers`."""
    strength: Strength | None = None
    """How strong a fish sauce or liquor is to be, where no name tells of one that is."""
    export: bool = False
    """Asks about markets abroad."""
    market: str | None = None
    """Where a list of what is sold abroad is asked for: the market, see :mod:`knowledge.markets`.
    """
    makers: tuple[ProducerType, ...] | None = None
    """Where makers are asked for by kind or place: their sorts, none for any."""
    ordinal: int | None = None
    """"cái thứ 2" is 2; -1 is the last one."""
    refers_back: bool = False
    """Points at what was just talked about: "it", "nó", "còn ... thì sao"."""
    asked_language: Locale | None = None
    """For ``language``: the one asked for, if named."""
    cut: bool = False
    """The text was longer than the longest length read."""
    bare: bool = False
    """Every word asks or is talk; none names anything ("mua ở đâu")."""
    cues: frozenset[str] = frozenset()
    """Senses of all cues outside the names, whether or not they decided the intent: what a
    follow-up says beside what it names ("more", "compare", "refer_back:maker"), and what else was
    told aside ("aside:fee")."""

    @property
    def origins(self) -> tuple[Place, ...]:
        """The places where what is asked for is made."""
        return tuple(place for place in self.places if place not in self.sold_in)

    @property
    def names_something(self) -> bool:
        """Whether it names a product, producer, place, kind, category or stars by itself."""
        return bool(
            self.products
            or self.producers
            or self.places
            or self.kinds
            or self.category
            or self.stars
        )
