"""Amounts and invoices asked of what was shown, and what else its maker or place has."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

CAKES = "banh-kho-me-ba-lieu-me"


@pytest.mark.parametrize(
    "then",
    ["mình cần 500 hộp", "cần 200 chai", "lấy 20kg đc k", "số lượng 100kg có không", "100 boxes"],
)
def test_an_amount_asks_to_buy_what_was_shown(talk: Talk, then: str) -> None:
    turn = talk.say("bánh khô mè bà liễu", then)
    assert turn.question.intent is Intent.WHERE_TO_BUY
    assert turn.answer.products == (CAKES,)


@pytest.mark.parametrize(
    "then",
    ["có xuất hóa đơn không", "co xuat hoa don vat khong", "có hóa đơn đỏ không", "vat invoice?"],
)
def test_of_invoices_the_seller_knows_and_the_subject_stays(talk: Talk, then: str) -> None:
    text = talk.say("bánh khô mè bà liễu", then).reply.text
    assert "hóa đơn VAT" in text or "VAT invoice" in text
    assert talk.say("mấy sao").answer.products == (CAKES,)


@pytest.mark.parametrize(
    "typed",
    ["lấy hóa đơn VAT được không", "có xuất hóa đơn không", "bên mình có viết hóa đơn đỏ hông"],
)
def test_invoices_by_themselves(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert "hóa đơn VAT" in turn.reply.text
    assert not turn.answer.products


def test_invoices_beside_a_product(talk: Talk) -> None:
    turn = talk.say("bánh khô mè bà Liễu mua ở đâu, có xuất hóa đơn đỏ không")
    assert "hóa đơn VAT" in turn.reply.text
    assert turn.answer.products == (CAKES,)


@pytest.mark.parametrize(
    "then",
    [
        *("họ còn gì nữa", "họ còn sản phẩm nào khác", "ho co san pham nao khac khong"),
        *("any other product of them", "any other product of họ", "what else do they make"),
    ],
)
def test_they_are_the_makers_of_the_one_picked(talk: Talk, then: str) -> None:
    turn = talk.say("trà 5 sao", "cái thứ 2", then)
    assert turn.question.intent is Intent.PRODUCER
    assert turn.answer.producers == ("htx-che-hao-dat",)


def test_they_make_nothing_else(talk: Talk) -> None:
    turn = talk.say("trà 5 sao", "cái đầu", "họ còn sản phẩm nào khác")
    assert "mình chưa biết" in turn.reply.text
    assert talk.say("website?").answer.products == ("che-bup-tim-thanh-ba",)


def test_more_of_them_goes_on_with_a_list(talk: Talk) -> None:
    turn = talk.say("5 star tea", "more of them")
    assert (turn.question.intent, turn.question.kinds) == (Intent.SPECIALITIES, ("tra",))


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (("nước mắm nghệ an còn hạn", "cùng chỗ đó còn sp gì"), "Nghệ An"),
        (("mật ong bạc hà", "cùng chỗ đó có gì nữa"), "Tuyên Quang"),
        (("giò bê", "nam đàn", "ở đó còn gì nữa"), "Nam Đàn"),
        (("giò bê nam đàn", "ở đó còn gì nữa"), "Nam Đàn"),
        (("nhút thanh chương", "cùng huyện đó còn gì"), "Thanh Chương"),
        (("nhút thanh chương", "tỉnh đó còn gì"), "Nghệ An"),
    ],
)
def test_the_same_place_has_all_that_it_has(talk: Talk, turns: tuple[str, ...], place: str) -> None:
    question = talk.say(*turns).question
    assert (question.intent, question.kinds) == (Intent.SPECIALITIES, ())
    assert [each.name for each in question.places] == [place]


@pytest.mark.parametrize("then", ["where from", "làm ở đâu"])
def test_those_compared_stay_and_tell_where_they_are_from(talk: Talk, then: str) -> None:
    compared = talk.say("compare ST25 and Séng Cù").answer.products
    assert talk.say(then).answer.products == compared
    assert talk.say("contact of the second").answer.products == compared[1:2]


def test_another_one_in_a_place_is_from_there(talk: Talk) -> None:
    turn = talk.say("coffee 5 sao", "the second", "có ship nước ngoài ko", "còn cái nào ở Sơn La")
    assert (turn.question.intent, turn.question.stars) == (Intent.SPECIALITIES, 5)
    assert [each.name for each in turn.question.places] == ["Sơn La"]


def test_only_some_of_a_region(talk: Talk) -> None:
    question = talk.say("cà phê 5 sao", "chỉ lấy ở Tây Nguyên").question
    assert (question.kinds, question.stars) == (("ca-phe",), 5)


def test_a_place_to_stay_near_a_lake(talk: Talk) -> None:
    turn = talk.say("homestay in bac kan", "which one near ba be lake")
    assert [each.name for each in turn.question.places] == ["Ba Bể"]
    assert talk.say("contact").question.intent is Intent.CONTACT
