"""What a talk still knows after a list that is empty, a comparison, a question of taste."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import Category
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


def test_an_empty_list_leaves_what_was_shown(talk: Talk) -> None:
    shown = talk.say("mat ong ha giang").answer.products
    assert talk.say("o tra vinh co ko").reply.outcome is Outcome.NOT_FOUND
    assert talk.say("dia chi").answer.products == shown


def test_places_to_visit_stay_through_place_stars_and_booking(talk: Talk) -> None:
    talk.say("du lich sinh thai nam dinh")
    shown = talk.say("o nghe an").answer.products
    assert talk.say("5 sao thi o dau").question.category is Category.TOURISM
    turn = talk.say("dat phong sao")
    assert (turn.question.intent, turn.answer.products) == (Intent.CONTACT, shown)


@pytest.mark.parametrize("then", ["o dau", "ở chỗ nào vậy", "where"])
def test_where_alone_is_where_a_place_to_visit_lies(talk: Talk, then: str) -> None:
    turn = talk.say("nam dinh homestay", "cai thu nhat", then)
    assert turn.question.intent is Intent.CONTACT
    assert turn.answer.products == ("ecohost-hai-hau",)


@pytest.mark.parametrize(
    ("first", "intent"),
    [
        ("tra hoa vang ba che", Intent.WHERE_TO_BUY),
        ("trà hoa vàng ba chẽ ai làm", Intent.CONTACT),
    ],
)
def test_where_alone_is_where_to_buy_or_who_was_told(
    talk: Talk, first: str, intent: Intent
) -> None:
    assert talk.say(first, "ở đâu").question.intent is intent


@pytest.mark.parametrize(
    "then", ["cai nao cay", "có loại nào cay không", "which one is spicy", "which is spicy"]
)
def test_a_taste_finds_what_is_named_after_it(talk: Talk, then: str) -> None:
    turn = talk.say("banh trang tay ninh", then)
    assert turn.answer.products == ("banh-trang-ot-bay-muoi-nhuyen-sieu-cay",)
    maker = talk.say("nha do con lam gi nua").answer.producers
    assert talk.say("dia chi").answer.producers == maker
    assert talk.say("bn tien 1 bich").answer.producers == maker


def test_a_taste_that_nothing_is_named_after_is_not_made_up(talk: Talk) -> None:
    shown = talk.say("tra thai nguyen").answer.products
    turn = talk.say("loai nao dam nhat")
    assert sorted(turn.answer.products) == sorted(shown)
    assert "chưa nếm thử" in turn.reply.text


def test_the_third_of_the_list_after_two_were_compared(talk: Talk) -> None:
    shown = talk.say("tra thai nguyen").answer.products
    turn = talk.say("so sanh cai 1 va cai 2", "cai thu 3 ai lam")
    assert (turn.question.intent, turn.answer.products) == (Intent.PRODUCER, (shown[2],))


def test_that_company_is_the_one_behind_all_that_was_shown(talk: Talk) -> None:
    turn = talk.say("muoi bac lieu", "cong ty do con lam gi")
    assert turn.answer.producers == ("cong-ty-co-phan-muoi-bac-lieu",)


def test_what_else_there_is_names_no_place(talk: Talk) -> None:
    turn = talk.say("dac san soc trang", "banh pia", "con nao nua")
    assert turn.reply.outcome is Outcome.TALK
    assert turn.question.places == talk.say("bánh pía sóc trăng").question.places


@pytest.mark.parametrize(
    ("first", "then", "intent"),
    [
        ("giá bao nhiêu", "nước mắm lê gia", Intent.PRICE),
        ("mấy sao", "nước mắm lê gia", Intent.RATING),
        ("where to buy", "Le Gia fish sauce", Intent.WHERE_TO_BUY),
        ("sdt", "cong ty tan nhien", Intent.CONTACT),
        ("mua ở đâu", "sài gòn", Intent.OUTLETS),
    ],
)
def test_the_name_told_at_last_answers_which_product_was_meant(
    talk: Talk, first: str, then: str, intent: Intent
) -> None:
    assert talk.say(first).reply.outcome is Outcome.NOT_FOUND
    turn = talk.say(then)
    assert (turn.question.intent, turn.reply.outcome) == (intent, Outcome.ANSWER)


@pytest.mark.parametrize(
    ("between", "intent"), [("ok", Intent.RATING), ("đặc sản huế", Intent.PRODUCT)]
)
def test_only_talk_may_stand_between(talk: Talk, between: str, intent: Intent) -> None:
    assert talk.say("mấy sao", between, "nước mắm lê gia").question.intent is intent


@pytest.mark.parametrize("text", ["ok", "vâng", "haha", "👍", "xin lỗi"])
def test_a_nod_is_answered_by_itself(talk: Talk, text: str) -> None:
    assert talk.say(text).reply.outcome is Outcome.TALK


@pytest.mark.parametrize("text", ["lừa đảo", "cty nay lua dao", "scam"])
def test_a_cry_of_fraud_names_nobody(talk: Talk, text: str) -> None:
    answer = talk.say(text).answer
    assert not answer.products
    assert not answer.producers
    assert answer.reply.outcome is not Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tỉnh nào có nhiều trà nhất", "1. Thái Nguyên"),
        ("tinh nao nhieu gao nhat", "1. Ninh Bình"),
        ("which province has most honey products", "1. Phú Thọ"),
    ],
)
def test_provinces_come_in_the_order_of_a_kind(talk: Talk, text: str, first: str) -> None:
    assert first in talk.say(text).reply.text


@pytest.mark.parametrize("text", ["co bao nhieu loai mat ong", "how many honey products are there"])
def test_a_kind_is_counted_though_a_product_is_called_so(talk: Talk, text: str) -> None:
    turn = talk.say(text)
    assert turn.question.intent is Intent.STATISTICS
    count = len(talk.knowledge.catalogue.products_at(kinds=("mat-ong",)))
    assert f" {count} " in turn.reply.text
