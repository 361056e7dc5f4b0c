"""The whole Telegram path without a network, against a bare echo bot in the same run.

``python -m benchmarks.speed.telegram [--updates N]``. Updates come in by ``getUpdates`` or by the
webhook, are stored in a SQLite file, and answers go out by ``sendMessage``; only the wire to
Telegram is left out. The echo bot stores nothing and is python-telegram-bot's own application. Then
200 chats talk at once, without and with one to which nothing gets through.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from fastapi import APIRouter, Request
from rich.console import Console
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks.accuracy.measuring import ASKED_ON
from benchmarks.knowledge_bases import knowledge_of
from benchmarks.speed.asked import NOISES, asked
from benchmarks.speed.telegram_platform import Platform, unplugged, update
from benchmarks.speed.timing import Times, pin_to_one_core, summed_up
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import SECRET_HEADER, Webhook, secret_of
from bot.limits import Limits
from bot.server import build_app
from bot.store.store import open_store
from handlers.conversation import Conversation
from handlers.session_memory import MemorySessions
from knowledge.base import Knowledge

BAR = 0.5
"""Least share of the echo bot's rate."""
HANG_BAR = 1.2
"""Most that one chat that hangs may lengthen the others' 99th percentile by."""
TOKEN = "123456:a-token-that-no-server-knows"  # noqa: S105 - opens nothing
PATIENCE = 120.0
"""Seconds after which a bot that left updates unanswered is given up."""
PATH = "/hook"
DELIVERIES = 40
"""Deliveries at once: what we ask Telegram for (``max_connections``)."""
CHATS, ROUNDS = 200, 5

Deliver = Callable[[dict[str, Any]], Awaitable[None]]


@asynccontextmanager
async def echo_bot(*, polling: bool) -> AsyncIterator[APIRouter]:
    """python-telegram-bot's own application that sends each text back."""

    async def echo(received: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if received.message is not None and received.message.text is not None:
            await received.message.reply_text(received.message.text)

    application = Application.builder().token(TOKEN).concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    router = APIRouter()

    @router.post(PATH)
    async def deliver(request: Request) -> None:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))

    await application.initialize()
    await application.start()
    assert application.updater is not None
    if polling:
        await application.updater.start_polling(poll_interval=0)
    try:
        yield router
    finally:
        if polling:
            await application.updater.stop()
        await application.stop()
        await application.shutdown()


@asynccontextmanager
async def our_bot(knowledge: Knowledge, *, polling: bool) -> AsyncIterator[APIRouter]:
    """Our channel with the whole conversation and the store behind it."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
        channel = TelegramChannel(
            Conversation(lambda: knowledge, MemorySessions(), lambda: ASKED_ON, store.chats),
            token=TOKEN,
            api_url="https://telegram.invalid",
            events=store.events,
            marks=store.chats,
            webhook=None if polling else Webhook("https://bench.invalid", PATH),
            limits=Limits(per_person=10**6, per_group=10**6, in_all=10**9),
        )
        await channel.start()
        try:
            yield channel.router or APIRouter()
        finally:
            await channel.stop()
            await store.close()


@asynccontextmanager
async def deliveries(router: APIRouter) -> AsyncIterator[Deliver]:
    """Posts updates to a bot's path as Telegram does."""
    transport = httpx.ASGITransport(app=build_app([router]))
    headers = {SECRET_HEADER: secret_of(TOKEN)}
    room = asyncio.Semaphore(DELIVERIES)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://bench", headers=headers
    ) as client:

        async def deliver(given: dict[str, Any]) -> None:
            async with room:
                (await client.post(PATH, json=given)).raise_for_status()

        yield deliver


async def rate(texts: Sequence[str], knowledge: Knowledge | None, *, polling: bool) -> float:
    """Updates a second of our bot, or of the echo bot without knowledge."""
    platform = Platform(texts)
    async with AsyncExitStack() as stack:
        stack.enter_context(unplugged(platform))
        began = time.perf_counter()
        bot = (
            echo_bot(polling=polling) if knowledge is None else our_bot(knowledge, polling=polling)
        )
        router = await stack.enter_async_context(bot)
        if not polling:
            deliver = await stack.enter_async_context(deliveries(router))
            began = time.perf_counter()
            await asyncio.gather(*(deliver(each) for each in platform.updates))
        await asyncio.wait_for(platform.finished.wait(), PATIENCE)
        return len(texts) / (time.perf_counter() - began)


async def waits(texts: Sequence[str], knowledge: Knowledge, *, hanging: bool) -> Times:
    """How long ``CHATS`` chats that talk at once wait for each answer, from delivery to sending.

    ``hanging``: to one more chat nothing gets through.
    """
    platform = Platform(hanging=CHATS + 1 if hanging else None)
    async with AsyncExitStack() as stack:
        stack.enter_context(unplugged(platform))
        router = await stack.enter_async_context(our_bot(knowledge, polling=False))
        deliver = await stack.enter_async_context(deliveries(router))
        if hanging:
            await deliver(update(1, CHATS + 1, texts[0]))

        async def talk(chat: int) -> list[float]:
            spent = []
            for turn in range(ROUNDS):
                number = 10 + chat * ROUNDS + turn
                answered = platform.expect(chat)
                began = time.perf_counter()
                await deliver(update(number, chat, texts[number % len(texts)]))
                spent.append((await answered - began) * 1000)
            return spent

        talks = await asyncio.gather(*(talk(chat) for chat in range(1, CHATS + 1)))
        return summed_up([each for spent in talks for each in spent])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both bots both ways and print their rates, then the waits of many chats."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.telegram")
    parser.add_argument("--updates", type=int, default=1600, metavar="N")
    parser.add_argument("--products", type=int, metavar="N", help="grow the knowledge base")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    options = parser.parse_args(arguments)
    pin_to_one_core()
    knowledge = knowledge_of(options.products)
    texts = [case.text for case in asked(knowledge.catalogue, options.updates, options.seed)]
    console = Console()
    measured: dict[str, dict[str, float]] = {}
    # Once before it counts: what is loaded on first use is not an answer's time.
    for polling in (True, False):
        for size in (len(NOISES), len(texts)):
            rates = {
                "echo": asyncio.run(rate(texts[:size], None, polling=polling)),
                "ours": asyncio.run(rate(texts[:size], knowledge, polling=polling)),
            }
        share = rates["ours"] / rates["echo"]
        name = "polling" if polling else "webhook"
        style = "green" if share >= BAR else "red"
        console.print(f"{name}: bare echo bot {rates['echo']:6.0f} updates a second")
        console.print(
            f"{name}: this bot      {rates['ours']:6.0f}, [{style}]{share:.2f}[/] of the echo "
            f"bot's (least {BAR:g})"
        )
        measured[name] = {**rates, "share": share}
    alone = asyncio.run(waits(texts, knowledge, hanging=False))
    beside = asyncio.run(waits(texts, knowledge, hanging=True))
    factor = beside.p99 / alone.p99
    style = "green" if factor <= HANG_BAR else "red"
    console.print(
        f"{CHATS} chats at once: p99 {alone.p99:.0f} ms, beside one that hangs "
        f"{beside.p99:.0f} ms, [{style}]{factor:.2f}[/] times (most {HANG_BAR:g})"
    )
    measured["waits"] = {"alone_p99": alone.p99, "hanging_p99": beside.p99, "factor": factor}
    if options.json is not None:
        options.json.write_text(json.dumps(measured, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
