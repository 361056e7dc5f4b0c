"""The Bot API's rules without a network, for runs of very many updates.

Stands in for python-telegram-bot's transport: every call is checked by the same rules as over HTTP.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from telegram.request import HTTPXRequest, RequestData

from tests.end_to_end.bot_api_messages import me, message_json
from tests.end_to_end.bot_api_rules import METHODS, BadCallError, checked

BATCH = 100
"""Updates in one answer to ``getUpdates``."""


class Unplugged:
    """Hands out updates and checks what comes back."""

    def __init__(self, updates: Sequence[object]) -> None:
        self._updates = list(updates)
        self.refused: list[str] = []
        self.sent: list[str] = []
        """Texts sent and edited."""
        self.drained = asyncio.Event()
        """Set when all updates were fetched and confirmed."""

    async def answer(self, url: str, data: RequestData | None) -> tuple[int, bytes]:
        method = url.rsplit("/", 1)[1]
        given: dict[str, Any] = dict(data.json_parameters) if data is not None else {}
        try:
            if method not in METHODS:
                raise BadCallError("unknown method")
            if data is not None and data.multipart_data:
                given.update({name: part[1] for name, part in data.multipart_data.items()})
            parameters = checked(method, given)
        except BadCallError as error:
            self.refused.append(f"{method}: {error}")
            return 400, json.dumps({"ok": False, "description": f"Bad Request: {error}"}).encode()
        result = await self._result(method, parameters)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _result(self, method: str, parameters: dict[str, Any]) -> object:
        if method == "getUpdates":
            batch, self._updates = self._updates[:BATCH], self._updates[BATCH:]
            if not batch:
                self.drained.set()
                await asyncio.sleep(parameters.get("timeout", 0))
            return batch
        if method == "getMe":
            return me()
        if method == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        if method == "getFile":
            return {"file_id": "x", "file_unique_id": "x", "file_size": 10**9}
        if "text" in parameters and "chat_id" in parameters:
            self.sent.append(parameters["text"])
        if method.startswith(("send", "edit")) and method != "sendChatAction":
            return message_json(parameters["chat_id"], 1, "…")
        return True


@contextmanager
def unplugged(platform: Unplugged) -> Iterator[None]:
    """Let every call of python-telegram-bot go to the stand-in."""

    async def do_request(
        _: HTTPXRequest,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        **__: object,
    ) -> tuple[int, bytes]:
        return await platform.answer(url, request_data)

    with patch.object(HTTPXRequest, "do_request", do_request):
        yield
