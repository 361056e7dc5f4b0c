"""Zalo's Official Account interface for tests: real HTTP, and stricter than the real one.

Messages with unknown fields, wrong types, too many buttons or over the lengths are refused with an
error number under status 200, as the platform does it. Refresh tokens can be used once. Events are
signed as the platform signs them.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.end_to_end.zalo_double_server import (
    BadCallError,
    Call,
    DoubleServer,
    json_object,
    only,
    text_of,
)

APP_ID, APP_SECRET, SECRET_KEY = "1122334455667788", "app-secret-Zx81", "oa-secret-Qp27"
FIRST_REFRESH_TOKEN = "refresh-0"
BAD_TOKEN, BAD_PARAMETER, NO_INTERACTION = -216, -201, -230
SEND = "v3.0/oa/message/cs"


@dataclass
class ZaloOaDouble(DoubleServer):
    """The server, its memory, and the people at the other end."""

    lifetime: int = 90_000
    """Seconds an access token lives."""
    used: list[str] = field(default_factory=list)
    """Refresh tokens that were used."""
    valid: set[str] = field(default_factory=set)
    """Access tokens that are good."""

    def __post_init__(self) -> None:
        self._refresh_token = FIRST_REFRESH_TOKEN
        self._people: set[str] = set()
        super().__post_init__()

    def routes(self) -> Sequence[Route]:
        return [
            Route("/v3.0/oa/message/cs", self._message, methods=["POST"]),
            Route("/v4/oa/access_token", self._access_token, methods=["POST"]),
        ]

    # The people

    def event(self, user: str, name: str, *, at: float | None = None, **content: Any) -> bytes:
        """The body of an event as the platform writes it; ``at`` in seconds since 1970."""
        self._people.add(user)
        who = {"follower": {"id": user}} if name == "follow" else {"sender": {"id": user}}
        content = content and {"message": {"msg_id": f"{self._next():020x}", **content}}
        event = {
            "app_id": APP_ID,
            **who,
            "recipient": {"id": "388613280878808645"},
            "event_name": name,
            **content,
            "timestamp": str(int((at if at is not None else time.time()) * 1000)),
        }
        return json.dumps(event, ensure_ascii=False).encode()

    async def deliver(self, bot_url: str, body: bytes, signature: str | None = None) -> int:
        """Deliver an event to the bot; the status it answers with."""
        given = signed(body) if signature is None else signature
        async with httpx.AsyncClient() as client:
            response = await client.post(
                f"{bot_url}/webhooks/zalo-oa",
                content=body,
                headers={"X-ZEvent-Signature": given, "Content-Type": "application/json"},
                timeout=2.0,
            )
        return response.status_code

    async def say(self, bot_url: str, user: str, text: str) -> int:
        """Somebody writes a text."""
        return await self.deliver(bot_url, self.event(user, "user_send_text", text=text))

    def expire(self) -> None:
        """All access tokens end."""
        self.valid.clear()

    # The server

    async def _message(self, request: Request) -> Response:
        try:
            body = await json_object(request)
            only(body, {"recipient", "message"})
            only(body["recipient"], {"user_id"})
            user = text_of(body["recipient"]["user_id"], "user_id", longest=100)
            text, buttons = _checked(body["message"])
        except BadCallError as error:
            self.refused.append((SEND, str(error)))
            return _error(BAD_PARAMETER, str(error))
        fault = self._fault("send", user)
        if fault is not None:
            shown = text if fault.carried_out else ""
            self._record(Call("send", body, user, shown, fault=True))
            broken = await self._broken(fault)
            return broken or _error(fault.code or -1, "planned")
        if request.headers.get("access_token") not in self.valid:
            self._record(Call("send", body, user, fault=True))
            return _error(BAD_TOKEN, "Access token is invalid")
        if user not in self._people:
            self.refused.append((SEND, "the person never wrote"))
            return _error(NO_INTERACTION, "User has not interacted with the OA in the past 7 days")
        self._record(Call("send", body, user, text, buttons=buttons))
        return JSONResponse(
            {"error": 0, "message": "Success", "data": {"message_id": f"{self._next():020x}"}}
        )

    async def _access_token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        fault = self._fault("refresh", "")
        if fault is not None:
            self._record(Call("refresh", {}, fault=True))
            broken = await self._broken(fault)
            return broken or JSONResponse({"error": fault.code, "error_name": "planned"})
        try:
            only(form, {"refresh_token", "app_id", "grant_type"})
            if request.headers.get("secret_key") != APP_SECRET or form["app_id"] != APP_ID:
                raise BadCallError("not this application")
            if form["grant_type"] != "refresh_token":
                raise BadCallError("another grant")
        except BadCallError as error:
            self.refused.append(("refresh", str(error)))
            return JSONResponse({"error": -14003, "error_name": str(error)})
        token = form["refresh_token"]
        self._record(Call("refresh", {"token": token}))
        if token != self._refresh_token:
            return JSONResponse({"error": -14014, "error_name": "Invalid refresh token"})
        self.used.append(token)
        number = len(self.used)
        self._refresh_token = f"refresh-{number}"
        self.valid = {f"access-{number}"}
        return JSONResponse(
            {
                "access_token": f"access-{number}",
                "refresh_token": self._refresh_token,
                "expires_in": str(self.lifetime),
            }
        )


def signed(body: bytes, *, secret: str = SECRET_KEY) -> str:
    """The signature of a body, with ``mac=`` before it."""
    timestamp = str(json.loads(body).get("timestamp", ""))
    data = APP_ID.encode() + body + timestamp.encode() + secret.encode()
    return f"mac={hashlib.sha256(data).hexdigest()}"


def _checked(message: Any) -> tuple[str, tuple[dict[str, Any], ...]]:
    if not isinstance(message, dict):
        raise BadCallError("message is no object")
    if "attachment" not in message:
        only(message, {"text"})
        return text_of(message["text"], "text", longest=2000), ()
    only(message, {"attachment"})
    attachment = message["attachment"]
    only(attachment, {"type", "payload"})
    payload = attachment["payload"]
    only(payload, {"template_type", "text", "buttons"})
    if (attachment["type"], payload["template_type"]) != ("template", "button"):
        raise BadCallError("unknown template")
    buttons = payload["buttons"]
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= 5:
        raise BadCallError("a message has 1 to 5 buttons")
    for button in buttons:
        _check_button(button)
    return text_of(payload["text"], "text", longest=2000), tuple(buttons)


def _check_button(button: Any) -> None:
    only(button, {"title", "type", "payload"})
    text_of(button["title"], "title", longest=100)
    kind, payload = button["type"], button["payload"]
    if kind == "oa.query.show":
        text_of(payload, "payload", longest=1000)
    elif kind == "oa.open.url":
        only(payload, {"url"})
        if not text_of(payload["url"], "url", longest=2000).startswith(("https://", "http://")):
            raise BadCallError("url is no address")
    elif kind == "oa.open.phone":
        only(payload, {"phone_code"})
        number = text_of(payload["phone_code"], "phone_code", longest=20, shortest=8)
        if not number.lstrip("+").isdecimal():
            raise BadCallError("phone_code is no number")
    else:
        raise BadCallError(f"unknown button type {kind!r}")


def _error(code: int, message: str) -> JSONResponse:
    return JSONResponse({"error": code, "message": message})
