"""A store in a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store.store import Store, open_store


@pytest.fixture
def url(database_url: str) -> str:
    return database_url


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = await open_store(url, question_days=30)
    yield opened
    await opened.close()
