"""How often one caller may come: an allowance that refills steadily."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

CALLERS_KEPT = 50_000
"""Callers remembered, about 200 bytes each; the one seen longest ago is forgotten first."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a caller has left after one request."""

    granted: bool
    limit: int
    """Requests a minute."""
    remaining: int
    reset: int
    """Whole seconds until all of it is there again."""
    retry_after: int
    """Whole seconds until the next request is granted; 0 when this one was."""

    @property
    def headers(self) -> dict[str, str]:
        """``RateLimit-*`` (draft-ietf-httpapi-ratelimit-headers-06) and ``Retry-After``."""
        told = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset),
        }
        if not self.granted:
            told["Retry-After"] = str(self.retry_after)
        return told


class RequestLimit:
    """A full minute's allowance at once, then as it refills. Kept in this process."""

    def __init__(self, per_minute: int) -> None:
        self._limit = per_minute
        self._empty_at: OrderedDict[str, float] = OrderedDict()
        """When each caller's spent requests are all refilled."""

    def take(self, caller: str) -> Allowance:
        """Count one request of a caller, if it is granted."""
        now = time.monotonic()
        each = 60.0 / self._limit
        spent_until = max(self._empty_at.get(caller, now), now)
        ahead = spent_until - now
        granted = ahead + each <= 60.0 + 1e-9
        if granted:
            ahead += each
            self._empty_at[caller] = now + ahead
            self._empty_at.move_to_end(caller)
            while len(self._empty_at) > CALLERS_KEPT:
                self._empty_at.popitem(last=False)
        return Allowance(
            granted,
            self._limit,
            max(int((60.0 - ahead) / each + 1e-9), 0),
            math.ceil(ahead),
            0 if granted else max(math.ceil(ahead + each - 60.0), 1),
        )
