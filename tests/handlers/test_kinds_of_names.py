"""Kinds that people name in two words, and what is none of them."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from tests.handlers.talking import Talk


@pytest.mark.parametrize("text", ["khô gà", "kho ga", "khô nai", "khô vịt", "chicken jerky"])
def test_dried_meat_that_is_in_no_list_is_said_to_be_none(talk: Talk, text: str) -> None:
    turn = talk.say(text)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert turn.answer.products == ()


def test_fragrant_rice_of_a_breed_is_of_that_breed(talk: Talk) -> None:
    assert "gao-thom-st24" in talk.say("gạo ST24").answer.products
    assert "gao-thom-st24" in [
        each.code for each in talk.knowledge.catalogue.products_at(kinds=("gao-st24",))
    ]
