"""What places are called in the reader's language, and where something is: addresses, old names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.words.reading import folded
from handlers.words.wording import uncapitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place, PlaceLevel
from locales import Translator

_ENGLISH_UNITS = re.compile(r"\b(commune|district|market|ward|village|province)\b", re.IGNORECASE)


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


def _without_repeats(parts: Iterable[str | None]) -> str:
    """Parts joined, leaving out one that an earlier part already says."""
    said: list[str] = []
    for part in parts:
        if part and not any(_says(earlier, part) for earlier in said):
            said.append(part)
    return ", ".join(said)


def _says(text: str, part: str) -> bool:
    return folded(part) in folded(text)
