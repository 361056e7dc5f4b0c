"""Which of what was shown is nearer, which maker is asked, and names that no list has."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

MAKERS = "nước mắm 5 sao có những nhà nào"


@pytest.mark.parametrize(
    "then", ["nhà nào gần Hà Nội hơn", "cai nao gan ha noi nhat", "which is closer to Hanoi"]
)
@pytest.mark.parametrize(
    "shown", [("trà hoa vàng ba chẽ", "trà hoa vàng quy hoa"), ("so sánh lê gia với khải hoàn",)]
)
def test_which_of_two_is_nearer(talk: Talk, shown: tuple[str, ...], then: str) -> None:
    turn = talk.say(*shown, then)
    assert "nearest to Hanoi" in turn.reply.text or "gần Hà Nội nhất" in turn.reply.text
    assert " km" in turn.reply.text
    assert turn.answer.products


def test_the_nearest_of_a_whole_list_come_first(talk: Talk) -> None:
    there = set(talk.say("lạp xưởng Cần Thơ").answer.products)
    turn = talk.say("lạp xưởng cả nước", "cái nào gần Cần Thơ nhất")
    assert set(turn.answer.products[: len(there)]) == there


def test_without_a_place_it_is_told_where_each_is_made(talk: Talk) -> None:
    turn = talk.say("lạp xưởng Sóc Trăng", "cái nào gần đây nhất")
    assert "một tỉnh hay thành phố" in turn.reply.text
    assert "chưa nếm" not in turn.reply.text


@pytest.mark.parametrize(
    "then", ["cái nào gần hết hạn nhất", "cái nào gần đây nhất được công nhận"]
)
def test_what_is_near_in_time_is_no_distance(talk: Talk, then: str) -> None:
    told = talk.say("lạp xưởng", then).reply.text
    assert " km" not in told
    assert "một tỉnh hay thành phố" not in told


@pytest.mark.parametrize(
    "then", ["họ có sản phẩm nào khác", "họ còn làm gì nữa", "what else do they make"]
)
def test_which_of_the_makers_is_asked_first(talk: Talk, then: str) -> None:
    makers = talk.say(MAKERS).answer.producers
    turn = talk.say(then)
    assert turn.reply.outcome is Outcome.TALK
    assert [choice.action[1:] for choice in turn.reply.choices] == list(makers)
    assert talk.say("nhà thứ hai").answer.producers == (makers[1],)


def test_the_maker_of_an_entry_is_reached(talk: Talk) -> None:
    turn = talk.say(MAKERS, "nhà nào gần Hà Nội hơn", "liên hệ nhà đầu")
    assert turn.question.intent is Intent.CONTACT
    assert "Lê Gia" in turn.reply.text


@pytest.mark.parametrize("then", ["what about Marou", "còn Marou thì sao", "thế còn Minh Ngọc"])
def test_a_name_in_no_list_is_not_what_was_shown(talk: Talk, then: str) -> None:
    turn = talk.say("cà phê Khe Sanh", then)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "Marou" in turn.reply.text or "Minh Ngọc" in turn.reply.text


@pytest.mark.parametrize("then", ["còn mùi thì sao", "how about the taste", "còn Lê Gia"])
def test_what_is_asked_of_it_or_known_is_answered(talk: Talk, then: str) -> None:
    assert talk.say("cà phê Khe Sanh", then).reply.outcome is not Outcome.NOT_FOUND
