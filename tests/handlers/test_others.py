"""Asking for others beside what was shown: other makers, other products of the kind."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

LE_GIA = "cong-ty-tnhh-thuc-pham-va-thuong-mai-dich-vu-le-gia"


@pytest.mark.parametrize(
    "then",
    [
        *("con cong ty nao nua", "nhà nào làm nữa không", "còn ai làm không"),
        *("any other companies?", "con cty nao nua k", "còn cong tyy nào nữa", "other prducers"),
    ],
)
def test_other_makers_of_the_kind_in_that_place(talk: Talk, then: str) -> None:
    turn = talk.say("nuoc mam le gia", "ai lam", then)
    assert talk.places(turn) == ["Thanh Hóa"]
    assert len(turn.answer.producers) == 3
    assert LE_GIA not in turn.answer.producers
    catalogue = talk.knowledge.catalogue
    made = [catalogue.products[code] for code in turn.answer.products]
    assert all("nuoc-mam" in product.kinds for product in made)
    second = talk.say("cái thứ 2")
    assert second.answer.producers == (turn.answer.producers[1],)


@pytest.mark.parametrize("then", ["so sanh 2 cong ty do", "compare the two companies"])
def test_two_makers_are_compared_by_what_they_make(talk: Talk, then: str) -> None:
    listed = talk.say("nuoc mam le gia", "ai lam", "con cong ty nao nua").answer.products
    turn = talk.say(then)
    assert turn.question.intent is Intent.COMPARE
    assert turn.answer.products == listed[:2]


def test_one_maker_alone_cannot_be_compared(talk: Talk) -> None:
    turn = talk.say("nuoc mam le gia", "ai lam", "so sanh 2 cong ty do")
    assert turn.answer.producers
    assert LE_GIA not in turn.answer.producers


def test_what_else_that_maker_has_stays_with_the_maker(talk: Talk) -> None:
    turn = talk.say("nuoc mam le gia", "ai lam", "cong ty do con gi khac nua")
    assert turn.answer.producers == (LE_GIA,)


@pytest.mark.parametrize(
    "then", ["con loai nao khac ko", "còn cái nào nữa", "any other ones", "loaij khacs"]
)
def test_another_leaves_out_the_one_just_seen(talk: Talk, then: str) -> None:
    listed = talk.say("keo dua 5 sao").answer.products
    turn = talk.say("2", then)
    assert turn.answer.products == tuple(code for code in listed if code != listed[1])
    assert turn.question.stars == 5
    assert talk.say("còn nữa không").reply.outcome is Outcome.TALK


def test_another_of_a_product_named_is_of_its_kind_and_place(talk: Talk) -> None:
    turn = talk.say("tra hoa vang ba che", "con loai nao khac ko")
    assert (turn.question.kinds, talk.places(turn)) == (("tra-hoa-vang",), ["Quảng Ninh"])
    assert turn.answer.products
    assert "tra-hoa-vang-ba-che" not in turn.answer.products


@pytest.mark.parametrize(
    ("turns", "heading"),
    [
        (("mật ong Hà Giang", "nơi khác có không"), "Mật ong trên cả nước, trừ Hà Giang ("),
        (("yen sao khanh hoa", "con tinh khac"), "Yến sào trên cả nước, trừ Khánh Hòa ("),
        (("trà Thái Nguyên 5 sao", "còn tỉnh khác thì sao"), "Trà 5 sao trên cả nước, trừ Thái"),
        (("tea from Thai Nguyen", "any other province"), "Tea across the country, except Thái"),
        (("đặc sản Huế", "tỉnh khác"), "Bạn muốn xem tỉnh nào?"),
    ],
)
def test_other_places_than_that_shown(talk: Talk, turns: tuple[str, ...], heading: str) -> None:
    assert talk.say(*turns).reply.text.startswith(heading)


def test_the_market_is_asked_on_of_the_product_shown(talk: Talk) -> None:
    turn = talk.say("mắm tôm lê gia", "is it exported", "to which country")
    assert [match.code for match in turn.question.products] == ["mam-tom-le-gia"]


@pytest.mark.parametrize("asked", ["can you speak korean", "bạn nói tiếng Hàn được không"])
def test_another_language_is_asked_for_and_no_goods(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent is Intent.LANGUAGE
