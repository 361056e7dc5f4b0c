"""Two kinds of which either will do, communes by their names alone, and what is newest or sells
best: from the text to the reply."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.conversation import Turn, respond
from handlers.utterance import Utterance
from knowledge.base import Knowledge
from knowledge.understanding.question import Intent

TODAY = date(2026, 3, 1)


def answered(knowledge: Knowledge, *typed: str) -> Turn:
    session = Session()
    for each in typed:
        turn, session = respond(Utterance(text=each), session, knowledge, TODAY)
    return turn


@pytest.mark.parametrize(
    ("typed", "kinds", "place"),
    [
        ("mật ong hay hạt tiêu ở gia lai", {"mat-ong", "ho-tieu"}, "Gia Lai"),
        ("gia lai có mật ong hay hồ tiêu 5 sao không", {"mat-ong", "ho-tieu"}, "Gia Lai"),
        ("thai binh co nuoc mam hay mam cay khong", {"nuoc-mam", "mam-cay"}, "Thái Bình"),
        ("bến tre có kẹo dừa hay bánh phồng không", {"keo-dua", "banh-phong"}, "Bến Tre"),
        ("tea or coffee from da lat, please?", {"tra", "ca-phe"}, "Đà Lạt"),
        ("is there tea or honey from lam dong", {"tra", "mat-ong"}, "Lâm Đồng"),
    ],
)
def test_of_two_kinds_where_either_will_do_both_are_listed(
    knowledge: Knowledge, typed: str, kinds: set[str], place: str
) -> None:
    turn = answered(knowledge, typed)
    assert turn.question.intent is not Intent.COMPARE
    assert set(turn.question.kinds) == kinds
    assert [each.name for each in turn.question.places] == [place]
    assert turn.reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    "typed", ["tre bo hay tre heo", "hạt điều hay hạt mắc ca cái nào ngon hơn"]
)
def test_two_names_in_full_and_what_is_to_be_weighed_are_compared(
    knowledge: Knowledge, typed: str
) -> None:
    assert answered(knowledge, typed).question.intent is Intent.COMPARE


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("cà phê đắk hà", "Cà phê ở Đăk Hà"),
        ("tiêu đắc đoa", "Hồ tiêu ở Đak Đoa"),
        ("Ia Kha có sản phẩm gì", "Sản phẩm OCOP ở Ia Kha"),
        ("xã Kon Gang có gì", "Sản phẩm OCOP ở Kon Gang"),
        ("phước an đắk lắk", "Sản phẩm OCOP ở Phước An (5)"),
        ("thuận an đắk mil", "Sản phẩm OCOP ở Thuận An (1)"),
        ("ca phe thuan an", "Xã Thuận An, Đắk Nông cùng tên thì có"),
        ("thanh hà hải dương", "Sản phẩm OCOP ở Thanh Hà"),
        ("đặc sản Cần Thơ, Sóc Trăng, Hậu Giang", "trừ Sóc Trăng và Hậu Giang"),
    ],
)
def test_places_are_known_by_any_spelling_and_by_what_stands_beside_them(
    knowledge: Knowledge, typed: str, shown: str
) -> None:
    assert shown in answered(knowledge, typed).reply.text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ban chay nhat", "không có số liệu bán hàng"),
        ("món nào bán chạy nhất", "không có số liệu bán hàng"),
        ("what are your best sellers", "no sales figures"),
        ("gan day co sp nao moi", "được công nhận năm 20"),
        ("sản phẩm mới nhất của Gia Lai", "ở Gia Lai được công nhận năm 20"),
        ("mua mot yen gao", "Gạo trên cả nước"),
        ("sdt htx chanh thu dc ko", "Chánh Thu"),
        ("trà khổ qua gia lai", "Trà túi lọc khổ qua Hưng Liên"),
        ("hàng mây tre ở gia lai", "Bộ sản phẩm gùi Ia Pết"),
        ("giá cà phê bao nhiêu 1kg", "Cà phê trên cả nước"),
    ],
)
def test_ordinary_words_are_read_as_they_are_meant(
    knowledge: Knowledge, typed: str, shown: str
) -> None:
    assert shown in answered(knowledge, typed).reply.text


def test_an_amount_is_of_what_was_shown(knowledge: Knowledge) -> None:
    assert "Gạo" in answered(knowledge, "gạo Thái Bình", "mua 2 yến").reply.text


def test_what_is_made_with_honey_is_no_honey(knowledge: Knowledge) -> None:
    assert "Cá bò da" not in answered(knowledge, "mật ong Đắk Lắk").reply.text
