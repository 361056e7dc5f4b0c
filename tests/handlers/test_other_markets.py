"""What is sold to another market than that told of last."""

from __future__ import annotations

import pytest

from handlers.chat.actions import Verb
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

TO_AMERICA = "sản phẩm nào xuất khẩu sang Mỹ"


@pytest.mark.parametrize(
    ("then", "market"),
    [
        ("sang Nhật", "JP"),
        ("sang nhat", "JP"),
        ("còn sang Nhật thì sao", "JP"),
        ("sang Hàn Quốc", "KR"),
        ("còn Hàn Quốc", "KR"),
        ("thị trường Trung Quốc", "CN"),
        ("and to Japan?", "JP"),
        ("what about Japan", "JP"),
    ],
)
def test_another_market_is_asked_of_all_goods(talk: Talk, then: str, market: str) -> None:
    turn = talk.say(TO_AMERICA, then)
    assert turn.question.market == market
    assert not turn.question.products
    assert turn.answer.products


def test_one_market_after_the_other_and_a_province(talk: Talk) -> None:
    talk.say(TO_AMERICA, "sang Nhật", "sang Hàn Quốc")
    turn = talk.say("của Thanh Hóa")
    assert turn.question.market == "KR"
    assert talk.places(turn) == ["Thanh Hóa"]
    assert talk.say("sang Mỹ").question.market == "US"
    assert talk.places(talk.say("sang Nhật")) == ["Thanh Hóa"]


@pytest.mark.parametrize("then", ["sang Mỹ có không", "qua my", "thị trường Mỹ thì sao"])
def test_goods_of_a_list_sold_abroad(talk: Talk, then: str) -> None:
    question = talk.say("cà phê 5 sao", then).question
    assert (question.market, question.kinds, question.stars) == ("US", ("ca-phe",), 5)


def test_the_one_product_shown_is_asked_about(talk: Talk) -> None:
    turn = talk.say(TO_AMERICA, "cái thứ 2", "sang Nhật")
    assert len(turn.answer.products) == 1
    assert turn.question.export


@pytest.mark.parametrize("then", ["qua anh", "nhất", "gạo Nhật"])
def test_words_that_look_like_markets(talk: Talk, then: str) -> None:
    turn = talk.say("nước mắm", then)
    assert turn.question.market is None


def test_what_is_taken_along_is_no_export(talk: Talk) -> None:
    assert talk.say("cà phê", "mang sang Nhật được không").question.market is None


def test_a_province_asked_for_by_itself_leaves_exports(talk: Talk) -> None:
    turn = talk.say(TO_AMERICA, "đặc sản Huế")
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.question.market is None
    assert talk.session.page is not None
    assert talk.session.page.at(0).verb is Verb.LIST
