"""Fetching updates from the Zalo Bot Platform, one after the other, through all its bad moments."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable

from bot.channels.zalo_bot.client import ZaloBotClient
from bot.delivery.backoff import Backoff
from bot.delivery.calls import CallFailed

FAILURES_TOLERATED = 3
"""Tries in a row that may fail before the platform counts as gone: one alone is everyday."""

_log = logging.getLogger(__name__)


class Polling:
    """Asks for updates and hands each on; the next is asked for when it is stored."""

    def __init__(
        self,
        client: ZaloBotClient,
        store: Callable[[str], Awaitable[None]],
        *,
        poll_seconds: int,
        first_pause: float,
    ) -> None:
        self._client = client
        self._store = store
        self._poll_seconds = poll_seconds
        self._first_pause = first_pause
        self._backoff = Backoff(first_pause)

    @property
    def healthy(self) -> bool:
        """``False`` when several tries in a row failed."""
        return self._backoff.failures < FAILURES_TOLERATED

    async def run(self) -> None:
        """Fetch until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            asked = loop.time()
            try:
                update = await self._client.get_update(self._poll_seconds)
            except CallFailed as error:
                await self._stumble("updates could not be fetched", error)
                continue
            self._backoff.succeeded()
            if update is not None:
                await self._kept(json.dumps(update))
            elif loop.time() - asked < self._first_pause:
                # A platform that says at once that there is nothing must not be asked in a circle
                await asyncio.sleep(self._first_pause)

    async def _kept(self, body: str) -> None:
        """Store an update. The platform has forgotten it, so there is no other try than ours."""
        while True:
            try:
                await self._store(body)
            except Exception as error:
                await self._stumble("an update could not be stored", error)
            else:
                self._backoff.succeeded()
                return

    async def _stumble(self, what: str, error: Exception) -> None:
        _log.warning("%s, trying again in %.1f s: %s", what, self._backoff.seconds, error)
        await self._backoff.failed()
