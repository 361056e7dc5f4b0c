"""One thing at a time within a conversation that comes by separate requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """Lets the requests of one chat through in the order they came."""

    def __init__(self) -> None:
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, chat: str) -> AsyncIterator[None]:
        """Wait until it is this request's turn in its chat."""
        lane = self._lanes.get(chat)
        if lane is None:
            lane = self._lanes[chat] = asyncio.Lock()
        async with lane:
            yield
