"""The one HTTP server: webhooks, the web chat, the HTTP interface and what operators ask."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from bot.channels.channel import ChannelError
from bot.operations.requests import RequestLog

ANSWER_SECONDS = 1
"""Time for requests under way when the server stops. Ours take milliseconds, and what they accepted
the channels finish after that."""
IDLE_SECONDS = 20
"""How long a connection without a request is kept open."""
BACKLOG = 1024
"""Connections that may wait to be accepted."""


def build_app(
    routers: Iterable[APIRouter] = (),
    *,
    mounts: Iterable[tuple[str, ASGIApp]] = (),
    middleware: Iterable[Middleware] = (),
) -> FastAPI:
    """The application of these routers.

    Args:
        routers: paths of channels and operations, tried in order.
        mounts: whole applications under a path, tried after all routers.
        middleware: layers around all paths, the outermost first. Outside of them stands only the
            request log, so that it sees every answer.
    """
    app = FastAPI(
        title="ocop-bot",
        # A mounted interface describes itself; webhooks are nobody's to read about
        openapi_url=None,
        middleware=[Middleware(RequestLog), *middleware],
    )
    for router in routers:
        app.include_router(router)
    for path, mounted in mounts:
        app.mount(path, mounted)
    return app


class WebServer:
    """Serves an application on one address until it is stopped. Signals are the caller's."""

    name = "http"

    def __init__(self, app: ASGIApp, *, host: str, port: int) -> None:
        """``port`` 0 takes any that is free."""
        self._host, self._port = host, port
        self._server = _Server(
            uvicorn.Config(
                app,
                log_config=None,
                # Its lines would hold people's addresses and questions
                access_log=False,
                server_header=False,
                # Who is behind a proxy is told by bot.http.callers, which knows our proxies
                proxy_headers=False,
                timeout_graceful_shutdown=ANSWER_SECONDS,
                timeout_keep_alive=IDLE_SECONDS,
                backlog=BACKLOG,
                lifespan="off",
            )
        )
        self._serving: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where it is reached from this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self._port}"

    async def start(self) -> None:
        """Listen; returns when requests are answered.

        Raises :class:`~bot.channels.channel.ChannelError` when the address cannot be had.
        """
        listening = self._listen()
        self._port = listening.getsockname()[1]
        self._serving = asyncio.create_task(self._server.serve(sockets=[listening]))
        while not self._server.started:
            if self._serving.done():
                await self._serving
            await asyncio.sleep(0)

    async def stop(self) -> None:
        """Accept no more, answer the requests under way within ``ANSWER_SECONDS``."""
        if self._serving is not None:
            self._server.should_exit = True
            await self._serving
            self._serving = None

    def _listen(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        # With the protocol named, asyncio sends at once (TCP_NODELAY); else answers wait 40 ms
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((self._host, self._port))
        except OSError as error:
            listening.close()
            raise ChannelError(
                f"cannot listen on {self._host} port {self._port} ({error.strerror}); "
                "set OCOP_HOST or OCOP_PORT to another"
            ) from None
        return listening


class _Server(uvicorn.Server):
    """uvicorn's server with the handling of signals left to the application."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
