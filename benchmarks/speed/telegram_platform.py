"""A stand-in for the Bot API in the same process: only the wire to Telegram is left out."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from telegram.request import HTTPXRequest, RequestData

BATCH = 100
"""Updates in one answer to ``getUpdates``: the platform's limit."""


class Platform:
    """Hands out updates and notes when each chat was answered."""

    def __init__(self, texts: Sequence[str] = (), *, hanging: int | None = None) -> None:
        """One update for each text, each from another chat. ``hanging``: a chat to which no message
        ever gets through."""
        self.updates = [update(number, number, text) for number, text in enumerate(texts, 1)]
        self._unanswered = set(range(1, len(texts) + 1))
        self._hanging = hanging
        self.finished = asyncio.Event()
        self._answered: dict[int, asyncio.Future[float]] = {}

    def expect(self, chat: int) -> asyncio.Future[float]:
        """The time at which the next message to a chat comes, as ``time.perf_counter`` tells."""
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._answered[chat] = future
        return future

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
            waiting = self.updates[offset - 1 : offset - 1 + BATCH]
            if not waiting and parameters.get("timeout"):
                await asyncio.sleep(0.05)
            return waiting
        if call == "sendMessage":
            chat = int(parameters["chat_id"])
            if chat == self._hanging:
                await asyncio.Event().wait()
            self._note(chat)
            return {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "text": ""}
        if call == "getMe":
            return {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
        if call == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return True

    def _note(self, chat: int) -> None:
        waiting = self._answered.pop(chat, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(time.perf_counter())
        self._unanswered.discard(chat)
        if not self._unanswered:
            self.finished.set()


@contextmanager
def unplugged(platform: Platform) -> Iterator[None]:
    """Let every call of python-telegram-bot go to the stand-in instead of the network."""

    async def do_request(_: HTTPXRequest, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        return await platform.do_request(*arguments, **named)

    with patch.object(HTTPXRequest, "do_request", do_request):
        yield


def update(number: int, chat: int, text: str) -> dict[str, Any]:
    """A text that a person of a private chat writes."""
    person = {"id": chat, "is_bot": False, "first_name": "An", "language_code": "vi"}
    where = {"id": chat, "type": "private", "first_name": "An"}
    message = {"message_id": number, "date": 0, "chat": where, "from": person, "text": text}
    return {"update_id": number, "message": message}
