"""Doubts about what was shown: why its stars, who gave them, is it real, is it not too far."""

from __future__ import annotations

import pytest

from handlers.chat.keeping import Deed
from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

RICE = "gao-thom-st25"


@pytest.mark.parametrize(
    "asked",
    [
        *("vi sao 5 sao", "tại sao được 5 sao", "sao 5 sao", "dựa vào đâu mà 5 sao", "vì sao"),
        *("vi sao no duoc 5 sao", "why 5 stars", "why is it five stars", "on what basis"),
        *("ai chấm", "ai chung nhan", "ai kiểm tra cái đó", "hoi dong nao", "quyết định nào"),
        *("who checks that", "who decided that", "who certified it"),
    ],
)
def test_why_something_has_its_stars_is_told_of_that(talk: Talk, asked: str) -> None:
    turn = talk.say("gạo st25", asked)
    assert turn.answer.products == (RICE,)
    assert "do hội đồng cấp tỉnh chấm" in turn.reply.text or "own council" in turn.reply.text
    assert "tiêu chí" in turn.reply.text or "criteria" in turn.reply.text


@pytest.mark.parametrize(
    "asked",
    [
        *("có thật không", "thật hông", "thiet hong", "tin duoc hong", "làm sao biết thật"),
        *(
            "có đáng tin không",
            "có giấy tờ không",
            "is it real",
            "can i trust it",
            "how do you know",
        ),
    ],
)
def test_whether_it_is_real_tells_what_is_known_and_how_to_check(talk: Talk, asked: str) -> None:
    turn = talk.say("gạo st25", asked)
    assert turn.answer.products == (RICE,)
    assert "QR" in turn.reply.text
    assert "2024" in turn.reply.text


def test_doubts_about_a_list_keep_it(talk: Talk) -> None:
    turn = talk.say("kẹo dừa bến tre", "vì sao 5 sao")
    assert "hội đồng" in turn.reply.text
    assert len(turn.answer.products) > 1
    assert talk.say("cái thứ hai").answer.products == turn.answer.products[1:2]


@pytest.mark.parametrize(
    "asked",
    ["xa quá", "xa qua", "có chỗ nào gần hơn không", "cách đây bao xa", "too far", "is it far"],
)
def test_what_is_too_far_asks_where_somebody_is(talk: Talk, asked: str) -> None:
    turn = talk.say("cà phê", asked)
    assert turn.question.intent is Intent.NEARBY
    assert turn.reply.asks_location
    near = talk.say("hà nội")
    assert near.question.intent is Intent.NEARBY
    assert near.reply.outcome is Outcome.ANSWER
    assert "km" in near.reply.text


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("5 sao thôi", Intent.SPECIALITIES),
        ("vì sao không có số điện thoại", Intent.CONTACT),
        ("ai làm", Intent.PRODUCER),
        ("ai chứng nhận mật ong", Intent.SPECIALITIES),
        ("ocop ai chấm", Intent.PROGRAMME),
    ],
)
def test_what_asks_for_more_is_no_doubt(talk: Talk, asked: str, intent: Intent) -> None:
    turn = talk.say("kẹo dừa bến tre", asked)
    assert "hội đồng chấm theo bộ tiêu chí chung" not in turn.reply.text
    assert turn.question.intent is intent


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("hong co so dien thoai ha", "số điện thoại"),
        ("sao hong co so dien thoai", "số điện thoại"),
        ("mac hong", "không có giá"),
    ],
)
def test_no_is_said_in_the_south_beside_what_was_shown(talk: Talk, asked: str, told: str) -> None:
    turn = talk.say("bánh pía sóc trăng", "1", asked)
    assert told in turn.reply.text
    assert "Hồng" not in turn.reply.text


@pytest.mark.parametrize(
    "asked",
    [
        "bạn là người hay máy",
        "may la robot ha",
        "are you a robot",
        "co mat tien hong",
        "is it free",
    ],
)
def test_what_the_assistant_is_is_told_before_what_it_can_do(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.HELP
    assert "chương trình máy tính" in turn.reply.text or "computer program" in turn.reply.text


def test_which_of_several_shown_is_to_be_saved_is_asked_back(talk: Talk) -> None:
    turn = talk.say("tiêu phú quốc", "lưu lại")
    assert turn.question.intent is Intent.SAVED
    assert "món nào" in turn.reply.text
    saved = talk.say("2")
    assert [each.deed for each in saved.answer.effects] == [Deed.SAVE]
