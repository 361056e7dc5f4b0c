"""What a supervisor, a load balancer and Prometheus ask over HTTP."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from bot.channels.channel import Channel, Watched
from bot.operations.metrics import CONTENT_TYPE, exposed
from knowledge.base import Knowledge
from knowledge.database import DatabaseUnavailable

DATABASE_SECONDS = 2.0
"""Time for the database to answer; a load balancer waits a few seconds at most."""


class Readiness:
    """Whether questions can be answered now."""

    def __init__(
        self,
        *,
        stored_version: Callable[[], Awaitable[str]],
        knowledge: Callable[[], Knowledge],
        channels: Sequence[Channel],
        database_seconds: float = DATABASE_SECONDS,
    ) -> None:
        self._stored_version = stored_version
        self._knowledge = knowledge
        self._channels = channels
        self._database_seconds = database_seconds
        self.serving = False
        """Whether all channels have started and none was told to stop."""

    async def report(self) -> tuple[bool, dict[str, object]]:
        """Whether we are ready, and each part by itself.

        A channel whose platform does not answer makes us not ready: the others go on, but the
        operator should look.
        """
        database = await self._database()
        catalogue = self._knowledge().catalogue
        channels = {
            channel.name: self.serving and (not isinstance(channel, Watched) or channel.healthy)
            for channel in self._channels
        }
        ready = self.serving and database and bool(catalogue.products) and all(channels.values())
        return ready, {
            "ready": ready,
            "database": database,
            "catalogue": {"version": catalogue.version, "products": len(catalogue.products)},
            "channels": channels,
        }

    async def _database(self) -> bool:
        try:
            await asyncio.wait_for(self._stored_version(), self._database_seconds)
        except (DatabaseUnavailable, TimeoutError):
            return False
        return True


def operations_router(readiness: Readiness, *, metrics_token: str = "") -> APIRouter:
    """``/healthz`` (the process answers), ``/readyz`` (it can answer questions), ``/metrics``.

    With a token ``/metrics`` wants it as ``Authorization: Bearer``.
    """
    router = APIRouter(include_in_schema=False)
    expected = f"Bearer {metrics_token}".encode()

    @router.get("/healthz")
    async def alive() -> Response:
        return PlainTextResponse("ok\n")

    @router.get("/readyz")
    async def ready() -> Response:
        is_ready, report = await readiness.report()
        status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse(report, status_code=status, headers={"Cache-Control": "no-store"})

    @router.get("/metrics")
    async def metrics(request: Request) -> Response:
        given = request.headers.get("Authorization", "").encode()
        if metrics_token and not hmac.compare_digest(given, expected):
            return Response(
                status_code=HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"}
            )
        return Response(exposed(), media_type=CONTENT_TYPE)

    return router
