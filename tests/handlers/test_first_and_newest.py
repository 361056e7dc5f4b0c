"""Which products were recognised first or last, and which sell best, of which nothing is known."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("sản phẩm 5 sao đầu tiên của Việt Nam", "2020"),
        ("5 sao som nhat", "2020"),
        ("20 sản phẩm 5 sao đầu tiên", "2020"),
        ("first 5 star products", "2020"),
        ("sản phẩm nào mới lên 5 sao", "2025"),
        ("what are the newest 5 star products", "2025"),
    ],
)
def test_five_stars_of_the_first_and_last_year_after_the_round(
    talk: Talk, question: str, year: str
) -> None:
    turn = talk.say(question)
    assert (turn.question.stars, turn.question.period) == (5, year)
    assert turn.reply.outcome is Outcome.ANSWER
    assert ("20" if year == "2020" else "47") in turn.reply.text.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "gan day co sp nao moi",
        "sản phẩm mới được công nhận gần đây",
        "sp vừa được công nhận",
        "hàng gần đây được công nhận",
        "newly certified products",
        "sp moi nhat",
    ],
)
def test_newest_of_all_are_listed_wherever_one_is(talk: Talk, question: str) -> None:
    turn = talk.say(question)
    assert (turn.question.intent, turn.question.period) == (Intent.SPECIALITIES, "2026")
    assert turn.answer.products


@pytest.mark.parametrize(
    ("question", "place", "year"),
    [
        ("sp moi 2025 can tho", "Cần Thơ", "2025"),
        ("sản phẩm mới nhất của Gia Lai", "Gia Lai", "2025"),
        ("any new products from Hue", "Huế", "2024"),
    ],
)
def test_newest_of_a_place(talk: Talk, question: str, place: str, year: str) -> None:
    turn = talk.say(question)
    assert (talk.places(turn), turn.question.period) == ([place], year)
    assert turn.answer.products


def test_those_shown_are_told_apart_all_the_same(talk: Talk) -> None:
    assert talk.say("trà 5 sao", "cái nào mới nhất").question.intent is Intent.COMPARE
    assert len(talk.say("trà 5 sao", "cái đầu tiên").answer.products) == 1


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ban chay nhat", "không có số liệu bán hàng"),
        ("món nào bán chạy nhất", "không có số liệu bán hàng"),
        ("mật ong nào bán chạy nhất", "không có số liệu bán hàng"),
        ("best sellers in Hoi An", "no sales figures"),
        ("most popular", "no sales figures"),
    ],
)
def test_what_sells_best_is_not_known(talk: Talk, question: str, said: str) -> None:
    turn = talk.say(question)
    assert said in turn.reply.text.split("\n")[0]
    assert turn.answer.products


@pytest.mark.parametrize("question", ["mon chay", "đồ chay", "gần đây có gì", "cửa hàng gần đây"])
def test_what_only_looks_like_it(talk: Talk, question: str) -> None:
    turn = talk.say(question)
    assert turn.question.period is None
    assert "số liệu bán hàng" not in turn.reply.text
