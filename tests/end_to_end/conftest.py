"""The real application, over a knowledge base built once for the whole run."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.app import make_channels, make_conversation, serve
from bot.channels.channel import Channel
from bot.server import WebServer
from bot.settings import Settings
from bot.store.store import Store, open_store
from knowledge.base import Knowledge
from knowledge.database import ensure_database
from tests.end_to_end.bot_api_double import PATIENCE, TOKEN, BotApiDouble


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A data folder with its database, shared by all workers of this run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "ocop-data"
    ensure_database(Settings.model_validate({"data_dir": folder}).database_url)
    return folder


@pytest.fixture
def environment(data_dir: Path) -> dict[str, str]:
    """The environment of an installation in which nothing is set but its data folder."""
    ours = ("OCOP_", "TELEGRAM_", "ZALO_", "PYTHONIOENCODING", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "OCOP_DATA_DIR": str(data_dir)}


@pytest.fixture
def environment_of_its_own(
    environment: dict[str, str], data_dir: Path, tmp_path: Path
) -> dict[str, str]:
    """That environment with a database that no other test wrote to: each double numbers its
    updates from one, and what a database has seen before is not answered again."""
    copy = tmp_path / "own.db"
    with (
        closing(sqlite3.connect(data_dir / "ocop.db")) as shared,
        closing(sqlite3.connect(copy)) as own,
    ):
        shared.backup(own)
        for (table,) in own.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'channel\\_%' "
            "ESCAPE '\\'"
        ).fetchall():
            own.execute(f"DELETE FROM {table}")  # noqa: S608 - a table of ours
        own.commit()
    return {**environment, "OCOP_DATABASE_URL": f"sqlite:///{copy}"}


@pytest.fixture
def telegram() -> Iterator[BotApiDouble]:
    with BotApiDouble() as double:
        yield double


def telegram_settings(double: BotApiDouble) -> Settings:
    """Settings that point the bot at the double."""
    return Settings.model_validate({"telegram_token": TOKEN, "telegram_api_url": double.url})


@asynccontextmanager
async def running(*channels: Channel, server: WebServer | None = None) -> AsyncIterator[None]:
    """The application with these channels, serving until the block ends."""
    stop, ready = asyncio.Event(), asyncio.Event()
    serving = asyncio.create_task(serve(channels, stop, server=server, when_ready=ready.set))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(serving, PATIENCE * 2)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """A store of chats, events and values in a file of its own."""
    opened = await open_store(f"sqlite:///{tmp_path / 'store.db'}", question_days=90)
    yield opened
    await opened.close()


@pytest.fixture
async def bot(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> AsyncIterator[BotApiDouble]:
    """The double with the application talking to it."""
    channels = make_channels(
        telegram_settings(telegram), make_conversation(knowledge, store.chats), store
    )
    async with running(*channels):
        yield telegram
