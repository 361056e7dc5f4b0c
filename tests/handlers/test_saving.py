"""What was shown is saved and taken off in words, as by its button."""

from __future__ import annotations

import pytest

from handlers.chat.keeping import Deed
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

TEA = "tra-hoa-vang-ba-che"


@pytest.mark.parametrize("said", ["lưu", "luu lai", "lưu cái này nha", "save it", "pls save"])
def test_the_product_shown_is_saved(talk: Talk, said: str) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", said)
    assert [(each.deed, each.value) for each in turn.answer.effects] == [(Deed.SAVE, TEA)]


@pytest.mark.parametrize("said", ["bỏ lưu", "xoa khoi danh sach", "remove it"])
def test_the_product_shown_is_taken_off(talk: Talk, said: str) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", said)
    assert [(each.deed, each.value) for each in turn.answer.effects] == [(Deed.REMOVE, TEA)]


@pytest.mark.parametrize("said", ["danh sách đã lưu", "mấy món tôi lưu đâu rồi", "my saved list"])
def test_the_list_is_shown_after_a_product_too(talk: Talk, said: str) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", said)
    assert turn.question.intent is Intent.SAVED
    assert not turn.answer.effects


def test_who_asks_what_is_stored_saves_nothing(talk: Talk) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", "có lưu số điện thoại của tôi không")
    assert not turn.answer.effects
