"""No more calls a second than a platform takes."""

from __future__ import annotations

import asyncio


class Pace:
    """Lets callers through in the order they came, evenly spaced."""

    def __init__(self, per_second: float) -> None:
        self._spacing = 1.0 / per_second
        self._next = 0.0

    async def turn(self) -> None:
        """Wait for one's turn."""
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next)
        self._next = mine + self._spacing
        if mine > now:
            await asyncio.sleep(mine - now)
