"""Where Telegram delivers updates: https://core.telegram.org/bots/api#setwebhook."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Webhook:
    """How updates are to be delivered."""

    public_url: str
    """Where Telegram reaches us: https, port 443, 80, 88 or 8443."""
    path: str
    certificate: Path | None = None
    """A self-signed certificate in PEM, uploaded so that Telegram trusts it."""

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.public_url.rstrip('/')}{self.path}"


def secret_of(token: str) -> str:
    """The secret by which we know Telegram: made from the token, so that every process has the same
    one and nobody has to invent it."""
    return hmac.new(token.encode(), b"telegram webhook", hashlib.sha256).hexdigest()


def webhook_router(
    path: str, secret: str, accept: Callable[[object], Awaitable[None]]
) -> APIRouter:
    """The path for deliveries that carry the secret; ``accept`` stores an update.

    200 says that it is stored. What cannot be read is 400; what could not be stored is 503, and
    Telegram tries again.
    """
    router = APIRouter()
    expected = secret.encode()

    @router.post(path, include_in_schema=False)
    async def deliver(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        try:
            update = json.loads(await request.body())
        except (ValueError, RecursionError):
            return Response(status_code=400)
        try:
            await accept(update)
        except Exception:
            _log.exception("an update could not be stored")
            return Response(status_code=503)
        return Response(status_code=200)

    return router
