"""Small values of a channel that must not be lost or written over: a token."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.schema import ChannelValue


@dataclass(frozen=True, slots=True)
class Versioned:
    """A value and the version to name when it is replaced."""

    value: str
    version: int
    """From 1; grows by one with each writing."""


class ChannelState:
    """Named values of channels, shared by all processes on one database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def get(self, channel: str, name: str) -> Versioned | None:
        """The value; ``None`` when there is none."""
        query = select(ChannelValue.value, ChannelValue.version).where(
            ChannelValue.channel == channel, ChannelValue.name == name
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).first()
        return Versioned(row.value, row.version) if row is not None else None

    async def replace(self, channel: str, name: str, value: str, *, expected: int) -> bool:
        """Write a value if nobody wrote it since version ``expected`` (0: there was none yet).

        ``False`` when somebody did: nothing was written, read it again. Committed on return.
        """
        async with self._engine.connect() as connection:
            await self._sync(connection, "FULL")
            try:
                written = await self._written(connection, channel, name, value, expected)
                await connection.commit()
            except IntegrityError:
                await connection.rollback()
                written = False
            finally:
                await self._sync(connection, "NORMAL")
        return written

    async def _written(
        self, connection: AsyncConnection, channel: str, name: str, value: str, expected: int
    ) -> bool:
        row = {"channel": channel, "name": name, "value": value, "version": expected + 1}
        if expected == 0:
            await connection.execute(insert(ChannelValue).values(row))
            return True
        result = await connection.execute(
            update(ChannelValue)
            .where(
                ChannelValue.channel == channel,
                ChannelValue.name == name,
                ChannelValue.version == expected,
            )
            .values(row)
        )
        return result.rowcount == 1

    async def _sync(self, connection: AsyncConnection, mode: str) -> None:
        """How SQLite waits for the disk: what is lost with the power must not be a token that can
        be used once. Everything else may be asked for again."""
        if self._engine.dialect.name == "sqlite":
            await connection.exec_driver_sql(f"PRAGMA synchronous = {mode}")

    async def put(self, channel: str, name: str, value: str) -> None:
        """Write a value whoever wrote it before."""
        while True:
            held = await self.get(channel, name)
            version = held.version if held is not None else 0
            if await self.replace(channel, name, value, expected=version):
                return
