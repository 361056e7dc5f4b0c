"""What a platform delivers is stored, then acknowledged, then worked on, and answered once."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from typing import Generic, Protocol, TypeVar

import structlog

from bot.delivery.lanes import Lanes

LONGEST_KEY = 100
"""Characters of a key; of a longer one its digest stands for it."""

Item = TypeVar("Item")

_log = logging.getLogger(__name__)


class ReceivedEvents(Protocol):
    """Keeps events through a restart, and knows those it had before.

    A process that starts may share it with one that ends: of two that add or take the same event,
    one does.
    """

    async def add(self, channel: str, key: str, body: str) -> bool:
        """Keep an event; ``False`` when this channel had one of the same key."""

    async def take(self, channel: str, key: str) -> bool:
        """Mark an event as answered; ``False`` when it was already."""

    def waiting(self, channel: str, beginning: str = "") -> AsyncIterator[tuple[str, str]]:
        """Key and body of the events that are not answered and whose key begins like that, in the
        order they came."""

    async def adopt(self, channel: str, beginning: str) -> None:
        """Put this before the channel's keys that have no colon: such are of before keys told
        accounts apart."""


class Intake(Generic[Item]):
    """The way of one channel's events.

    Work may happen again after a crash; answering does not. The work claims the event when it has
    its answer and before it sends it.
    """

    def __init__(
        self,
        channel: str,
        events: ReceivedEvents,
        *,
        decode: Callable[[str], tuple[Hashable, Item] | None],
        work: Callable[[Item, Callable[[], Awaitable[bool]]], Awaitable[None]],
        account: str = "",
        in_all: int = 2000,
    ) -> None:
        """``decode`` makes of a body the lane (the chat) and what to work on, or ``None`` for what
        the bot does not act on. ``work`` gets that and the claim, which says whether to answer.

        ``account`` is given where a platform numbers its events for each of our accounts by itself:
        what another account received under the same number is another event. ``in_all`` is how many
        may be in memory; the others wait where they are stored.
        """
        self._channel = channel
        self._beginning = f"{account}:" if account else ""
        self._events = events
        self._decode = decode
        self._work = work
        self._lanes: Lanes[tuple[str, Item]] = Lanes(self._drive, in_all=in_all)
        self._here: set[str] = set()
        """Keys of the events that are queued or worked on."""
        self._some_left = False
        """Whether the store holds events that are to be queued when there is room."""
        self._catching_up: asyncio.Task[None] | None = None

    async def accept(self, key: str, body: str) -> None:
        """Store an event and queue it; when this returns the platform may be told it arrived.

        Where too much is queued it stays in the store until there is room; the platform is not kept
        waiting for that. Raises whatever the store does when it cannot store.
        """
        if self._decode(body) is None:
            return
        if len(key) > LONGEST_KEY:
            key = hashlib.sha256(key.encode(errors="replace")).hexdigest()
        key = self._beginning + key
        if not await self._events.add(self._channel, key, body):
            _log.info("%s: an event came again", self._channel)
            return
        if self._lanes.has_room and not self._some_left and self._catching_up is None:
            await self._queue(key, body)
            return
        self._some_left = True
        if self._catching_up is None:
            self._catching_up = asyncio.create_task(self._catch_up())

    async def resume(self) -> None:
        """Queue what was stored and not answered when the process last ended."""
        if self._beginning:
            await self._events.adopt(self._channel, self._beginning)
        self._some_left = True
        self._catching_up = asyncio.create_task(self._catch_up())
        await self._catching_up

    async def finish(self, within: float) -> None:
        """Wait up to ``within`` seconds for what was queued; the rest is resumed another time."""
        if self._catching_up is not None:
            self._catching_up.cancel()
            await asyncio.gather(self._catching_up, return_exceptions=True)
        await self._lanes.finish(within)

    async def _catch_up(self) -> None:
        """Queue what the store holds, in the order it came and as there is room."""
        queued = 0
        try:
            while self._some_left:
                self._some_left = False
                async for key, body in self._events.waiting(self._channel, self._beginning):
                    if key not in self._here:
                        await self._queue(key, body)
                        queued += 1
        except Exception:
            # What comes next tries again
            self._some_left = True
            _log.exception("%s: events could not be read from the store", self._channel)
        finally:
            self._catching_up = None
        if queued:
            _log.info("%s: %d events that waited in the store were queued", self._channel, queued)

    async def _queue(self, key: str, body: str) -> None:
        decoded = self._decode(body)
        if decoded is None:
            await self._events.take(self._channel, key)
            return
        lane, item = decoded
        self._here.add(key)
        if not await self._lanes.put(lane, (key, item)):
            self._here.discard(key)
            await self._events.take(self._channel, key)
            _log.warning("%s: a chat has too much waiting; an event was passed over", self._channel)

    async def _drive(self, queued: tuple[str, Item]) -> None:
        key, item = queued
        try:
            with structlog.contextvars.bound_contextvars(request=secrets.token_hex(8)):
                await self._work(item, lambda: self._events.take(self._channel, key))
        finally:
            self._here.discard(key)
