"""A word or two that ask something only after what was shown."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize("then", ["shop", "shop?", "shop nào", "có shop ko", "any shops?"])
def test_shop_asks_for_shops_of_the_place_shown(talk: Talk, then: str) -> None:
    turn = talk.say("đà lạt mua gì", then)
    assert turn.question.intent is Intent.OUTLETS
    assert talk.places(turn) == ["Đà Lạt"]


@pytest.mark.parametrize("then", ["shop", "shop nao zay"])
@pytest.mark.parametrize("before", ["nuoc mam le gia", "keo dua ben tre"])
def test_shop_asks_where_to_buy_what_was_shown(talk: Talk, before: str, then: str) -> None:
    assert talk.say(before, then).question.intent is Intent.WHERE_TO_BUY


@pytest.mark.parametrize("text", ["shop ơi", "shop ạ"])
def test_a_call_for_the_shop_asks_nothing(talk: Talk, text: str) -> None:
    assert talk.say("nuoc mam phu quoc", text).reply.outcome is Outcome.TALK


def test_shop_alone_asks_nothing_at_first(talk: Talk) -> None:
    assert talk.say("shop").reply.outcome is Outcome.TALK


@pytest.mark.parametrize("text", ["any craft shops in hue", "tiệm đồ thủ công ở huế"])
def test_shops_of_crafts_are_shops(talk: Talk, text: str) -> None:
    assert talk.say(text).question.intent is Intent.OUTLETS


@pytest.mark.parametrize(
    "then",
    ["which provinces", "ở tỉnh nào", "tinh nao nhieu nhat", "những tỉnh nào làm", "by province"],
)
@pytest.mark.parametrize("before", ["mây tre đan", "mật ong"])
def test_provinces_are_counted_of_what_was_listed(talk: Talk, before: str, then: str) -> None:
    turn = talk.say(before, then)
    assert turn.question.intent is Intent.STATISTICS
    assert turn.question.kinds == talk.say(before).question.kinds


@pytest.mark.parametrize(
    "then",
    [
        "thanks, noted. Another question",
        "cảm ơn, cho hỏi thêm",
        "cho em hoi them cai nua",
        "hỏi câu khác nhé",
        "i have one more question",
        "khong can nua, cho minh hoi cau khac",
    ],
)
def test_another_question_is_awaited(talk: Talk, then: str) -> None:
    before = talk.say("nuoc mam phu quoc").answer.products
    turn = talk.say(then)
    assert turn.reply.outcome is Outcome.TALK
    assert turn.answer.products == ()
    assert talk.say("xem lại danh sách").answer.products == before


def test_what_is_asked_behind_it_is_answered(talk: Talk) -> None:
    turn = talk.say("nuoc mam le gia", "cho hỏi thêm ai làm")
    assert turn.question.intent is Intent.PRODUCER


@pytest.mark.parametrize(
    "then",
    [
        "khong co 5 sao thi 4 sao",
        "không có 5 sao thì lấy 4 sao cũng được",
        "if not 5 stars then 4",
        "if no 5 then 4 stars",
        "5 sao khong co thi 4 sao",
        "ko co 5s thi 4s",
    ],
)
@pytest.mark.parametrize("before", ["nuoc mam nghe an 5 sao", "trà lào cai 5 sao"])
def test_other_stars_instead(talk: Talk, before: str, then: str) -> None:
    first = talk.say(before).question
    turn = talk.say(then)
    assert turn.reply.outcome is Outcome.ANSWER
    assert (turn.question.stars, turn.question.places) == (4, first.places)
    assert turn.question.kinds == first.kinds


def test_makers_of_what_is_not_certified_are_told(talk: Talk) -> None:
    turn = talk.say("trà gia lai", "ai làm")
    assert turn.question.intent is Intent.PRODUCER
    assert "chưa được công nhận" in turn.reply.text
