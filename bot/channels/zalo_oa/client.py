"""Every detail of the Official Account's HTTP interface but the tokens: messages and errors.

Source: https://developers.zalo.me/docs/official-account (API v3.0), as of 2026.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.zalo_oa.tokens import Tokens
from bot.delivery.calls import NotCarriedOut, Refused, request
from bot.delivery.connections import http_connections
from bot.delivery.pace import Pace

TEXT_LIMIT = 2000
"""Characters of one message."""
MOST_BUTTONS = 5
"""Buttons of one message."""
TITLE_LIMIT = 100
"""Characters of a button's title."""
PAYLOAD_LIMIT = 1000
"""Characters of what a button sends back."""

TOKEN_ERRORS = frozenset({-216, -124})
"""The access token is expired or none."""
BUSY_ERRORS = frozenset({-32, -200})
"""Too many calls in a minute, or the platform could not just now: it did not send."""

CALL_SECONDS = 10.0
CONNECTIONS = 32
_MESSAGES = "v3.0/oa/message/cs"


@dataclass(frozen=True, slots=True)
class QueryButton:
    """Sends a text back as if the person had written it."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class LinkButton:
    """Opens an address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PhoneButton:
    """Calls a number."""

    title: str
    phone: str


Button = QueryButton | LinkButton | PhoneButton


class ZaloOaClient:
    """Sends consultation messages. Every call has a time limit and is made once, but that with a
    token the platform does not take any more it is repeated with a fresh one."""

    def __init__(
        self,
        tokens: Tokens,
        *,
        api_url: str,
        sends_per_second: float,
        call_seconds: float = CALL_SECONDS,
    ) -> None:
        self._tokens = tokens
        self._pace = Pace(sends_per_second)
        self._http = http_connections(
            f"{api_url.rstrip('/')}/", seconds=call_seconds, most=CONNECTIONS
        )

    async def close(self) -> None:
        """Give back all connections."""
        await self._http.close()

    async def send(self, user: str, text: str, buttons: Sequence[Button] = ()) -> None:
        """Send a text of 1 to ``TEXT_LIMIT`` characters with at most ``MOST_BUTTONS`` buttons.

        Raises
        :class:`~bot.delivery.calls.CallFailed`.
        """
        message: dict[str, Any] = {"text": text}
        if buttons:
            payload = {
                "template_type": "button",
                "text": text,
                "buttons": [_button(button) for button in buttons],
            }
            message = {"attachment": {"type": "template", "payload": payload}}
        body = {"recipient": {"user_id": user}, "message": message}
        token = await self._tokens.current()
        code, reason = await self._post(body, token)
        if code in TOKEN_ERRORS:
            code, reason = await self._post(body, await self._tokens.instead_of(token))
        if code in BUSY_ERRORS:
            raise NotCarriedOut(f"the account's interface is busy ({code})")
        if code != 0:
            raise Refused(f"the message was refused: {reason} ({code})", code=code)

    async def _post(self, body: Mapping[str, Any], token: str) -> tuple[int, str]:
        """The platform's error number, 0 for none, and its words."""
        await self._pace.turn()
        async with self._http.lent() as client:
            response = await request(
                client, "POST", _MESSAGES, json=body, headers={"access_token": token}
            )
        try:
            answer = response.json()
        except ValueError:
            answer = None
        code = answer.get("error") if isinstance(answer, dict) else None
        if not isinstance(code, int):
            raise NotCarriedOut(f"not an answer of the platform ({response.status_code})")
        return code, str(answer.get("message", ""))


def _button(button: Button) -> dict[str, Any]:
    if isinstance(button, QueryButton):
        return {"title": button.title, "type": "oa.query.show", "payload": button.payload}
    if isinstance(button, LinkButton):
        return {"title": button.title, "type": "oa.open.url", "payload": {"url": button.url}}
    return {
        "title": button.title,
        "type": "oa.open.phone",
        "payload": {"phone_code": button.phone},
    }
