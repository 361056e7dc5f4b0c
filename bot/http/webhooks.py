"""Deliveries of a platform that proves itself by a secret in a header."""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from fastapi import APIRouter, Request, Response

Update = TypeVar("Update")

_log = logging.getLogger(__name__)


def webhook_secret(token: str, purpose: str) -> str:
    """The secret of a webhook: made from the bot's token, so that every process has the same one
    and nobody has to invent it."""
    return hmac.new(token.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def webhook_router(
    path: str,
    *,
    header: str,
    secret: str,
    read: Callable[[bytes], Update],
    store: Callable[[Update], Awaitable[None]],
) -> APIRouter:
    """The path for deliveries that carry the secret; ``store`` keeps what ``read`` finds in one.

    200 says that it is stored. What cannot be read (``ValueError``) gets 400 and is not worth
    another try; what could not be stored gets 503, and the platform tries again.
    """
    router = APIRouter()
    expected = secret.encode()

    @router.post(path, include_in_schema=False)
    async def deliver(request: Request) -> Response:
        given = request.headers.get(header, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        try:
            update = read(await request.body())
        except (ValueError, RecursionError):
            return Response(status_code=400)
        return await acknowledged(store(update))

    return router


async def acknowledged(storing: Awaitable[None]) -> Response:
    """200 when a delivery is stored, 503 when it could not be: the platform tries again then."""
    try:
        await storing
    except Exception:
        _log.exception("a delivery could not be stored")
        return Response(status_code=503)
    return Response(status_code=200)
