"""Asking on about the programme, and which of a list still holds its stars."""

from __future__ import annotations

import pytest

from handlers.reply import Outcome
from knowledge.base import Knowledge
from knowledge.certificates import Validity, term_of
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.conftest import TODAY
from tests.handlers.talking import Talk


@pytest.fixture
def talk(knowledge: Knowledge) -> Talk:
    return Talk(knowledge)


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("lam sao dang ky", "Ai đăng ký được"),
        ("mat bao lau", "Lệ phí, thời hạn"),
        ("phi bao nhieu", "Lệ phí, thời hạn"),
        ("nop o dau", "Nộp ở đâu"),
        ("o ca mau thi lien he ai", "Ở Cà Mau, bạn liên hệ UBND"),
        ("giay chung nhan duoc bao lau", "36 tháng"),
    ],
)
def test_the_programme_is_asked_on_about(talk: Talk, then: str, told: str) -> None:
    turn = talk.say("ocop la gi", then)
    assert turn.question.intent is Intent.PROGRAMME
    assert told in turn.reply.text
    assert talk.say("phi bao nhieu").question.topic is ProgrammeTopic.APPLYING


def test_goods_end_the_talk_about_the_programme(talk: Talk) -> None:
    assert talk.say("ocop la gi", "tra thai nguyen").question.intent is Intent.SPECIALITIES
    turn = talk.say("cái 1", "liên hệ ai")
    assert (turn.question.intent, turn.reply.outcome) == (Intent.CONTACT, Outcome.ANSWER)


@pytest.mark.parametrize("then", ["loai nao con han", "cái nào còn hiệu lực", "which are valid"])
def test_those_of_the_list_that_hold_today(talk: Talk, then: str) -> None:
    talk.say("tra thai nguyen")
    turn = talk.say(then)
    products = talk.knowledge.catalogue.products
    shown = [products[code] for code in turn.answer.products]
    assert shown
    assert term_of(shown[0].certificates[0], TODAY).validity is Validity.VALID
    judged = {term_of(each.certificates[0], TODAY).validity for each in shown}
    assert judged <= {Validity.VALID, Validity.EXPIRING}
    assert talk.say("cái thứ 2").answer.products == (shown[1].code,)


@pytest.mark.parametrize("then", ["cái nào hết hạn rồi", "which ones have expired"])
def test_after_a_list_those_whose_certificate_ended_are_told(talk: Talk, then: str) -> None:
    turn = talk.say("cà phê lâm đồng", then)
    products = talk.knowledge.catalogue.products
    shown = [products[code].certificates[0] for code in turn.answer.products]
    assert shown
    assert {term_of(each, TODAY).validity for each in shown} == {Validity.EXPIRED}


def test_where_none_surely_holds_it_is_said_and_the_nearest_that_do_are_told(talk: Talk) -> None:
    turn = talk.say("cà phê đà lạt", "loại nào còn hạn")
    assert "chưa có sản phẩm nào" in turn.reply.text
    assert talk.say("cái thứ 1").reply.outcome is Outcome.ANSWER
