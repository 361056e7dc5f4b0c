"""The store's parts for one process without a database: small tools and tests of channels."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import AsyncIterator

EVENTS_REMEMBERED = 100_000
"""Keys; the oldest go first."""


class MemoryEvents:
    """Received events as :class:`bot.store.events.Events` keeps them, until the process ends."""

    def __init__(self) -> None:
        self._bodies: OrderedDict[tuple[str, str], str | None] = OrderedDict()

    async def add(self, channel: str, key: str, body: str) -> bool:
        """Store an event; ``False`` when one with this key was stored before."""
        if (channel, key) in self._bodies:
            return False
        self._bodies[channel, key] = body
        while len(self._bodies) > EVENTS_REMEMBERED:
            self._bodies.popitem(last=False)
        return True

    async def take(self, channel: str, key: str) -> bool:
        """Mark an event as answered; ``False`` when it was already."""
        if self._bodies.get((channel, key)) is None:
            return False
        self._bodies[channel, key] = None
        return True

    async def waiting(self, channel: str, beginning: str = "") -> AsyncIterator[tuple[str, str]]:
        """Keys that begin like that and bodies of events that were never taken."""
        for (of, key), body in list(self._bodies.items()):
            if of == channel and key.startswith(beginning) and body is not None:
                yield key, body

    async def adopt(self, channel: str, beginning: str) -> None:
        """Nothing here is older than the process."""


class MemoryMarks:
    """Which chats take no messages, as :class:`bot.store.chats.Chats` keeps it."""

    def __init__(self) -> None:
        self._blocked: set[str] = set()

    async def mark_blocked(self, chat: str, blocked: bool) -> None:
        """Keep whether the chat takes no messages any more."""
        if blocked:
            self._blocked.add(chat)
        else:
            self._blocked.discard(chat)

    async def blocked(self, channel: str) -> set[str]:
        """The chats of a channel that take no messages any more."""
        return {chat for chat in self._blocked if chat.startswith(f"{channel}:")}
