"""The bundled tables of places: units before and after 1 July 2025, regions, everyday names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue import PlaceName
from knowledge.facts import Place, PlaceLevel
from knowledge.importing.tables import Row, read_rows

PROVINCE_WEIGHT = 1.0
SHARED_FORMER_WEIGHT = 0.5
"""A name that a province of today kept means today's province first."""
DISTRICT_WEIGHT = 0.6
COMMUNE_WEIGHT = 0.2
FORMER_COMMUNE_WEIGHT = 0.1
"""Below today's communes: the names repeat more and the units are gone."""

# A city from 1 January 2025, known for two centuries under the short name as well.
ALSO_CALLED = {"former:46": ("Huế",)}

DAK = ("Đắk", "Đăk", "Đak", "Đắc")
"""How one word of the Central Highlands, "water", is written in names: Đăk Hà, Đắk Tô, Đak Đoa."""

ROMAN_DIGITS = frozenset("IVX")
"""Digits of the numbers of wards: Vị Thanh had a Phường I."""
_UNIT = ("code", "unit", "name", "latitude", "longitude")


@dataclass(frozen=True)
class Places:
    """All places, wider ones first, with the names people use for them."""

    places: tuple[Place, ...]
    names: tuple[PlaceName, ...]


def read_places(folder: Path) -> Places:
    """Read ``places/*.csv``; the tables of regions and everyday names may be absent.

    Raises :class:`TableError` when a row names a unit that no table has.
    """
    former_rows = list(read_rows(folder / "former_provinces.csv", (*_UNIT, "province")))
    province_rows = list(read_rows(folder / "provinces.csv", _UNIT))
    district_rows = list(
        read_rows(folder / "districts.csv", (*_UNIT, "former_province", "successors"))
    )
    commune_rows = list(read_rows(folder / "communes.csv", (*_UNIT, "province")))
    former_commune_rows = list(
        read_rows(folder / "former_communes.csv", (*_UNIT, "district", "successors"))
    )

    province_of_former = {row.needed("code"): row.needed("province") for row in former_rows}
    former_of_district = {
        row.needed("code"): row.needed("former_province") for row in district_rows
    }
    made_from = _made_from(former_commune_rows, district_rows, former_of_district)

    places = [
        *(_province(row, province_of_former) for row in province_rows),
        *(_former_province(row) for row in former_rows),
        *(_district(row, province_of_former) for row in district_rows),
        *(_commune(row, made_from) for row in commune_rows),
        *(
            _former_commune(row, former_of_district, province_of_former)
            for row in former_commune_rows
        ),
    ]
    regions = list(_regions(folder / "regions.csv", province_of_former))
    every = (*(place for place, _ in regions), *places)
    names = [
        *_official_names(every),
        *(PlaceName(name, place.key) for place, also in regions for name in also),
        *_everyday_names(folder / "everyday_names.csv", {place.key for place in every}),
    ]
    return Places(every, tuple(dict.fromkeys(names)))


def _province(row: Row, province_of_former: dict[str, str]) -> Place:
    code = row.needed("code")
    former = tuple(old for old, new in province_of_former.items() if new == code)
    if not former:
        raise row.bad("no former province lies in it", "code")
    return _place(row, f"province:{code}", PlaceLevel.PROVINCE, (code,), former)


def _former_province(row: Row) -> Place:
    code, province = row.needed("code"), row.needed("province")
    return _place(
        row,
        f"former:{code}",
        PlaceLevel.FORMER_PROVINCE,
        (province,),
        (code,),
        parent=f"province:{province}",
    )


def _district(row: Row, province_of_former: dict[str, str]) -> Place:
    former = row.needed("former_province")
    if former not in province_of_former:
        raise row.bad(f"no former province has the code {former}", "former_province")
    return _place(
        row,
        f"district:{row.needed('code')}",
        PlaceLevel.DISTRICT,
        (province_of_former[former],),
        (former,),
        parent=f"former:{former}",
        successors=tuple(f"commune:{code}" for code in row.parts("successors")),
    )


def _commune(row: Row, made_from: dict[str, tuple[str, ...]]) -> Place:
    code, province = row.needed("code"), row.needed("province")
    return _place(
        row,
        f"commune:{code}",
        PlaceLevel.COMMUNE,
        (province,),
        made_from.get(code, ()),
        parent=f"province:{province}",
    )


def _former_commune(
    row: Row, former_of_district: dict[str, str], province_of_former: dict[str, str]
) -> Place:
    district = row.needed("district")
    if district not in former_of_district:
        raise row.bad(f"no district has the code {district}", "district")
    former = former_of_district[district]
    return _place(
        row,
        f"former-commune:{row.needed('code')}",
        PlaceLevel.FORMER_COMMUNE,
        (province_of_former[former],),
        (former,),
        parent=f"district:{district}",
        successors=tuple(f"commune:{code}" for code in row.parts("successors")),
    )


def _place(
    row: Row,
    key: str,
    level: PlaceLevel,
    provinces: tuple[str, ...],
    former: tuple[str, ...],
    *,
    parent: str | None = None,
    successors: tuple[str, ...] = (),
) -> Place:
    name = row.needed("name")
    return Place(
        key=key,
        level=level,
        name=name,
        full_name=f"{row.needed('unit')} {name}",
        provinces=provinces,
        former_provinces=former,
        parent=parent,
        latitude=row.degrees("latitude"),
        longitude=row.degrees("longitude"),
        successors=successors,
    )


def _made_from(
    former_communes: list[Row], districts: list[Row], former_of_district: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    """Codes of the former provinces whose land a commune of today holds, most of it first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in former_communes:
        for code in row.parts("successors"):
            counts[code][former_of_district.get(row.text("district"), "")] += 1
    for row in districts:
        for code in row.parts("successors"):
            counts[code][row.text("former_province")] += 1
    return {
        code: tuple(former for former, _ in counter.most_common())
        for code, counter in counts.items()
    }


def _regions(
    path: Path, province_of_former: dict[str, str]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Each region with the names it goes by besides its Vietnamese one."""
    if not path.exists():
        return
    for row in read_rows(path, ("key", "name_vi", "name_en", "also", "former_provinces")):
        former = row.parts("former_provinces")
        for code in former:
            if code not in province_of_former:
                raise row.bad(f"no former province has the code {code}", "former_provinces")
        key, name = row.needed("key"), row.needed("name_vi")
        yield (
            Place(
                key=key if key.startswith("region:") else f"region:{key}",
                level=PlaceLevel.REGION,
                name=name,
                full_name=name,
                provinces=tuple(dict.fromkeys(province_of_former[code] for code in former)),
                former_provinces=former,
            ),
            (*row.parts("name_en", ";"), *row.parts("also", ";")),
        )


def _official_names(places: tuple[Place, ...]) -> Iterator[PlaceName]:
    kept = {place.name for place in places if place.level is PlaceLevel.PROVINCE}
    weights = {
        PlaceLevel.REGION: PROVINCE_WEIGHT,
        PlaceLevel.PROVINCE: PROVINCE_WEIGHT,
        PlaceLevel.FORMER_PROVINCE: PROVINCE_WEIGHT,
        PlaceLevel.DISTRICT: DISTRICT_WEIGHT,
        PlaceLevel.COMMUNE: COMMUNE_WEIGHT,
        PlaceLevel.FORMER_COMMUNE: FORMER_COMMUNE_WEIGHT,
    }
    for place in places:
        # A bare number names nothing: "Quận 1" and "Phường VII" keep their unit word
        name = place.full_name if _is_number(place.name) else place.name
        for called in (name, *_other_spellings(name), *ALSO_CALLED.get(place.key, ())):
            shared = place.level is PlaceLevel.FORMER_PROVINCE and called in kept
            yield PlaceName(
                called, place.key, SHARED_FORMER_WEIGHT if shared else weights[place.level]
            )


def _other_spellings(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if first in DAK:
        yield from (f"{other} {rest}" for other in DAK if other != first)


def _is_number(name: str) -> bool:
    return name.isdecimal() or set(name) <= ROMAN_DIGITS


def _everyday_names(path: Path, known: set[str]) -> Iterator[PlaceName]:
    if not path.exists():
        return
    for row in read_rows(path, ("name", "place", "weight")):
        if row.needed("place") not in known:
            raise row.bad(f"no place has the key {row.text('place')}", "place")
        weight = row.degrees("weight")
        if weight is None or not 0 < weight <= 1:
            raise row.bad("must be over 0 and at most 1", "weight")
        yield PlaceName(row.needed("name"), row.text("place"), weight)
