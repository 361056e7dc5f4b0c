"""What is bought for somebody, and services that have the place of goods in their question."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("rượu biếu bố", "ruou"), ("tặng bạn Trung Quốc trà gì", "tra")],
)
def test_who_is_given_something_leaves_the_kind_to_be_listed(
    talk: Talk, typed: str, kind: str
) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.question.kinds == (kind,)


@pytest.mark.parametrize("typed", ["what's the stuff to buy in Dalat", "what 2 buy in sapa"])
def test_what_to_buy_in_a_place_asks_for_goods_and_not_for_shops(talk: Talk, typed: str) -> None:
    assert talk.say(typed).question.intent is Intent.SPECIALITIES


@pytest.mark.parametrize("typed", ["thuê MC đám cưới Nha Trang", "hire a photographer in Hoi An"])
def test_a_service_in_a_place_lists_no_goods_of_it(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert not turn.answer.products
