"""The interface as a client reaches it, within the whole server application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from bot.api.configured import configured_interface
from bot.api.interface import PATH
from bot.app import make_conversation
from bot.calendar import today
from bot.server import build_app
from bot.serving import layers
from bot.settings import Settings
from knowledge.base import Knowledge


def application(knowledge: Knowledge, **given: object) -> ASGIApp:
    """The server's application; ``given`` are settings."""
    settings = Settings.model_validate({"api_per_minute": 100_000, **given})
    conversation = make_conversation(knowledge)
    interface = configured_interface(settings, conversation, lambda: knowledge, today)
    return build_app(middleware=layers(settings, interface))


@asynccontextmanager
async def connected(app: ASGIApp, address: str = "203.0.113.7") -> AsyncIterator[httpx.AsyncClient]:
    """A client that comes from an address."""
    transport = httpx.ASGITransport(app=app, client=(address, 40000))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://ocop.test{PATH}") as client:
        yield client


@pytest.fixture
async def client(knowledge: Knowledge) -> AsyncIterator[httpx.AsyncClient]:
    async with connected(application(knowledge)) as opened:
        yield opened


@pytest.fixture
def get(client: httpx.AsyncClient) -> Callable[..., Any]:
    """Fetches a path and gives its JSON."""

    async def fetch(path: str, **query: object) -> Any:
        given = {name: str(value) for name, value in query.items()}
        answer = await client.get(path, params=given or None)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return fetch
