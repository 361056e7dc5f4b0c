"""What the doubles of both Zalo interfaces are made of: a server in a thread, calls, faults."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PATIENCE = 10.0
"""Seconds a test waits for something to happen before it fails."""

Self = TypeVar("Self", bound="DoubleServer")


class BadCallError(Exception):
    """The platform would refuse this call."""


@dataclass(frozen=True)
class Call:
    """One call that was understood: accepted, or answered with a planned fault."""

    method: str
    parameters: dict[str, Any]
    chat: str = ""
    text: str = ""
    fault: bool = False
    buttons: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Fault:
    """What to do instead of answering one call."""

    status: int = 200
    code: int | None = None
    """The platform's own error number."""
    retry_after: int | None = None
    silent: bool = False
    """Take the request and never answer."""
    carried_out: bool = False
    """Act on the call all the same."""


@dataclass
class _Planned:
    method: str
    fault: Fault
    chat: str | None


@dataclass
class DoubleServer:
    """Serves on a loopback port in a thread of its own while the test runs."""

    calls: list[Call] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Calls against the rules, with what was wrong."""

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._planned: list[_Planned] = []
        self._seen: defaultdict[str, int] = defaultdict(int)
        self._numbers = 0
        self._loop = asyncio.new_event_loop()
        # Listens from here on: who calls before the server runs is only served a moment later
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._closing = asyncio.Event()
        config = uvicorn.Config(
            Starlette(routes=list(self.routes())),
            log_level="critical",
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def routes(self) -> Sequence[Route]:
        """The paths of the platform."""
        raise NotImplementedError

    def __enter__(self: Self) -> Self:
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

    def plan(self, method: str, fault: Fault, *, chat: str | None = None, times: int = 1) -> None:
        """Answer the next calls of a method (in one chat) with a fault."""
        self._planned += [_Planned(method, fault, chat)] * times

    async def next_text(self, chat: str) -> Call:
        """The next message sent to a chat that was not yet looked at."""
        return await self.wait_for(lambda: self._unseen(chat), f"text for {chat}")

    async def wait_for(self, look: Callable[[], Call | None], what: str) -> Call:
        """Wait until ``look`` finds a call; fails after a while."""
        found: list[Call] = []

        def looked() -> bool:
            call = look()
            if call is not None:
                found.append(call)
            return call is not None

        def wait() -> bool:
            with self._changed:
                return self._changed.wait_for(looked, PATIENCE)

        assert await asyncio.to_thread(wait), f"no {what}; refused: {self.refused}"
        return found[0]

    def texts(self, chat: str) -> list[Call]:
        """Every message delivered to a chat so far."""
        return [call for call in list(self.calls) if call.chat == chat and call.text]

    def of(self, method: str) -> list[Call]:
        """All calls of a method, also those that failed as planned."""
        return [call for call in list(self.calls) if call.method == method]

    async def count(self, method: str, times: int) -> None:
        """Wait until a method was called so many times."""
        await self.wait_for(
            lambda: self.of(method)[times - 1] if len(self.of(method)) >= times else None,
            f"{times} calls of {method}",
        )

    def _serve(self) -> None:
        self._loop.run_until_complete(self._server.serve(sockets=[self._socket]))
        self._loop.close()

    def _fault(self, method: str, chat: str) -> Fault | None:
        for planned in self._planned:
            if planned.method == method and planned.chat in {None, chat}:
                self._planned.remove(planned)
                return planned.fault
        return None

    def _record(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    async def _broken(self, fault: Fault) -> Response | None:
        """What a fault of the line or server answers; ``None`` for one the platform tells of."""
        if fault.silent:
            await self._closing.wait()
            return PlainTextResponse("", 504)
        if fault.retry_after is not None:
            return PlainTextResponse("", 429, headers={"Retry-After": str(fault.retry_after)})
        if fault.status != 200:
            return PlainTextResponse("<html>Bad Gateway</html>", fault.status)
        return None

    def _unseen(self, chat: str) -> Call | None:
        texts = self.texts(chat)
        if len(texts) <= self._seen[chat]:
            return None
        self._seen[chat] += 1
        return texts[self._seen[chat] - 1]

    def _next(self) -> int:
        self._numbers += 1
        return self._numbers


async def json_object(request: Request) -> dict[str, Any]:
    """The body of a request; refuses anything but a JSON object under its proper type."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise BadCallError("the content type is not application/json")
    try:
        body = await request.json()
    except ValueError:
        raise BadCallError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise BadCallError("the body is not an object")
    return body


def only(found: dict[str, Any], required: set[str], optional: set[str] | None = None) -> None:
    """Refuse parameters that are missing or not known."""
    if missing := required - found.keys():
        raise BadCallError(f"missing: {sorted(missing)}")
    if unknown := found.keys() - required - (optional or set()):
        raise BadCallError(f"unknown: {sorted(unknown)}")


def text_of(value: object, what: str, *, longest: int, shortest: int = 1) -> str:
    """Refuse what is no text of this length."""
    if not isinstance(value, str):
        raise BadCallError(f"{what} is no text")
    if not shortest <= len(value) <= longest or not value.strip():
        raise BadCallError(f"{what} has {len(value)} characters")
    return value
