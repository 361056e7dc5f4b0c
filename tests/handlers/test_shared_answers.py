"""Several products that may be meant, of which what is asked is told all the same."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("nuoc mam khai hoan ai lam", Intent.PRODUCER),
        ("so dien thoai nuoc mam khai hoan", Intent.CONTACT),
        ("Phin Ho tea address and phone", Intent.CONTACT),
    ],
)
def test_the_one_maker_of_all_is_told_without_asking_back(
    talk: Talk, said: str, intent: Intent
) -> None:
    turn = talk.say(said)
    assert turn.question.intent is intent
    assert turn.reply.outcome is Outcome.ANSWER
    assert len(turn.answer.producers) == 1


def test_the_maker_of_a_list_by_one_maker(talk: Talk) -> None:
    turn = talk.say("coconut candy 5 star", "who produce it")
    assert turn.reply.outcome is Outcome.ANSWER
    assert len(turn.answer.producers) == 1


def test_several_makers_are_asked_for(talk: Talk) -> None:
    assert talk.say("buoi da xanh ai lam").reply.outcome is Outcome.CHOICES


@pytest.mark.parametrize("said", ["nước mắm khải hoàn mấy sao", "muoi bac lieu duoc may sao"])
def test_the_stars_of_a_few_are_the_answer(talk: Talk, said: str) -> None:
    turn = talk.say(said)
    assert (turn.question.intent, turn.reply.outcome) == (Intent.RATING, Outcome.ANSWER)
    assert "đều được 5 sao" in turn.reply.text


@pytest.mark.parametrize("then", ["bao nhieu sao", "cua nha nao", "loai nao co sao", "sdt"])
def test_after_an_empty_list_there_is_still_none(talk: Talk, then: str) -> None:
    empty = talk.say("nuoc mam cao bang")
    again = talk.say(then)
    assert again.reply.outcome is Outcome.NOT_FOUND
    assert again.reply.text == empty.reply.text
