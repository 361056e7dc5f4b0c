"""Where to buy, in a place named afterwards, what was shown."""

from __future__ import annotations

import re

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("first", "then", "product"),
    [
        ("Ly Son garlic how many stars", "where can i buy it in hanoi", "toi-ly-son"),
        ("toi ly son", "mua o ha noi duoc ko", "toi-ly-son"),
        ("bánh tráng sa tế tỏi", "trong sai gon co ban ko", "banh-trang-sa-te-toi"),
        ("nước mắm lê gia", "ca mau co ban ko", "nuoc-mam-le-gia-cot-dac-biet-40n"),
    ],
)
def test_the_product_shown_is_bought_there(talk: Talk, first: str, then: str, product: str) -> None:
    turn = talk.say(first, then)
    assert turn.question.intent is Intent.WHERE_TO_BUY
    assert turn.answer.products == (product,)


def test_the_outlets_of_the_place_asked_for_come_first(talk: Talk) -> None:
    turn = talk.say("bưởi năm roi vĩnh long", "mua ở đâu", "còn ở Hà Nội thì sao")
    assert "Điểm bán OCOP ở Hà Nội" in turn.reply.text
    assert "OCOP ở Vĩnh Long" not in turn.reply.text
    turn = talk.say("thế còn quận 1 sài gòn")
    assert "Điểm bán OCOP ở TP. Hồ Chí Minh" in turn.reply.text


@pytest.mark.parametrize("first", ["muoi bac lieu", "banh trang tay ninh"])
def test_several_products_shown_stay_to_pick_from(talk: Talk, first: str) -> None:
    shown = talk.say(first).answer.products
    turn = talk.say("mua o ha noi")
    assert "Điểm bán OCOP ở Hà Nội" in turn.reply.text
    assert turn.answer.products == shown
    turn = talk.say("con da nang thi sao")
    assert "Điểm bán OCOP ở Đà Nẵng" in turn.reply.text
    assert talk.say("cái thứ 2").answer.products == (shown[1],)


def test_who_supplies_a_kind_in_a_place_lists_that_kind_there(talk: Talk) -> None:
    turn = talk.say("can tim nha cung cap hat dieu", "o binh phuoc")
    assert (turn.question.kinds, talk.places(turn)) == (("hat-dieu",), ["Bình Phước"])
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.answer.products


@pytest.mark.parametrize("then", ["điểm bán OCOP ở Hà Nội", "mua gì ở Hà Nội"])
def test_shops_and_goods_of_a_place_are_a_question_of_their_own(talk: Talk, then: str) -> None:
    turn = talk.say("banh trang tay ninh", then)
    assert turn.question.intent in {Intent.OUTLETS, Intent.SPECIALITIES}


def test_the_list_is_narrowed_after_its_shops_were_told(talk: Talk) -> None:
    turn = talk.say("banh trang tay ninh", "mua o ha noi", "5 sao thôi")
    assert (turn.question.kinds, talk.places(turn)) == (("banh-trang",), ["Tây Ninh"])


@pytest.mark.parametrize(
    "asked",
    ["mua nước mắm ở hà nội", "fish sauce in hanoi shop", "where in hanoi can i buy fish sauce"],
)
def test_a_kind_made_elsewhere_is_bought_in_the_shops_of_the_place(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.WHERE_TO_BUY
    assert turn.reply.outcome is Outcome.ANSWER
    assert re.search("Điểm bán OCOP ở Hà Nội|OCOP outlets in Hanoi", turn.reply.text)
    catalogue = talk.knowledge.catalogue
    shown = [catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert all(catalogue.is_at(each, kinds=("nuoc-mam",)) for each in shown)


@pytest.mark.parametrize(
    ("asked", "made", "sold"),
    [
        ("mua trà thái nguyên ở sài gòn", "19", "79"),
        ("ở hà nội mua cà phê đắk lắk chỗ nào", "66", "01"),
        ("where can i buy phu quoc fish sauce in saigon", "91", "79"),
    ],
)
def test_the_place_of_the_shop_is_not_where_it_is_made(
    talk: Talk, asked: str, made: str, sold: str
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    assert [place.provinces for place in turn.question.sold_in] == [(sold,)]
    assert {catalogue.products[code].location.province for code in turn.answer.products} == {made}


def test_a_kind_made_there_is_listed_with_the_shops_behind(talk: Talk) -> None:
    text = talk.say("mua chè ở Thái Nguyên").reply.text
    assert text.index("Chè Đinh Tân Cương") < text.index("Điểm bán OCOP ở Thái Nguyên")
    assert not talk.say("mua trà ở Thái Nguyên và Hà Giang").question.sold_in


def test_what_was_shown_is_asked_for_by_selling_alone(talk: Talk) -> None:
    turn = talk.say("co kho ca dua ko", "ban o vung tau")
    assert turn.answer.products == ("kho-ca-dua",)
    assert "Điểm bán OCOP ở Bà Rịa - Vũng Tàu" in turn.reply.text


def test_who_buys_coffee_in_a_city_wants_no_one_product_called_coffee(talk: Talk) -> None:
    turn = talk.say("mua cà phê ở hà nội")
    assert len(turn.answer.products) > 1
    assert "Hà Nội" in turn.reply.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("con tay ninh thi sao", "Tây Ninh"),
        ("còn tây ninh thì sao", "Tây Ninh"),
        ("thế còn Kon Tum", "Kon Tum"),
        ("yên bái", "Yên Bái"),
        ("rứa lý sơn thì răng", "Lý Sơn"),
        ("con loc binh thi sao", "Lộc Bình"),
        ("con son la thi sao", "Sơn La"),
        ("con son tra thi sao", "Sơn Trà"),
        ("con co to thi sao", "Cô Tô"),
        ("con con dao thi sao", "Côn Đảo"),
        ("con dao thi sao", "Côn Đảo"),
        ("con son thi sao", "Chí Linh"),
        ("what about tay ninh", "Tây Ninh"),
        ("and ly son", "Lý Sơn"),
    ],
)
def test_after_the_shops_of_a_place_those_of_the_next_are_told(
    talk: Talk, then: str, place: str
) -> None:
    turn = talk.say("hà nội mua gì", "mua ở đâu", then)
    assert talk.places(turn) == [place]
    assert not turn.answer.products  # though goods are called by that place
    turn = talk.say("con ben tre thi sao")
    assert talk.places(turn) == ["Bến Tre"]
    assert not turn.answer.products


def test_a_place_that_begins_with_con_stays_before_a_question(talk: Talk) -> None:
    assert talk.places(talk.say("con son mua gi")) == ["Chí Linh"]
