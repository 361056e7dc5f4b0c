"""The places of both maps and how they hang together."""

from __future__ import annotations

from collections import Counter

from knowledge.catalogue import Catalogue
from knowledge.facts import PlaceLevel


def test_how_many_units_each_map_has(catalogue: Catalogue) -> None:
    counts = Counter(place.level for place in catalogue.facts.places)
    assert counts[PlaceLevel.PROVINCE] == 34
    assert counts[PlaceLevel.FORMER_PROVINCE] == 63
    assert counts[PlaceLevel.DISTRICT] == 696
    assert counts[PlaceLevel.COMMUNE] == 3321
    assert counts[PlaceLevel.FORMER_COMMUNE] == 10035


def test_the_same_code_names_other_land_on_the_other_map(catalogue: Catalogue) -> None:
    assert catalogue.former_province("15").name == "Yên Bái"
    assert catalogue.province("15").name == "Lào Cai"
    assert catalogue.former_province("15").provinces == ("15",)
    assert set(catalogue.province("15").former_provinces) == {"10", "15"}
    assert catalogue.former_province("10").provinces == ("15",)


def test_every_former_province_lies_in_one_of_today(catalogue: Catalogue) -> None:
    made_from = [
        code
        for place in catalogue.facts.places
        if place.level is PlaceLevel.PROVINCE
        for code in place.former_provinces
    ]
    assert len(made_from) == len(set(made_from)) == 63


def test_every_parent_and_successor_is_a_place(catalogue: Catalogue) -> None:
    for place in catalogue.facts.places:
        assert place.parent is None or place.parent in catalogue.places
        for successor in place.successors:
            assert catalogue.places[successor].level is PlaceLevel.COMMUNE
            assert catalogue.places[successor].provinces[0] in place.provinces


def test_every_former_commune_has_its_successor_and_every_commune_its_origin(
    catalogue: Catalogue,
) -> None:
    for place in catalogue.facts.places:
        if place.level is PlaceLevel.FORMER_COMMUNE:
            assert place.successors
        if place.level is PlaceLevel.COMMUNE:
            assert place.former_provinces


def test_coordinates_are_in_vietnam(catalogue: Catalogue) -> None:
    for place in catalogue.facts.places:
        if place.latitude is not None and place.longitude is not None:
            assert 6 < place.latitude < 24
            assert 102 < place.longitude < 118


def test_an_island_district_became_one_special_zone(catalogue: Catalogue) -> None:
    island = next(p for p in catalogue.facts.places if p.full_name == "Huyện Lý Sơn")
    (zone,) = island.successors
    assert catalogue.places[zone].full_name == "Đặc khu Lý Sơn"


def test_official_names_mean_their_places(catalogue: Catalogue) -> None:
    meant: dict[str, dict[str, float]] = {}
    for name in catalogue.facts.place_names:
        assert name.place in catalogue.places
        assert 0 < name.weight <= 1
        meant.setdefault(name.name, {})[name.place] = name.weight
    assert meant["Yên Bái"]["former:15"] == 1
    assert meant["Thừa Thiên Huế"]["former:46"] == 1
    # A name that today's province kept means today's first
    assert meant["Lào Cai"]["province:15"] > meant["Lào Cai"]["former:10"]
    assert meant["Vân Đồn"]["district:203"] > meant["Phúc Xá"]["former-commune:00001"]
    # Numbers alone name nothing
    assert "1" not in meant
    assert "Quận 1" in meant
