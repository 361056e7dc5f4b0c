"""Somebody reads a label out: whether it is OCOP, until when, and what else stands there."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

_UNTIL_WHEN = ["hạn", "hạn tới đâu", "hạn đến năm mấy", "hieu luc", "hạn tới bao giờ"]


@pytest.mark.parametrize(
    "then", ["có ocop không", "cái này có ocop không", "co ocop ko", "nó có ocop không ạ"]
)
def test_whether_what_was_shown_is_of_the_programme(talk: Talk, then: str) -> None:
    turn = talk.say("miến dong tài hoan", then)
    assert turn.question.intent is Intent.RATING
    assert turn.answer.products == ("mien-dong-tai-hoan",)


@pytest.mark.parametrize(
    "said", ["mật ong út mập có phải ocop không", "rồng phương nam có phải ocop không"]
)
def test_what_is_not_listed_is_not_answered_with_the_rules(talk: Talk, said: str) -> None:
    turn = talk.say(said)
    assert (turn.question.intent, turn.reply.outcome) == (Intent.RATING, Outcome.NOT_FOUND)


def test_the_rules_are_told_of_a_sort_of_goods(talk: Talk) -> None:
    turn = talk.say("du lịch cộng đồng có được tính là sản phẩm ocop không")
    assert turn.question.intent is Intent.PROGRAMME


@pytest.mark.parametrize("then", _UNTIL_WHEN)
def test_until_when_in_a_word(talk: Talk, then: str) -> None:
    turn = talk.say("miến dong tài hoan", then)
    assert turn.question.intent is Intent.RATING
    assert turn.answer.products == ("mien-dong-tai-hoan",)


def test_whether_both_that_were_compared_still_hold(talk: Talk) -> None:
    shown = talk.say("so sánh trà lộc với trà phúc").answer.products
    turn = talk.say("còn hạn không")
    assert (turn.question.intent, turn.answer.products) == (Intent.RATING, shown)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("gạo sạch toản xuân túi 5 kg", "gao-sach-toan-xuan"),
        ("bột thảo quả khoen on lai châu một trăm gam", "bot-thao-qua-khoen-on"),
        ("cà phê chồn kiên cường một hộp hai trăm gam", "ca-phe-chon-kien-cuong"),
        ("mật ong thanh hảo chai 1 lít", "mat-ong-thanh-hao"),
        ("mình đang cầm hũ mật ong thanh hảo", "mat-ong-thanh-hao"),
    ],
)
def test_how_much_is_in_it_asks_for_no_price(talk: Talk, said: str, code: str) -> None:
    turn = talk.say(said)
    assert turn.question.intent is Intent.PRODUCT
    assert turn.answer.products[:1] == (code,)


def test_the_price_of_a_weight_is_asked_for_in_words(talk: Talk) -> None:
    assert talk.say("mật ong thanh hảo 1kg bao nhiêu").question.intent is Intent.PRICE


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("dưa lưới của công ty tnhh mtv nông sản hoàng xuân mấy sao", "dua-luoi"),
        ("đèn mây đan xoắn ốc của cơ sở mây tre nhân văn mấy sao", "den-may-dan-xoan-oc"),
        ("tiêu sọ của htx nam yang mấy sao còn hạn không", "le-chi-organic-white-pepper"),
        ("tiêu đen của nam yang còn hạn không", "le-chi-organic-black-pepper"),
        ("hạt điều rang nguyên vị hà mỵ mấy sao", "hat-dieu-rang-nguyen-vi"),
        ("tinh bột nghệ của liên giang mấy sao", "tinh-bot-nghe-nguyen-chat"),
        ("bánh dẻo nhân cốm hộ kinh doanh đỗ thế gia có phải ocop thật không", "banh-deo-nhan-com"),
    ],
)
def test_a_name_and_its_maker(talk: Talk, said: str, code: str) -> None:
    turn = talk.say(said)
    assert turn.question.intent is Intent.RATING
    assert talk.knowledge.catalogue.products[turn.answer.products[0]].code.startswith(code)
    assert len(turn.answer.products) == 1


def test_goods_of_the_maker_told_rather_than_another(talk: Talk) -> None:
    turn = talk.say("hạt điều nguyên vị chay nga biên")
    makers = {talk.knowledge.catalogue.products[code].producer for code in turn.answer.products}
    assert makers == {"cong-ty-tnhh-xuat-nhap-khau-nga-bien"}


@pytest.mark.parametrize("said", ["công ty hà mỵ", "nước mắm công ty khải hoàn"])
def test_a_maker_by_itself_is_meant(talk: Talk, said: str) -> None:
    assert talk.say(said).answer.producers


@pytest.mark.parametrize(
    "said",
    [
        "đọc trên nhãn thấy trà hoa vàng ba chẽ năm sao",
        "nhãn ghi ocop 4 sao mật ong thanh hảo",
        "nhãn không có số quyết định thì có tin được không",
        "cái hộp in bốn sao mà không ghi năm thì sao",
    ],
)
def test_a_label_is_no_longan(talk: Talk, said: str) -> None:
    turn = talk.say(said)
    assert turn.question.intent in {Intent.RATING, Intent.PROGRAMME}
    assert "nhan" not in turn.question.kinds


@pytest.mark.parametrize("said", ["nhãn 4 sao", "nhãn này 4 sao", "mua nhãn ở đâu"])
def test_longans_are_longans(talk: Talk, said: str) -> None:
    assert talk.say(said).question.kinds == ("nhan",)


@pytest.mark.parametrize(
    "said",
    [
        "kẹo dừa hoàng long bốn sao đúng không",
        "mắm tôm lê gia phát năm sao đúng không",
        "gạo an nhiên năm sao đúng không",
        "mật ong rừng u minh thần kỳ bốn sao đúng không",
    ],
)
def test_a_name_like_ours_is_not_confirmed(talk: Talk, said: str) -> None:
    assert talk.say(said).reply.outcome in {Outcome.NOT_FOUND, Outcome.CHOICES}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("mắm tôm lê gia năm sao đúng không", "mam-tom-le-gia"),
        ("mật ong rừng u minh bốn sao đúng không", "mat-ong-rung-u-minh"),
    ],
)
def test_a_name_of_ours_is_confirmed(talk: Talk, said: str, code: str) -> None:
    assert talk.say(said).answer.products == (code,)
