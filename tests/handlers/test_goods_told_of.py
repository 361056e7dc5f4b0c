"""Goods told of rather than asked about: those that are certified, of a maker, or somewhere: from
the text to the reply."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.chat.session import Session
from handlers.conversation import Turn, respond
from handlers.utterance import Utterance
from knowledge.base import Knowledge
from knowledge.understanding.question import Intent

TODAY = date(2026, 3, 1)


def answered(knowledge: Knowledge, typed: str) -> Turn:
    return respond(Utterance(text=typed), Session(), knowledge, TODAY)[0]


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("gốm sứ Hà Nội đạt ocop", Intent.SPECIALITIES),
        ("măng với nấm ở Hòa Bình, loại nào có chứng nhận", Intent.SPECIALITIES),
        ("what handicrafts does Hanoi have with OCOP stars", Intent.SPECIALITIES),
        ("gluten free noodles with ocop stars", Intent.SPECIALITIES),
        ("gốm sứ Hà Nội có đạt ocop không", Intent.RATING),
        ("chè sơn la mấy sao", Intent.RATING),
        ("what stars does Hanoi pottery have", Intent.RATING),
    ],
)
def test_goods_that_are_certified_are_listed(
    knowledge: Knowledge, typed: str, intent: Intent
) -> None:
    assert answered(knowledge, typed).question.intent is intent


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("dược liệu Quảng Nam: sâm với những thứ khác", "Quảng Nam"),
        ("Kon Tum có cà phê nào xịn", "Kon Tum"),
        ("cashew goodies, Binh Phuoc ones", "Bình Phước"),
        ("kể hết mấy món 5 sao của quảng ninh", "Quảng Ninh"),
        ("mách cho mình mấy món huế", "Huế"),
        ("huế mua đồ gì hợp lý", "Huế"),
    ],
)
def test_what_a_place_has_is_listed(knowledge: Knowledge, typed: str, place: str) -> None:
    question = answered(knowledge, typed).question
    assert question.intent is Intent.SPECIALITIES
    assert [each.name for each in question.places] == [place]


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("cho biet co so lam khau nhuc tran sinh", Intent.PRODUCER),
        ("nón ngựa phú gia ai chằm", Intent.PRODUCER),
        ("cua hang nao co san tra hoa tan rau om tia", Intent.WHERE_TO_BUY),
        ("how do I get hold of some Khe Sanh coffee", Intent.WHERE_TO_BUY),
        ("giò lụa thành duẫn đặt trước mấy bữa thì có", Intent.WHERE_TO_BUY),
        ("mật ong bạc hà mèo vạc có phải trị ho không", Intent.PRODUCT),
        ("mật ong bạc hà mèo vạc mùa nào có", Intent.PRODUCT),
        ("nước mắm lê gia có mặn không hay ngọt", Intent.PRODUCT),
        ("cá thát lát Kỳ Như rút xương rồi hay còn xương?", Intent.PRODUCT),
        ("đặt lên bàn cân nước mắm lê gia và nước mắm thanh quốc", Intent.COMPARE),
    ],
)
def test_what_is_asked_of_one_product(knowledge: Knowledge, typed: str, intent: Intent) -> None:
    question = answered(knowledge, typed).question
    assert question.intent is intent
    assert question.products


@pytest.mark.parametrize("typed", ["đèn của Đức Phong", "bánh pía của Mỹ Hiệp Thành"])
def test_a_brand_that_begins_like_a_country_is_none(knowledge: Knowledge, typed: str) -> None:
    assert answered(knowledge, typed).question.products


@pytest.mark.parametrize("typed", ["cà phê của Đức", "trứng của Hàn Quốc", "lụa của Thái Lan"])
def test_goods_of_a_country_are_not_known(knowledge: Knowledge, typed: str) -> None:
    question = answered(knowledge, typed).question
    assert question.foreign
    assert not question.products
