"""Reading tables: what a bad row is told, and where things are found on the maps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.catalogue import Catalogue
from knowledge.facts import Location
from knowledge.importing.figures import read_figures
from knowledge.importing.kinds import read_kinds
from knowledge.importing.locating import Locator, UnknownProvinceError, Where
from knowledge.importing.places import read_places
from knowledge.importing.records import read_products, read_programme
from knowledge.importing.tables import TableError, read_rows

HEADER = (
    "code,name_vi,name_en,name_en_origin,producer,province,district,commune,address,category,"
    "status,description_vi,description_en,source_date,sources\n"
)
GOOD = "tra,Trà,Tea,source,,Lào Cai,,,,beverage,certified,,,2024,https://example.vn/tra\n"
CERTIFICATES = "product,stars,year,level,decision,issued\n"


@pytest.fixture(scope="module")
def locator(catalogue: Catalogue) -> Locator:
    return Locator(catalogue.facts.places)


def read(
    folder: Path, locator: Locator, products: str, certificates: str = "tra,4,2024,,,\n"
) -> int:
    (folder / "products.csv").write_text(HEADER + products, "utf-8")
    (folder / "certificates.csv").write_text(CERTIFICATES + certificates, "utf-8")
    return len(read_products(folder, locator))


def test_a_good_row_is_read(tmp_path: Path, locator: Locator) -> None:
    assert read(tmp_path, locator, GOOD) == 1


@pytest.mark.parametrize(
    ("products", "told"),
    [
        (GOOD.replace("beverage", "drink"), "products.csv:2, category: 'drink' is not one of food"),
        (GOOD.replace("certified", "sold"), "products.csv:2, status: 'sold' is not one of"),
        (GOOD.replace("Lào Cai", "Atlantis"), "products.csv:2, province: no province is called"),
        (GOOD.replace("https://example.vn/tra", ""), "products.csv:2, sources: every fact needs"),
        (GOOD.replace("2024", "last year"), "products.csv:2, source_date: 'last year' is not a"),
        (GOOD.replace("Trà,Tea", ","), "products.csv:2, name_vi: a product needs a name"),
        (GOOD + GOOD, "products.csv:3, code: this code stands in the table already"),
        (GOOD + "too,short\n", "products.csv:3: 2 cells where the header has 15"),
        ("," + GOOD[4:], "products.csv:2, code: must not be empty"),
        ("tra" * 30 + GOOD[3:], "products.csv:2, code: longer than 80 characters"),
    ],
)
def test_a_bad_product_is_told_by_file_line_and_column(
    tmp_path: Path, locator: Locator, products: str, told: str
) -> None:
    with pytest.raises(TableError, match=re.escape(told)):
        read(tmp_path, locator, products)


@pytest.mark.parametrize(
    ("certificates", "told"),
    [
        ("tra,6,2024,,,\n", "certificates.csv:2, stars: stars must be 3, 4 or 5"),
        ("tra,4,2024,village,,\n", "certificates.csv:2, level: 'village' is not one of"),
        ("tra,4,2024,,,2023-01-02\n", "certificates.csv:2, year: the year is not that of"),
        ("tra,4,2024,,,2024-13-02\n", "certificates.csv:2, issued: "),
        ("tra,4,two,,,\n", "certificates.csv:2, year: 'two' is not a whole number"),
        ("", "products.csv:2, status: a certified product needs a certificate"),
        ("tra,4,2024,,,\nche,4,2024,,,\n", "certificates.csv:3, product: no product has"),
    ],
)
def test_a_bad_certificate_is_told(
    tmp_path: Path, locator: Locator, certificates: str, told: str
) -> None:
    with pytest.raises(TableError, match=re.escape(told)):
        read(tmp_path, locator, GOOD, certificates)


def test_a_missing_column_and_a_missing_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "outlets.csv"
    with pytest.raises(TableError, match=r"outlets\.csv: the file is missing"):
        list(read_rows(path, ("code",)))
    path.write_text("name\nChợ\n", "utf-8")
    with pytest.raises(TableError, match=r"outlets\.csv:1, code: the column is missing"):
        list(read_rows(path, ("code",)))
    path.write_bytes("name\nChợ\n".encode("utf-16"))
    with pytest.raises(TableError, match="not UTF-8"):
        list(read_rows(path, ("name",)))


def test_a_kind_with_an_unknown_parent_is_told(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "kinds.csv").write_text(
        "key,name_vi,name_en,also_vi,also_en,parent,category\n"
        "tea,chè,tea,trà; trà xanh,,,beverage\nmatcha,matcha,matcha,,,coffee,\n",
        "utf-8",
    )
    with pytest.raises(TableError, match=r"kinds\.csv:3, parent: no kind has the key coffee"):
        read_kinds(tmp_path)


def test_without_a_vocabulary_there_are_no_kinds(tmp_path: Path) -> None:
    assert read_kinds(tmp_path) == ()


def located(locator: Locator, province: str, **said: str) -> tuple[str, str | None, str | None]:
    location = locator.locate(Where(province, **said))
    return location.province, location.former_province, location.district


def test_a_name_that_ended_tells_the_former_province(locator: Locator) -> None:
    assert located(locator, "Yên Bái") == ("15", "15", None)
    assert located(locator, "Hòa Bình") == ("25", "17", None)


@pytest.mark.parametrize(
    ("counts", "shares", "tells_of", "told"),
    [
        ("some", "", "", "figures.csv:2, counts: 'some' is not one of all, part, entered"),
        ("", "3; 6", "", "figures.csv:2, shares: shares are told of the levels 3, 4 and 5"),
        ("", "", "women; men", "figures.csv:2, tells_of: 'men' is not one of companies, "),
    ],
)
def test_a_figure_that_counts_nothing_known_is_told(
    tmp_path: Path, counts: str, shares: str, tells_of: str, told: str
) -> None:
    header = "province,scope,counts,as_of,year_end,total,rough_total,stars3,stars4,stars5,shares"
    row = f",national,{counts},2025,,100,,,,,{shares},,{tells_of},,,https://example.org/1"
    text = f"{header},producers,tells_of,note_vi,note_en,source\n{row}\n"
    (tmp_path / "figures.csv").write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=re.escape(told)):
        read_figures(tmp_path, ())


def test_a_round_held_on_no_date_is_told(tmp_path: Path) -> None:
    header = "topic,order,held,text_vi,text_en,sources"
    row = "rounds,1,26/6/2025,Đợt 1,Round 1,https://example.org/1"
    (tmp_path / "programme.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"programme\.csv:2, held: '26/6/2025' is not a year"):
        read_programme(tmp_path)


def test_an_unchanged_province_is_the_same_on_both_maps(locator: Locator) -> None:
    assert located(locator, "Quảng Ninh", dated="2026") == ("22", "22", None)
    assert located(locator, "Huế", dated="2026") == ("46", "46", None)
    assert located(locator, "Thừa Thiên Huế") == ("46", "46", None)


@pytest.mark.parametrize(
    ("dated", "former"),
    [
        ("2024", "10"),
        ("2025-06-30", "10"),
        ("2025", None),
        ("2025-07-01", None),
        ("2026", None),
        ("", None),
    ],
)
def test_a_merged_name_means_the_former_province_only_before_the_merger(
    locator: Locator, dated: str, former: str | None
) -> None:
    assert located(locator, "Lào Cai", dated=dated) == ("15", former, None)


def test_the_district_tells_which_part_of_a_merged_province(
    locator: Locator, catalogue: Catalogue
) -> None:
    province, former, district = located(locator, "Lâm Đồng", district="Đức Linh", dated="2026-01")
    assert (province, former) == ("68", "60")
    assert catalogue.places[str(district)].name == "Đức Linh"


def test_the_commune_tells_it_where_no_district_is_said(
    locator: Locator, catalogue: Catalogue
) -> None:
    location = locator.locate(Where("Lào Cai", commune="Mù Cang Chải", dated="2026"))
    assert (location.province, location.former_province) == ("15", "15")
    assert location.commune is not None
    assert catalogue.places[location.commune].name == "Mù Cang Chải"


def test_a_city_and_the_district_around_it_are_told_apart(
    locator: Locator, catalogue: Catalogue
) -> None:
    names = {
        said: catalogue.places[str(located(locator, "Đồng Tháp", district=said)[2])].full_name
        for said in ("TP Cao Lãnh", "thành phố Cao Lãnh", "Cao Lãnh", "huyện Cao Lãnh")
    }
    assert names == {
        "TP Cao Lãnh": "Thành phố Cao Lãnh",
        "thành phố Cao Lãnh": "Thành phố Cao Lãnh",
        "Cao Lãnh": "Huyện Cao Lãnh",
        "huyện Cao Lãnh": "Huyện Cao Lãnh",
    }


@pytest.mark.parametrize("said", ["Vân Đồn", "Van Don", "huyện Vân Đồn", "Van Don district"])
def test_a_district_is_found_however_it_is_written(locator: Locator, said: str) -> None:
    assert located(locator, "Quảng Ninh", district=said)[2] == "district:203"


def test_a_district_that_had_gone_before_is_found_under_its_successor(
    locator: Locator, catalogue: Catalogue
) -> None:
    *_, district = located(locator, "Quảng Ninh", district="Hoành Bồ")
    assert catalogue.places[str(district)].name == "Hạ Long"


def test_a_commune_is_looked_for_on_the_map_of_its_time(locator: Locator) -> None:
    before = locator.locate(Where("Hà Nội", "Gia Lâm", "Bát Tràng", dated="2023"))
    after = locator.locate(Where("Hà Nội", "", "Bát Tràng", dated="2026"))
    assert before.commune is not None
    assert before.commune.startswith("former-commune:")
    assert after.commune is not None
    assert after.commune.startswith("commune:")


def test_what_is_on_no_map_keeps_its_name(locator: Locator) -> None:
    location = locator.locate(Where("Hà Nội", "Huyện Không Có", "Xã Cũng Không", "số 1"))
    assert location == Location(
        "01", "01", None, None, "Huyện Không Có", "Xã Cũng Không", "số 1"
    )  # fmt: skip


def test_a_province_on_no_map_is_an_error(locator: Locator) -> None:
    with pytest.raises(UnknownProvinceError, match="Atlantis"):
        locator.locate(Where("Atlantis"))


def test_a_place_table_naming_an_unknown_unit_is_told(tmp_path: Path) -> None:
    unit = "code,unit,name,latitude,longitude"
    for name, header, row in (
        ("provinces", unit, "01,Thành phố,Hà Nội,21,105"),
        ("former_provinces", f"{unit},province", "01,Thành phố,Hà Nội,21,105,01"),
        ("districts", f"{unit},former_province,successors", "001,Quận,Ba Đình,21,105,99,"),
        ("communes", f"{unit},province", "00004,Phường,Ba Đình,21,105,01"),
        ("former_communes", f"{unit},district,successors", "00001,Phường,Phúc Xá,21,105,001,00004"),
    ):
        (tmp_path / f"{name}.csv").write_text(f"{header}\n{row}\n", "utf-8")
    with pytest.raises(TableError, match=r"districts\.csv:2, former_province: no former province"):
        read_places(tmp_path)
