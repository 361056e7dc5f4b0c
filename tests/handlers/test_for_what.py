"""Goods told with what they are for."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("nước mắm chấm gỏi", "nuoc-mam"),
        ("trà uống sau bữa cơm", "tra"),
        ("mật ong pha nước chanh buổi sáng", "mat-ong"),
        ("rượu đãi khách đám cưới", "ruou"),
        ("bánh cúng giao thừa", "banh"),
        ("gia vị nấu phở", "gia-vi"),
        ("nuoc mam cham cha", "nuoc-mam"),
        ("rice for sushi", "gao"),
        ("tea to drink before bed", "tra"),
    ],
)
def test_goods_are_listed_whatever_they_are_for(talk: Talk, asked: str, kind: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.question.kinds[-1:] == (kind,)


@pytest.mark.parametrize("asked", ["nước mắm Chấm Phá", "rượu uống ở quán Tạ Hiện", "cách pha trà"])
def test_a_brand_a_bar_and_a_recipe_are_no_use_of_goods(talk: Talk, asked: str) -> None:
    assert not talk.say(asked).answer.products


def test_a_use_within_a_name_belongs_to_it(talk: Talk) -> None:
    turn = talk.say("cà phê pha phin Arabica Mường Ảng")
    assert turn.answer.products[0] == "ca-phe-pha-phin-arabica-muong-ang-dien-bien"
