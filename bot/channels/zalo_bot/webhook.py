"""Where the Zalo Bot Platform delivers updates."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter

from bot.channels.zalo_bot.client import SECRET_HEADER, unwrapped
from bot.http.webhooks import webhook_router

WEBHOOK_PATH = "/webhooks/zalo-bot"


def deliveries(secret: str, store: Callable[[str], Awaitable[None]]) -> APIRouter:
    """The path for deliveries that carry the secret; ``store`` keeps what they hold."""
    return webhook_router(
        WEBHOOK_PATH, header=SECRET_HEADER, secret=secret, read=_readable, store=store
    )


def _readable(body: bytes) -> str:
    if unwrapped(body) is None:
        raise ValueError("not an update")
    return body.decode(errors="replace")
