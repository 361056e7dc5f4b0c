"""Words of everyday talk that are in names as well: they find nothing by those names."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "asked",
    [
        "no pork product please",
        "no nut product please",
        "no fish product please",
    ],
)
def test_goods_denied_are_not_shown(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert not turn.question.producers
    assert not turn.answer.products
    assert "read the label" in turn.reply.text


@pytest.mark.parametrize(
    "asked", ["not beef product hue", "no beef product hue", "products without meat in Hue"]
)
def test_beef_in_a_name_is_left_out_with_beef(talk: Talk, asked: str) -> None:
    shown = talk.say(asked).answer.products
    assert shown
    assert not any("bun-bo" in code or "gia-vi-hoan-chinh" in code for code in shown)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("sp chế biến từ xoài sơn la", "xoai"),
        ("sản phẩm chế biến từ cá đà nẵng", "ca"),
        ("sản phẩm chế biến từ sữa mộc châu", "sua"),
    ],
)
def test_what_goods_are_made_from_is_their_kind(talk: Talk, asked: str, kind: str) -> None:
    question = talk.say(asked).question
    assert kind in question.kinds
    assert question.intent is Intent.SPECIALITIES


@pytest.mark.parametrize(
    "asked",
    [
        "quà 20/10",
        "quà tặng 20-10 cho mẹ",
        "quà 8/3",
        "quà 8 tháng 3",
        "quà sinh nhật",
        "quà cho bạn nhật",
        "gift for french friend",
        "gì cũng được miễn ngon",
        "j cx đc",
    ],
)
def test_gifts_for_any_day_and_anybody_are_listed(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.SPECIALITIES
    assert not turn.question.producers
    assert turn.answer.products


def test_whatever_is_said_goes_on_with_what_was_listed(talk: Talk) -> None:
    assert talk.say("có bánh gì", "gì cũng được").question.kinds == ("banh",)


@pytest.mark.parametrize("asked", ["htx 20/10", "hợp tác xã 8/3"])
def test_makers_named_after_days_are_found(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.producers


@pytest.mark.parametrize("then", ["cay", "cay hong", "cay không"])
def test_how_goods_taste_is_not_known(talk: Talk, then: str) -> None:
    turn = talk.say("bò khô đà nẵng", then)
    assert "cay hay ngọt" in turn.reply.text
    assert not turn.answer.products


def test_hot_goods_are_those_of_the_kind(talk: Talk) -> None:
    turn = talk.say("bò khô cay đà nẵng")
    assert turn.question.kinds == ("bo-kho",)
    assert "cay hay ngọt" in turn.reply.text


@pytest.mark.parametrize("asked", ["cáy", "mam cay", "mắm cáy"])
def test_crabs_are_goods_all_the_same(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.kinds


@pytest.mark.parametrize(
    ("first", "then", "kinds"),
    [
        ("kẹo, 5 sao", "hong, 4 sao thôi", ("keo",)),
        ("cafe", "hong, trà ik", ("tra",)),
    ],
)
def test_a_southern_no_is_no_persimmon(
    talk: Talk, first: str, then: str, kinds: tuple[str, ...]
) -> None:
    assert talk.say(first, then).question.kinds == kinds


@pytest.mark.parametrize("asked", ["mắc ca điện biên mấy sao", "hue essential oil how many stars"])
def test_stars_are_those_of_the_kind_there(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    (place,) = turn.question.places
    assert turn.answer.products
    assert all(
        catalogue.is_at(catalogue.products[code], (place,), kinds=turn.question.kinds)
        for code in turn.answer.products
    )


@pytest.mark.parametrize("asked", ["nước hoa", "nc hoa ocop k", "nước ngọt"])
def test_other_things_are_in_no_name_by_halves(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert not turn.answer.products


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (("kẹo", "dừa"), "keo-dua"),
        (("trà", "gừng"), "tra-gung"),
        (("mứt", "dừa"), "mut-dua"),
        (("durian", "khanh son", "frozen"), "sau-rieng-cap-dong"),
        (("trà", "cà phê"), "ca-phe"),
        (("trà hà giang", "mật ong"), "mat-ong"),
    ],
)
def test_a_kind_named_next_tells_closer_or_stands_alone(
    talk: Talk, said: tuple[str, ...], kind: str
) -> None:
    assert talk.say(*said).question.kinds == (kind,)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("i am korean tourist in nha trang", "Nha Trang"),
        ("i am french in hue", "Huế"),
        ("what eat in nha trang?", "Nha Trang"),
        ("phu quoc what eat", "Phú Quốc"),
        ("bring what from sapa", "Sa Pa"),
    ],
)
def test_visitors_with_little_english_see_what_is_there(talk: Talk, asked: str, place: str) -> None:
    turn = talk.say(asked)
    assert turn.language == "en"
    assert turn.question.intent is Intent.SPECIALITIES
    assert talk.places(turn) == [place]


def test_a_place_by_its_letters_alone_moves_the_list(talk: Talk) -> None:
    turn = talk.say("cafe", "đn")
    assert turn.question.kinds == ("ca-phe",)
    assert turn.reply.outcome is Outcome.CHOICES


@pytest.mark.parametrize(
    "asked", ["can order online", "dong ba market hue", "ben thanh market ocop"]
)
def test_markets_and_orders_are_english(talk: Talk, asked: str) -> None:
    assert talk.say(asked).language == "en"


@pytest.mark.parametrize("asked", ["please speak korean", "do you speak french"])
def test_which_languages_are_spoken(talk: Talk, asked: str) -> None:
    assert "Vietnamese and English" in talk.say(asked).reply.text


@pytest.mark.parametrize("asked", ["you are robot?", "m là bot hả", "ai tạo ra m"])
def test_what_we_are(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent is Intent.HELP
