"""Every detail of the Zalo Bot Platform's HTTP interface: methods, parameters, limits, errors.

Source: https://bot.zapps.me/docs (methods and error codes), as of 2026.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from bot.delivery.calls import CallFailed, NotCarriedOut, Refused, request
from bot.delivery.connections import http_connections

TEXT_LIMIT = 2000
"""Characters of one message."""
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
"""Carries the secret of ``setWebhook`` with every delivery."""
NO_UPDATE = 408
"""Error code of a long poll that ended without an update."""
TOO_MANY = 429
UNAUTHORIZED = frozenset({401, 403})
"""Error codes for a token that is none."""

CALL_SECONDS = 10.0
CONNECTIONS = 64
"""Calls at once."""


class TokenRefused(Refused):
    """The platform does not know the token."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is on the platform."""

    id: str
    name: str


class ZaloBotClient:
    """The methods the bot uses. Every call has a time limit and is made once.

    All raise :class:`~bot.delivery.calls.CallFailed` and its kinds.
    """

    def __init__(self, token: str, *, api_url: str, call_seconds: float = CALL_SECONDS) -> None:
        """``api_url`` is the platform without the ``/bot<token>`` part."""
        self._seconds = call_seconds
        self._http = http_connections(
            f"{api_url.rstrip('/')}/bot{token}/", seconds=call_seconds, most=CONNECTIONS
        )

    async def close(self) -> None:
        """Give back all connections."""
        await self._http.close()

    async def get_me(self) -> Account:
        """Who we are; raises :class:`TokenRefused` for a token that is none."""
        me = await self._call("getMe")
        name = me.get("account_name") or me.get("display_name")
        return Account(str(me.get("id", "")), name if isinstance(name, str) else "")

    async def get_update(self, wait: int) -> Mapping[str, Any] | None:
        """The next update, waiting up to ``wait`` seconds; ``None`` when there was none.

        The platform forgets an update when it hands it out: store it before anything else. It
        answers only while no webhook is set.
        """
        try:
            found = await self._call(
                # The platform wants the number as a text
                "getUpdates",
                {"timeout": str(wait)},
                seconds=wait + self._seconds,
            )
        except Refused as error:
            if error.code == NO_UPDATE:
                return None
            raise
        return found or None

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates delivered to an https address, with the secret in ``SECRET_HEADER``."""
        await self._call("setWebhook", {"url": url, "secret_token": secret})

    async def webhook_url(self) -> str:
        """The address updates are delivered to; empty when there is none."""
        info = await self._call("getWebhookInfo")
        url = info.get("url")
        return url if isinstance(url, str) else ""

    async def delete_webhook(self) -> None:
        """Have no updates delivered."""
        await self._call("deleteWebhook")

    async def send_message(self, chat: str, text: str) -> None:
        """Send a text of 1 to ``TEXT_LIMIT`` characters."""
        await self._call("sendMessage", {"chat_id": chat, "text": text})

    async def send_typing(self, chat: str) -> None:
        """Show for a few seconds that an answer is being written."""
        await self._call("sendChatAction", {"chat_id": chat, "action": "typing"})

    async def _call(
        self, method: str, parameters: Mapping[str, str] | None = None, seconds: float | None = None
    ) -> dict[str, Any]:
        async with self._http.lent() as client:
            response = await request(
                client,
                "POST",
                method,
                json=dict(parameters or {}),
                timeout=httpx.Timeout(seconds or self._seconds),
            )
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
            raise NotCarriedOut(f"{method}: not an answer of the platform ({response.status_code})")
        if not answer["ok"]:
            raise _error(method, answer)
        result = answer.get("result")
        return result if isinstance(result, dict) else {}


def unwrapped(body: bytes | str) -> dict[str, Any] | None:
    """The update in what a webhook delivers; ``None`` when there is none.

    It stands under ``result`` beside ``ok``, or, in some descriptions, alone.
    """
    try:
        received = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if isinstance(received, dict) and isinstance(received.get("result"), dict):
        received = received["result"]
    return received if isinstance(received, dict) else None


def _error(method: str, answer: Mapping[str, Any]) -> CallFailed:
    code = answer.get("error_code")
    code = code if isinstance(code, int) else None
    message = f"{method}: {answer.get('description', '')} ({code})"
    if code == TOO_MANY:
        return NotCarriedOut(message)
    if code is not None and code >= httpx.codes.INTERNAL_SERVER_ERROR:
        return NotCarriedOut(message)
    if code in UNAUTHORIZED and method == "getMe":
        return TokenRefused(message, code=code)
    return Refused(message, code=code)
