"""Finding out where a source's province, district and commune are on both maps.

Before 1 July 2025 Vietnam had 63 provinces with districts; since then it has 34 without. Many names
stand on both maps and mean different land: a "Lâm Đồng" of 2026 takes in former Bình Thuận, which
only a district or commune can tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.facts import Location, Place, PlaceLevel
from knowledge.text.letters import fold

MERGER = "2025-07"
"""Month in which the 63 provinces became 34 and the districts ended."""

# Longer ones first, so that "thành phố" goes before "tp". English pages put the word behind.
_UNIT_WORDS = (
    "thanh pho", "thi xa", "thi tran", "dac khu", "huyen", "quan", "phuong", "xa", "tinh",
    "tp.", "tp", "tx.", "tx", "tt.", "tt", "h.", "q.", "p.", "x.",
)  # fmt: skip
_ENGLISH_UNIT_WORDS = ("district", "city", "town", "commune", "ward", "province", "township")
_CITY_WORDS = ("thanh pho", "thi xa", "tp", "tx")

# Districts that were gone before 2025, and the one that took over all or most of their land. Not
# among them is Cửa Lò, which is a commune again with the same land.
_SUCCESSORS_OF_DISTRICTS = {
    ("22", "hoanh bo"): "Hạ Long",
    ("38", "dong son"): "Thanh Hóa",
    ("42", "loc ha"): "Thạch Hà",
    ("46", "nam dong"): "Phú Lộc",
    ("49", "nong son"): "Quế Sơn",
    ("68", "cat tien"): "Đạ Huoai",
    ("77", "dat do"): "Long Đất",
    ("79", "2"): "Thủ Đức",
    ("79", "9"): "Thủ Đức",
    # The tables write this one's name in three syllables
    ("66", "krong ana"): "Krông A Na",
}


class UnknownProvinceError(ValueError):
    """No province of either map has this name."""


@dataclass(frozen=True)
class Where:
    """What a source says about where something is; ``dated`` is the source's date if known."""

    province: str
    district: str = ""
    commune: str = ""
    address: str = ""
    dated: str = ""
    called: str = ""
    """Name of a product, which tells its commune where nothing else does: "Nước mắm Cửa Lò"."""


class Locator:
    """Turns what sources say into :class:`Location` values."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.key: place for place in places}
        self._today: dict[str, Place] = {}
        self._former: dict[str, Place] = {}
        self._districts: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        self._communes: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        """By today's province and folded name."""
        self._former_communes: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        """By the former province's code, and again by the district's key."""
        for place in self._places.values():
            self._enter(place)
        self._former["hue"] = self._places["former:46"]

    def locate(self, where: Where) -> Location:
        """Resolve as far as names allow; what does not resolve keeps its name alone.

        Raises :class:`UnknownProvinceError` when the province is on neither map.
        """
        name = _folded(where.province)
        today, former = self._today.get(name), self._former.get(name)
        if today is None and former is None:
            raise UnknownProvinceError(f"no province is called {where.province!r}")
        candidates = self._candidates(today, former, where.dated)
        district = self._district(where.district, candidates)
        commune = self._commune(where, district, candidates)
        former_province = _former_code(today, former, district, commune, where.dated)
        if not (where.district or where.commune or where.address):
            commune = self._called_after(where.called, candidates)
        return Location(
            province=candidates[0].provinces[0],
            former_province=former_province,
            district=district.key if district else None,
            commune=commune.key if commune else None,
            district_name=where.district or None,
            commune_name=where.commune or None,
            address=where.address or None,
        )

    def _enter(self, place: Place) -> None:
        name = _folded(place.name)
        if place.level is PlaceLevel.PROVINCE:
            self._today[name] = place
        elif place.level is PlaceLevel.FORMER_PROVINCE:
            self._former[name] = place
        elif place.level is PlaceLevel.DISTRICT:
            self._districts[place.former_provinces[0], name].append(place)
        elif place.level is PlaceLevel.COMMUNE:
            self._communes[place.provinces[0], name].append(place)
        elif place.level is PlaceLevel.FORMER_COMMUNE:
            self._former_communes[place.former_provinces[0], name].append(place)
            self._former_communes[str(place.parent), name].append(place)

    def _candidates(self, today: Place | None, former: Place | None, dated: str) -> list[Place]:
        """The former provinces that may be meant, the likeliest first."""
        if today is None:
            return [former] if former else []
        own = [former] if former else []
        if dated and dated < MERGER[: len(dated)] and former is not None:
            return own
        others = [self._places[f"former:{code}"] for code in today.former_provinces]
        return own + [place for place in others if place is not former]

    def _district(self, name: str, candidates: list[Place]) -> Place | None:
        if not name:
            return None
        for former in candidates:
            code = former.former_provinces[0]
            plain = _folded(_SUCCESSORS_OF_DISTRICTS.get((code, _folded(name)), name))
            found = self._districts[code, plain]
            if len(found) > 1:
                # A city and the district around it share the name; a city is called one
                city = _plain(name).startswith(_CITY_WORDS)
                found = [
                    place
                    for place in found
                    if place.full_name.startswith(("Thành phố", "Thị xã")) is city
                ]
            if len(found) == 1:
                return found[0]
        return None

    def _commune(
        self, where: Where, district: Place | None, candidates: list[Place]
    ) -> Place | None:
        """The commune, on the map of the source's time first; a name found twice is not found."""
        # Since the districts ended, sources write a commune where the district used to stand
        name = where.commune or ("" if district else where.district)
        if not name:
            return None
        plain = _folded(name)
        before = [district.key] if district else [place.former_provinces[0] for place in candidates]
        maps = [
            [place for key in before for place in self._former_communes[key, plain]],
            self._communes[candidates[0].provinces[0], plain],
        ]
        if where.dated >= MERGER:
            maps.reverse()
        for found in maps:
            fitting = _of_unit(name, found)
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _called_after(self, name: str, candidates: list[Place]) -> Place | None:
        """The one commune of today that a product is called after."""
        # "Mật ong Điện Biên" is called after the province, not after the commune of that name
        wider = {each.name for each in candidates}
        wider.add(self._places[f"province:{candidates[0].provinces[0]}"].name)
        for each in wider:
            name = name.replace(each, "|")
        codes = {code for place in candidates for code in place.former_provinces}
        found = [
            commune
            for words in _stretches(name)
            for commune in self._communes.get((candidates[0].provinces[0], words), ())
            if commune.name in name and codes.intersection(commune.former_provinces)
        ]
        return found[0] if len(found) == 1 else None


def _stretches(name: str) -> list[str]:
    """Folded pairs and triples of words of a name that may be a place's: all in capitals, and the
    word behind them not, for the "Phú An Khương" of a name is no "Phú An"."""
    words = re.findall(r"[\w']+|[^\w\s]", name)
    capitals = [word[0].isupper() and not any(map(str.isdecimal, word)) for word in words]
    return [
        _folded(" ".join(words[start:end]))
        for length in (2, 3)
        for start, end in zip(range(len(words)), range(length, len(words) + 1), strict=False)
        if all(capitals[start:end]) and not any(capitals[end : end + 1])
    ]


def _former_code(
    today: Place | None, former: Place | None, district: Place | None, commune: Place | None,
    dated: str,
) -> str | None:  # fmt: skip
    if today is None or len(today.former_provinces) == 1:
        return former.former_provinces[0] if former else None
    for place in (district, commune):
        if place is not None and len(place.former_provinces) == 1:
            return place.former_provinces[0]
    if former is not None and dated and dated < MERGER[: len(dated)]:
        return former.former_provinces[0]
    return None


def _of_unit(name: str, places: list[Place]) -> list[Place]:
    """Those places whose unit word is the one the name carries, or all when that tells nothing."""
    said = _plain(name)
    same = [place for place in places if said.startswith(_plain(place.full_name.split(" ")[0]))]
    marked = [place for place in same or places if place.name.casefold() in name.casefold()]
    return marked or same or places


def _plain(name: str) -> str:
    """Lower case without marks, one space between words."""
    return " ".join(fold(name).split())


def _folded(name: str) -> str:
    """The plain name without its unit word; a numbered unit keeps only the number."""
    plain = _plain(name)
    for word in _UNIT_WORDS:
        rest = plain.removeprefix(word)
        if rest != plain and (rest.startswith(" ") or word.endswith(".")) and rest.strip():
            return rest.strip()
    for word in _ENGLISH_UNIT_WORDS:
        rest = plain.removesuffix(f" {word}")
        if rest != plain:
            return rest.strip()
    return plain
