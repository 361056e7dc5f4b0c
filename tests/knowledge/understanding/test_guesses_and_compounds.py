"""What is only a guess is none, and two kinds side by side are often one thing."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    "typed",
    [
        *("xa bong dua", "chom chom nhan", "ruou mau don"),
        # An extract of Pù Mát is called so but for the word that says what it is
        "tra ca gai leo tui loc pu mat",
    ],
)
def test_a_name_that_has_another_word_is_only_offered(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.understanding.read(typed).certainty is Certainty.WEAK


@pytest.mark.parametrize(
    ("typed", "kinds", "not_known"),
    [
        ("keo chuoi ben tre", ("keo",), "keo chuoi"),
        ("rượu dừa Bến Tre", ("ruou",), "rượu dừa"),
        ("nam tram phu quoc", ("nam",), "nam tram"),
        ("banh cong soc trang", ("banh",), "banh cong"),
        ("lap xuong bo chau doc", ("lap-xuong",), "lap xuong bo"),
        ("rượu hồng đào", ("ruou",), "rượu hồng đào"),
    ],
)
def test_a_compound_that_nobody_makes_is_told_as_not_known(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], not_known: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert (question.kinds, question.not_known) == (kinds, not_known)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("gia vi bun bo hue", "gia-vi-hoan-chinh-bun-bo-hue-gia-vi-hoan-chinh"),
        ("bún bò Huế gia vị", "gia-vi-hoan-chinh-bun-bo-hue-gia-vi-hoan-chinh"),
        ("buckwheat wine ha giang", "ruou-hat-tam-giac-mach"),
        ("trà gừng mật ong", "tra-hoa-tan-gung-mat-ong-hygie"),
        ("ginger honey tea", "tra-hoa-tan-gung-mat-ong-hygie"),
        ("ngoc linh ginseng wine", "ruou-sam-ngoc-linh-k5-premium"),
    ],
)
def test_a_compound_is_what_is_both(knowledge: Knowledge, typed: str, code: str) -> None:
    question = knowledge.understanding.read(typed)
    assert [match.code for match in question.products] == [code]


def test_a_name_that_reaches_into_two_kinds_is_meant_before_them(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("chè đậu xanh nước cốt dừa ở Hải Dương mấy sao")
    assert question.certainty is Certainty.CLEAR
    assert question.products[0].code == "che-dau-xanh-cot-dua"


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [("trà cà phê Lâm Đồng", 2), ("hồ tiêu cà phê Gia Lai", 2), ("xoài mít ổi", 3)],
)
def test_kinds_that_stand_for_themselves_are_alternatives(
    knowledge: Knowledge, typed: str, kinds: int
) -> None:
    question = knowledge.understanding.read(typed)
    assert len(question.kinds) == kinds
    assert not question.not_known


@pytest.mark.parametrize(
    "typed", ["nuoc mam hue", "phu quoc fish sauce how many star", "nuoc mam phu quoc may sao"]
)
def test_a_kind_and_its_place_are_about_all_of_it(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == ("nuoc-mam",)
    assert len(question.places) == 1
    assert not question.products


def test_a_second_side_without_a_brand_is_of_the_first(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("khai hoan 40 do dam vs 43 do dam")
    assert question.intent is Intent.COMPARE
    assert [side[0].code for side in question.compared] == [
        "nuoc-mam-phu-quoc-khai-hoan-40-do-dam",
        "nuoc-mam-phu-quoc-khai-hoan-43-do-dam",
    ]


@pytest.mark.parametrize(
    ("typed", "left", "right"),
    [
        (
            "nen lay com chay phuong linh hay ca com kho ta",
            "Cơm cháy Phương Linh",
            "Cá cơm khô",
        ),
        (
            "giữa cơm cháy phương linh với miến dong án lại thì cái mô xịn hơn",
            "Cơm cháy Phương Linh",
            "Miến dong Án Lại",
        ),
        (
            "difference ngoc thuy tea phong hai danh tra jasmine tea",
            "Chè Ngọc Thúy",
            "Phong Hải Danh Trà - Trà hoa nhài",
        ),
    ],
)
def test_two_names_are_compared_whatever_talk_is_around_or_between_them(
    knowledge: Knowledge, typed: str, left: str, right: str
) -> None:
    question = knowledge.understanding.read(typed)
    products = knowledge.catalogue.products
    assert question.intent is Intent.COMPARE
    assert [products[side[0].code].name_vi for side in question.compared] == [left, right]


def test_of_two_provinces_the_counts_are_asked(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("Quảng Bình hay Quảng Trị có nhiều ocop hơn vậy")
    assert question.intent is Intent.STATISTICS
    assert [place.name for place in question.places] == ["Quảng Bình", "Quảng Trị"]


@pytest.mark.parametrize("brand", ["Sảng Kiệm", "Xuyến Nhạn Thư", "Toàn Bạt"])
def test_a_brand_behind_goods_is_no_slip_in_a_province(knowledge: Knowledge, brand: str) -> None:
    question = knowledge.understanding.read(f"bánh tráng {brand} có ocop không")
    assert question.certainty is Certainty.NONE
    assert not question.places


def test_another_word_for_a_kind_is_no_brand(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("giá sỉ chuối khô dẻo")
    assert knowledge.catalogue.products[question.products[0].code].name == "Chuối sấy dẻo"


@pytest.mark.parametrize(
    ("typed", "language"), [("banh trang my long", "vi"), ("my favourite banh trang", "en")]
)
def test_a_small_english_word_may_be_a_vietnamese_one(
    knowledge: Knowledge, typed: str, language: str
) -> None:
    assert knowledge.understanding.read(typed).language == language
