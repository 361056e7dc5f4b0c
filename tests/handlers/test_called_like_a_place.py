"""A brand that a commune is called like, said inside a topic."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from tests.handlers.talking import Talk


@pytest.mark.parametrize("then", ["vĩnh xuân", "Vinh Xuân", "vinh xuan"])
def test_what_is_listed_and_called_so_is_meant(talk: Talk, then: str) -> None:
    assert talk.say("nước ớt", then).answer.products == ("nuoc-ot-vinh-xuan",)


def test_a_name_after_a_card_is_no_commune_without_goods(talk: Talk) -> None:
    turn = talk.say("bánh đậu xanh Rồng Vàng", "Minh Ngọc")
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "Minh Ngọc" in turn.reply.text


@pytest.mark.parametrize(
    ("kind", "place"),
    [("trà shan tuyết", "Suối Giàng"), ("chè", "Tân Cương"), ("gốm", "Bát Tràng")],
)
def test_a_commune_that_has_such_goods_is_that(talk: Talk, kind: str, place: str) -> None:
    assert talk.places(talk.say(kind, place)) == [place]


def test_a_commune_named_as_one_stays_one(talk: Talk) -> None:
    assert talk.places(talk.say("mật ong", "xã Minh Ngọc")) == ["Minh Ngọc"]
