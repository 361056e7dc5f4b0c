"""A Bot API server for tests: real HTTP on a loopback port, and stricter than the real one.

It refuses (400 or 404) what the documentation at https://core.telegram.org/bots/api does not
promise to take: unknown methods and parameters, wrong types, texts and buttons over the limits,
HTML that is unbalanced or holds unknown tags. What it refused is in :attr:`BotApiDouble.refused`,
so that a test can say that there was nothing.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.end_to_end.bot_api_messages import (
    Call,
    Fault,
    Planned,
    given_parameters,
    kept,
    me,
    message_json,
    person_json,
    refusal,
)
from tests.end_to_end.bot_api_rules import METHODS, BadCallError, checked

__all__ = ["PATIENCE", "TOKEN", "BotApiDouble", "Call", "Fault"]

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
PATIENCE = 10.0
"""Seconds a test waits for something to happen before it fails."""


@dataclass
class BotApiDouble:
    """The server, its memory, and the person at the other end."""

    token: str = TOKEN
    calls: list[Call] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._updates: deque[dict[str, Any]] = deque()
        self._planned: list[Planned] = []
        self._messages: dict[tuple[int, int], dict[str, Any]] = {}
        self._queries: set[str] = set()
        self._numbers: defaultdict[str, int] = defaultdict(int)
        self._seen: defaultdict[int, int] = defaultdict(int)
        self._files: dict[str, bytes] = {}
        self.webhook: dict[str, Any] = {}
        """Parameters of the last ``setWebhook``; empty without one."""
        self._loop = asyncio.new_event_loop()
        # Listens from here on: who calls before the server runs is only served a moment later
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        """Address to give as ``TELEGRAM_API_URL``."""
        self._arrived = asyncio.Event()
        self._closing = asyncio.Event()
        app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"]),
                Route("/file/bot{token}/{file}", self._file),
            ]
        )
        config = uvicorn.Config(
            app, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, daemon=True)

    # Life

    def __enter__(self) -> BotApiDouble:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._closing.set)
        self._server.should_exit = True
        self._thread.join(PATIENCE)

    # The person

    def say(self, chat: int, text: str, *, language: str = "vi") -> int:
        """The person of a private chat writes a text; the message's number."""
        message = self._written(chat, language, text=text)
        self.push({"message": message})
        return int(message["message_id"])

    def send(self, chat: int, *, language: str = "vi", **content: Any) -> None:
        """The person of a private chat sends something else: a location, a photo."""
        self.push({"message": self._written(chat, language, **content)})

    def correct(self, chat: int, message: int, text: str) -> None:
        """The person changes a text they wrote."""
        changed = {**self._written(chat, "vi", text=text), "message_id": message, "edit_date": 1}
        self.push({"edited_message": changed})

    def say_in_group(self, group: int, text: str, **more: Any) -> int:
        """Somebody writes in a group; the message's number."""
        return self.send_in_group(group, text=text, **more)

    def send_in_group(self, group: int, **content: Any) -> int:
        """Somebody sends something else in a group; the message's number."""
        number = self._next("message")
        chat = {"id": group, "type": "supergroup", "title": "Chợ quê"}
        message = {
            "message_id": number,
            "from": person_json(7, "vi"),
            "chat": chat,
            "date": 1_770_000_000,
            **content,
        }
        self.push({"message": message})
        return number

    def ask_inline(self, person: int, text: str, *, offset: str = "", language: str = "vi") -> str:
        """The person types after the bot's name in some chat; the query's number."""
        query = f"i{self._next('inline')}"
        self._queries.add(query)
        asked = {
            "id": query,
            "from": person_json(person, language),
            "query": text,
            "offset": offset,
        }
        self.push({"inline_query": asked})
        return query

    def photo(self, content: bytes) -> list[dict[str, Any]]:
        """A photo to send: its sizes as Telegram lists them."""
        number = f"file-{self._next('file')}"
        self._files[number] = content
        size = {"file_unique_id": number, "width": 800, "height": 800, "file_size": len(content)}
        return [
            {**size, "file_id": "thumb", "width": 90, "height": 90},
            {**size, "file_id": number},
        ]

    def press(self, chat: int, call: Call, label: str, *, language: str = "vi") -> str:
        """The person presses the button with this label under a message; its query's number."""
        found = [button for button in call.buttons if label in button["text"]]
        assert found, f"no button {label!r} among {[b['text'] for b in call.buttons]}"
        action = found[0]["callback_data"]
        return self.press_action(chat, self.message_of(call), action, language=language)

    def press_action(self, chat: int, message: int, action: str, *, language: str = "vi") -> str:
        """Press a button with this data under a message."""
        query = f"{chat}-{self._next('query')}"
        self._queries.add(query)
        self.push(
            {
                "callback_query": {
                    "id": query,
                    "from": person_json(chat, language),
                    "chat_instance": "1",
                    "message": {
                        "message_id": message,
                        "date": 1_770_000_000,
                        "chat": {"id": chat, "type": "private", "first_name": "Lan"},
                        "text": "…",
                    },
                    "data": action,
                }
            }
        )
        return query

    def push(self, update: dict[str, Any]) -> None:
        """Put an update in the queue, numbered."""
        numbered = {"update_id": self._next("update"), **update}

        def add() -> None:
            self._updates.append(numbered)
            self._arrived.set()

        self._loop.call_soon_threadsafe(add)

    def plan(self, method: str, fault: Fault, *, chat: int | None = None, times: int = 1) -> None:
        """Answer the next calls of a method (in one chat) with a fault."""
        self._planned += [Planned(method, chat, fault)] * times

    # The observer

    async def next_text(self, chat: int, *, patience: float = PATIENCE) -> Call:
        """The next message sent or edited in a chat that was not yet looked at."""
        what = f"a text in chat {chat}"
        return await self.wait_for(lambda: self._unseen(chat), what, patience=patience)

    async def wait_for(
        self, look: Callable[[], Call | None], what: str, *, patience: float = PATIENCE
    ) -> Call:
        """Wait until ``look`` finds a call; fails after a while."""
        found: list[Call] = []

        def wait() -> bool:
            with self._changed:
                return self._changed.wait_for(lambda: kept(look(), found), patience)

        assert await asyncio.to_thread(wait), f"no {what}; refused: {self.refused}"
        return found[0]

    def texts(self, chat: int) -> list[Call]:
        """Everything shown in a chat so far."""
        return [
            call
            for call in list(self.calls)
            if call.chat == chat
            and call.status == 200
            and call.method in {"sendMessage", "editMessageText"}
        ]

    def of(self, method: str) -> list[Call]:
        """All calls of a method."""
        return [call for call in list(self.calls) if call.method == method]

    def message_of(self, call: Call) -> int:
        """Number of the message that a call sent or edited."""
        return int(call.parameters["message_id"])

    def waiting_updates(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self._updates)

    # The server

    def _serve(self) -> None:
        self._loop.run_until_complete(self._server.serve(sockets=[self._socket]))
        self._loop.close()

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        if request.path_params["token"] != self.token:
            return refusal(401, "Unauthorized")
        if method not in METHODS:
            self.refused.append((method, "unknown method"))
            return refusal(404, "Not Found: method not found")
        try:
            parameters = checked(method, await given_parameters(request))
        except BadCallError as error:
            self.refused.append((method, str(error)))
            return refusal(400, f"Bad Request: {error}")
        fault = self._fault(method, parameters)
        if fault is not None:
            return await self._misbehave(method, parameters, fault)
        result: Any = True
        try:
            if method == "getUpdates":
                result = await self._get_updates(parameters)
            elif method == "getMe":
                result = me()
            elif method == "sendMessage":
                result = self._send(parameters)
            elif method == "editMessageText":
                result = self._edit(parameters)
            elif method in {"sendVenue", "sendContact", "sendDocument"}:
                result = message_json(parameters["chat_id"], self._next("message"), "")
            elif method in {"answerCallbackQuery", "answerInlineQuery"}:
                self._acknowledge(parameters)
            elif method == "getFile":
                result = self._found_file(parameters["file_id"])
            elif method == "getWebhookInfo":
                url = self.webhook.get("url", "")
                result = {
                    "url": url,
                    "has_custom_certificate": "certificate" in self.webhook,
                    "pending_update_count": len(self._updates),
                }
            elif method in {"setWebhook", "deleteWebhook"}:
                self.webhook = parameters if method == "setWebhook" else {}
        except BadCallError as error:
            self.refused.append((method, str(error)))
            return refusal(400, f"Bad Request: {error}")
        if method != "getUpdates":
            self._record(Call(method, parameters, 200))
        # In ASCII, as Telegram writes it: an update may hold half of a surrogate pair
        body = json.dumps({"ok": True, "result": result})
        return Response(body, media_type="application/json")

    async def _misbehave(self, method: str, parameters: dict[str, Any], fault: Fault) -> Response:
        self._record(Call(method, parameters, fault.status if not fault.silent else 0))
        if fault.silent:
            await self._closing.wait()
            return PlainTextResponse("", 504)
        if fault.retry_after is not None:
            wait = fault.retry_after
            return JSONResponse(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": f"Too Many Requests: retry after {wait}",
                    "parameters": {"retry_after": wait},
                },
                429,
            )
        if fault.status == 502:
            return PlainTextResponse("<html>Bad Gateway</html>", 502)
        return refusal(fault.status, "planned")

    async def _get_updates(self, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        offset = parameters.get("offset", 0)
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not self._updates and parameters.get("timeout"):
            self._arrived.clear()
            arrived = asyncio.create_task(self._arrived.wait())
            closing = asyncio.create_task(self._closing.wait())
            _, pending = await asyncio.wait(
                {arrived, closing},
                timeout=parameters["timeout"],
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in pending:
                task.cancel()
        return list(self._updates)[: parameters.get("limit", 100)]

    def _send(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = parameters["chat_id"]
        number = self._next("message")
        parameters["message_id"] = number
        self._messages[chat, number] = parameters
        return message_json(chat, number, parameters["text"])

    def _edit(self, parameters: dict[str, Any]) -> dict[str, Any]:
        key = (parameters["chat_id"], parameters["message_id"])
        before = self._messages.get(key)
        if before is None:
            raise BadCallError("message to edit not found")
        if all(before.get(name) == parameters.get(name) for name in ("text", "reply_markup")):
            raise BadCallError("message is not modified")
        self._messages[key] = parameters
        return message_json(*key, parameters["text"])

    def _found_file(self, number: str) -> dict[str, Any]:
        if number not in self._files:
            raise BadCallError("invalid file_id")
        size = len(self._files[number])
        return {"file_id": number, "file_unique_id": "u", "file_size": size, "file_path": number}

    async def _file(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return refusal(401, "Unauthorized")
        return Response(self._files[request.path_params["file"]])

    def _acknowledge(self, parameters: dict[str, Any]) -> None:
        query = parameters.get("callback_query_id") or parameters.get("inline_query_id")
        if query not in self._queries:
            raise BadCallError("query is too old and response timeout expired or ID is invalid")

    def _fault(self, method: str, parameters: dict[str, Any]) -> Fault | None:
        for planned in self._planned:
            if planned.method == method and planned.chat in {None, parameters.get("chat_id")}:
                self._planned.remove(planned)
                return planned.fault
        return None

    def _record(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    def _unseen(self, chat: int) -> Call | None:
        texts = self.texts(chat)
        if len(texts) <= self._seen[chat]:
            return None
        self._seen[chat] += 1
        return texts[self._seen[chat] - 1]

    def _written(self, chat: int, language: str, **content: Any) -> dict[str, Any]:
        return {
            "message_id": self._next("message"),
            "from": person_json(chat, language),
            "chat": {"id": chat, "type": "private", "first_name": "Lan"},
            "date": 1_770_000_000,
            **content,
        }

    def _next(self, series: str) -> int:
        self._numbers[series] += 1
        return self._numbers[series]
