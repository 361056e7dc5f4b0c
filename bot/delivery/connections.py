"""Connections to a platform: a bounded number, lent to whoever asked first."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

import httpx

IDLE_SECONDS = 60.0
"""How long a client that nobody needs is kept."""

Client = TypeVar("Client")


class Connections(Generic[Client]):
    """Clients of one connection each, every one lent to one caller at a time.

    The pool of httpx wakes everybody who waits whenever a connection comes free, and whoever calls
    at that moment may overtake them: the more wait, the more each call costs, and some wait many
    times as long as others. Here who asked first has the next connection, and nobody else wakes.
    """

    def __init__(
        self,
        make: Callable[[], Client],
        close: Callable[[Client], Awaitable[None]],
        *,
        most: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``make`` opens a client when none is free, until there are ``most``."""
        self._make, self._close, self._clock = make, close, clock
        self._room = asyncio.Semaphore(most)
        # Each with the time it came back. The one that came back last is lent first, so that no
        # more stay connected than are needed
        self._free: deque[tuple[float, Client]] = deque()

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[Client]:
        """A client for one call. Waits for one to come free as long as that takes: it is the calls
        that have a time limit."""
        async with self._room:
            client = self._free.pop()[1] if self._free else self._make()
            try:
                yield client
            finally:
                now = self._clock()
                self._free.append((now, client))
                await self._close_idle_since(now - IDLE_SECONDS)

    async def close(self) -> None:
        """Close the clients that are not lent; calls made after that open new ones."""
        while self._free:
            await self._close(self._free.popleft()[1])

    async def _close_idle_since(self, limit: float) -> None:
        while self._free and self._free[0][0] < limit:
            await self._close(self._free.popleft()[1])


def http_connections(base_url: str, *, seconds: float, most: int) -> Connections[httpx.AsyncClient]:
    """Connections to a server over HTTP; ``seconds`` is the time for each step of a call."""
    # Made once: each client would read the system's certificates anew
    trusted = httpx.create_ssl_context()

    def make() -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=base_url,
            timeout=seconds,
            limits=httpx.Limits(max_connections=1),
            verify=trusted,
        )

    return Connections(make, httpx.AsyncClient.aclose, most=most)
