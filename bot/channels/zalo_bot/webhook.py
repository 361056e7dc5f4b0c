"""Where the Zalo Bot Platform delivers updates."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response

from bot.channels.zalo_bot.client import SECRET_HEADER, unwrapped

WEBHOOK_PATH = "/webhooks/zalo-bot"

_log = logging.getLogger(__name__)


def webhook_router(secret: str, store: Callable[[str], Awaitable[None]]) -> APIRouter:
    """The path for deliveries that carry the secret; ``store`` keeps what they hold.

    200 says that the update is stored. What cannot be read gets 400 and is not worth another try;
    what could not be stored gets 503, and the platform tries again.
    """
    router = APIRouter()
    expected = secret.encode()

    @router.post(WEBHOOK_PATH, include_in_schema=False)
    async def deliver(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        body = await request.body()
        if unwrapped(body) is None:
            return Response(status_code=400)
        try:
            await store(body.decode(errors="replace"))
        except Exception:
            _log.exception("an update could not be stored")
            return Response(status_code=503)
        return Response(status_code=200)

    return router
