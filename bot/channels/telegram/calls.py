"""What a failed call to the Bot API means, in the words of :mod:`bot.delivery.calls`."""

from __future__ import annotations

import warnings
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.warnings import PTBDeprecationWarning

from bot.delivery.calls import ATTEMPTS, NotCarriedOut, insist

# Asked for by a switch in the environment only; flood_wait takes either type
warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)

Result = TypeVar("Result")


class TryAgain(NotCarriedOut):
    """Telegram did not act, or doing it twice does no harm."""

    def __init__(self, error: TelegramError, *, wait: float | None = None) -> None:
        super().__init__(str(error), wait=wait)
        self.error = error


async def insist_on(
    call: Callable[[], Awaitable[Result]],
    *,
    repeatable: bool,
    first_pause: float,
    attempts: int = ATTEMPTS,
) -> Result:
    """Try a call up to ``attempts`` times.

    A call that is not ``repeatable`` is not tried again once Telegram may have carried it out
    without our hearing of it: a second copy of an answer would be sent.

    Raises :class:`TryAgain` when all tries are used up, or the
    :class:`~telegram.error.TelegramError` that another try does not change.
    """
    return await insist(
        lambda: _told_apart(call, repeatable), first_pause=first_pause, attempts=attempts
    )


def flood_wait(error: RetryAfter) -> float:
    """Seconds that Telegram asks us to wait."""
    span = error.retry_after
    return span.total_seconds() if isinstance(span, timedelta) else float(span)


async def _told_apart(call: Callable[[], Awaitable[Result]], repeatable: bool) -> Result:
    try:
        return await call()
    except RetryAfter as error:
        raise TryAgain(error, wait=flood_wait(error)) from error
    except BadRequest:  # a NetworkError by name only: another try changes nothing
        raise
    except NetworkError as error:
        if repeatable or _not_carried_out(error):
            raise TryAgain(error) from error
        raise


def _not_carried_out(error: NetworkError) -> bool:
    """Whether Telegram will not have acted on a call that failed with this error.

    An answer with an error status says so. A line that breaks is nearly always an idle connection
    that was closed before the request went out. Silence until the time is over says nothing.
    """
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return not isinstance(cause, httpx.ReadTimeout | httpx.WriteTimeout)
    return not isinstance(error, TimedOut)
