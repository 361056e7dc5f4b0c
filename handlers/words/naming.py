"""What things are called in the reader's language, with the other language as a fallback."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from handlers.words.reading import folded
from handlers.words.wording import capitalised, uncapitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import (
    Category,
    Location,
    Offer,
    Outlet,
    OutletKind,
    Place,
    PlaceLevel,
    Producer,
    Product,
)
from locales import Translator

_ENGLISH_UNITS = re.compile(r"\b(commune|district|market|ward|village|province)\b", re.IGNORECASE)

LONGEST_LABEL = 60
"""Characters of a choice's label; longer ones are cut by the platforms' buttons anyway."""
LONGEST_IN_LIST = 50
"""Characters of a producer's name beside a product."""
LONGEST_OF_MAKER = 45
"""Characters of a producer's name in a label: its province may stand behind it."""


def product_name(product: Product, t: Translator) -> str:
    """The product's name for this reader."""
    return t.choose(product.name, product.name_en)


def other_name(product: Product, t: Translator) -> str | None:
    """Its name in the other language, when there is one that differs."""
    own = product_name(product, t).casefold()
    names = (product.name_vi, product.name_en)
    return next((name for name in names if name and name.casefold() != own), None)


def producer_name(producer: Producer, t: Translator) -> str:
    """The producer's name for this reader."""
    return t.choose(producer.name, producer.name_en)


def producer_of(product: Product, catalogue: Catalogue) -> Producer | None:
    """Who makes the product, when known."""
    return catalogue.producers.get(product.producer) if product.producer else None


def outlet_name(outlet: Outlet, t: Translator) -> str:
    """The outlet's name for this reader."""
    return t.choose(outlet.name_vi, capitalised(outlet.name_en or outlet.name_vi))


def offer_name(offer: Offer, t: Translator) -> str:
    """What the seller or export market of an offer is called or described as for this reader."""
    return t.choose(offer.name, offer.name_en)


def place_name(place: Place, t: Translator) -> str:
    """The place without its unit word, as this reader calls it; with it where the name is a mere
    number: "quận 1"."""
    if place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}:
        if place.name == "Hồ Chí Minh":
            return t.gettext("Ho Chi Minh City")
        if place.name == "Hà Nội":
            return t.gettext("Hanoi")
    if place.level is PlaceLevel.REGION and t.locale != "vi":
        return _region_names(t).get(place.key, place.name)
    if place.name.isdecimal():
        if place.level is PlaceLevel.DISTRICT:
            return t.gettext("District {number}", number=place.name)
        return t.gettext("Ward {number}", number=place.name)
    return place.name


def _region_names(t: Translator) -> dict[str, str]:
    """What regions are called in other languages; two keep their Vietnamese name."""
    return {
        "region:bac-trung-bo": t.gettext("the North Central Coast"),
        "region:ban-dao-ca-mau": t.gettext("the Cà Mau Peninsula"),
        "region:dong-bac": t.gettext("the Northeast"),
        "region:dong-bang-song-hong": t.gettext("the Red River Delta"),
        "region:dong-nam-bo": t.gettext("the Southeast"),
        "region:duyen-hai-mien-trung": t.gettext("the central coast"),
        "region:mien-bac": t.gettext("Northern Vietnam"),
        "region:mien-nam": t.gettext("Southern Vietnam"),
        "region:mien-tay": t.gettext("the Mekong Delta"),
        "region:mien-trung": t.gettext("Central Vietnam"),
        "region:nam-trung-bo": t.gettext("the South Central Coast"),
        "region:tay-bac": t.gettext("the Northwest"),
        "region:tay-nguyen": t.gettext("the Central Highlands"),
        "region:trung-du-mien-nui-phia-bac": t.gettext("the northern midlands and mountains"),
        "region:tu-giac-long-xuyen": t.gettext("the Long Xuyên Quadrangle"),
        "region:xu-nghe": t.gettext("Nghệ An and Hà Tĩnh"),
    }


def unit_name(place: Place, t: Translator) -> str:
    """The place with its unit word, for use inside a sentence: "tỉnh Lào Cai"."""
    if place.level is PlaceLevel.REGION:
        return place_name(place, t)
    if t.locale == "vi":
        return uncapitalised(place.full_name)
    name = place_name(place, t)
    is_province = place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}
    if is_province and place.full_name.startswith("Tỉnh"):
        return t.gettext("{province} province", province=name)
    return name


def province_phrase(location: Location, catalogue: Catalogue, t: Translator) -> str:
    """The province, with today's where the name is a former one."""
    today = catalogue.province(location.province)
    if location.former_province is None:
        return place_name(today, t)
    former = catalogue.former_province(location.former_province)
    if former.name == today.name:
        return place_name(today, t)
    return t.gettext(
        "{former} (now part of {province})",
        former=place_name(former, t),
        province=unit_name(today, t),
    )


def location_phrase(location: Location, catalogue: Catalogue, t: Translator) -> str:
    """Commune, district and province, as far as known: "Ba Chẽ, Quảng Ninh"."""
    return _without_repeats(
        (
            location.commune_name,
            location.district_name,
            province_phrase(location, catalogue, t),
        )
    )


def address_phrase(
    location: Location, catalogue: Catalogue, t: Translator, *, within: bool = False
) -> str:
    """The fullest address known; ``within`` leaves out the province, named nearby already."""
    if t.locale == "vi" and location.address and _ENGLISH_UNITS.search(location.address):
        # Read on an English page: the place's own names say the same with their marks.
        return location_phrase(location, catalogue, t)
    return _without_repeats(
        (
            location.address,
            location.commune_name,
            location.district_name,
            None if within else province_phrase(location, catalogue, t),
        )
    )


def district_or_province(location: Location, catalogue: Catalogue, t: Translator) -> str:
    """One short name that tells two places apart in a list."""
    if location.former_province is not None:
        return place_name(catalogue.former_province(location.former_province), t)
    return place_name(catalogue.province(location.province), t)


def choice_label(
    product: Product,
    among: Sequence[Product],
    catalogue: Catalogue,
    t: Translator,
    *,
    brief: bool = False,
) -> str:
    """A label that tells a product from the others offered with it.

    ``brief``: the name alone where that is enough, for entries that a list just told more about.
    """
    name = product_name(product, t)
    same = [other for other in among if product_name(other, t).casefold() == name.casefold()]
    if brief and len(same) == 1:
        return cut(name, LONGEST_LABEL)
    province = district_or_province(product.location, catalogue, t)
    details = [province]
    if len(same) > 1:
        producer = producer_of(product, catalogue)
        if producer is not None:
            details = [short_producer(producer_name(producer, t)), province]
        elif product.location.district_name:
            details = [product.location.district_name, province]
    if product.stars:
        details.append(f"{product.stars}★")
    tail = " · " + ", ".join(details)
    return cut(name, max(LONGEST_LABEL - len(tail), 20)) + tail


_LEGAL_FORMS = (
    ("Công ty trách nhiệm hữu hạn một thành viên ", "Cty "),
    ("Công ty trách nhiệm hữu hạn ", "Cty "),
    ("Công ty TNHH một thành viên ", "Cty "),
    ("Công ty TNHH MTV ", "Cty "),
    ("Công ty TNHH ", "Cty "),
    ("Công ty cổ phần ", "CTCP "),
    ("Công ty ", "Cty "),
    ("Hợp tác xã ", "HTX "),
    ("Tổ hợp tác ", "THT "),
    ("Hộ kinh doanh ", "Hộ "),
)


def short_producer(name: str) -> str:
    """A producer's name with its legal form shortened as signboards do, for labels."""
    for form, short in _LEGAL_FORMS:
        if name.casefold().startswith(form.casefold()):
            return short + name[len(form) :]
    return name


def cut(text: str, longest: int) -> str:
    """At most so many characters, ended by an ellipsis when something was left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip(" ,.-–(") + "…"


def maker_in_list(producer: Producer, t: Translator) -> str:
    """A producer's name as a line of a list has room for it."""
    name = producer_name(producer, t)
    return cut(t.choose(short_producer(name), name), LONGEST_IN_LIST)


def maker_label(producer: Producer, t: Translator) -> str:
    """A producer's name as the label of a choice."""
    return cut(producer_name(producer, t), LONGEST_OF_MAKER)


def category_name(category: Category, t: Translator) -> str:
    """The product group, to be used inside a sentence."""
    return _category_names(t)[category]


def outlet_kind_name(kind: OutletKind, t: Translator) -> str:
    """What kind of outlet it is."""
    return _outlet_kind_names(t)[kind]


@lru_cache(maxsize=8)
def _category_names(t: Translator) -> dict[Category, str]:
    return {
        Category.FOOD: t.pgettext("product group", "food"),
        Category.BEVERAGE: t.pgettext("product group", "beverages"),
        Category.HERBAL: t.pgettext("product group", "herbal products"),
        Category.HANDICRAFT: t.pgettext("product group", "handicrafts"),
        Category.ORNAMENTAL: t.pgettext("product group", "ornamental plants and animals"),
        Category.TOURISM: t.pgettext("product group", "rural tourism"),
    }


@lru_cache(maxsize=8)
def _outlet_kind_names(t: Translator) -> dict[OutletKind, str]:
    return {
        OutletKind.SHOWROOM: t.pgettext("outlet", "showroom"),
        OutletKind.STORE: t.pgettext("outlet", "shop"),
        OutletKind.SUPERMARKET: t.pgettext("outlet", "supermarket"),
        OutletKind.MARKET: t.pgettext("outlet", "market"),
        OutletKind.MARKETPLACE: t.pgettext("outlet", "online marketplace"),
        OutletKind.WEBSITE: t.pgettext("outlet", "website"),
        OutletKind.EXPORT: t.pgettext("outlet", "export market"),
        OutletKind.OTHER: t.pgettext("outlet", "other"),
    }


def kind_names(kinds: Iterable[str], catalogue: Catalogue, t: Translator) -> str:
    """Product kinds as alternatives: "trà hoặc cà phê"."""
    names = [
        t.choose(kind.name_vi, kind.name_en)
        for key in kinds
        if (kind := catalogue.kinds.get(key)) is not None
    ]
    return either(names, t)


def either(names: Sequence[str], t: Translator) -> str:
    """Names as alternatives."""
    if len(names) < 2:
        return "".join(names)
    return t.gettext("{first} or {last}", first=", ".join(names[:-1]), last=names[-1])


def both(names: Sequence[str], t: Translator) -> str:
    """Names taken together: "trà và cà phê"."""
    if len(names) < 2:
        return "".join(names)
    return t.gettext("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def _without_repeats(parts: Iterable[str | None]) -> str:
    """Parts joined, leaving out one that an earlier part already says."""
    said: list[str] = []
    for part in parts:
        if part and not any(_says(earlier, part) for earlier in said):
            said.append(part)
    return ", ".join(said)


def _says(text: str, part: str) -> bool:
    return folded(part) in folded(text)
