"""What is near, what is saved, whether a label is true, what a code stands for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answers.scanned import named_by
from handlers.chat.keeping import LONGEST_SAVED, Kept
from handlers.chat.keeping_memory import MemoryKeeping
from handlers.chat.noting import impersonal
from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation, Turn, Utterance, respond
from handlers.geography.proximity import proximity_of
from handlers.geography.spots import Precision
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue

TODAY = date(2026, 5, 1)
BA_CHE = "tra-hoa-vang-ba-che"
HA_LONG = (20.95, 107.09)
CHAT = "telegram:1"


def told(knowledge: Knowledge, utterance: Utterance, kept: Kept | None = None) -> Turn:
    return respond(utterance, Session(), knowledge, TODAY, kept or Kept())[0]


def test_what_is_near_comes_nearest_first_with_its_precision(catalogue: Catalogue) -> None:
    index = proximity_of(catalogue)
    near = [each for each, _ in zip(index.products(HA_LONG), range(200), strict=False)]
    exact = [each.kilometres for each in near if each.spot.precision is Precision.COMMUNE]
    assert exact == sorted(exact)
    assert len(near) == 200
    assert proximity_of(catalogue) is index


@pytest.mark.parametrize("point", [HA_LONG, (10.03, 105.78), (0.0, 0.0), (-90.0, 180.0)])
def test_a_location_is_answered_and_paged(knowledge: Knowledge, point: tuple[float, float]) -> None:
    turn = told(knowledge, Utterance(point=point))
    assert turn.reply.outcome is Outcome.ANSWER
    assert "theo trung tâm" in turn.reply.text or "trung tâm xã" in turn.reply.text
    more = [each for each in turn.reply.choices if each.action.startswith("ap~0~")]
    page = told(knowledge, Utterance(action=more[0].action))
    assert len(page.answer.products) == 5
    following = [each for each in page.reply.choices if each.action.startswith("ap~5~")]
    assert not set(told(knowledge, Utterance(action=following[0].action)).answer.products) & set(
        page.answer.products
    )


def test_without_a_location_the_person_is_asked(knowledge: Knowledge) -> None:
    assert told(knowledge, Utterance(action="a")).reply.asks_location
    odd = told(knowledge, Utterance(point=(float("nan"), 500.0)))
    assert odd.reply.asks_location


@given(text=st.text(max_size=40), verb=st.sampled_from("aizrvuVPLfj"))
def test_no_action_of_ours_raises(knowledge: Knowledge, text: str, verb: str) -> None:
    turn = told(knowledge, Utterance(text=text, action=verb + text))
    assert turn.reply.text


async def test_a_product_is_saved_listed_shared_and_removed(knowledge: Knowledge) -> None:
    keeping = MemoryKeeping()
    conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: TODAY, keeping)
    saved = await conversation.hear(CHAT, Utterance(action=f"i{BA_CHE}"))
    assert saved.reply.brief
    assert saved.reply.feedback is None
    again = await conversation.hear(CHAT, Utterance(action=f"i{BA_CHE}"))
    assert again.reply.text != saved.reply.text
    listed = await conversation.hear(CHAT, Utterance(action="v"))
    assert "Quảng Ninh" in listed.reply.text
    assert listed.answer.products == (BA_CHE,)
    shared = await conversation.hear(CHAT, Utterance(action="u"))
    assert "Đạp Thanh" in shared.reply.text
    await conversation.hear(CHAT, Utterance(action=f"r{BA_CHE}"))
    assert (await keeping.kept(CHAT)).saved == ()


def test_a_full_list_says_so(knowledge: Knowledge) -> None:
    full = Kept(tuple(f"x{number}" for number in range(LONGEST_SAVED)))
    turn = told(knowledge, Utterance(action=f"i{BA_CHE}"), full)
    assert turn.answer.effects == ()
    assert str(LONGEST_SAVED) in turn.reply.text


@pytest.mark.parametrize(("claimed", "begins"), [(5, "Đúng"), (4, "Chưa khớp")])
def test_a_label_is_compared_with_the_list(knowledge: Knowledge, claimed: int, begins: str) -> None:
    turn = told(knowledge, Utterance(action=f"L{claimed}~{BA_CHE}"))
    assert turn.reply.text.startswith(begins)
    assert "5 sao" in turn.reply.text


def test_an_expired_label_is_told_as_expired(knowledge: Knowledge) -> None:
    old = next(
        each
        for each in knowledge.catalogue.facts.products
        if each.stars and (each.certificates[0].year or 9999) < 2022
    )
    turn = told(knowledge, Utterance(action=f"L{old.stars}~{old.code}"))
    assert "đã hết hạn" in turn.reply.text


def test_absence_is_never_told_as_not_certified(knowledge: Knowledge) -> None:
    turn = told(knowledge, Utterance(text="Thịt trâu gác bếp Xyz có phải OCOP 4 sao không?"))
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "không có nghĩa là sản phẩm chưa được công nhận" in turn.reply.text


def test_a_vote_is_kept_with_its_reason(knowledge: Knowledge) -> None:
    asked = told(knowledge, Utterance(action="f-0123abcd"))
    reasons = [choice.action for choice in asked.reply.choices]
    assert len(reasons) == 4
    given = told(knowledge, Utterance(action=reasons[1]))
    assert [effect.value for effect in given.answer.effects] == ["- 0123abcd wrong"]


async def test_a_comment_may_come_in_the_next_message(knowledge: Knowledge) -> None:
    keeping = MemoryKeeping()
    conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: TODAY, keeping)
    await conversation.hear(CHAT, Utterance(action="f"))
    await conversation.hear(CHAT, Utterance(text="Nên có \x00giá"))
    await conversation.hear(CHAT, Utterance(text="Trà hoa vàng Ba Chẽ"))
    assert keeping.comments == ["Nên có giá"]


async def test_a_question_is_noted_without_the_person(knowledge: Knowledge) -> None:
    keeping = MemoryKeeping()
    conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: TODAY, keeping)
    text = "trà hoa vàng Ba Chẽ, gọi 0912 345 678 hoặc lan@example.vn"
    turn = await conversation.hear(CHAT, Utterance(text=text))
    noted = keeping.noted[turn.reply.feedback or ""]
    assert "0912" not in noted.words
    assert "example" not in noted.words
    assert noted.channel == "telegram"


@given(st.text(st.characters(codec=None)))
def test_kept_words_can_always_be_written(text: str) -> None:
    kept = impersonal(text)
    assert kept.encode() is not None
    assert "\x00" not in kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"https://t.me/bot?start=p_{BA_CHE}", BA_CHE),
        (f"https://ocop.example/p/{BA_CHE}", BA_CHE),
        ("Tên: TRÀ HOA VÀNG BA CHẼ; 5 sao", BA_CHE),
        ("https://facebook.com/whoever", None),
        ("8938505974194", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_a_code_is_matched_by_code_website_or_name(
    catalogue: Catalogue, text: str, code: str | None
) -> None:
    found = named_by(text, catalogue)
    assert (found.code if found else None) == code


def test_a_name_is_known_by_other_letters_that_look_the_same(catalogue: Catalogue) -> None:
    found = named_by("\N{LATIN CAPITAL LETTER ETH}ƯỜNG THỐT NỐT BỘT PALMANIA", catalogue)
    assert found is not None
    assert found.code == "duong-thot-not-bot-palmania"


def test_a_website_on_a_label_leads_to_its_producer(catalogue: Catalogue) -> None:
    producer = next(
        each
        for each in catalogue.facts.producers
        if each.website and "facebook" not in each.website
    )
    found = named_by(f"https://{(producer.website or '').split('://')[-1]}", catalogue)
    assert found is not None
    assert found.code == producer.code
