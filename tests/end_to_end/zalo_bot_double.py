"""A Zalo Bot Platform for tests: real HTTP, and stricter than the real one.

It refuses unknown methods and parameters, wrong types, texts over 2,000 characters, polling while
a webhook is set, and messages to chats that never wrote.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.end_to_end.zalo_double_server import (
    BadCallError,
    Call,
    DoubleServer,
    json_object,
    only,
    text_of,
)

TOKEN = "7421069583:kJhGfDsAqWeRtYuIoPzXcVbNm"
POLLED_SECONDS = 0.3
"""How long a poll is held open here: nobody waits thirty seconds in a test."""


@dataclass
class ZaloBotDouble(DoubleServer):
    """The server, its memory, and the people at the other end."""

    token: str = TOKEN
    webhook: str = ""
    secret: str = ""

    def __post_init__(self) -> None:
        self._updates: deque[dict[str, Any]] = deque()
        self._chats: set[str] = set()
        self._arrived = asyncio.Event()
        super().__post_init__()

    def routes(self) -> Sequence[Route]:
        return [Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"])]

    # The people

    def say(self, chat: str, text: str, *, group: bool = False) -> dict[str, Any]:
        """Somebody writes a text; the update, as :meth:`push` takes it."""
        return self.push(self.update(chat, "message.text.received", group=group, text=text))

    def push(self, update: dict[str, Any]) -> dict[str, Any]:
        """Put an update in the queue."""

        def add() -> None:
            self._updates.append(update)
            self._arrived.set()

        self._loop.call_soon_threadsafe(add)
        return update

    def update(
        self, chat: str, event: str, *, group: bool = False, bot: bool = False, **content: object
    ) -> dict[str, Any]:
        """An update as the platform writes it."""
        self._chats.add(chat)
        return {
            "event_name": event,
            "message": {
                "message_id": f"{self._next():016x}",
                "date": 1_770_000_000_000,
                "chat": {"id": chat, "chat_type": "GROUP" if group else "PRIVATE"},
                "from": {"id": f"u-{chat}", "display_name": "Lan", "is_bot": bot},
                **content,
            },
        }

    # The server

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        if request.path_params["token"] != self.token:
            return _refusal(401, "Unauthorized")
        act = self._methods().get(method)
        if act is None or request.method != "POST":
            self.refused.append((method, "unknown method"))
            return _refusal(404, "Not Found")
        try:
            parameters = await json_object(request)
            result = act(parameters)
        except BadCallError as error:
            self.refused.append((method, str(error)))
            return _refusal(400, f"Bad Request: {error}")
        chat = str(parameters.get("chat_id", ""))
        fault = self._fault(method, chat)
        text = str(parameters.get("text", parameters.get("caption", "")))
        if fault is not None:
            shown = text if fault.carried_out else ""
            self._record(Call(method, parameters, chat, shown, fault=True))
            broken = await self._broken(fault)
            return broken or _refusal(fault.code or 500, "planned")
        if method == "getUpdates":
            return await self._polled(request)
        self._record(Call(method, parameters, chat, text))
        return JSONResponse({"ok": True, "result": result})

    def _methods(self) -> dict[str, Callable[[dict[str, Any]], object]]:
        return {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "getWebhookInfo": self._get_webhook_info,
            "deleteWebhook": self._delete_webhook,
            "sendMessage": self._send_message,
            "sendChatAction": self._send_chat_action,
        }

    def _get_me(self, parameters: dict[str, Any]) -> object:
        only(parameters, set())
        return {
            "id": "7421069583",
            "account_name": "bot.OCOP",
            "account_type": "BASIC",
            "can_join_groups": True,
        }

    def _get_updates(self, parameters: dict[str, Any]) -> object:
        only(parameters, {"timeout"})
        timeout = parameters["timeout"]
        if not isinstance(timeout, str) or not timeout.isdecimal():
            raise BadCallError("timeout is no number written as a text")
        if self.webhook:
            raise BadCallError("a webhook is set")
        return None

    async def _polled(self, request: Request) -> Response:
        if not self._updates:
            self._arrived.clear()
            waits = [asyncio.create_task(event.wait()) for event in (self._arrived, self._closing)]
            _, pending = await asyncio.wait(
                waits, timeout=POLLED_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
            for task in pending:
                task.cancel()
        self._record(Call("getUpdates", {}))
        # Nothing is handed out to a bot that has hung up
        if not self._updates or await request.is_disconnected():
            return _refusal(408, "Request timeout")
        # Handed out is gone: the platform has no offset
        body = json.dumps({"ok": True, "result": self._updates.popleft()})
        return Response(body, media_type="application/json")

    def _set_webhook(self, parameters: dict[str, Any]) -> object:
        only(parameters, {"url", "secret_token"})
        url = text_of(parameters["url"], "url", longest=2000)
        if not url.startswith("https://"):
            raise BadCallError("url is not https")
        self.secret = text_of(parameters["secret_token"], "secret_token", longest=256, shortest=8)
        self.webhook = url
        return {"url": url, "updated_at": 1_770_000_000_000}

    def _get_webhook_info(self, parameters: dict[str, Any]) -> object:
        only(parameters, set())
        return {"url": self.webhook, "updated_at": 1_770_000_000_000}

    def _delete_webhook(self, parameters: dict[str, Any]) -> object:
        only(parameters, set())
        self.webhook = ""
        return {"url": "", "updated_at": 1_770_000_000_000}

    def _send_message(self, parameters: dict[str, Any]) -> object:
        only(parameters, {"chat_id", "text"})
        self._known(parameters)
        text_of(parameters["text"], "text", longest=2000)
        return {"message_id": f"{self._next():016x}", "date": 1_770_000_000_000}

    def _send_chat_action(self, parameters: dict[str, Any]) -> object:
        only(parameters, {"chat_id", "action"})
        self._known(parameters)
        if parameters["action"] not in {"typing", "upload_photo"}:
            raise BadCallError("unknown action")
        return {}

    def _known(self, parameters: dict[str, Any]) -> None:
        if parameters["chat_id"] not in self._chats:
            raise BadCallError("chat not found")


def _refusal(code: int, description: str) -> JSONResponse:
    """As the platform refuses: the number stands in the body, the status may be 200."""
    return JSONResponse({"ok": False, "error_code": code, "description": description})
