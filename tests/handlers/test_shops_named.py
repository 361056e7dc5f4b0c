"""A market, a rest stop or a house of fish sauce asked for by its name."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cho dong ba ban gi", "Chợ Đông Ba"),
        ("chợ Đông Ba có bán đồ OCOP không", "Nguồn mình đọc không nói ở đó có bán hàng OCOP"),
        ("cho dem phu quoc", "Phu Quoc Night Market"),
        ("night market phu quoc sell ocop?", "pepper, fish sauce"),
        ("chợ châu đốc bán gì", "Chợ Châu Đốc (chợ mắm)"),
        ("khai hoan barrel house address", "Số 11 Cầu Hùng Vương"),
        ("where is thuan hoa rest stop", "Km11, Quốc lộ 4C"),
        ("trạm dừng nghỉ thuận hòa ở đâu", "Km11, Quốc lộ 4C"),
    ],
)
def test_a_shop_named_is_told_by_itself(talk: Talk, text: str, told: str) -> None:
    turn = talk.say(text)
    assert turn.question.intent is Intent.OUTLETS
    assert told in turn.reply.text


@pytest.mark.parametrize("text", ["mua gì cho Sa Pa", "mua gi cho sa pa", "quà cho Hàn Quốc"])
def test_for_is_no_market(talk: Talk, text: str) -> None:
    assert "Chợ" not in talk.say(text).reply.text.split("\n")[0]


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("cửa hàng OCOP ở Huế", "địa chỉ", "Điểm bán OCOP ở Huế"),
        ("cua hang ocop o hue", "sdt", "Điểm bán OCOP ở Huế"),
        ("ocop shop hanoi", "address", "OCOP outlets in Hanoi"),
        ("ocop shop hanoi", "opening hour", "I do not know when they are open"),
    ],
)
def test_the_shops_just_listed_are_meant(talk: Talk, first: str, then: str, told: str) -> None:
    talk.say(first)
    assert told in talk.say(then).reply.text
