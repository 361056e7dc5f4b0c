"""The whole Telegram path, webhook to ``sendMessage``, against a bare echo bot in the same run.

``python -m benchmarks.speed.telegram [--updates N]``. The bot has one core: an HTTP server takes
deliveries, the update is stored in a SQLite file, understood, answered, and the answer goes out
over HTTP. Telegram's side is a process of its own (:mod:`benchmarks.speed.telegram_peer`). The echo
bot is python-telegram-bot's own application behind the same server; it stores nothing. Then 200
chats talk at once, without and with one to which nothing gets through.

All four are measured in turn several times, with the same questions and every other time in the
opposite order, so that neither what grows with time nor another load of the machine falls on one of
them alone. What follows each other is compared, and the median of that counts.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Any

from fastapi import APIRouter, Request
from rich.console import Console
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks.accuracy.measuring import ASKED_ON
from benchmarks.knowledge_bases import knowledge_of
from benchmarks.speed.asked import asked
from benchmarks.speed.timing import pin_to_one_core, summed_up
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import Webhook, secret_of
from bot.limits import Limits
from bot.server import WebServer, build_app
from bot.store.store import open_store
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge

BAR = 0.5
"""Least share of the echo bot's rate."""
HANG_BAR = 1.2
"""Most that one chat that hangs may lengthen the others' 99th percentile by."""
TOKEN = "123456:a-token-that-no-server-knows"  # noqa: S105 - opens nothing
PATH = "/hook"
PATIENCE = 240.0
"""Seconds after which a bot that left updates unanswered is given up."""
CHATS, ROUNDS = 200, 5
"""Chats at once, and how often each asks, while one hangs or none."""
FEW_CHATS = 40
"""Chats at once where rates are compared."""
PASSES = 7
"""How often everything is measured."""


class Wire:
    """The process at the other end."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self._first = 1000
        self.url = f"http://127.0.0.1:{port}"

    async def talk(
        self, port: int, texts: Sequence[str], chats: int, rounds: int, *, hanging: bool = False
    ) -> dict[str, Any]:
        """Let people talk to the bot at a port: see :meth:`telegram_peer.Peer.run`."""
        command = {
            "port": port,
            "path": PATH,
            "secret": secret_of(TOKEN),
            "texts": list(texts),
            "chats": chats,
            "rounds": rounds,
            "hanging": hanging,
            "first": self._first,
        }
        self._first += (chats + 2) * rounds
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE)
        measured: dict[str, Any] = json.loads(line)
        return measured


@asynccontextmanager
async def wire() -> AsyncIterator[Wire]:
    """The process at the other end, started and stopped."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.speed.telegram_peer",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**24,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield Wire(process, int(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def echo_bot(api_url: str) -> AsyncIterator[int]:
    """python-telegram-bot's own application that sends each text back; the port it listens on."""

    async def echo(received: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if received.message is not None and received.message.text is not None:
            await received.message.reply_text(received.message.text)

    builder = Application.builder().token(TOKEN).base_url(f"{api_url}/bot").updater(None)
    application = builder.concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    router = APIRouter()

    @router.post(PATH)
    async def deliver(request: Request) -> None:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))

    await application.initialize()
    await application.start()
    try:
        async with listening(router) as port:
            yield port
    finally:
        await application.stop()
        await application.shutdown()


@asynccontextmanager
async def our_bot(knowledge: Knowledge, api_url: str) -> AsyncIterator[int]:
    """Our channel with the whole conversation and the store; the port it listens on."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{Path(folder) / 'bench.db'}", question_days=90)
        channel = TelegramChannel(
            Conversation(lambda: knowledge, MemorySessions(), lambda: ASKED_ON, store.chats),
            token=TOKEN,
            api_url=api_url,
            events=store.events,
            marks=store.chats,
            webhook=Webhook("https://bench.invalid", PATH),
            limits=Limits(per_person=10**6, per_group=10**6, in_all=10**9),
            call_seconds=30.0,
        )
        await channel.start()
        assert channel.router is not None
        try:
            async with listening(channel.router) as port:
                yield port
        finally:
            await channel.stop()
            await store.close()


@asynccontextmanager
async def listening(router: APIRouter) -> AsyncIterator[int]:
    """A server for a bot's path on a free port."""
    server = WebServer(build_app([router]), host="127.0.0.1", port=0)
    await server.start()
    try:
        yield int(server.url.rsplit(":", 1)[1])
    finally:
        await server.stop()


async def measure(knowledge: Knowledge, texts: Sequence[str]) -> dict[str, float]:
    """Both bots' updates a second, and what many chats wait in milliseconds."""
    rounds = max(len(texts) // FEW_CHATS, 1)
    taken: dict[str, list[dict[str, Any]]] = {"echo": [], "ours": [], "alone": [], "hanging": []}
    async with (
        wire() as other_end,
        echo_bot(other_end.url) as echo,
        our_bot(knowledge, other_end.url) as ours,
    ):
        calls = {
            "echo": lambda: other_end.talk(echo, texts, FEW_CHATS, rounds),
            "ours": lambda: other_end.talk(ours, texts, FEW_CHATS, rounds),
            "alone": lambda: other_end.talk(ours, texts, CHATS, ROUNDS),
            "hanging": lambda: other_end.talk(ours, texts, CHATS, ROUNDS, hanging=True),
        }
        await calls["echo"]()
        await calls["alone"]()
        for number in range(PASSES):
            for name in list(calls)[:: 1 if number % 2 == 0 else -1]:
                taken[name].append(await calls[name]())
    seconds = {name: [one["seconds"] for one in took] for name, took in taken.items()}
    p99s = {name: [summed_up(one["waits"]).p99 for one in took] for name, took in taken.items()}
    waits = [each for one in taken["ours"] for each in one["waits"]]
    return {
        "echo": FEW_CHATS * rounds / median(seconds["echo"]),
        "ours": FEW_CHATS * rounds / median(seconds["ours"]),
        "share": median_factor(seconds["echo"], seconds["ours"]),
        "webhook_to_send_median_ms": summed_up(waits).median,
        "many_chats": CHATS * ROUNDS / median(seconds["alone"]),
        "alone_p99_ms": median(p99s["alone"]),
        "hanging_p99_ms": median(p99s["hanging"]),
        "hanging_factor": median_factor(p99s["hanging"], p99s["alone"]),
    }


def median_factor(measured: Sequence[float], others: Sequence[float]) -> float:
    """How many times the others these are, each beside what was measured next to it."""
    return median(one / other for one, other in zip(measured, others, strict=True))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both bots and print their rates, then the waits of many chats."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.telegram")
    parser.add_argument("--updates", type=int, default=1000, metavar="N", help="of each pass")
    parser.add_argument("--products", type=int, metavar="N", help="grow the knowledge base")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    options = parser.parse_args(arguments)
    knowledge = knowledge_of(options.products)
    texts = [case.text for case in asked(knowledge.catalogue, options.updates, options.seed)]
    measured = asyncio.run(pinned(knowledge, texts))
    console = Console()
    console.print(f"bare echo bot  {measured['echo']:6.0f} updates a second")
    style = "green" if measured["share"] >= BAR else "red"
    console.print(
        f"this bot       {measured['ours']:6.0f} updates a second, "
        f"[{style}]{measured['share']:.2f}[/] of the echo bot's (least {BAR:g})"
    )
    style = "green" if measured["hanging_factor"] <= HANG_BAR else "red"
    console.print(
        f"{CHATS} chats at once: {measured['many_chats']:.0f} updates a second, "
        f"p99 {measured['alone_p99_ms']:.0f} ms; beside one that hangs "
        f"{measured['hanging_p99_ms']:.0f} ms, [{style}]{measured['hanging_factor']:.2f}[/] times "
        f"(most {HANG_BAR:g})"
    )
    if options.json is not None:
        options.json.write_text(json.dumps(measured, indent=2), encoding="utf-8")


async def pinned(knowledge: Knowledge, texts: Sequence[str]) -> dict[str, float]:
    """Measure with this process on one core; the other end takes another, if there is one."""
    measuring = asyncio.create_task(measure(knowledge, texts))
    # The other process starts first, and so with all cores to choose from
    await asyncio.sleep(0.5)
    pin_to_one_core()
    return await measuring


if __name__ == "__main__":
    main()
