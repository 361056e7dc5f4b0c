"""Who may come how often: by key, or by address without one."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.errors import error_answer
from bot.http.callers import Callers
from bot.http.limits import RequestLimit

KEY_PER_MINUTE = 1200
"""Requests a minute with a key that has no limit of its own."""
LONGEST_KEY = 200


class Admission:
    """Lets a request in, or answers 401 to an unknown key and 429 to one too many.

    A key comes as ``Authorization: Bearer ...`` or ``X-API-Key: ...``. Only digests of the keys are
    kept, and the digest that comes is compared with every one of them in constant time.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        callers: Callers,
        per_minute: int,
        keys: Sequence[tuple[str, str, int | None]] = (),
    ) -> None:
        """``keys``: name, SHA-256 in hexadecimal, requests a minute if not the usual ones."""
        self._app = app
        self._callers = callers
        self._anonymous = RequestLimit(per_minute)
        self._keys = [(name, digest) for name, digest, _ in keys]
        self._limits = {name: RequestLimit(limit or KEY_PER_MINUTE) for name, _, limit in keys}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        given = _given_key(connection)
        name = self._name_of(given) if given is not None else None
        if given is None or name is None:
            allowance = self._anonymous.take(self._callers.address(connection))
        else:
            allowance = self._limits[name].take(name)
        if not allowance.granted:
            refusal = error_answer(HTTPStatus.TOO_MANY_REQUESTS, headers=allowance.headers)
            await refusal(scope, receive, send)
            return
        if given is not None and name is None:
            headers = {"WWW-Authenticate": "Bearer", **allowance.headers}
            await error_answer(HTTPStatus.UNAUTHORIZED, headers=headers)(scope, receive, send)
            return
        scope.setdefault("state", {})["key_name"] = name or ""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for header, value in allowance.headers.items():
                    headers[header] = value
            await send(message)

        await self._app(scope, receive, told)

    def _name_of(self, key: str) -> str | None:
        digest = hashlib.sha256(key[:LONGEST_KEY].encode()).hexdigest()
        found = None
        for name, kept in self._keys:
            if hmac.compare_digest(digest, kept):
                found = name
        return found


def _given_key(connection: HTTPConnection) -> str | None:
    key = connection.headers.get("x-api-key", "")
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if not key and scheme.lower() == "bearer":
        key = token.strip()
    return key or None
