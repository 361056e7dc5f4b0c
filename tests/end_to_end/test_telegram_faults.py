"""The bot on Telegram while the platform, or our own store, fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.app import make_conversation, serve
from bot.channels.telegram.channel import TelegramChannel
from bot.store.store import Store
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_double import BotApiDouble, Fault
from tests.end_to_end.conftest import running

LAN = 4001
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"

MakeChannel = Callable[[float], TelegramChannel]


@pytest.fixture
async def make_channel(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> AsyncIterator[MakeChannel]:
    def make(call_seconds: float) -> TelegramChannel:
        return TelegramChannel(
            make_conversation(knowledge, store.chats),
            token=telegram.token,
            api_url=telegram.url,
            events=store.events,
            marks=store.chats,
            first_pause=0.01,
            call_seconds=call_seconds,
        )

    yield make
    assert telegram.refused == []


async def test_a_photo_that_is_slow_to_come_is_fetched_again(
    telegram: BotApiDouble, make_channel: MakeChannel
) -> None:
    telegram.plan("getFile", Fault(silent=True))
    async with running(make_channel(1.0)):
        telegram.send(LAN, photo=telegram.photo(b"not a picture"))
        assert "QR" in (await telegram.next_text(LAN)).text


async def test_a_photo_that_cannot_be_had_gets_an_apology(
    telegram: BotApiDouble, make_channel: MakeChannel, store: Store
) -> None:
    telegram.plan("getFile", Fault(silent=True), times=5)
    async with running(make_channel(0.5)):
        telegram.send(LAN, photo=telegram.photo(b"not a picture"))
        assert "Xin lỗi" in (await telegram.next_text(LAN)).text
    assert [event async for event in store.events.waiting("telegram")] == []


async def test_stopping_does_not_wait_for_a_silent_platform(
    telegram: BotApiDouble, make_channel: MakeChannel
) -> None:
    stop, ready = asyncio.Event(), asyncio.Event()
    serving = asyncio.create_task(
        serve([make_channel(1.0)], stop, when_ready=ready.set, stop_seconds=0.2)
    )
    await ready.wait()
    telegram.say(LAN, QUESTION)
    await telegram.next_text(LAN)
    # The fetching that may go on, and the last one that confirms what came
    telegram.plan("getUpdates", Fault(silent=True), times=2)
    stop.set()
    await asyncio.wait_for(serving, 5)
