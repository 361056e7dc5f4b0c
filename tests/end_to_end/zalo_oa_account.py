"""The application behind the double of an Official Account."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.app import make_conversation
from bot.channels.zalo_oa.channel import ZaloOaChannel
from bot.server import WebServer, build_app
from bot.store.store import Store
from knowledge.base import Knowledge
from tests.end_to_end.conftest import running
from tests.end_to_end.zalo_double_server import Call
from tests.end_to_end.zalo_oa_double import (
    APP_ID,
    APP_SECRET,
    FIRST_REFRESH_TOKEN,
    SECRET_KEY,
    ZaloOaDouble,
)

LAN, MINH = "2512523625412515", "7733184490012277"
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"
HOUR = 3600.0


@dataclass
class Account:
    """The double with the application behind its webhook."""

    zalo: ZaloOaDouble
    bot_url: str

    async def say(self, user: str, text: str) -> None:
        assert await self.zalo.say(self.bot_url, user, text) == 200

    async def ask(self, user: str, text: str) -> Call:
        await self.say(user, text)
        return await self.zalo.next_text(user)

    async def deliver(self, body: bytes, signature: str | None = None) -> int:
        return await self.zalo.deliver(self.bot_url, body, signature)


def channel(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store, **options: Any
) -> ZaloOaChannel:
    """The channel with little patience, so that the tests need little too."""
    return ZaloOaChannel(
        make_conversation(knowledge),
        store.events,
        store.state,
        app_id=APP_ID,
        app_secret=APP_SECRET,
        secret_key=SECRET_KEY,
        api_url=zalo.url,
        oauth_url=zalo.url,
        **{
            "refresh_token": FIRST_REFRESH_TOKEN,
            "first_pause": 0.01,
            "call_seconds": 1.0,
            "sends_per_second": 500.0,
            **options,
        },
    )


@asynccontextmanager
async def serving(
    zalo: ZaloOaDouble, knowledge: Knowledge, store: Store, **options: Any
) -> AsyncIterator[Account]:
    receiving = channel(zalo, knowledge, store, **options)
    server = WebServer(build_app([receiving.router]), host="127.0.0.1", port=0)
    async with running(receiving, server=server):
        yield Account(zalo, server.url)
