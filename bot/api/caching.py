"""Answers are named by the version of the data, so that a client need not fetch one twice."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRESH_SECONDS = 60
"""How long an answer may be used without asking again."""


class Versioned:
    """Puts ``ETag`` and ``Cache-Control`` on answers to GET, and answers 304 to who has them."""

    def __init__(self, app: ASGIApp, *, version: Callable[[], str]) -> None:
        """``version`` changes whenever any answer may."""
        self._app = app
        self._version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        tag = f'W/"{self._version()}"'
        known = {each.strip() for each in Headers(scope=scope).get("if-none-match", "").split(",")}
        same = tag in known or "*" in known
        unchanged = False

        async def versioned(message: Message) -> None:
            nonlocal unchanged
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
                headers = MutableHeaders(scope=message)
                headers["ETag"] = tag
                headers.setdefault("Cache-Control", f"public, max-age={FRESH_SECONDS}")
                if same:
                    unchanged = True
                    message["status"] = int(HTTPStatus.NOT_MODIFIED)
                    for name in ("content-length", "content-type"):
                        del headers[name]
            elif unchanged:
                message = {"type": "http.response.body", "body": b"", "more_body": False}
            await send(message)

        await self._app(scope, receive, versioned)
