"""One thing at a time within a chat, many chats at once."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")

_log = logging.getLogger(__name__)


class Lanes(Generic[Item]):
    """Works on received items: in order within a lane (a chat), concurrently across lanes.

    A slow lane delays no other. ``per_lane`` bounds what may wait in one lane: what comes on top
    is refused, so that one chat cannot fill the memory. ``in_all`` bounds what waits in all lanes:
    beyond it :meth:`put` waits.
    """

    def __init__(
        self,
        work: Callable[[Item], Awaitable[None]],
        *,
        per_lane: int = 20,
        in_all: int = 2000,
    ) -> None:
        self._work = work
        self._per_lane = per_lane
        self._room = asyncio.Semaphore(in_all)
        self._waiting: dict[Hashable, deque[Item]] = {}
        self._workers: set[asyncio.Task[None]] = set()

    async def put(self, lane: Hashable, item: Item) -> bool:
        """Queue an item; ``False`` when its lane is full and it was refused."""
        if self._is_full(lane):
            return False
        await self._room.acquire()
        if self._is_full(lane):
            # Others of this lane came in while this one waited
            self._room.release()
            return False
        queue = self._waiting.get(lane)
        if queue is None:
            queue = self._waiting[lane] = deque()
            worker = asyncio.create_task(self._drive(lane, queue))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        queue.append(item)
        return True

    @property
    def has_room(self) -> bool:
        """Whether :meth:`put` will not wait."""
        return not self._room.locked()

    async def finish(self, within: float) -> None:
        """Wait until all that was accepted is done; after ``within`` seconds drop the rest."""
        if not self._workers:
            return
        _, late = await asyncio.wait(self._workers, timeout=within)
        for worker in late:
            worker.cancel()
        if late:
            _log.warning("%d chats were cut off while stopping", len(late))
            await asyncio.gather(*late, return_exceptions=True)

    def _is_full(self, lane: Hashable) -> bool:
        return len(self._waiting.get(lane, ())) >= self._per_lane

    async def _drive(self, lane: Hashable, queue: deque[Item]) -> None:
        try:
            while queue:
                item = queue.popleft()
                try:
                    await self._work(item)
                except Exception:
                    # The work handles its own errors; a fault there must not stop the chat
                    _log.exception("an item was dropped")
                finally:
                    self._room.release()
        finally:
            del self._waiting[lane]
