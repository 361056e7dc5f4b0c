"""Halves of words, slips in talk and beside places and makers, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("số điện thoại mít s ấy", "Mít sấy"),
        ("bí x anh là gì", "Bí xanh"),
        ("so lien lac cua duong th ot no t dang vien", "Đường thốt nốt dạng viên"),
        ("giay chung nhan cua ruoc kh o con hieu luc khong", "Ruốc khô"),
        ("noi san xuat ch a ca la cong ty nao", "Chả cá"),
        ("cá kh o n hân hậu nhà nào làm đó", "Cá kho Nhân Hậu"),
    ],
)
def test_lone_consonants_belong_to_what_stands_beside_them(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert knowledge.catalogue.products[question.products[0].code].name == product


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        # Not Tĩnh Gia, which is Nghi Sơn now
        ("tinh gia lau co nhieu san pham ocop khong", "Gia Lai"),
        ("tinh gia co nhieu san pham ocop khong", "Nghi Sơn"),
        ("bac giang cho ban hang oc op o dau", "Bắc Giang"),
        ("Phú Thọ có sản phẩm COOP gì?", "Phú Thọ"),
        ("duc co co san pham gi", "Đức Cơ"),
    ],
)
def test_a_place_beside_a_slip_is_that_place(knowledge: Knowledge, typed: str, place: str) -> None:
    question = knowledge.understanding.read(typed)
    assert [each.name for each in question.places] == [place]
    assert not question.products


def test_what_a_maker_has_is_not_asked_of_a_place(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("cty hong duc co san pham gi")
    assert (
        knowledge.catalogue.producers[question.producers[0].code].name_vi == "Công ty TNHH Hồng Đức"
    )
    assert not question.places


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("ca mau co sp 5 sao hong em", ()),
        ("co ban mam hong", ("mam",)),
        ("keo dua nao ngon nhut", ("keo-dua",)),
        ("hong da lat mua o dau", ("hong",)),
        ("nhut thanh chuong", ("nhut",)),
    ],
)
def test_hong_and_nhut_are_what_they_are_where_they_stand(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...]
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == kinds


@pytest.mark.parametrize(
    "typed", ["cho e sdt nha sx", "cho m sdt nha sx", "cho e gia", "cho c gia"]
)
def test_who_is_addressed_by_a_letter_names_nothing(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert not question.products
    assert not question.not_known


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("mau trà hoa vàng Quy Hoa ở đâu", "tra-hoa-vang-quy-hoa", Intent.WHERE_TO_BUY),
        ("Đa chỉ Giò Hiên Bình", "gio-hien-binh", Intent.CONTACT),
        ("liwn ệh Ghẹ Trà Cổ", "ghe-tra-co", Intent.CONTACT),
        ("nam moc nhi kho xe hang the nao", "nam-moc-nhi-kho", Intent.RATING),
    ],
)
def test_slips_in_what_is_asked(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    assert (question.products[0].code, question.intent) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "province", "intent"),
    [
        ("cua hang dac an o dien bien", "11", Intent.OUTLETS),
        ("nhung san pam dat 5 sao o lai chau", "12", Intent.SPECIALITIES),
        ("ve lang son mua qua g", "20", Intent.SPECIALITIES),
    ],
)
def test_slips_in_what_is_asked_of_a_place(
    knowledge: Knowledge, typed: str, province: str, intent: Intent
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.places[0].provinces[0] == province
    assert question.intent is intent


@pytest.mark.parametrize(
    "typed",
    [
        "vé máy bay đi Phú Quốc",
        "em có người yêu chưa",
        "cách giảm cân nhanh",
        "is it cold in Sapa in January",
    ],
)
def test_words_of_other_topics_are_no_slips(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.understanding.read(typed).certainty is Certainty.NONE
