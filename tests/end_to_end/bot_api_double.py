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
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.end_to_end.bot_api_rules import METHODS, BadCallError, checked

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
PATIENCE = 10.0
"""Seconds a test waits for something to happen before it fails."""


@dataclass(frozen=True)
class Call:
    """One call that was accepted or answered with a planned fault."""

    method: str
    parameters: dict[str, Any]
    status: int

    @property
    def chat(self) -> int | None:
        chat = self.parameters.get("chat_id")
        return chat if isinstance(chat, int) else None

    @property
    def text(self) -> str:
        return str(self.parameters.get("text", ""))

    @property
    def buttons(self) -> list[dict[str, str]]:
        markup = self.parameters.get("reply_markup") or {}
        return [button for row in markup.get("inline_keyboard", []) for button in row]


@dataclass(frozen=True)
class Fault:
    """What to do instead of answering one call."""

    status: int = 200
    retry_after: int | None = None
    silent: bool = False
    """Take the request and never answer."""


@dataclass
class _Planned:
    method: str
    chat: int | None
    fault: Fault


@dataclass
class BotApiDouble:
    """The server, its memory, and the person at the other end."""

    token: str = TOKEN
    calls: list[Call] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._updates: deque[dict[str, Any]] = deque()
        self._planned: list[_Planned] = []
        self._messages: dict[tuple[int, int], dict[str, Any]] = {}
        self._queries: set[str] = set()
        self._numbers: defaultdict[str, int] = defaultdict(int)
        self._seen: defaultdict[int, int] = defaultdict(int)
        self._loop = asyncio.new_event_loop()
        # Listens from here on: who calls before the server runs is only served a moment later
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        """Address to give as ``TELEGRAM_API_URL``."""
        self._arrived = asyncio.Event()
        self._closing = asyncio.Event()
        app = Starlette(
            routes=[Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"])]
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

    def say(self, chat: int, text: str, *, language: str = "vi") -> None:
        """The person of a private chat writes a text."""
        self.push({"message": self._written(chat, text, language)})

    def press(self, chat: int, call: Call, label: str) -> str:
        """The person presses the button with this label under a message; its query's number."""
        found = [button for button in call.buttons if label in button["text"]]
        assert found, f"no button {label!r} among {[b['text'] for b in call.buttons]}"
        return self.press_action(chat, self.message_of(call), found[0]["callback_data"])

    def press_action(self, chat: int, message: int, action: str) -> str:
        """Press a button with this data under a message."""
        query = f"{chat}-{self._next('query')}"
        self._queries.add(query)
        self.push(
            {
                "callback_query": {
                    "id": query,
                    "from": _person(chat, "vi"),
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
        self._planned += [_Planned(method, chat, fault)] * times

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
                return self._changed.wait_for(lambda: _kept(look(), found), patience)

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
            return _refusal(401, "Unauthorized")
        if method not in METHODS:
            self.refused.append((method, "unknown method"))
            return _refusal(404, "Not Found: method not found")
        try:
            parameters = checked(method, await _parameters(request))
        except BadCallError as error:
            self.refused.append((method, str(error)))
            return _refusal(400, f"Bad Request: {error}")
        fault = self._fault(method, parameters)
        if fault is not None:
            return await self._misbehave(method, parameters, fault)
        result: Any = True
        try:
            if method == "getUpdates":
                result = await self._get_updates(parameters)
            elif method == "getMe":
                result = _me()
            elif method == "sendMessage":
                result = self._send(parameters)
            elif method == "editMessageText":
                result = self._edit(parameters)
            elif method == "answerCallbackQuery":
                self._acknowledge(parameters)
        except BadCallError as error:
            self.refused.append((method, str(error)))
            return _refusal(400, f"Bad Request: {error}")
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
        return _refusal(fault.status, "planned")

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
        return _message(chat, number, parameters["text"])

    def _edit(self, parameters: dict[str, Any]) -> dict[str, Any]:
        key = (parameters["chat_id"], parameters["message_id"])
        before = self._messages.get(key)
        if before is None:
            raise BadCallError("message to edit not found")
        if all(before.get(name) == parameters.get(name) for name in ("text", "reply_markup")):
            raise BadCallError("message is not modified")
        self._messages[key] = parameters
        return _message(*key, parameters["text"])

    def _acknowledge(self, parameters: dict[str, Any]) -> None:
        if parameters["callback_query_id"] not in self._queries:
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

    def _written(self, chat: int, text: str, language: str) -> dict[str, Any]:
        return {
            "message_id": self._next("message"),
            "from": _person(chat, language),
            "chat": {"id": chat, "type": "private", "first_name": "Lan"},
            "date": 1_770_000_000,
            "text": text,
        }

    def _next(self, series: str) -> int:
        self._numbers[series] += 1
        return self._numbers[series]


def _kept(call: Call | None, found: list[Call]) -> bool:
    if call is not None:
        found.append(call)
    return call is not None


async def _parameters(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            body = json.loads(await request.body())
        except ValueError:
            raise BadCallError("body is not JSON") from None
        if not isinstance(body, dict):
            raise BadCallError("body is not an object")
        return body
    form = parse_qsl((await request.body()).decode(), keep_blank_values=True)
    return {**request.query_params, **dict(form)}


def _refusal(status: int, description: str) -> JSONResponse:
    return JSONResponse(
        {"ok": False, "error_code": status, "description": description}, status_code=status
    )


def _me() -> dict[str, Any]:
    return {
        "id": 110201543,
        "is_bot": True,
        "first_name": "OCOP",
        "username": "ocop_test_bot",
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def _person(chat: int, language: str) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Lan", "language_code": language}


def _message(chat: int, number: int, text: str) -> dict[str, Any]:
    return {
        "message_id": number,
        "date": 1_770_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Lan"},
        "from": _me(),
        "text": text,
    }
