"""How long goods keep and how to store them, which no source tells."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

NOT_TOLD = ("does not tell how long", "không ghi")


def tells_it_is_not_known(text: str) -> bool:
    return any(words in text for words in NOT_TOLD)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("bánh pía để được bao lâu", "banh-pia"),
        ("keo dua shelf life", "keo-dua"),
        ("hạn sử dụng của kẹo dừa", "keo-dua"),
        ("how long can I keep coconut candy", "keo-dua"),
        ("how long does coconut candy last", "keo-dua"),
        ("mat ong giu duoc bao lau", "mat-ong"),
        ("giữ mật ong trong tủ lạnh được bao lâu", "mat-ong"),
        ("tôm khô để ngăn đá bao lâu", "tom-kho"),
        ("nem chua để tủ lạnh được mấy ngày", "nem-chua"),
        ("cha lua de ngan da dc may thang", "gio-lua"),
        ("do I need to refrigerate fish sauce", "nuoc-mam"),
        ("how to store dried shrimp", "tom-kho"),
        ("tea stay fresh how long", "tra"),
    ],
)
def test_goods_of_a_kind_are_listed_under_what_is_not_known(
    talk: Talk, typed: str, kind: str
) -> None:
    turn = talk.say(typed)
    assert tells_it_is_not_known(turn.reply.paragraphs[0].text)
    catalogue = talk.knowledge.catalogue
    assert turn.answer.products
    assert all(
        catalogue.is_at(catalogue.products[code], (), kinds=(kind,))
        for code in turn.answer.products
    )


@pytest.mark.parametrize(
    "typed",
    [
        ("kẹo dừa ca cao bảo quản thế nào",),
        ("kẹo dừa ca cao", "để được mấy ngày"),
        ("kẹo dừa ca cao", "how long does it last"),
        ("kẹo dừa ca cao", "how to keep it"),
        ("kẹo dừa ca cao", "có để lâu được không"),
    ],
)
def test_of_one_product_its_maker_is_told(talk: Talk, typed: tuple[str, ...]) -> None:
    turn = talk.say(*typed)
    assert tells_it_is_not_known(turn.reply.text)
    assert turn.answer.products == ("keo-dua-ca-cao",)
    assert turn.answer.producers


def test_of_a_list_one_is_to_be_picked(talk: Talk) -> None:
    turn = talk.say("bánh pía", "giữ được bao lâu")
    assert turn.reply.outcome is Outcome.CHOICES
    assert tells_it_is_not_known(turn.reply.text)


@pytest.mark.parametrize("typed", ["để được bao lâu", "shelf life?", "bảo quản thế nào vậy shop"])
def test_with_nothing_named_it_is_said_all_the_same(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert tells_it_is_not_known(turn.reply.text)


@pytest.mark.parametrize(
    "typed",
    [
        "chứng nhận ocop giữ được bao lâu",
        "certificate expiry date",
        "how long do ocop stars last",
        "hạn dùng của chứng nhận là bao lâu",
    ],
)
def test_how_long_stars_hold_is_another_question(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.question.topic is ProgrammeTopic.VALIDITY
    assert not tells_it_is_not_known(turn.reply.text)


@pytest.mark.parametrize("typed", ["hạt điều có vỏ expire when", "kẹo dừa ca cao hết hạn khi nào"])
def test_what_ends_may_be_either(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.question.intent is Intent.RATING
    assert "label" in turn.reply.text or "nhãn" in turn.reply.text


def test_beside_another_question_it_is_a_note(talk: Talk) -> None:
    turn = talk.say("tương bần hạn sử dụng mấy tháng và mua ở đâu")
    assert turn.question.intent is Intent.WHERE_TO_BUY
    assert tells_it_is_not_known(turn.reply.paragraphs[-1].text)


def test_goods_that_keep_are_listed(talk: Talk) -> None:
    turn = talk.say("quà gì để được lâu ở đà nẵng")
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.answer.products
    assert tells_it_is_not_known(turn.reply.text)
