"""Whether something is in goods, and goods without something, of which names tell little."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

CAUTION = ("what is in them", "thành phần")


def warns(text: str) -> bool:
    return any(words in text for words in CAUTION)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (("bánh pía", "có trứng không"), "banh-pia"),
        (("banh pia", "co trung ko"), "banh-pia"),
        (("kẹo dừa", "có đậu phộng không"), "keo-dua"),
        (("kẹo dừa bến tre", "có đậu phộng hông em"), "keo-dua"),
        (("kẹo dừa ca cao", "có sữa ko"), "keo-dua"),
        (("banh pia have egg hong con",), "banh-pia"),
        (("bánh tráng có tôm không",), "banh-trang"),
        (("coconut candy have peanut?",), "keo-dua"),
        (("is there milk in coconut candy",), "keo-dua"),
        (("bánh pía", "it ngot"), "banh-pia"),
        (("kẹo dừa ca cao", "ít ngọt không"), "keo-dua"),
        (("cà phê", "no sugar"), "ca-phe"),
    ],
)
def test_what_is_in_goods_names_do_not_tell(talk: Talk, typed: tuple[str, ...], kind: str) -> None:
    turn = talk.say(*typed)
    catalogue = talk.knowledge.catalogue
    assert warns(turn.reply.paragraphs[0].text)
    assert turn.answer.products
    assert all(
        catalogue.is_at(catalogue.products[code], kinds=(kind,)) for code in turn.answer.products
    )
    assert not turn.question.without


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (("có trứng không",), "trung"),
        (("shop có muối không",), "muoi"),
        (("quảng ninh", "có tôm không"), "tom"),
        (("hải sản", "có tôm không"), "tom"),
    ],
)
def test_goods_may_be_asked_for_in_the_same_words(
    talk: Talk, typed: tuple[str, ...], kind: str
) -> None:
    turn = talk.say(*typed)
    assert turn.question.kinds == (kind,)
    assert not warns(turn.reply.text)


@pytest.mark.parametrize("typed", ["không có nuts", "cái nào không có peanut", "không hành"])
def test_goods_without_something_are_asked_for_by_their_kind(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert warns(turn.reply.text)
    assert talk.say("bánh").question.without.kinds


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        (("kẹo", "không có nuts"), "hat"),
        (("cashews without salt",), "muoi"),
        (("hạt điều", "without salt"), "muoi"),
        (("bánh không trứng",), "trung"),
    ],
)
def test_a_list_without_something_warns(talk: Talk, typed: tuple[str, ...], left_out: str) -> None:
    turn = talk.say(*typed)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.question.without.kinds == (left_out,)
    assert warns(turn.reply.text)
    for code in turn.answer.products:
        product = talk.knowledge.catalogue.products[code]
        assert left_out not in product.kinds
        assert "salted" not in (product.name_en or "")


def test_sweets_with_little_sugar_are_sweets(talk: Talk) -> None:
    turn = talk.say("bà muốn mua candy ít sugar")
    assert turn.question.kinds == ("keo",)
    assert warns(turn.reply.paragraphs[0].text)
