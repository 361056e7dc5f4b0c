"""Where the Official Account's events are delivered."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response

from bot.channels.zalo_oa.signature import HEADER, signed_event
from bot.http.webhooks import acknowledged

WEBHOOK_PATH = "/webhooks/zalo-oa"

_log = logging.getLogger(__name__)


def webhook_router(
    *,
    app_id: str,
    secret: str,
    clock: Callable[[], float],
    store: Callable[[bytes], Awaitable[None]],
) -> APIRouter:
    """The path for signed events; ``store`` keeps one, and the answer follows it at once.

    The platform wants 200 within two seconds, so nothing is worked on here. What is not signed by
    it, or is a recording, gets 403; what could not be stored gets 503, and it tries again.
    """
    router = APIRouter()

    @router.post(WEBHOOK_PATH, include_in_schema=False)
    async def deliver(request: Request) -> Response:
        body = await request.body()
        event = signed_event(
            body, request.headers.get(HEADER, ""), app_id=app_id, secret=secret, now=clock()
        )
        if event is None:
            _log.warning("zalo-oa: a delivery without a valid signature was refused")
            return Response(status_code=403)
        return await acknowledged(store(body))

    return router
