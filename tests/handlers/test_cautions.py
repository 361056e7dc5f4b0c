"""What is asked of health, of customs and of sums of money, which no source tells."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "typed",
    [
        "mật ong cho em bé được không",
        "mật ong cho baby 8 tháng",
        "can babies eat honey",
        "bé 2 tuổi ăn kẹo dừa được không",
        "yến sào người già ăn có tốt không",
        "is nem chua ok for pregnant women",
    ],
)
def test_whether_it_is_good_for_somebody_a_doctor_tells(talk: Talk, typed: str) -> None:
    first = talk.say(typed).reply.paragraphs[0].text
    assert "doctor" in first or "bác sĩ" in first


def test_a_list_for_somebody_comes_before_the_caution(talk: Talk) -> None:
    turn = talk.say("trà cho người mất ngủ")
    assert turn.answer.products
    assert "bác sĩ" in turn.reply.paragraphs[-1].text


@pytest.mark.parametrize(
    "typed",
    [
        "bring fish sauce to USA ok?",
        "nước mắm bring to US customs",
        "nước mắm qua hải quan có bị giữ không",
        "can i bring fish sauce in airplane",
        "honey có mang lên plane được không con",
    ],
)
def test_what_may_be_taken_along_others_decide(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert "rules" in turn.reply.text or "mình không nắm" in turn.reply.text


@pytest.mark.parametrize("typed", ["less than 10 euro", "< $10", "dưới 50.000 đồng"])
def test_of_a_sum_alone_no_price_is_known(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.question.spends
    assert turn.reply.outcome is Outcome.TALK
    assert "prices" in turn.reply.text or "không có giá" in turn.reply.text


@pytest.mark.parametrize("typed", ["under 5 dollar souvenir", "quà dưới 200k"])
def test_all_that_there_is_was_not_chosen_by_a_sum(talk: Talk, typed: str) -> None:
    first = talk.say(typed).reply.paragraphs[0].text
    assert "prices" in first or "không có giá" in first


@pytest.mark.parametrize("typed", ["trà 5 sao", "nước mắm 40 độ đạm", "3 hộp bánh pía", "2025"])
def test_other_numbers_are_no_sum(talk: Talk, typed: str) -> None:
    assert not talk.say(typed).question.spends


def test_who_eats_no_meat_is_shown_goods_without(talk: Talk) -> None:
    turn = talk.say("gift for grandma", "she is vegetarian")
    assert turn.reply.outcome is Outcome.TALK
    turn = talk.say("từ Tây Ninh")
    assert turn.answer.products
    assert not turn.question.kinds
    assert {"thit", "ca", "nuoc-mam"} <= set(turn.question.without.kinds)
    assert talk.places(turn) == ["Tây Ninh"]
    assert {"thit", "ot"} <= set(talk.say("không cay").question.without.kinds)


def test_the_old_are_no_price(talk: Talk) -> None:
    assert talk.say("nest yến sào cho người già").question.intent is Intent.PRODUCT
