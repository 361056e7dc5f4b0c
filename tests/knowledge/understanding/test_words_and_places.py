"""Ordinary words, kinds and places that look like one another, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Intent


@pytest.mark.parametrize(
    ("typed", "kinds", "places"),
    [
        # Of one kind and the place it is known for, the place is asked about too
        ("hạt dẻ Trùng Khánh mấy sao", {"hat-de"}, ["Trùng Khánh"]),
        ("hat de trung khanh", {"hat-de"}, ["Trùng Khánh"]),
        ("vải thiều Lục Ngạn", {"vai-thieu"}, ["Lục Ngạn"]),
        ("hành tím Vĩnh Châu", {"hanh-tim"}, ["Vĩnh Châu"]),
        ("keo dua mo cay con may sao ha", {"keo-dua"}, ["Mỏ Cày"]),
        ("duong thot lot bay nui", {"duong-thot-not"}, ["Tịnh Biên"]),
        # Slips and other spellings of places beside a kind
        ("nem lai vunh", {"nem"}, ["Lai Vung"]),
        ("cafe dak lac 5 sao", {"ca-phe"}, ["Đắk Lắk"]),
        ("con gao khac hong", {"gao"}, []),
        # "lua" is paddy rice and silk where both are made
        ("lua ha noi", {"gao", "lua"}, ["Hà Nội"]),
        ("lua soc trang", {"gao"}, ["Sóc Trăng"]),
        ("lúa Hà Nội", {"gao"}, ["Hà Nội"]),
        # Villages that people visit
        ("lang lo lo chai", set(), ["Đồng Văn"]),
        ("tra que vegetable village", {"rau"}, ["Hội An"]),
        ("kim bong carpentry", {"do-go"}, ["Hội An"]),
    ],
)
def test_kinds_and_places_beside_each_other(
    knowledge: Knowledge, typed: str, kinds: set[str], places: list[str]
) -> None:
    question = knowledge.understanding.read(typed)
    assert set(question.kinds) == kinds
    assert [place.name for place in question.places] == places


@pytest.mark.parametrize("typed", ["nón bài thơ", "nước hoa quả", "vải may áo dài"])
def test_a_kind_is_no_other_topic_that_a_part_of_its_name_tells(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds
    assert not question.foreign


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        # The Thanh Hà of lychees, of no goods in particular, and of Hội An's potters
        ("vải thiều Thanh Hà", ["Thanh Hà"]),
        ("gốm Thanh Hà", ["Thanh Hà", "Thanh Hà"]),
        ("gốm Thanh Hà, Hội An", ["Thanh Hà", "Hội An"]),
        ("khoai lang Bình Tân", ["Bình Tân"]),
    ],
)
def test_of_places_called_alike_that_with_such_goods_is_meant(
    knowledge: Knowledge, typed: str, places: list[str]
) -> None:
    question = knowledge.understanding.read(typed)
    assert [place.name for place in question.places] == places
    assert question.place_rivals == (places == ["Thanh Hà", "Thanh Hà"])


@pytest.mark.parametrize(
    "typed",
    ["sp 5 sao quoc gia 2025", "5 sao quốc gia", "danh sách năm sao cấp quốc gia năm 2025"],
)
def test_national_stars_ask_for_no_price_of_a_name_with_quoc(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.stars == 5
    assert not question.products


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("nuoc mam ca linh", "nuoc-mam-ca-linh-ut-anh"),
        ("Hue bun bo spice", "gia-vi-hoan-chinh-bun-bo-hue-gia-vi-hoan-chinh"),
    ],
)
def test_two_kinds_that_name_a_product_word_for_word_are_that_product(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert [match.code for match in question.products] == [product]
    assert question.kinds == ()


def test_joined_by_and_they_are_two(knowledge: Knowledge) -> None:
    assert set(knowledge.understanding.read("nước mắm và cá linh").kinds) == {"nuoc-mam", "ca-linh"}


@pytest.mark.parametrize("typed", ["gift nhẹ dưới 2 kg", "quà dưới 2kg", "quà nhẹ khoảng 1 ký"])
def test_how_much_there_may_be_is_in_no_name(knowledge: Knowledge, typed: str) -> None:
    assert not knowledge.understanding.read(typed).products


def test_relatives_from_abroad_are_no_maker(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("ba con o my ve mua gi o can tho")
    assert question.intent is Intent.SPECIALITIES
    assert not question.producers
