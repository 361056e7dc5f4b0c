"""Where Telegram delivers updates: https://core.telegram.org/bots/api#setwebhook."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter

from bot.http.webhooks import webhook_router, webhook_secret

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


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
    """The secret by which we know Telegram."""
    return webhook_secret(token, "telegram webhook")


def deliveries(path: str, secret: str, accept: Callable[[object], Awaitable[None]]) -> APIRouter:
    """The path for deliveries that carry the secret; ``accept`` stores an update."""
    return webhook_router(path, header=SECRET_HEADER, secret=secret, read=json.loads, store=accept)
