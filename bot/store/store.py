"""Opening the store: its tables brought up to date, its parts over one engine."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.calendar import VIETNAM, today
from bot.store.chats import Chats
from bot.store.events import Events
from bot.store.state import ChannelState
from knowledge.engines import (
    LOCK_WAIT_SECONDS,
    DatabaseUnavailable,
    async_url,
    connect_arguments,
    lock_out_others,
    open_engine,
    reason,
    shown,
)

RETENTION_SECONDS = 6 * 3600.0
"""How often what is old is dropped."""
FLUSH_SECONDS = 30.0
"""How long a noted question may wait to be written."""
UPKEEP_ENDS_SECONDS = 2.0
"""How long the upkeep under way may take to end when the store is closed."""
PAUSE_SECONDS = 0.1
"""Between two tries for a lock that SQLite does not wait for."""
_ADVISORY_LOCK = 0x0C0C
"""PostgreSQL's advisory lock that keeps two processes from migrating at once."""

_log = logging.getLogger(__name__)


class Store:
    """What must survive a restart."""

    def __init__(
        self, engine: AsyncEngine, *, question_days: int, today: Callable[[], date]
    ) -> None:
        self._engine = engine
        self._upkeep: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self.chats = Chats(engine, question_days=question_days, today=today)
        """Languages, saved lists, feedback, questions: what ``Conversation`` keeps."""
        self.events = Events(engine)
        """Events received from platforms."""
        self.state = ChannelState(engine)
        """Tokens of channels."""

    async def start(self) -> None:
        """Begin to drop what is old and to write what was noted, now and then."""
        self._upkeep = asyncio.create_task(self._keep_up())

    async def close(self) -> None:
        """Write what waits and close all connections."""
        if self._upkeep is not None:
            # A statement that is cancelled ends in its thread, when the loop may be closed already
            self._closing.set()
            await asyncio.wait({self._upkeep}, timeout=UPKEEP_ENDS_SECONDS)
            self._upkeep.cancel()
            await asyncio.gather(self._upkeep, return_exceptions=True)
        await self._quietly(self.chats.flush())
        await self._engine.dispose()

    async def drop_old(self, now: datetime) -> None:
        """Delete what was kept as long as it may be."""
        await self.chats.drop_old(now.astimezone(VIETNAM).date())
        await self.events.drop_old(now)

    async def _keep_up(self) -> None:
        passed = RETENTION_SECONDS
        while not self._closing.is_set():
            if passed >= RETENTION_SECONDS:
                await self._quietly(self.drop_old(datetime.now(UTC)))
                passed = 0.0
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), FLUSH_SECONDS)
            passed += FLUSH_SECONDS
            await self._quietly(self.chats.flush())

    @staticmethod
    async def _quietly(work: Any) -> None:
        """Upkeep that fails is tried again the next time; nobody waits for it."""
        try:
            await work
        except SQLAlchemyError as error:
            _log.warning("the upkeep of the store failed: %s", reason(error))


def migrate_store(url: str) -> None:
    """Bring the store's tables up to date; safe when two processes do it at once.

    Raises :class:`knowledge.database.DatabaseUnavailable`.
    """
    from bot.store.migrations import upgrade  # noqa: PLC0415 - Alembic takes a moment to load

    engine = open_engine(url, create=True)
    try:
        if engine.dialect.name == "sqlite":
            _write_ahead(engine)
        with (
            engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            lock_out_others(connection, _ADVISORY_LOCK)
            upgrade(connection)
    except SQLAlchemyError as error:
        raise DatabaseUnavailable(
            f"{shown(url)}: the tables of chats cannot be opened: {reason(error)}"
        ) from error
    finally:
        engine.dispose()


def _write_ahead(engine: Engine) -> None:
    """Let readers and one writer work side by side from now on.

    SQLite does this outside of any transaction, and without waiting for who does the same at that
    moment: it is tried again then, for as long as a lock is waited for.
    """
    until = time.monotonic() + LOCK_WAIT_SECONDS
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        connection.rollback()
        while True:
            try:
                driver.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(PAUSE_SECONDS)
            else:
                return


async def open_store(url: str, *, question_days: int, today: Callable[[], date] = today) -> Store:
    """The store in the database at ``url``, its tables made or brought up to date.

    Raises :class:`knowledge.database.DatabaseUnavailable`.
    """
    await asyncio.to_thread(migrate_store, url)
    engine = create_async_engine(
        async_url(url),
        connect_args=connect_arguments(url),
        pool_pre_ping=not url.startswith("sqlite"),
        hide_parameters=True,
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _tune)
    return Store(engine, question_days=question_days, today=today)


def _tune(connection: Any, _entry: object) -> None:
    """With the write-ahead log a commit need not wait for the disk to stay consistent."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
