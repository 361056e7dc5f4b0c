"""The whole Telegram path without a network, against a bare echo bot in the same run.

``python -m benchmarks.speed.telegram [--updates N]``. Both bots poll the same stand-in for the Bot
API: updates come in by ``getUpdates``, answers go out by ``sendMessage``, and only the wire between
python-telegram-bot and Telegram is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.console import Console
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest, RequestData

from benchmarks.accuracy.measuring import ASKED_ON
from benchmarks.knowledge_bases import knowledge_of
from benchmarks.speed.asked import NOISES, asked
from benchmarks.speed.timing import pin_to_one_core
from bot.channels.telegram.channel import TelegramChannel
from handlers.conversation import Conversation
from handlers.session_memory import MemorySessions

BAR = 0.5
"""Least share of the echo bot's rate."""
TOKEN = "123456:a-token-that-no-server-knows"  # noqa: S105 - opens nothing
BATCH = 100
"""Updates in one answer to ``getUpdates``: the platform's limit."""
PATIENCE = 120.0
"""Seconds after which a bot that left updates unanswered is given up."""


class Platform:
    """Stands in for the Bot API: hands out updates and counts the chats that were answered."""

    def __init__(self, texts: Sequence[str]) -> None:
        """One update for each text, each from another chat."""
        self._updates = [_update(number, text) for number, text in enumerate(texts, 1)]
        self._unanswered = set(range(1, len(texts) + 1))
        self.finished = asyncio.Event()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, **_: object
    ) -> tuple[int, bytes]:
        """Answer one call as ``HTTPXRequest.do_request`` would; ``method`` is the HTTP verb."""
        parameters = dict(request_data.parameters) if request_data is not None else {}
        result = await self._result(url.rsplit("/", 1)[1], parameters)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _result(self, call: str, parameters: dict[str, Any]) -> object:
        if call == "getUpdates":
            offset = max(1, int(parameters.get("offset") or 0))
            waiting = self._updates[offset - 1 : offset - 1 + BATCH]
            if not waiting and parameters.get("timeout"):
                await asyncio.sleep(0.05)
            return waiting
        if call == "sendMessage":
            chat = int(parameters["chat_id"])
            self._unanswered.discard(chat)
            if not self._unanswered:
                self.finished.set()
            return {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "text": ""}
        if call == "getMe":
            return {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
        return True


@contextmanager
def unplugged(platform: Platform) -> Iterator[None]:
    """Let every call of python-telegram-bot go to the stand-in instead of the network."""

    async def do_request(_: HTTPXRequest, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        return await platform.do_request(*arguments, **named)

    with patch.object(HTTPXRequest, "do_request", do_request):
        yield


async def echo_rate(texts: Sequence[str]) -> float:
    """Updates a second of python-telegram-bot's own application that sends each text back."""

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text is not None:
            await update.message.reply_text(update.message.text)

    async def start() -> Callable[[], Awaitable[None]]:
        application = Application.builder().token(TOKEN).build()
        application.add_handler(MessageHandler(filters.TEXT, echo))
        await application.initialize()
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(poll_interval=0)

        async def stop() -> None:
            assert application.updater is not None
            await application.updater.stop()
            await application.stop()
            await application.shutdown()

        return stop

    return await _rate(texts, start)


async def answering_rate(texts: Sequence[str], conversation: Conversation) -> float:
    """Updates a second of our channel with the whole conversation behind it."""

    async def start() -> Callable[[], Awaitable[None]]:
        channel = TelegramChannel(conversation, token=TOKEN, api_url="https://telegram.invalid")
        await channel.start()
        return channel.stop

    return await _rate(texts, start)


async def _rate(
    texts: Sequence[str], start: Callable[[], Awaitable[Callable[[], Awaitable[None]]]]
) -> float:
    platform = Platform(texts)
    with unplugged(platform):
        began = time.perf_counter()
        stop = await start()
        try:
            await asyncio.wait_for(platform.finished.wait(), PATIENCE)
            spent = time.perf_counter() - began
        finally:
            await stop()
    return len(texts) / spent


def _update(number: int, text: str) -> dict[str, Any]:
    person = {"id": number, "is_bot": False, "first_name": "An", "language_code": "vi"}
    chat = {"id": number, "type": "private", "first_name": "An"}
    message = {"message_id": number, "date": 0, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both bots and print their rates."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.telegram")
    parser.add_argument("--updates", type=int, default=1600, metavar="N")
    parser.add_argument("--products", type=int, metavar="N", help="grow the knowledge base")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    options = parser.parse_args(arguments)
    pin_to_one_core()
    knowledge = knowledge_of(options.products)
    texts = [case.text for case in asked(knowledge.catalogue, options.updates, options.seed)]
    conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: ASKED_ON)
    # Once each before it counts: what is loaded on first use is not an answer's time.
    rates: dict[str, float] = {}
    for size in (len(NOISES), len(texts)):
        first = texts[:size]
        rates = {
            "echo": asyncio.run(echo_rate(first)),
            "ours": asyncio.run(answering_rate(first, conversation)),
        }
    share_of_echo = rates["ours"] / rates["echo"]
    style = "green" if share_of_echo >= BAR else "red"
    console = Console()
    console.print(f"bare echo bot  {rates['echo']:8.0f} updates a second")
    console.print(f"whole path     {rates['ours']:8.0f} updates a second")
    console.print(f"share          [{style}]{share_of_echo:8.2f}[/] (bar {BAR})")
    if options.json is not None:
        result = {**rates, "share": share_of_echo, "updates": len(texts), "bar": BAR}
        options.json.write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
