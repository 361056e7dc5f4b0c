"""How calls to the Bot API go out."""

from __future__ import annotations

from typing import Any

import httpx
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery.connections import Connections


class FairRequest(BaseRequest):
    """python-telegram-bot's way of calling over httpx, in the order in which calls are made."""

    def __init__(self, connections: int, seconds: float) -> None:
        """``connections``: calls at once. ``seconds``: time for each step of a call."""
        self._seconds = seconds
        # Made once: each client would read the system's certificates anew
        trusted = httpx.create_ssl_context()

        def make() -> HTTPXRequest:
            return HTTPXRequest(
                connection_pool_size=1,
                read_timeout=seconds,
                write_timeout=seconds,
                connect_timeout=seconds,
                pool_timeout=seconds,
                httpx_kwargs={"verify": trusted},
            )

        self._connections = Connections(make, HTTPXRequest.shutdown, most=connections)

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return self._seconds

    async def initialize(self) -> None:
        """Nothing is opened before the first call."""

    async def shutdown(self) -> None:
        """Close all connections."""
        await self._connections.close()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Call over the next free connection."""
        async with self._connections.lent() as client:
            return await client.do_request(*args, **kwargs)
