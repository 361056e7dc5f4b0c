"""Every HTTP request has a number that is in its answer and in all log lines it causes."""

from __future__ import annotations

import logging
import re
import secrets
import time

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.http.headers import SecurityHeaders
from bot.logs import error_code

HEADER = "X-Request-ID"
"""Taken from the proxy before us when it sends one that can be logged, else made here."""

_ACCEPTABLE = re.compile(r"[A-Za-z0-9_.:-]{8,64}")
_WATCHERS = ("/healthz", "/readyz", "/metrics")
"""Asked every few seconds by machines: not worth a line each."""

_log = logging.getLogger(__name__)


class RequestLog:
    """Numbers requests, logs one line for each, and answers what nobody foresaw with an apology.

    The line has the route's pattern, never the address itself, in which a question can stand, and
    neither the sender's address nor any header.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        number = given if _ACCEPTABLE.fullmatch(given) else secrets.token_hex(8)
        status = 0

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=number):
            try:
                await self._app(scope, receive, numbered)
            except Exception:
                code = error_code()
                _log.exception("error %s", code)
                if status:
                    raise
                sorry = PlainTextResponse(f"Internal error {code}\n", status_code=500)
                # We stand outside of the layer that puts the headers on every other answer
                await SecurityHeaders(sorry)(scope, receive, numbered)
            finally:
                spent = (time.perf_counter() - began) * 1000
                level = logging.DEBUG if scope["path"] in _WATCHERS else logging.INFO
                _log.log(
                    level, "%s %s %d in %.1f ms", scope["method"], _pattern(scope), status, spent
                )


def _pattern(scope: Scope) -> str:
    """The route that was taken: ``/p/{code}``; a dash where none was."""
    route = scope.get("route")
    path = getattr(route, "path", None)
    return path if isinstance(path, str) else "-"
