"""Received events: stored before they are acknowledged, answered at most once for each key.

The way of one event: :meth:`Events.add` before the platform is told that it arrived (a second one
of the same key is refused); :meth:`Events.take` just before the answer goes out. What was added and
never taken when a process ended is given back by :meth:`Events.waiting`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, exists, literal, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import aliased

from bot.store.schema import ReceivedEvent
from bot.store.writing import Batches

DAYS_REMEMBERED = 3
"""Telegram offers an update for 24 hours, Zalo tries a webhook again for less."""
READ_AT_ONCE = 1000
"""Events held in memory at once while those left from before are gone through."""


class Events:
    """The events that channels received."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
        self._insert = (
            dialect.insert(ReceivedEvent)
            .on_conflict_do_nothing()
            .returning(ReceivedEvent.channel, ReceivedEvent.key)
        )
        self._adds: Batches[tuple[str, str, str], bool] = Batches(self._write_added)
        self._takes: Batches[tuple[str, str], bool] = Batches(self._write_taken)

    async def add(self, channel: str, key: str, body: str) -> bool:
        """Store an event; ``False`` when one with this key was stored before."""
        return await self._adds.put((channel, key, body))

    async def take(self, channel: str, key: str) -> bool:
        """Note that the event's answer goes out now, and drop its payload.

        ``False`` when that was noted before: then it must not be answered again.
        """
        return await self._takes.put((channel, key))

    async def waiting(self, channel: str, beginning: str = "") -> AsyncIterator[tuple[str, str]]:
        """Keys that begin like that and bodies of events added but never taken, oldest first.

        What is added while they are gone through is left out: whoever added it works on it.
        """
        order = ReceivedEvent.received_at, ReceivedEvent.key
        left = (
            select(*order, ReceivedEvent.payload)
            .where(
                ReceivedEvent.channel == channel,
                ReceivedEvent.key.startswith(beginning, autoescape=True),
                ReceivedEvent.payload.is_not(None),
            )
            .order_by(*order)
            .limit(READ_AT_ONCE)
        )
        newest = left.order_by(None).order_by(*(column.desc() for column in order)).limit(1)
        async with self._engine.connect() as connection:
            end = (await connection.execute(newest)).first()
        if end is None:
            return
        rest = left.where(tuple_(*order) <= (end.received_at, end.key))
        following = rest
        while True:
            async with self._engine.connect() as connection:
                rows = (await connection.execute(following)).all()
            for row in rows:
                yield row.key, row.payload or ""
            if len(rows) < READ_AT_ONCE:
                return
            following = rest.where(tuple_(*order) > (rows[-1].received_at, rows[-1].key))

    async def adopt(self, channel: str, beginning: str) -> None:
        """Put this before the channel's keys that have no colon, but where that key is taken."""
        same = aliased(ReceivedEvent)
        whole = literal(beginning) + ReceivedEvent.key
        taken = exists().where(same.channel == channel, same.key == whole)
        async with self._engine.begin() as connection:
            await connection.execute(
                update(ReceivedEvent)
                .where(ReceivedEvent.channel == channel, ~ReceivedEvent.key.contains(":"), ~taken)
                .values(key=whole)
            )

    async def drop_old(self, now: datetime) -> None:
        """Forget events that no platform sends again."""
        limit = now - timedelta(days=DAYS_REMEMBERED)
        async with self._engine.begin() as connection:
            await connection.execute(delete(ReceivedEvent).where(ReceivedEvent.received_at < limit))

    async def _write_added(self, items: Sequence[tuple[str, str, str]]) -> Sequence[bool]:
        now = datetime.now(UTC)
        rows = {
            (channel, key): {
                "channel": channel,
                "key": key,
                "received_at": now,
                "payload": body,
            }
            for channel, key, body in reversed(items)
        }
        # In one order for all: two processes that are given the same events must not wait for each
        # other's rows
        ordered = [rows[identity] for identity in sorted(rows)]
        async with self._engine.begin() as connection:
            result = await connection.execute(self._insert, ordered)
            new = {(row.channel, row.key) for row in result}
        added = []
        for channel, key, _ in items:
            added.append((channel, key) in new)
            new.discard((channel, key))  # the same key twice in one batch
        return added

    async def _write_taken(self, items: Sequence[tuple[str, str]]) -> Sequence[bool]:
        wanted = ReceivedEvent.payload.is_not(None) & tuple_(
            ReceivedEvent.channel, ReceivedEvent.key
        ).in_(sorted(set(items)))
        async with self._engine.begin() as connection:
            result = await connection.execute(
                update(ReceivedEvent)
                .where(wanted)
                .values(payload=None)
                .returning(ReceivedEvent.channel, ReceivedEvent.key)
            )
            new = {(row.channel, row.key) for row in result}
        taken = []
        for item in items:
            taken.append(item in new)
            new.discard(item)
        return taken
