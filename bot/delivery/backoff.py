"""How long to wait before trying again what is tried for as long as the process runs."""

from __future__ import annotations

import asyncio

LONGEST_PAUSE = 30.0
"""Seconds between two tries to reach a server that does not answer."""


class Backoff:
    """Pauses between tries, each twice as long as the one before until a try succeeds."""

    def __init__(self, first_pause: float) -> None:
        self._first_pause = first_pause
        self.seconds = first_pause
        """How long the next pause is."""
        self.failures = 0
        """Tries in a row that failed."""

    async def failed(self) -> None:
        """Wait after a try that failed."""
        self.failures += 1
        await asyncio.sleep(self.seconds)
        self.seconds = min(self.seconds * 2, LONGEST_PAUSE)

    def succeeded(self) -> None:
        """Begin anew with the shortest pause."""
        self.failures, self.seconds = 0, self._first_pause
