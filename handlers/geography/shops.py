"""The outlets of a catalogue in the order in which they are told."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from handlers.geography.spots import DOUBT_KM, former_home, kilometres_between, spot_of
from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Outlet, OutletKind, Place, PlaceLevel
from knowledge.text.letters import fold

_RANK = {
    OutletKind.SHOWROOM: 0,
    OutletKind.STORE: 1,
    OutletKind.SUPERMARKET: 2,
    OutletKind.MARKET: 3,
    OutletKind.OTHER: 4,
    OutletKind.WEBSITE: 5,
    OutletKind.MARKETPLACE: 6,
}
"""Places to walk into first, those made for OCOP before the rest."""

_OCOP = re.compile("ocop", re.IGNORECASE)
_DENIED = re.compile("không nói|not stated", re.IGNORECASE)
_FAIR = re.compile(
    r"hội chợ|phiên chợ|tuần lễ|tuần hàng|sự kiện|triển lãm|\bfair\b|\bweek\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"\(.*?\)")
_WHAT_IT_IS = re.compile(
    r"\b(?:diem|ban|gioi thieu|trung bay|san pham|hang|cua hang|gian hang|sieu thi|ocop|va|tai|cua"
    r"|huyen|phuong|xa|cong ty|tnhh|co op mart)\b|[^\w ]"
)
ON_THE_NET = frozenset({OutletKind.MARKETPLACE, OutletKind.WEBSITE})


class Shops:
    """The outlets of one catalogue. What is told of a place is the same for everybody who asks, so
    it is worked out for the first and kept, as long as the catalogue is."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._at: dict[str, tuple[Outlet, ...]] = {}
        self._near: dict[tuple[str | None, ...], tuple[Place, tuple[Outlet, ...]] | None] = {}

    def at(self, place: Place) -> tuple[Outlet, ...]:
        """All outlets of a place, best first, one that two sources tell of once; those of the
        former province that a province has its name from before those of what was merged."""
        found = self._at.get(place.key)
        if found is None:
            own = self._own_code(place)
            homes = {
                outlet.code: former_home(outlet.location, self.catalogue)
                for outlet in self.catalogue.outlets_in(place)
            }

            def key(outlet: Outlet) -> tuple[object, ...]:
                apart = own is not None and homes[outlet.code] not in {None, own}
                planned, silent, *rest = rank(outlet)
                return planned, silent, apart, *rest

            # Of two that are the same, the one that tells more of where it is
            told = sorted(
                self.catalogue.outlets_in(place),
                key=lambda each: (rank(each), homes[each.code] is None),
            )
            found = self._at[place.key] = tuple(sorted(each_once(told), key=key))
        return found

    def around(self, place: Place, wider: Place) -> tuple[Outlet, ...]:
        """The outlets of the wider place that a district or commune without any lies in, nearest
        first; those that are only known to lie somewhere in it last."""

        def key(outlet: Outlet) -> tuple[bool, bool, float]:
            spot = spot_of(outlet.location, self.catalogue)
            far = (
                kilometres_between(place, spot.place) + DOUBT_KM[spot.precision]
                if spot is not None
                else math.inf
            )
            return is_planned(outlet) or is_fair(outlet), not sells_ocop(outlet), far

        return tuple(sorted(self.at(wider), key=key))

    def near(self, location: Location) -> tuple[Place, tuple[Outlet, ...]] | None:
        """The outlets to ask for what is made at a location, nearest first, and the province that
        they are in: the former one where it has any, so that nobody is sent to the other end of a
        merged province. ``None`` where none is known."""
        key = location.province, location.former_province, location.district, location.commune
        if key not in self._near:
            self._near[key] = self._look_near(location)
        return self._near[key]

    @cached_property
    def lasting(self) -> tuple[Outlet, ...]:
        """The outlets of the whole country that are no fairs, best first, one of a name in each
        province."""
        found = sorted(self.catalogue.facts.outlets, key=rank)
        return each_once((each for each in found if not is_fair(each)), of_provinces=True)

    @cached_property
    def online(self) -> tuple[Outlet, ...]:
        """Sites and marketplaces of the whole country, each under its shortest name."""
        sites: dict[str, Outlet] = {}
        for outlet in sorted(self.catalogue.facts.outlets, key=lambda each: len(each.name_vi)):
            if outlet.location is None and outlet.kind in ON_THE_NET and sells_ocop(outlet):
                site = (outlet.website or "").split("://", 1)[-1].removeprefix("www.")
                brand = re.split(r"[ .(]", (site or outlet.name_vi).casefold(), maxsplit=1)[0]
                if brand not in sites or (outlet.website and not sites[brand].website):
                    sites[brand] = outlet
        return tuple(sorted(sites.values(), key=lambda each: (not each.website, rank(each))))

    def _own_code(self, place: Place) -> str | None:
        """Code of the former province that a province of today has its name from."""
        if place.level is not PlaceLevel.PROVINCE:
            return None
        former = map(self.catalogue.former_province, place.former_provinces)
        return next((each.former_provinces[0] for each in former if each.name == place.name), None)

    def _look_near(self, location: Location) -> tuple[Place, tuple[Outlet, ...]] | None:
        catalogue = self.catalogue
        today = catalogue.province(location.province)
        home = former_home(location, catalogue)
        former = catalogue.former_province(home) if home is not None else today
        for place in dict.fromkeys((former, today)):
            found = self._nearest_first(self._steady(place), location)
            there = former_home(found[0].location, catalogue) if found else None
            if found and (home is None or there in {None, home}):
                return place, tuple(found)
        return None

    def _steady(self, place: Place) -> list[Outlet]:
        """Outlets of a place that are said to sell OCOP goods all year round, best first."""
        return [
            outlet
            for outlet in self.at(place)
            if sells_ocop(outlet) and not is_planned(outlet) and not is_fair(outlet)
        ]

    def _nearest_first(self, found: list[Outlet], location: Location) -> list[Outlet]:
        """Outlets of the same former province first, then by how far they surely are, in their
        order where that is the same; those of another province's goods ("gian OCOP Bến Tre")
        last."""
        catalogue = self.catalogue
        here, home = spot_of(location, catalogue), former_home(location, catalogue)
        own = catalogue.province_names[location.province]
        others = frozenset().union(*catalogue.province_names.values()) - own

        def key(outlet: Outlet) -> tuple[bool, bool, float]:
            foreign = any(name in outlet.name_vi for name in others) and not any(
                name in outlet.name_vi for name in own
            )
            there = former_home(outlet.location, catalogue)
            apart = home is not None and there is not None and there != home
            spot = spot_of(outlet.location, catalogue)
            if here is None or spot is None:
                return foreign, apart, 0.0
            far = kilometres_between(here.place, spot.place) + DOUBT_KM[spot.precision]
            return foreign, apart, far

        return sorted(found, key=key)


def rank(outlet: Outlet) -> tuple[bool, bool, int, bool, str]:
    """Sort key: open ones that are said to sell OCOP goods first, then places to walk into."""
    located = outlet.location is not None and outlet.location.address is not None
    return (
        is_planned(outlet) or is_fair(outlet),
        not sells_ocop(outlet),
        _RANK.get(outlet.kind, 9),
        not located,
        outlet.name_vi,
    )


def sells_ocop(outlet: Outlet) -> bool:
    """Whether the source says that it sells OCOP goods."""
    return _says_ocop(outlet.name_vi, outlet.sells)


def is_planned(outlet: Outlet) -> bool:
    """Whether it is not open yet."""
    return "planned" in f"{outlet.name_en} {outlet.sells}"


def is_fair(outlet: Outlet) -> bool:
    """Whether it is held for a few days only."""
    return bool(_FAIR.search(f"{outlet.name_vi} {outlet.name_en}"))


def shops_of(catalogue: Catalogue) -> Shops:
    """The shops of a catalogue, gathered once for it."""
    global _latest  # noqa: PLW0603 - one catalogue is current at a time
    if _latest is None or _latest.catalogue is not catalogue:
        _latest = Shops(catalogue)
    return _latest


def each_once(found: Iterable[Outlet], *, of_provinces: bool = False) -> tuple[Outlet, ...]:
    """The outlets without those told of before under another name: "Điểm OCOP chợ Đồng Xuân" and
    "Điểm giới thiệu và bán sản phẩm OCOP chợ Đồng Xuân"."""
    kept: list[Outlet] = []
    told: dict[str, list[str | None]] = {}
    for outlet in found:
        district = outlet.location.district if outlet.location is not None else None
        name = _called(outlet.name_vi)
        if of_provinces and outlet.location is not None:
            name += outlet.location.province
        before = told.setdefault(name, [])
        # Where one source names no district it may be the same
        if district not in before and not (before and (district is None or None in before)):
            kept.append(outlet)
        before.append(district)
    return tuple(kept)


@lru_cache(maxsize=4096)
def _called(name: str) -> str:
    """What tells an outlet from others: its name without what it is and what is in brackets."""
    plain = _BRACKETED.sub("", fold(name)).replace(".", "")
    words = _WHAT_IT_IS.sub(" ", plain).split()
    return " ".join(words) or fold(name)


@lru_cache(maxsize=4096)
def _says_ocop(name: str, sells: str) -> bool:
    return bool(_OCOP.search(name) or _OCOP.search(sells)) and not _DENIED.search(sells)


_latest: Shops | None = None
