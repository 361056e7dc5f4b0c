"""Follow-ups that point at what was just shown, or go on with it."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

LE_GIA = "nuoc-mam-le-gia-cot-dac-biet-40n"


@pytest.mark.parametrize(
    "then",
    ["cty do co sp gi nua", "nhà đó còn gì nữa", "bên đó bán gì", "what else from that company"],
)
def test_that_company_is_the_one_told_last(talk: Talk, then: str) -> None:
    turn = talk.say("che hao dat thai nguyen", then)
    assert turn.question.intent is Intent.PRODUCER
    assert turn.answer.producers == ("htx-che-hao-dat",)
    assert len(turn.answer.products) == 4


def test_that_company_makes_the_product_picked(talk: Talk) -> None:
    turn = talk.say("tra thai nguyen", "cái thứ 2", "số điện thoại bên đó")
    product = talk.knowledge.catalogue.products["tra-tom-non-huong-que"]
    assert turn.question.intent is Intent.CONTACT
    assert turn.answer.producers == (product.producer,)


def test_near_there_is_around_the_product_shown(talk: Talk) -> None:
    turn = talk.say("tra thai nguyen", "số 2", "gần đó mua gì")
    assert turn.question.intent is Intent.NEARBY
    assert talk.places(turn) == ["Hợp Thành"]
    assert turn.answer.products


@pytest.mark.parametrize("then", ["tỉnh đó có gì nữa", "ở đó có gì"])
def test_that_province_is_the_products(talk: Talk, then: str) -> None:
    turn = talk.say("trà hoa vàng ba chẽ mấy sao", then)
    assert (turn.question.intent, talk.places(turn)) == (Intent.SPECIALITIES, ["Quảng Ninh"])


@pytest.mark.parametrize(
    "then",
    ["xem them", "xem tiếp", "more", "con nua khong", "còn gì nữa không", "có món khác không"],
)
def test_more_is_the_next_page(talk: Talk, then: str) -> None:
    first = talk.say("tra thai nguyen")
    more = next(choice for choice in first.reply.choices if choice.action.startswith("l"))
    assert more is first.reply.choices[-1]
    second = talk.say(then)
    assert set(second.answer.products).isdisjoint(first.answer.products)
    assert (talk.places(second), second.question.kinds) == (["Thái Nguyên"], ("tra",))


def test_more_goes_on_after_a_product_and_ends(talk: Talk) -> None:
    seen = set(talk.say("keo dua ben tre").answer.products)
    talk.say("2")
    seen |= set(talk.say("còn nữa không").answer.products)
    assert len(seen) == 8
    turn = talk.say("xem thêm")
    assert turn.reply.outcome is Outcome.TALK
    assert turn.reply.choices


def test_the_second_of_some_places_is_picked(talk: Talk) -> None:
    offered = talk.say("đặc sản Châu Thành").reply.choices
    assert talk.say("cái thứ hai").question.places[0].key in offered[1].action


@pytest.mark.parametrize("text", ["cái thứ 5", "cái thứ 5 của ai"])
def test_an_ordinal_beyond_the_list_stands_for_nothing(talk: Talk, text: str) -> None:
    turn = talk.say("nuoc mam le gia", text)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert turn.reply.text == Talk(talk.knowledge).say("7").reply.text


def test_a_maker_named_alone_picks_from_the_list(talk: Talk) -> None:
    turn = talk.say("keo dua ben tre", "dong a")
    products = talk.knowledge.catalogue.products
    assert turn.answer.products
    makers = [products[code].producer or "" for code in turn.answer.products]
    assert all(maker.endswith("dong-a") for maker in makers)
    turn = talk.say("may sao")
    assert turn.question.intent is Intent.RATING
    assert turn.reply.text.count("★") == 5 * len(turn.answer.products)


@pytest.mark.parametrize(
    "then",
    ["which one is best", "cái nào ngon hơn", "loại nào rẻ hơn", "rẻ nhất", "cái nào tốt hơn"],
)
def test_which_is_best_only_the_stars_tell(talk: Talk, then: str) -> None:
    listed = talk.say("tra thai nguyen").answer.products
    turn = talk.say(then)
    assert sorted(turn.answer.products) == sorted(listed)
    products = talk.knowledge.catalogue.products
    stars = [products[code].stars or 0 for code in turn.answer.products]
    assert stars == sorted(stars, reverse=True)
    assert "giá" in turn.reply.text or "prices" in turn.reply.text


def test_entries_of_the_list_are_compared(talk: Talk) -> None:
    listed = talk.say("nước mắm phú quốc 5 sao").answer.products
    turn = talk.say("số 2", "so với số 1 thì sao")
    assert turn.question.intent is Intent.COMPARE
    assert turn.answer.products == (listed[1], listed[0])
    listed = talk.say("tra thai nguyen").answer.products
    assert talk.say("so sanh cai 1 va cai 2").answer.products == listed[:2]


@pytest.mark.parametrize("then", ["so sanh voi khai hoan", "ngon hơn khải hoàn không"])
def test_what_is_named_is_compared_with_what_was_shown(talk: Talk, then: str) -> None:
    turn = talk.say("nuoc mam le gia", then)
    assert turn.answer.products[0] == LE_GIA
    assert len(turn.answer.products) == 2


@pytest.mark.parametrize("then", ["không phải cái đó", "sai rồi", "not that one"])
def test_a_correction_offers_something_else(talk: Talk, then: str) -> None:
    turn = talk.say("nuoc mam le gia", then)
    assert turn.reply.outcome is Outcome.CHOICES
    assert LE_GIA not in turn.answer.products
    assert turn.answer.products


def test_stars_asked_of_the_product_shown(talk: Talk) -> None:
    turn = talk.say("tra thai nguyen", "cái 2", "nó 5 sao hả")
    assert turn.question.intent is Intent.RATING
    assert turn.answer.products == ("tra-tom-non-huong-que",)
    turn = talk.say("còn loại 4 sao")
    assert (turn.question.stars, turn.question.kinds) == (4, ("tra",))


def test_a_word_of_assent_leaves_language_and_numbers(talk: Talk) -> None:
    listed = talk.say("cà phê buôn ma thuột").answer.products
    turn = talk.say("ok")
    assert (turn.reply.outcome, turn.language) == (Outcome.TALK, "vi")
    assert talk.say("2").answer.products == (listed[1],)
    assert talk.say("cảm ơn", "còn cái 3").answer.products == (listed[2],)


def test_a_correction_without_anything_else_asks_for_the_name(talk: Talk) -> None:
    turn = talk.say("tra thai nguyen", "không phải")
    assert turn.reply.outcome is Outcome.TALK
    assert "?" in turn.reply.text
