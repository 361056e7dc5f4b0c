"""Whole turns: choices, numbers, follow-ups, languages, sessions, the record."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handlers.answer_record import record
from handlers.chat.actions import LONGEST_ACTION, Action
from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.chat.session_memory import MemorySessions
from handlers.chat.topic import Topic
from handlers.conversation import Conversation, Turn, Utterance, respond
from handlers.follow_ups.context import in_context
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Match, Question
from tests.handlers.talking import TODAY

BA_CHE = "tra-hoa-vang-ba-che"
QUY_HOA = "tra-hoa-vang-quy-hoa"


class Chat:
    """One person talking."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: TODAY)

    async def say(self, text: str, hint: str | None = None) -> Turn:
        return await self.conversation.hear("chat", Utterance(text, hint=hint))

    async def tap(self, action: str) -> Turn:
        return await self.conversation.hear("chat", Utterance(action=action))


@pytest.fixture
def chat(knowledge: Knowledge) -> Chat:
    return Chat(knowledge)


async def test_a_tapped_choice_is_answered(chat: Chat) -> None:
    turn = await chat.tap(f"p{BA_CHE}")
    assert turn.question.intent is Intent.PRODUCT
    assert "Trà hoa vàng Ba Chẽ" in turn.reply.text
    assert turn.reply.choices
    for choice in turn.reply.choices:
        following = await chat.tap(choice.action)
        assert following.reply.outcome is Outcome.ANSWER or following.reply.brief


async def test_more_goes_through_the_whole_list_once(chat: Chat, catalogue: Catalogue) -> None:
    turn = await chat.tap("l0~~~former:15~")
    seen: list[str] = list(turn.answer.products)
    while more := [c for c in turn.reply.choices if c.action.startswith("l")]:
        turn = await chat.tap(more[0].action)
        seen += turn.answer.products
    place = catalogue.places["former:15"]
    assert seen == [product.code for product in catalogue.products_at((place,))]


async def test_a_typed_number_takes_the_choice(chat: Chat) -> None:
    listed = await chat.tap("l0~5~~province:22~")
    turn = await chat.say("2")
    assert turn.answer.products == (listed.answer.products[1],)


async def test_a_number_out_of_nowhere_is_answered_kindly(chat: Chat) -> None:
    turn = await chat.say("7")
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "số này" in turn.reply.text


@pytest.mark.parametrize(
    "action",
    ["pgone", "qgone", "zzz", "l0~9", "lx~~~~", "t0~none", "o5~nowhere", "e99", "", "\ud800"],
)
async def test_stale_and_foreign_actions_are_answered_kindly(chat: Chat, action: str) -> None:
    turn = await chat.tap(action)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert turn.reply.text


async def test_a_tapped_language_stays(chat: Chat) -> None:
    assert (await chat.tap("gen")).language == "en"
    assert (await chat.tap(f"p{BA_CHE}")).reply.text.startswith("Ba Chẽ yellow camellia tea")
    assert (await chat.tap("gvi")).language == "vi"


async def test_the_platforms_language_is_a_hint(chat: Chat) -> None:
    assert (await chat.say("😀", hint="en-GB")).language == "en"


async def test_a_follow_up_without_a_name_is_about_the_product_shown(chat: Chat) -> None:
    await chat.tap(f"p{BA_CHE}")
    turn = await chat.say("còn số điện thoại?")
    assert turn.question.intent is Intent.CONTACT
    assert turn.answer.products == (BA_CHE,)


async def test_a_question_in_english_is_answered_in_english(chat: Chat) -> None:
    turn = await chat.say("Who makes Ba Che yellow camellia tea?")
    assert turn.language == "en"
    assert "Dap Thanh" in turn.reply.text


def asked(**named: object) -> Question:
    return replace(Question(text="…", language="vi"), **named)


def test_an_ordinal_is_the_entry_shown(catalogue: Catalogue) -> None:
    session = Session(intent="specialities", products=(BA_CHE, QUY_HOA))
    read = in_context(asked(ordinal=2, refers_back=True), Topic.of(session, catalogue), catalogue)
    assert read.products[0].code == QUY_HOA
    assert read.certainty is Certainty.CLEAR
    last = in_context(
        asked(ordinal=-1, intent=Intent.RATING, intent_stated=True),
        Topic.of(session, catalogue),
        catalogue,
    )
    assert (last.products[0].code, last.intent) == (QUY_HOA, Intent.RATING)


def test_another_place_keeps_intent_and_filters(catalogue: Catalogue) -> None:
    session = Session(intent="specialities", places=("province:22",), stars=5, category="beverage")
    place = catalogue.places["province:01"]
    question = asked(intent=Intent.SPECIALITIES, places=(place,), refers_back=True)
    read = in_context(question, Topic.of(session, catalogue), catalogue)
    assert (read.places, read.stars, read.category) == ((place,), 5, "beverage")
    counted = in_context(
        question, Topic.of(replace(session, intent="statistics"), catalogue), catalogue
    )
    assert counted.intent is Intent.STATISTICS


async def test_goods_of_another_place_after_shops_are_a_question_of_their_own(chat: Chat) -> None:
    shops = await chat.say("điểm bán OCOP ở Lâm Đồng")
    assert shops.question.intent is Intent.OUTLETS
    turn = await chat.say("đồ uống 4 sao ở Đắk Lắk")
    assert turn.question.intent is Intent.SPECIALITIES
    there = await chat.say("còn ở Gia Lai")
    assert there.question.intent is Intent.SPECIALITIES


def test_several_products_shown_make_a_follow_up_a_choice(catalogue: Catalogue) -> None:
    session = Session(intent="specialities", products=(BA_CHE, QUY_HOA))
    question = asked(intent=Intent.CONTACT, intent_stated=True, refers_back=True)
    assert (
        in_context(question, Topic.of(session, catalogue), catalogue).certainty is Certainty.RIVALS
    )


def test_a_named_product_is_not_replaced_by_the_one_shown(catalogue: Catalogue) -> None:
    session = Session(intent="rating", products=(BA_CHE,))
    question = asked(
        intent=Intent.PRODUCT, certainty=Certainty.CLEAR, products=(Match(QUY_HOA, 1.0),)
    )
    assert in_context(question, Topic.of(session, catalogue), catalogue).products[0].code == QUY_HOA
    again = in_context(replace(question, refers_back=True), Topic.of(session, catalogue), catalogue)
    assert again.intent is Intent.RATING


def test_codes_that_vanished_are_passed_over(catalogue: Catalogue) -> None:
    session = Session(intent="product", products=("gone",), places=("province:00",))
    question = asked(intent=Intent.CONTACT, intent_stated=True, refers_back=True)
    assert in_context(question, Topic.of(session, catalogue), catalogue).products == ()


@given(st.text(max_size=70))
def test_any_text_parses_to_an_action_or_none(text: str) -> None:
    action = Action.parse(text)
    assert action is None or action.text == text


@given(text=st.text(st.characters(), max_size=200), action=st.none() | st.text(max_size=64))
def test_nothing_said_or_tapped_raises(knowledge: Knowledge, text: str, action: str | None) -> None:
    session = Session(products=("gone", BA_CHE), choices=("l5~@", "pgone"))
    turn, following = respond(Utterance(text, action), session, knowledge, TODAY)
    assert turn.reply.text
    assert all(len(c.action.encode()) <= LONGEST_ACTION for c in turn.reply.choices)
    assert following.last_language == turn.language


async def test_sessions_are_bounded() -> None:
    sessions = MemorySessions(longest=2)
    for chat in ("a", "b", "a", "c"):
        await sessions.save(chat, Session(intent=chat))
    assert (await sessions.load("b")).intent is None
    assert (await sessions.load("a")).intent == "a"


def test_the_record_holds_what_the_contract_names(knowledge: Knowledge) -> None:
    turn, _ = respond(Utterance(action="l0~~~former:15~"), Session(), knowledge, date(2026, 1, 1))
    told = json.loads(json.dumps(record(turn, knowledge, 1.23456)))
    assert list(told) == [
        "question", "language", "intent", "outcome", "products", "producers", "places",
        "filters", "text", "choices", "ms",
    ]  # fmt: skip
    assert told["outcome"] == "answer"
    assert told["places"] == [{"code": "15", "name": "Lào Cai", "former": "Yên Bái"}]
    assert len(told["products"]) == 5
    assert set(told["products"][0]) == {"code", "name_vi", "name_en", "province", "stars", "score"}
    assert told["products"][0]["province"] == "Lào Cai"


def test_the_record_of_a_product_names_its_producer(knowledge: Knowledge) -> None:
    turn, _ = respond(Utterance(action=f"p{BA_CHE}"), Session(), knowledge, date(2026, 1, 1))
    told = record(turn, knowledge, 0.5)
    assert [each["code"] for each in told["products"]] == [BA_CHE]  # type: ignore[attr-defined]
    assert "Đạp Thanh" in told["producers"][0]["name"]  # type: ignore[index]


async def test_bare_letters_are_no_halves_of_a_name(chat: Chat) -> None:
    turn = await chat.say("who r u")
    assert turn.question.intent is Intent.HELP
    assert not turn.answer.products


@pytest.mark.parametrize("asked", ["mua ở đâu", "giá bao nhiêu", "where to buy"])
async def test_a_question_without_a_thing_is_asked_which(chat: Chat, asked: str) -> None:
    turn = await chat.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "“" not in turn.reply.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("cà phê khe sanh có mấy sao, ai làm, mua ở đâu", ("5 sao", "do Hợp tác xã", "Postmart")),
        ("le gia fish sauce how many stars and who makes it", ("5-star", "Le Gia Food")),
    ],
)
def test_all_that_is_asked_of_a_product_in_one_breath_is_told(
    knowledge: Knowledge, asked: str, told: tuple[str, ...]
) -> None:
    turn, _ = respond(Utterance(text=asked), Session(), knowledge, TODAY)
    assert all(each in turn.reply.text for each in told)


def test_all_that_is_asked_of_one_of_a_list_is_told(knowledge: Knowledge) -> None:
    _, session = respond(Utterance(text="đi Hà Giang mua gì"), Session(), knowledge, TODAY)
    asked = Utterance(text="cai dau tien may sao, mua o dau")
    turn, _ = respond(asked, session, knowledge, TODAY)
    assert "★" in turn.reply.text
    assert "Mua " in turn.reply.text
