"""Calls to the Bot API with a bounded number of tries."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import httpx
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram.rendering import Rendered

ATTEMPTS = 5
"""How often one call is tried in all."""
FIRST_PAUSE = 0.5
"""Seconds before the second try; each later pause is twice as long."""
LONGEST_FLOOD_WAIT = 300.0
"""Seconds of flood control that are waited out; an answer later than that helps nobody."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# Asked for by a switch in the environment only; flood_wait takes either type
warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class Delivery:
    """Sends replies. A call that must wait (flood control, a broken line) holds up its caller only,
    so the lanes of other chats go on.
    """

    def __init__(self, bot: Bot, *, first_pause: float = FIRST_PAUSE) -> None:
        self._bot = bot
        self._first_pause = first_pause

    async def send(self, chat: int, reply: Rendered) -> None:
        """Send a reply as new messages. A person who blocked the bot is passed over.

        Raises :class:`telegram.error.TelegramError` when it cannot be delivered.
        """
        last = len(reply.texts) - 1
        try:
            for number, text in enumerate(reply.texts):
                await self._send(chat, text, reply.keyboard if number == last else None)
        except Forbidden:
            _log.info("a chat does not accept messages any more")

    async def replace(self, chat: int, message: int, reply: Rendered) -> None:
        """Put a reply in place of an earlier message, or send it anew where that cannot be done
        (too long for one message, deleted, or older than Telegram lets us edit).

        Raises :class:`telegram.error.TelegramError` when it cannot be delivered.
        """
        if len(reply.texts) > 1:
            await self.send(chat, reply)
            return
        try:
            await self._call(
                lambda: self._bot.edit_message_text(
                    reply.texts[0],
                    chat_id=chat,
                    message_id=message,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=reply.keyboard,
                ),
                repeatable=True,
            )
        except Forbidden:
            _log.info("a chat does not accept messages any more")
        except BadRequest as error:
            # Pressed twice: the message shows this page already
            if "not modified" not in error.message.casefold():
                await self.send(chat, reply)

    async def acknowledge(self, query: str) -> None:
        """Tell Telegram that a press was received, which ends the waiting sign on the button.

        Only for the looks: never raises.
        """
        try:
            await self._call(lambda: self._bot.answer_callback_query(query), repeatable=True)
        except TelegramError as error:
            _log.debug("a press was not acknowledged: %s", error)

    async def _send(self, chat: int, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        await self._call(
            lambda: self._bot.send_message(
                chat,
                text,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
            ),
            repeatable=False,
        )

    async def _call(self, call: Callable[[], Awaitable[Result]], *, repeatable: bool) -> Result:
        """Try a call up to ``ATTEMPTS`` times.

        A call that is not ``repeatable`` is not tried again once Telegram may have carried it out
        without our hearing of it: a second copy of an answer would be sent.
        """
        pause = self._first_pause
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await call()
            except RetryAfter as error:
                wait = flood_wait(error)
                if attempt == ATTEMPTS or wait > LONGEST_FLOOD_WAIT:
                    raise
                _log.info("flood control: one chat waits %.0f s", wait)
                await asyncio.sleep(wait)
            except BadRequest:  # a NetworkError by name only: another try changes nothing
                raise
            except NetworkError as error:
                if attempt == ATTEMPTS or not (repeatable or _not_carried_out(error)):
                    raise
                _log.info("call failed, trying again in %.1f s: %s", pause, error)
                await asyncio.sleep(pause)
                pause *= 2
        raise AssertionError("the last attempt returns or raises")


def _not_carried_out(error: NetworkError) -> bool:
    """Whether Telegram will not have acted on a call that failed with this error.

    An answer with an error status says so. A line that breaks is nearly always an idle connection
    that was closed before the request went out. Silence until the time is over says nothing.
    """
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return not isinstance(cause, httpx.ReadTimeout | httpx.WriteTimeout)
    return not isinstance(error, TimedOut)


def flood_wait(error: RetryAfter) -> float:
    """Seconds that Telegram asks us to wait."""
    span = error.retry_after
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
