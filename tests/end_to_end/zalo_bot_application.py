"""The application behind the double of the Zalo Bot Platform."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.channels.zalo_bot.client import SECRET_HEADER
from bot.server import WebServer, build_app
from bot.store.store import Store
from handlers.conversation import Conversation
from tests.end_to_end.conftest import running
from tests.end_to_end.zalo_bot_double import TOKEN, ZaloBotDouble

LAN, MINH, GROUP = "a1b2-lan", "c3d4-minh", "g5h6-nhom"
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"


def channel(
    double: ZaloBotDouble, conversation: Conversation, store: Store, **options: Any
) -> ZaloBotChannel:
    """The channel with little patience, so that the tests need little too."""
    return ZaloBotChannel(
        conversation,
        store.events,
        token=TOKEN,
        api_url=double.url,
        **{"first_pause": 0.01, "call_seconds": 1.0, "poll_seconds": 1, **options},
    )


@asynccontextmanager
async def webhook(
    zalo: ZaloBotDouble, conversation: Conversation, store: Store, **options: Any
) -> AsyncIterator[str]:
    """The application receiving by webhook; its address on this machine."""
    receiving = channel(zalo, conversation, store, public_url="https://ocop.example.vn/", **options)
    assert receiving.router is not None
    server = WebServer(build_app([receiving.router]), host="127.0.0.1", port=0)
    async with running(receiving, server=server):
        yield f"{server.url}/webhooks/zalo-bot"


async def delivered(url: str, body: object, secret: str | bytes) -> int:
    given = secret.encode() if isinstance(secret, str) else secret
    async with httpx.AsyncClient() as client:
        response = await client.post(url, json=body, headers={SECRET_HEADER.encode(): given})
    return response.status_code
