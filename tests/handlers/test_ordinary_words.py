"""Ordinary words that look like something else, from the text to the reply."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize("typed", ["lụa", "lua", "củ lạc", "trà nhài", "chổi đót"])
def test_a_kind_alone_is_listed_whatever_it_sounds_like(knowledge: Knowledge, typed: str) -> None:
    turn = Talk(knowledge).say(typed)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.answer.products


def test_silk_stays_the_subject_where_a_place_follows(knowledge: Knowledge) -> None:
    turn = Talk(knowledge).say("lụa", "ở Hà Nội")
    assert turn.question.kinds == ("lua",)


@pytest.mark.parametrize(
    "typed",
    [
        *("có ship sang Cali không", "ship qua cali dc ko", "gui qua texas duoc khong"),
        *("có gửi đi mỹ không", "có ship sang Nhật không", "ship qua bên Úc được hông"),
    ],
)
def test_who_asks_for_shipping_abroad_is_told_that_the_seller_knows(
    knowledge: Knowledge, typed: str
) -> None:
    turn = Talk(knowledge).say(typed)
    assert "không giao hàng" in turn.reply.text
    assert not turn.answer.products


@pytest.mark.parametrize("typed", ["quà lưu niệm", "đồ lưu niệm"])
def test_souvenirs_are_nothing_that_was_kept(knowledge: Knowledge, typed: str) -> None:
    assert Talk(knowledge).say(typed).question.intent is Intent.SPECIALITIES


def test_what_was_kept_is_still_told(knowledge: Knowledge) -> None:
    assert Talk(knowledge).say("sản phẩm đã lưu").question.intent is Intent.SAVED
