"""Fetching updates: https://core.telegram.org/bots/api#getupdates."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.warnings import PTBUserWarning

from bot.channels.telegram.calls import flood_wait
from bot.channels.telegram.decoding import ALLOWED_UPDATES, update_id
from bot.delivery.backoff import Backoff

POLL_SECONDS = 25
"""How long Telegram holds a request for updates open when there are none."""
ANSWER_SECONDS = 10.0
"""Time for the answer to come when that is over."""

# The library prefers get_updates, which fails for a whole batch when one update in it cannot be
# parsed, and would then fetch the same batch for ever. The raw call lets us pass over that one.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'", category=PTBUserWarning)

_log = logging.getLogger(__name__)


class Poller:
    """Fetches updates and hands each over to be stored."""

    def __init__(
        self, bot: Bot, accept: Callable[[object], Awaitable[None]], *, first_pause: float
    ) -> None:
        """``accept`` returns when the update is stored and queued."""
        self._bot = bot
        self._accept = accept
        self._backoff = Backoff(first_pause)
        self._offset = 0

    async def run(self) -> None:
        """Fetch until cancelled. What could not be stored is fetched again."""
        while True:
            try:
                updates = await self._fetch(POLL_SECONDS)
                # Together, so that the store writes them in one go; they queue up in order
                await asyncio.gather(*(self._accept(update) for update in updates))
            except RetryAfter as error:
                await asyncio.sleep(flood_wait(error))
                continue
            except Exception as error:
                # A store that fails is as passing a fault as a platform that does
                if isinstance(error, Conflict):
                    _log.error(
                        "another program reads this bot's updates, or a webhook is set: %s", error
                    )
                else:
                    _log.warning("updates could not be fetched: %s", error)
                await self._backoff.failed()
                continue
            self._backoff.succeeded()
            numbers = [update_id(update) for update in updates]
            self._offset = max(
                [self._offset, *(number + 1 for number in numbers if number is not None)]
            )

    async def confirm(self, within: float) -> None:
        """Tell Telegram what was accepted, so that the next start does not receive it again.

        A Telegram that does not answer within so many seconds is not waited for.
        """
        if self._offset:
            with suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(self._fetch(0), within)

    async def _fetch(self, wait: int) -> Sequence[object]:
        updates = await self._bot.do_api_request(
            "getUpdates",
            api_kwargs={
                "offset": self._offset,
                "timeout": wait,
                "allowed_updates": list(ALLOWED_UPDATES),
            },
            read_timeout=wait + ANSWER_SECONDS,
        )
        return updates if isinstance(updates, list) else []
