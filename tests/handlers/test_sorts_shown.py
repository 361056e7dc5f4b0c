"""Choosing by a sort among what was shown, the same goods of a place named next, and which makers
can be reached."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("hạt điều hà mỵ", "loại rang muối", "Hạt điều rang muối"),
        ("cà phê thùy dung", "loại hạt", "Cà phê hạt đặc biệt Thùy Dung"),
        ("tiêu lệ chí", "loại đen", "Tiêu đen hữu cơ Lệ Chí"),
        ("tiêu lệ chí", "tiêu đỏ", "Tiêu đỏ hữu cơ Lệ Chí"),
    ],
)
def test_a_sort_picks_among_those_of_a_maker(talk: Talk, first: str, then: str, name: str) -> None:
    turn = talk.say(first, then)
    catalogue = talk.knowledge.catalogue
    assert [catalogue.products[code].name_vi for code in turn.answer.products] == [name]


@pytest.mark.parametrize(
    ("first", "place", "kind"),
    [("cà phê khe sanh", "đắk lắk", "ca-phe"), ("nước mắm lê gia", "nghe an", "nuoc-mam")],
)
def test_a_place_after_one_product_asks_for_its_like_there(
    talk: Talk, first: str, place: str, kind: str
) -> None:
    turn = talk.say(first, place)
    assert turn.question.intent is Intent.SPECIALITIES
    catalogue = talk.knowledge.catalogue
    assert turn.answer.products
    listed = [catalogue.products[code] for code in turn.answer.products]
    assert all(catalogue.is_at(each, kinds=(kind,)) for each in listed)


@pytest.mark.parametrize("then", ["cái nào có sđt", "cái nào có web", "loại nào có số điện thoại"])
def test_which_of_them_can_be_reached_weighs_nothing(talk: Talk, then: str) -> None:
    turn = talk.say("mực khô", then)
    assert turn.question.intent is Intent.CONTACT
    assert turn.answer.producers


@pytest.mark.parametrize("then", ["web của họ", "web", "xin link", "có web không"])
def test_the_website_of_the_maker_told(talk: Talk, then: str) -> None:
    turn = talk.say("công ty lê gia", then)
    assert turn.question.intent is Intent.CONTACT
    assert "trang web" in turn.reply.text


@pytest.mark.parametrize("then", ["mấy hãng làm", "bao nhiêu hãng làm"])
def test_how_many_brands_make_it(talk: Talk, then: str) -> None:
    turn = talk.say("nước mắm phú quốc", then)
    assert len(turn.answer.producers) == 5


@pytest.mark.parametrize("then", ["lọc 4 sao", "lọc lấy 4 sao"])
def test_a_list_is_filtered(talk: Talk, then: str) -> None:
    turn = talk.say("mật ong", then)
    assert turn.question.stars == 4
    assert turn.answer.products


def test_who_makes_what_was_shown_instead(talk: Talk) -> None:
    shown = talk.say("mắm tôm Thanh Hóa", "cái nào 4 sao").answer.products
    turn = talk.say("ai làm")
    assert shown
    assert set(turn.answer.products) <= set(shown)
    assert turn.answer.products or turn.answer.producers


@pytest.mark.parametrize(
    ("typed", "maker"),
    [
        ("ngoài htx nam yang ra còn ai làm cà phê 5 sao", "nam-yang"),
        ("ngoài lê gia ra còn ai làm mắm tôm", "le-gia"),
        ("ngoai le gia ra con ai lam mam tom", "le-gia"),
        ("ngoài tài hoan ra ai làm miến dong nữa", "tai-hoan"),
        ("ngoài công ty lê gia ra còn công ty nào làm nước mắm", "le-gia"),
    ],
)
def test_others_than_the_maker_named(talk: Talk, typed: str, maker: str) -> None:
    turn = talk.say(typed)
    assert turn.answer.producers
    assert not any(maker in code for code in turn.answer.producers)


def test_another_province_than_the_one_named(talk: Talk) -> None:
    turn = talk.say("ngoài Đắk Lắk còn tỉnh nào có cà phê 5 sao")
    assert "Đắk Lắk" not in talk.places(turn)
    assert turn.answer.products
