"""Decisions and rounds: what was recognised by one, and by which what was shown."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("QĐ 2361 công nhận những sản phẩm nào", 20),
        ("decision 2361 which products", 20),
        ("quyết định 3787/QĐ-UBND", 18),
        ("qd 4261 gom nhung gi", 22),
    ],
)
def test_what_a_decision_recognised_is_listed(talk: Talk, question: str, count: int) -> None:
    turn = talk.say(question)
    assert turn.reply.outcome is Outcome.ANSWER
    assert len(turn.answer.products) == count


def test_decisions_that_gave_rules_are_told_as_rules(talk: Talk) -> None:
    for question in ("quyết định 148", "quyết định 1048 là gì", "quyết định 919"):
        assert talk.say(question).question.intent is Intent.PROGRAMME


def test_an_unknown_decision_is_not_the_rounds_of_five_stars(talk: Talk) -> None:
    assert "9999" in talk.say("quyết định 9999/QĐ-UBND").reply.text


def test_the_decisions_of_several_shown_are_told_or_said_not_to_be_known(talk: Talk) -> None:
    talk.say("sản phẩm 5 sao đắk lắk")
    assert talk.say("quyết định số mấy").reply.text.count("377/QĐ-BNN-VPĐP") == 2
    turn = talk.say("cà phê bột nguyên chất Bích Thao", "quyết định số mấy")
    assert "chưa biết số quyết định" in turn.reply.text


@pytest.mark.parametrize("question", ["đợt 5 sao mới nhất", "đợt công nhận 5 sao gần nhất khi nào"])
def test_the_newest_round_comes_first(talk: Talk, question: str) -> None:
    text = talk.say(question).reply.text
    assert "26/6/2025" in text
    assert "năm 2020" not in text.split("26/6/2025")[0]


def test_which_and_how_many_a_round_recognised(talk: Talk) -> None:
    talk.say("đợt 5 sao năm 2025")
    assert "47" in talk.say("bao nhiêu sản phẩm").reply.text
    turn = talk.say("kể tên")
    assert (turn.question.intent, turn.question.stars) == (Intent.SPECIALITIES, 5)
    assert "2025" in turn.reply.text.split("\n")[0]
