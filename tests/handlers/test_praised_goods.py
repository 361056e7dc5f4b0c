"""Goods asked for with words of praise around their kind."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("the tastiest tea in thai nguyen", "tra"),
        ("what's the nicest fish sauce", "nuoc-mam"),
        ("tell me the most unusual rice of soc trang", "gao"),
        ("authentic fish sauce from phu quoc", "nuoc-mam"),
        ("fancy tea set from bat trang", "am-chen"),
        ("luxury tea for a wedding", "tra"),
        ("homemade cakes of hue", "banh"),
        ("recommend tea for a japanese client", "tra"),
        ("what ocop tea would you recommend for a japanese client", "tra"),
        ("which fish sauce would chefs choose", "nuoc-mam"),
        ("what is the best ocop wine", "ruou"),
        ("rượu nào êm nhất ở bắc hà", "ruou"),
        ("ruou nao dac biet nhat bac ha", "ruou"),
        ("rượu nào an toàn nhất ở bắc hà", "ruou"),
        ("trà chuẩn vị thái nguyên", "tra"),
        ("bánh ngon lành ở huế", "banh"),
    ],
)
def test_praise_does_not_hide_what_is_asked_for(talk: Talk, asked: str, kind: str) -> None:
    assert kind in talk.say(asked).question.kinds


@pytest.mark.parametrize(
    "asked", ["happy farm tea", "a rice cooker", "highlands coffee", "marou chocolate"]
)
def test_a_brand_or_another_thing_is_no_praise(talk: Talk, asked: str) -> None:
    assert talk.say(asked).reply.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("asked", ["what is ocop", "what's ocop about", "is this ocop authentic"])
def test_the_programme_is_still_asked_about(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent.value == "programme"
