"""Tokens of an Official Account: used once, stored at once, shared by all processes; and pace."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.app import make_channels, make_conversation, serve
from bot.channels.channel import ChannelError
from bot.channels.zalo_oa.client import ZaloOaClient
from bot.channels.zalo_oa.tokens import Tokens
from bot.delivery.calls import CallFailed, Refused
from bot.server import WebServer, build_app
from bot.settings import Settings
from bot.store.store import Store, open_store
from knowledge.base import Knowledge
from tests.end_to_end.conftest import running
from tests.end_to_end.zalo_double_server import Fault
from tests.end_to_end.zalo_oa_account import LAN, QUESTION, channel, serving
from tests.end_to_end.zalo_oa_double import (
    APP_ID,
    APP_SECRET,
    FIRST_REFRESH_TOKEN,
    ZaloOaDouble,
)


@pytest.fixture
def zalo() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble() as double:
        yield double


def tokens(zalo: ZaloOaDouble, store: Store, **options: Any) -> Tokens:
    """The tokens of one process."""
    return Tokens(
        store.state,
        **{
            "oauth_url": zalo.url,
            "app_id": APP_ID,
            "app_secret": APP_SECRET,
            "refresh_token": FIRST_REFRESH_TOKEN,
            "first_pause": 0.01,
            **options,
        },
    )


async def test_an_expired_token_is_renewed_once_and_the_answer_sent(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    async with serving(zalo, knowledge, store) as account:
        await account.ask(LAN, "xin chào")
        account.zalo.expire()
        assert "5 sao" in (await account.ask(LAN, QUESTION)).text
        assert account.zalo.used == [FIRST_REFRESH_TOKEN, "refresh-1"]
        account.zalo.plan("send", Fault(code=-124))
        assert "5 sao" in (await account.ask(LAN, QUESTION)).text
        assert len(account.zalo.used) == 3


async def test_many_answers_that_meet_an_expired_token_renew_it_once(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    async with serving(zalo, knowledge, store) as account:
        people = [f"person-{number}" for number in range(8)]
        account.zalo.expire()
        await asyncio.gather(*(account.say(person, QUESTION) for person in people))
        answers = await asyncio.gather(*(account.zalo.next_text(person) for person in people))
        assert all("5 sao" in answer.text for answer in answers)
        assert account.zalo.used == [FIRST_REFRESH_TOKEN, "refresh-1"]


async def test_no_more_messages_a_second_than_the_platform_takes(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    people = [f"person-{number}" for number in range(6)]
    async with serving(zalo, knowledge, store, sends_per_second=20.0) as account:
        began = time.monotonic()
        await asyncio.gather(*(account.say(person, QUESTION) for person in people))
        await asyncio.gather(*(zalo.next_text(person) for person in people))
    assert time.monotonic() - began >= 5 / 20


async def test_a_process_that_starts_again_uses_the_stored_tokens(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    for _ in range(3):
        async with serving(zalo, knowledge, store) as account:
            assert "5 sao" in (await account.ask(LAN, QUESTION)).text
    assert zalo.used == [FIRST_REFRESH_TOKEN]


async def test_two_processes_that_renew_together_use_the_refresh_token_once(
    zalo: ZaloOaDouble, tmp_path: Path
) -> None:
    stores = [
        await open_store(f"sqlite:///{tmp_path / 'shared.db'}", question_days=90) for _ in range(3)
    ]
    processes = [tokens(zalo, store) for store in stores]
    assert set(await asyncio.gather(*(each.current() for each in processes))) == {"access-1"}
    zalo.expire()
    renewed = await asyncio.gather(*(each.instead_of("access-1") for each in processes))
    assert set(renewed) == {"access-2"}
    assert zalo.used == [FIRST_REFRESH_TOKEN, "refresh-1"]
    for each, store in zip(processes, stores, strict=True):
        await each.close()
        await store.close()


async def test_a_token_is_renewed_before_it_ends(zalo: ZaloOaDouble, store: Store) -> None:
    now = 1_770_000_000.0
    ours = tokens(zalo, store, clock=lambda: now)
    assert await ours.current() == "access-1"
    now += zalo.lifetime - 700
    assert await ours.current() == "access-1"
    now += 200
    assert await ours.current() == "access-2"
    await ours.close()


async def test_a_process_that_died_while_renewing_holds_nobody_up_for_long(
    zalo: ZaloOaDouble, store: Store
) -> None:
    now = 1_770_000_000.0
    zalo.plan("refresh", Fault(silent=True))
    died = tokens(zalo, store, clock=lambda: now)
    renewal = asyncio.create_task(died.current())
    await zalo.count("refresh", 1)
    ours = tokens(zalo, store, clock=lambda: now)
    waiting = asyncio.create_task(ours.current())
    done, _ = await asyncio.wait({waiting}, timeout=0.5)
    assert not done
    now += 61
    assert await waiting == "access-1"
    renewal.cancel()
    await ours.close()


async def test_a_renewal_is_given_up_while_its_claim_still_holds(
    zalo: ZaloOaDouble, store: Store
) -> None:
    zalo.plan("refresh", Fault(429, retry_after=100))
    ours, other = tokens(zalo, store, renewal_seconds=0.2), tokens(zalo, store)
    with pytest.raises(CallFailed, match="in time"):
        await asyncio.wait_for(ours.current(), 5)
    assert await asyncio.wait_for(other.current(), 5) == "access-1"
    await ours.close()
    await other.close()


async def test_stopping_does_not_wait_for_ever_for_a_renewal(
    zalo: ZaloOaDouble, store: Store
) -> None:
    zalo.plan("refresh", Fault(silent=True))
    ours = tokens(zalo, store)
    waiting = asyncio.create_task(ours.current())
    await zalo.count("refresh", 1)
    await asyncio.wait_for(ours.close(0.0), 5)
    await asyncio.gather(waiting, return_exceptions=True)


async def test_a_renewal_that_failed_is_tried_again_with_the_next_answer(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.plan("refresh", Fault(502), times=5)
    async with serving(zalo, knowledge, store) as account:
        assert "5 sao" in (await account.ask(LAN, QUESTION)).text


async def test_a_new_refresh_token_in_the_settings_replaces_what_is_stored(
    zalo: ZaloOaDouble, store: Store
) -> None:
    first = tokens(zalo, store)
    await first.current()
    zalo._refresh_token = "authorised-again"
    zalo.expire()
    again = tokens(zalo, store, refresh_token="authorised-again")
    assert await again.current() == "access-2"
    await first.close()
    await again.close()


async def test_a_refused_refresh_token_is_told_with_what_to_do(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    wrong = channel(zalo, knowledge, store, refresh_token="mistyped")
    with pytest.raises(ChannelError, match="ZALO_OA_REFRESH_TOKEN") as caught:
        await serve([wrong], asyncio.Event())
    assert "mistyped" not in str(caught.value)


async def test_an_account_that_is_locked_out_while_serving_is_not_healthy(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    receiving = channel(zalo, knowledge, store)
    server = WebServer(build_app([receiving.router]), host="127.0.0.1", port=0)
    async with running(receiving, server=server):
        assert receiving.healthy
        zalo.expire()
        zalo._refresh_token = "used elsewhere"
        await zalo.say(server.url, LAN, QUESTION)
        await zalo.count("refresh", 2)
        await zalo.say(server.url, LAN, QUESTION)
        await zalo.count("refresh", 3)
        assert not receiving.healthy


async def test_what_was_accepted_is_finished_on_stopping(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.plan("send", Fault(429, retry_after=1), chat=LAN)
    async with serving(zalo, knowledge, store) as account:
        await account.say(LAN, QUESTION)
        await zalo.count("send", 1)
    assert len(zalo.texts(LAN)) == 1


async def test_settings_that_are_missing_are_named(knowledge: Knowledge, store: Store) -> None:
    settings = Settings.model_validate({"zalo_oa_app_id": APP_ID, "zalo_oa_secret_key": "x"})
    with pytest.raises(ChannelError, match=r"ZALO_OA_APP_SECRET, ZALO_OA_REFRESH_TOKEN$"):
        make_channels(settings, make_conversation(knowledge), store)


async def test_the_client_refuses_no_message_of_ours_and_tells_the_platforms_number(
    zalo: ZaloOaDouble, store: Store
) -> None:
    ours = tokens(zalo, store)
    client = ZaloOaClient(ours, api_url=zalo.url, sends_per_second=20.0)
    with pytest.raises(Refused, match=r"\(-230\)"):
        await client.send("nobody", "xin chào")
    await client.close()
    await ours.close()
