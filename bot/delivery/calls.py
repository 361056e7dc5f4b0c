"""Calls to a platform: what went wrong told apart by what it means, and a bounded number of tries.

The one question after a failure is whether the platform may have acted: a message that may have
been delivered is not sent again, because nobody wants an answer twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx

ATTEMPTS = 5
"""How often one call is tried in all."""
FIRST_PAUSE = 0.5
"""Seconds before the second try; each later pause is twice as long."""
LONGEST_WAIT = 300.0
"""Seconds a platform may ask us to wait; an answer later than that helps nobody."""

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class CallFailed(Exception):  # noqa: N818 - the base of errors, named after what happened
    """A call to a platform did not succeed. The message holds no secret and no person's text."""


class NotCarriedOut(CallFailed):
    """The platform did not act, and may on another try."""

    def __init__(self, message: str, *, wait: float | None = None) -> None:
        """``wait``: seconds the platform asks for before the next try."""
        super().__init__(message)
        self.wait = wait


class Unanswered(CallFailed):
    """Nothing came back: the platform may have acted."""


class Refused(CallFailed):
    """The platform will not do this; another try changes nothing."""

    def __init__(self, message: str, *, code: int | None = None) -> None:
        """``code`` is the platform's own number for the error."""
        super().__init__(message)
        self.code = code


async def request(
    client: httpx.AsyncClient, method: str, path: str, **options: object
) -> httpx.Response:
    """Make a request and give back the answer, whatever its status under 500 except 429.

    Raises :class:`NotCarriedOut` or :class:`Unanswered`.
    """
    try:
        response = await client.request(method, path, **options)  # type: ignore[arg-type]
    except (httpx.ReadTimeout, httpx.WriteTimeout) as error:
        raise Unanswered(f"no answer in time ({type(error).__name__})") from error
    except httpx.HTTPError as error:
        # Nearly always an idle connection that was closed before the request went out
        raise NotCarriedOut(f"the line is broken ({type(error).__name__})") from error
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        raise NotCarriedOut("too many calls", wait=_asked_wait(response))
    if response.status_code == httpx.codes.GATEWAY_TIMEOUT:
        raise Unanswered("no answer in time (504)")
    if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise NotCarriedOut(f"the server has a fault ({response.status_code})")
    return response


async def insist(
    call: Callable[[], Awaitable[Result]],
    *,
    first_pause: float = FIRST_PAUSE,
    attempts: int = ATTEMPTS,
) -> Result:
    """Try a call up to so many times while the platform does not act on it.

    Raises the last :class:`CallFailed`.
    """
    pause = first_pause
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except NotCarriedOut as error:
            wait = pause if error.wait is None else error.wait
            if attempt == attempts or wait > LONGEST_WAIT:
                raise
            _log.info("a call failed, trying again in %.1f s: %s", wait, error)
            await asyncio.sleep(wait)
            pause *= 2
    raise AssertionError("the last attempt returns or raises")


def _asked_wait(response: httpx.Response) -> float | None:
    """``Retry-After`` in seconds, when it is one."""
    given = response.headers.get("retry-after", "")
    return float(given) if given.isdecimal() else None
