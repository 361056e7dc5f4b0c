"""What is asked on after one product was shown stays with it, its maker and where it is from."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "then", ["4 sao ko", "co 5 sao khong", "5 sao ha", "3 sao hở", "is it 4 star"]
)
def test_stars_are_asked_of_the_one_shown(talk: Talk, then: str) -> None:
    shown = talk.say("hồng trà phìn hồ").answer.products
    turn = talk.say(then)
    assert (turn.question.intent, turn.answer.products) == (Intent.RATING, shown)
    assert talk.say("mua o dau").answer.products == shown


@pytest.mark.parametrize("then", ["có loại 5 sao không", "any 5 star", "5 sao co loai nao"])
def test_others_of_some_stars_are_asked_of_the_same_place(talk: Talk, then: str) -> None:
    shown = talk.say("mật ong bạc hà mèo vạc").answer.products
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


@pytest.mark.parametrize("then", ["how long valid", "con han den khi nao", "hết hạn khi nào"])
def test_validity_is_asked_of_its_own_certificate(talk: Talk, then: str) -> None:
    shown = talk.say("bun bo hue seasoning").answer.products
    turn = talk.say(then)
    assert (turn.question.intent, turn.answer.products) == (Intent.RATING, shown)
    assert talk.say("phone of company").question.intent is Intent.CONTACT


def test_the_rule_is_told_where_the_programme_is_asked_about(talk: Talk) -> None:
    turn = talk.say("bun bo hue seasoning", "giấy chứng nhận OCOP có hiệu lực bao lâu")
    assert turn.question.intent is Intent.PROGRAMME


@pytest.mark.parametrize("then", ["alo sdt di", "chào shop, số điện thoại", "can visit"])
def test_a_greeting_may_open_a_question(talk: Talk, then: str) -> None:
    shown = talk.say("banh pia hai son").answer.products
    turn = talk.say(then)
    assert (turn.question.intent, turn.answer.products) == (Intent.CONTACT, shown)


@pytest.mark.parametrize("then", ["loai nao re", "re nhat la loai nao", "which one cheap"])
def test_the_cheapest_is_not_known(talk: Talk, then: str) -> None:
    talk.say("tra thai nguyen")
    assert talk.say(then).question.intent is Intent.COMPARE


def test_what_stars_are_after_what_the_programme_is(talk: Talk) -> None:
    turn = talk.say("what OCOP mean", "what is 5 star")
    assert turn.question.intent is Intent.PROGRAMME
    assert turn.question.topic is ProgrammeTopic.STARS


@pytest.mark.parametrize(
    ("said", "language"),
    [
        (("ok",), "vi"),
        (("ok", "dạ vâng"), "vi"),
        (("ok", "i want tea"), "en"),
        (("fish sauce 5 star", "ok"), "en"),
        (("fish sauce 5 star", "thank"), "en"),
        (("ginseng wine", "how strong"), "en"),
        (("fish sauce 5 star", "dạ vâng"), "vi"),
    ],
)
def test_language_of_small_words(talk: Talk, said: tuple[str, ...], language: str) -> None:
    assert talk.say(*said).language == language
