"""What is asked on after one product was shown stays with it, its maker and where it is from."""

from __future__ import annotations

import pytest

from handlers.reply import Outcome
from knowledge.base import Knowledge
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.fixture
def talk(knowledge: Knowledge) -> Talk:
    return Talk(knowledge)


@pytest.mark.parametrize("then", ["4 sao ko", "co 5 sao khong", "5 sao ha", "is it 4 star"])
def test_stars_are_asked_of_the_one_shown(talk: Talk, then: str) -> None:
    shown = talk.say("hồng trà phìn hồ").answer.products
    turn = talk.say(then)
    assert (turn.question.intent, turn.answer.products) == (Intent.RATING, shown)
    assert talk.say("mua o dau").answer.products == shown


@pytest.mark.parametrize("then", ["có loại 4 sao không", "any 4 star", "4 sao co loai nao"])
def test_others_of_some_stars_are_asked_of_the_same_place(talk: Talk, then: str) -> None:
    shown = talk.say("hồng trà phìn hồ").answer.products
    turn = talk.say(then)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert [place.name for place in turn.question.places] == ["Hà Giang"]
    assert talk.say("ai lam").answer.products == shown


@pytest.mark.parametrize("then", ["the black one", "black one"])
def test_one_of_the_list_by_a_word_of_its_name(talk: Talk, then: str) -> None:
    turn = talk.say("tea ha giang", "only 5 star", then)
    assert turn.answer.products == ("hong-tra-phin-ho",)


@pytest.mark.parametrize("then", ["con loai 38 thi sao", "loại 38", "còn chai 38 thì sao"])
def test_another_of_the_same_maker_by_a_word_of_its_name(talk: Talk, then: str) -> None:
    first = talk.say("nuoc mam khai hoan 43").answer
    turn = talk.say(then)
    assert turn.answer.producers == first.producers
    assert len(turn.answer.products) == 1
    assert "38" in turn.answer.products[0]


def test_the_two_are_compared(talk: Talk) -> None:
    talk.say("nuoc mam khai hoan 43", "con loai 38 thi sao")
    assert len(talk.say("hai loai khac gi").answer.products) == 2
