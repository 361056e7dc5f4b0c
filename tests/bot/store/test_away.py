"""A database that goes away for a while takes no answer with it, and nothing that was noted."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.store.chats import QUESTIONS_WAITING
from bot.store.schema import AskedQuestion
from bot.store.store import migrate_store, open_store
from handlers.chat.keeping import Noted
from knowledge.database import DatabaseUnavailable, open_engine
from tests.postgresql import PASSWORD, PostgreSQL

LAN = "telegram:1"


def noted(number: int) -> Noted:
    key = f"{number:08x}"
    return Noted(key, date(2026, 5, 1), "telegram", "vi", "rating", "answer", "product:tra", "trà")


async def test_what_is_noted_while_it_is_away_is_written_when_it_is_back(
    postgresql: PostgreSQL, caplog: pytest.LogCaptureFixture
) -> None:
    url = postgresql.database()
    store = await open_store(url, question_days=30)
    await store.chats.choose_language(LAN, "en")
    caplog.set_level(logging.WARNING)
    with postgresql.away(url):
        assert await store.chats.language(LAN) is None
        for number in range(QUESTIONS_WAITING + 1):
            await store.chats.note(noted(number))
        with pytest.raises(Exception, match="not currently accepting connections"):
            await store.chats.save(LAN, "tra")
    assert await store.chats.language(LAN) == "en"
    await store.chats.save(LAN, "tra")
    assert (await store.chats.kept(LAN)).saved == ("tra",)
    await store.close()
    with open_engine(url).connect() as connection:
        written = connection.scalar(select(func.count()).select_from(AskedQuestion))
    assert written == QUESTIONS_WAITING + 1
    assert "could not be written" in caplog.text
    assert PASSWORD not in caplog.text


async def test_events_are_stored_again_after_it_was_away(postgresql: PostgreSQL) -> None:
    url = postgresql.database()
    store = await open_store(url, question_days=30)
    assert await store.events.add("telegram", "1", "{}")
    with postgresql.away(url):
        failed = await asyncio.gather(
            *(store.events.add("telegram", key, "{}") for key in "23"), return_exceptions=True
        )
        assert all(isinstance(each, Exception) for each in failed)
    assert await store.events.take("telegram", "1")
    assert await store.events.add("telegram", "2", "{}")
    await store.close()


def test_a_store_that_cannot_be_opened_is_told_without_the_password(postgresql: PostgreSQL) -> None:
    url = postgresql.database()
    with postgresql.away(url), pytest.raises(DatabaseUnavailable, match="tables of chats") as told:
        migrate_store(url)
    assert "hush" not in str(told.value)
    assert "\n" not in str(told.value)


async def test_a_backup_is_brought_back_over_what_came_later(
    postgresql: PostgreSQL, tmp_path: Path
) -> None:
    """As ``docs/operations.md`` tells it."""
    url, file = postgresql.database(), str(tmp_path / "ocop.dump")
    store = await open_store(url, question_days=30)
    await store.chats.save(LAN, "tra")
    postgresql.tool("pg_dump", url, "--format=custom", f"--file={file}")
    await store.chats.save(LAN, "mam")
    await store.close()
    postgresql.tool("pg_restore", url, "--clean", "--if-exists", "--no-owner", file)
    store = await open_store(url, question_days=30)
    assert (await store.chats.kept(LAN)).saved == ("tra",)
    await store.chats.save(LAN, "mam")
    await store.close()
