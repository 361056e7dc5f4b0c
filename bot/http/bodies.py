"""No request may send more than we would ever read."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY = 256 * 1024
"""Bytes. The longest question is 2 kB, the longest update of a messenger some 30 kB."""


class BoundedBodies:
    """Ends a request with status 413 as soon as its body is, or says it will be, too long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        too_long = not told.isdecimal() or int(told[:20]) > LONGEST_BODY
        arrived = 0

        async def bounded() -> Message:
            nonlocal arrived
            # Raised where the body is read, so that whoever reads it answers in its own shape
            if too_long:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            message = await receive()
            if message["type"] == "http.request":
                arrived += len(message.get("body", b""))
                if arrived > LONGEST_BODY:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        await self._app(scope, bounded, send)
