"""Spellings of chats, and slips of the finger, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    ("typed", "province"),
    [
        ("đồ hải fòng", "Hải Phòng"),
        ("miến dong hà tĩh loại 5 sao", "Hà Tĩnh"),
        ("ra cần thơ chơi mag gì về", "Cần Thơ"),
        ("hcm gợi ý wàa vậy tr", "Hồ Chí Minh"),
        ("thừa thiên huế có bán rượu kông", "Huế"),
        ("kon tum có bán trà kum ạ", "Kon Tum"),
        ("số sp 3 sao của tuyên wang lak bn", "Tuyên Quang"),
        ("đặc sản hai duong", "Hải Dương"),
        ("đặc sản hai fog", "Hải Phòng"),
        ("đặc sản bl", "Bạc Liêu"),
        ("đặc sản b.thuận", "Bình Thuận"),
        ("ctho có gì ngon hok", "Cần Thơ"),
        ("n.bình có gì làm quà", "Ninh Bình"),
        ("t.nguyên có trà gì", "Thái Nguyên"),
        # "I" is the person, and no ward of that number
        ("what product should I buy in can tho", "Cần Thơ"),
        ("tây ninh có bán xoài không", "Tây Ninh"),
    ],
)
def test_places_as_chats_spell_them(knowledge: Knowledge, typed: str, province: str) -> None:
    assert knowledge.understanding.read(typed).places[0].name == province


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("gạo st bán ở siêu thị nao", "gao-st", Intent.WHERE_TO_BUY),
        ("đc xưởng làm lê nậm pung ak", "le-nam-pung", Intent.CONTACT),
        ("đt liên hê tacumin", "tacumin", Intent.CONTACT),
        ("khoai deo lak của nhà nào", "khoai-deo", Intent.PRODUCER),
    ],
)
def test_questions_as_chats_spell_them(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    assert (question.products[0].code, question.intent) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        # A capital stands where the space was lost, or behind the letter it was swapped with
        ("Cho xem Phúc LạcYnế cái", "phuc-lac-yen"),
        ("Giá sỉ Rượu truyền thống CửuLogn", "ruou-truyen-thong-cuu-long"),
        # What was run together has a slip in it
        ("Dầu phụng đặc sảnvùnng nào", "dau-phung"),
        # A word of two letters is a slip of what stands beside its neighbour in names
        ("Cao cw gai leo không ad", "cao-ca-gai-leo"),
        # Two readings of one word do not count twice
        ("Tacumin baa tiền", "tacumin"),
    ],
)
def test_two_slips_of_the_finger(knowledge: Knowledge, typed: str, product: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    assert question.products[0].code.startswith(product)


@pytest.mark.parametrize(
    ("typed", "mistyped"),
    [
        ("Rượu gạo hanh Lâm phải 4 sao không", True),
        ("mật ong Hoàng Gia 4 sao phải không", False),
    ],
)
def test_a_slip_alone_parts_a_label_from_a_name(
    knowledge: Knowledge, typed: str, mistyped: bool
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.products[0].mistyped is mistyped


def test_words_of_a_makers_name_in_another_order_are_a_brand_of_their_own(
    knowledge: Knowledge,
) -> None:
    question = knowledge.understanding.read("mat ong truong thuc co ocop khong")
    assert question.certainty is not Certainty.CLEAR
