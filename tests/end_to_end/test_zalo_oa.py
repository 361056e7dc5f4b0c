"""The bot behind an Official Account, from a signed event over HTTP to the message sent back."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.store.store import Store
from knowledge.base import Knowledge
from tests.end_to_end.zalo_double_server import Fault
from tests.end_to_end.zalo_oa_account import HOUR, LAN, MINH, QUESTION, Account, serving
from tests.end_to_end.zalo_oa_double import (
    APP_SECRET,
    FIRST_REFRESH_TOKEN,
    SECRET_KEY,
    ZaloOaDouble,
    signed,
)

CHOICES_QUESTION = "Thái Nguyên có đặc sản gì?"


@pytest.fixture
def zalo() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble() as double:
        yield double


@pytest.fixture
async def account(zalo: ZaloOaDouble, knowledge: Knowledge, store: Store) -> AsyncIterator[Account]:
    async with serving(zalo, knowledge, store) as serving_account:
        yield serving_account


async def test_a_question_is_answered_with_buttons(account: Account) -> None:
    answer = await account.ask(LAN, QUESTION)
    assert "5 sao" in answer.text
    assert answer.buttons
    assert {button["type"] for button in answer.buttons} == {"oa.query.show"}
    assert "\n1. " not in answer.text
    assert account.zalo.refused == []


async def test_what_a_button_sends_back_does_what_it_says(account: Account) -> None:
    answer = await account.ask(LAN, QUESTION)
    button = next(each for each in answer.buttons if each["title"].startswith("Mua"))
    bought = await account.ask(LAN, button["payload"])
    assert "Postmart" in bought.text
    later = await account.ask(LAN, "xin chào")
    assert later.text != bought.text
    assert "Postmart" in (await account.ask(LAN, button["payload"])).text
    assert account.zalo.refused == []


async def test_a_command_is_no_comment(account: Account) -> None:
    await account.ask(LAN, "/gopy")
    found = await account.ask(LAN, "/tim trà 5 sao Thái Nguyên")
    assert "Trà 5 sao ở Thái Nguyên" in found.text


async def test_a_pressed_button_arrives_also_as_an_event_of_its_own(account: Account) -> None:
    answer = await account.ask(LAN, QUESTION)
    payload = next(each["payload"] for each in answer.buttons if each["title"].startswith("Mua"))
    event = account.zalo.event(LAN, "user_click_button", payload=payload)
    assert await account.deliver(event) == 200
    assert "Postmart" in (await account.zalo.next_text(LAN)).text


async def test_more_choices_than_buttons_are_numbered_lines(account: Account) -> None:
    answer = await account.ask(LAN, CHOICES_QUESTION)
    assert "\n6. " in answer.text
    assert len(answer.buttons) == 5
    assert [button["title"][:2] for button in answer.buttons] == [f"{n}." for n in range(1, 6)]
    by_button = await account.ask(LAN, answer.buttons[1]["payload"])
    await account.ask(LAN, CHOICES_QUESTION)
    by_number = await account.ask(LAN, "số 2")
    assert by_number.text == by_button.text
    assert account.zalo.refused == []


async def test_a_published_phone_number_can_be_called(
    account: Account, knowledge: Knowledge
) -> None:
    producer = next(each for each in knowledge.catalogue.facts.producers if each.phone)
    answer = await account.ask(LAN, f"số điện thoại của {producer.name}")
    assert producer.phone is not None
    assert producer.phone in answer.text
    calls = [each for each in answer.buttons if each["type"] == "oa.open.phone"]
    digits = "".join(letter for letter in producer.phone if letter.isdecimal())
    assert calls
    assert calls[0]["payload"]["phone_code"].lstrip("+") in digits
    assert account.zalo.refused == []


async def test_a_shared_location_asks_what_is_near(account: Account) -> None:
    body = account.zalo.event(
        LAN,
        "user_send_location",
        attachments=[
            {
                "type": "location",
                "payload": {"coordinates": {"latitude": "21.5942", "longitude": "105.8482"}},
            }
        ],
    )
    assert await account.deliver(body) == 200
    answer = await account.zalo.next_text(LAN)
    assert "km" in answer.text
    assert account.zalo.refused == []


@pytest.mark.parametrize(
    "coordinates",
    [None, {}, {"latitude": "north", "longitude": "1"}, {"latitude": "nan", "longitude": "inf"}],
)
async def test_a_location_that_is_none_is_answered_kindly(
    account: Account, coordinates: object
) -> None:
    attachments = [{"type": "location", "payload": {"coordinates": coordinates}}]
    body = account.zalo.event(LAN, "user_send_location", attachments=attachments)
    assert await account.deliver(body) == 200
    assert "chữ" in (await account.zalo.next_text(LAN)).text


@pytest.mark.parametrize("name", ["user_send_image", "user_send_sticker", "user_send_audio"])
async def test_what_has_no_words_is_answered_kindly(account: Account, name: str) -> None:
    assert await account.deliver(account.zalo.event(LAN, name, attachments=[])) == 200
    assert "chữ" in (await account.zalo.next_text(LAN)).text


async def test_a_new_follower_is_welcomed_and_one_who_leaves_is_let_go(account: Account) -> None:
    assert await account.deliver(account.zalo.event(LAN, "follow")) == 200
    welcome = await account.zalo.next_text(LAN)
    assert "OCOP" in welcome.text
    assert len(welcome.buttons) >= 3
    assert await account.deliver(account.zalo.event(LAN, "unfollow")) == 200
    for odd in ("user_seen_message", "oa_send_text", "anything"):
        assert await account.deliver(account.zalo.event(MINH, odd, text=QUESTION)) == 200
    await account.ask(MINH, "xin chào")
    assert len(account.zalo.texts(LAN)) == 1
    assert len(account.zalo.texts(MINH)) == 1


async def test_the_same_event_is_answered_once(account: Account) -> None:
    body = account.zalo.event(LAN, "user_send_text", text=QUESTION)
    statuses = await asyncio.gather(*(account.deliver(body) for _ in range(5)))
    assert set(statuses) == {200}
    await account.zalo.next_text(LAN)
    await account.ask(LAN, "xin chào")
    assert len(account.zalo.texts(LAN)) == 2


async def test_a_signature_counts_with_and_without_its_prefix(account: Account) -> None:
    for beginning in ("mac=", "", "MAC="):
        body = account.zalo.event(LAN, "user_send_text", text="xin chào")
        assert await account.deliver(body, beginning + signed(body)[4:]) == 200
        await account.zalo.next_text(LAN)


async def test_what_is_not_signed_by_the_platform_is_refused(account: Account) -> None:
    body = account.zalo.event(LAN, "user_send_text", text=QUESTION)
    changed = body.replace("mấy sao".encode(), "mấy năm".encode())
    other_app = json.dumps({**json.loads(body), "app_id": "999"}).encode()
    forged = [
        (body, ""),
        (body, "mac="),
        (body, "mac=" + "0" * 64),
        (body, signed(body, secret="another")),
        (changed, signed(body)),
        (body + b" ", signed(body)),
        (other_app, signed(body)),
        (b"", signed(body)),
        (b"[1, 2]", signed(body)),
    ]
    for given, signature in forged:
        assert await account.deliver(given, signature) == 403
    assert account.zalo.texts(LAN) == []


@pytest.mark.parametrize("age", [4 * HOUR, 3 * 24 * HOUR, -HOUR])
async def test_a_recorded_event_is_refused(account: Account, age: float) -> None:
    body = account.zalo.event(LAN, "user_send_text", text=QUESTION, at=time.time() - age)
    assert await account.deliver(body) == 403


async def test_an_event_that_was_tried_before_is_still_taken(account: Account) -> None:
    body = account.zalo.event(LAN, "user_send_text", text=QUESTION, at=time.time() - 2 * HOUR)
    assert await account.deliver(body) == 200
    assert "5 sao" in (await account.zalo.next_text(LAN)).text


async def test_the_platform_is_answered_at_once_however_slow_sending_is(account: Account) -> None:
    account.zalo.plan("send", Fault(silent=True), chat=LAN)
    began = time.monotonic()
    await account.say(LAN, QUESTION)
    assert time.monotonic() - began < 2.0
    assert "5 sao" in (await account.ask(MINH, QUESTION)).text


async def test_a_refused_message_is_not_tried_again_and_nobody_else_suffers(
    account: Account,
) -> None:
    account.zalo.plan("send", Fault(code=-230), chat=LAN)
    await account.say(LAN, QUESTION)
    assert "5 sao" in (await account.ask(MINH, QUESTION)).text
    assert "5 sao" in (await account.ask(LAN, QUESTION)).text
    assert len([call for call in account.zalo.of("send") if call.chat == LAN]) == 2


async def test_faults_on_the_way_out_are_tried_again(account: Account) -> None:
    account.zalo.plan("send", Fault(502))
    account.zalo.plan("send", Fault(429, retry_after=0))
    account.zalo.plan("send", Fault(code=-32))
    assert "5 sao" in (await account.ask(LAN, QUESTION)).text
    assert len(account.zalo.of("send")) == 4


async def test_nothing_is_sent_after_the_window_for_answers(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    long_ago, lately = time.time() - 48 * HOUR - 1, time.time() - 47 * HOUR
    for user, at in ((LAN, long_ago), (MINH, lately)):
        body = zalo.event(user, "user_send_text", text=QUESTION, at=at)
        assert await store.events.add("zalo-oa", f"left-{user}", body.decode())
    async with serving(zalo, knowledge, store) as account:
        assert "5 sao" in (await zalo.next_text(MINH)).text
        await account.ask(LAN, "xin chào")
    assert len(zalo.texts(LAN)) == 1


async def test_no_secret_and_no_person_is_in_the_log(
    account: Account, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    account.zalo.expire()
    account.zalo.plan("send", Fault(502))
    await account.ask(LAN, QUESTION)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert ours
    told = "\n".join(ours)
    for hidden in (APP_SECRET, SECRET_KEY, FIRST_REFRESH_TOKEN, "refresh-1", "access-", LAN, "Ba"):
        assert hidden not in told
