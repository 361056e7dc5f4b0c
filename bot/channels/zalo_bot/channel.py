"""The bot on the Zalo Bot Platform, by long polling or by webhook."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from fastapi import APIRouter

from bot.channels.answered import answered
from bot.channels.channel import STOP_SECONDS, ChannelError
from bot.channels.commands import typed_utterance
from bot.channels.plain import messages
from bot.channels.zalo_bot.client import (
    CALL_SECONDS,
    TEXT_LIMIT,
    TokenRefused,
    ZaloBotClient,
    unwrapped,
)
from bot.channels.zalo_bot.decoding import Received, addressed, decode, key_of
from bot.channels.zalo_bot.polling import Polling
from bot.channels.zalo_bot.webhook import WEBHOOK_PATH, deliveries
from bot.delivery.calls import FIRST_PAUSE, CallFailed, Refused, Unanswered, insist
from bot.delivery.intake import Intake, ReceivedEvents
from bot.http.webhooks import webhook_secret
from bot.limits import Limits
from bot.operations.metrics import SEND_FAILURES
from handlers.chat.reply import Reply
from handlers.conversation import Conversation
from knowledge.facts import Locale
from locales import translator

POLL_SECONDS = 30
"""How long the platform holds a request for an update open when there is none."""
LOG_IN_AGAIN = 30.0
"""Seconds between two tries to log in to a platform that did not answer at the start."""
TYPING_AFTER = 1.0
"""Seconds after which a person who still waits is shown that an answer is on its way."""

_log = logging.getLogger(__name__)


class ZaloBotChannel:
    """Receives updates, has the conversation answer them, and sends the replies."""

    name = "zalo-bot"

    def __init__(
        self,
        conversation: Conversation,
        events: ReceivedEvents,
        *,
        token: str,
        api_url: str,
        public_url: str | None = None,
        everything_in_groups: bool = False,
        limits: Limits | None = None,
        first_pause: float = FIRST_PAUSE,
        typing_after: float = TYPING_AFTER,
        call_seconds: float = CALL_SECONDS,
        poll_seconds: int = POLL_SECONDS,
        log_in_again: float = LOG_IN_AGAIN,
    ) -> None:
        """Make the channel; nothing is called yet.

        Args:
            conversation: answers what people write.
            events: where updates are kept from their arrival to their answer.
            token: the bot's, ``{id}:{secret}``.
            api_url: the platform without the ``/bot<token>`` part.
            public_url: with it updates come by webhook to this https address, else by polling.
            everything_in_groups: answer every message of a group, not only those that mention
                the bot.
            limits: how much is answered; everything without it.
            first_pause: seconds before a failed call is tried again.
            typing_after: seconds of waiting after which the typing sign is shown.
            call_seconds: time for one call.
            poll_seconds: how long a poll is held open.
            log_in_again: seconds between two tries when the platform was silent at the start.
        """
        self._client = ZaloBotClient(token, api_url=api_url, call_seconds=call_seconds)
        self._conversation = conversation
        self._public_url = public_url
        self._everything_in_groups = everything_in_groups
        self._limits = limits
        self._log_in_again = log_in_again
        self._first_pause = first_pause
        self._typing_after = typing_after
        self._secret = webhook_secret(token, "zalo-bot webhook")
        self._names: tuple[str, ...] = ()
        self._intake: Intake[Received] = Intake(
            self.name, events, decode=self._decode, work=self._answer
        )
        self._polling = Polling(
            self._client, self._store, poll_seconds=poll_seconds, first_pause=first_pause
        )
        self._receiving: asyncio.Task[None] | None = None
        self._logged_in = False

    @property
    def healthy(self) -> bool:
        """``False`` when the platform does not answer."""
        return self._logged_in and self._polling.healthy

    @property
    def router(self) -> APIRouter | None:
        """The path the platform delivers updates to, when it does."""
        if self._public_url is None:
            return None
        return deliveries(self._secret, self._store)

    async def start(self) -> None:
        """Log in and begin to receive.

        A platform that cannot be reached now is tried again while the other channels go on.

        Raises :class:`~bot.channels.channel.ChannelError` when the platform refuses us, or delivers
        the updates elsewhere while we would poll.
        """
        await self._intake.resume()
        try:
            await self._log_in()
        except (ChannelError, Refused) as error:
            await self.stop()
            raise _explained(error) from None
        except CallFailed as error:
            _log.warning("the Zalo Bot Platform cannot be reached, trying again: %s", error)
            self._receiving = asyncio.create_task(self._log_in_later())
            return
        self._receive()

    async def stop(self, within: float = STOP_SECONDS) -> None:
        """Receive no more, finish the accepted updates, disconnect."""
        if self._receiving is not None:
            self._receiving.cancel()
            await asyncio.gather(self._receiving, return_exceptions=True)
            self._receiving = None
        await self._intake.finish(within)
        await self._client.close()

    def _receive(self) -> None:
        self._logged_in = True
        if self._public_url is None:
            self._receiving = asyncio.create_task(self._polling.run())

    async def _log_in_later(self) -> None:
        while True:
            await asyncio.sleep(self._log_in_again)
            try:
                await self._log_in()
            except (ChannelError, Refused) as error:
                _log.error("%s", _explained(error))
                return
            except CallFailed as error:
                _log.warning("the Zalo Bot Platform cannot be reached, trying again: %s", error)
            else:
                _log.info("the Zalo Bot Platform is reached")
                self._receive()
                return

    async def _log_in(self) -> None:
        me = await insist(self._client.get_me, first_pause=self._first_pause)
        self._names = tuple(name for name in (me.name, me.id) if name)
        if self._public_url is not None:
            url = f"{self._public_url.rstrip('/')}{WEBHOOK_PATH}"
            await insist(
                lambda: self._client.set_webhook(url, self._secret), first_pause=self._first_pause
            )
            return
        elsewhere = await insist(self._client.webhook_url, first_pause=self._first_pause)
        if elsewhere:
            raise ChannelError(
                "a webhook receives this Zalo bot's messages, so they cannot be fetched; remove it "
                'with "ocop zalo delete-webhook", or set ZALO_BOT_WEBHOOK to receive by webhook'
            )

    async def _store(self, body: str) -> None:
        update = unwrapped(body)
        key = key_of(update) if update is not None else None
        if key is None:
            _log.warning("an update without a number was passed over")
            return
        await self._intake.accept(key, body)

    def _decode(self, body: str) -> tuple[str, Received] | None:
        update = unwrapped(body)
        received = decode(update) if update is not None else None
        if received is not None and not self._everything_in_groups:
            received = addressed(received, self._names)
        return (received.chat, received) if received is not None else None

    async def _answer(self, received: Received, claim: Callable[[], Awaitable[bool]]) -> None:
        typing = asyncio.create_task(self._show_typing(received.chat))
        try:
            reply, language = await self._reply(received)
            if await claim() and reply is not None:
                await self._send(received.chat, reply, language)
        except Unanswered as error:
            # The answer may have arrived: an apology under it would be wrong as often as right
            SEND_FAILURES.labels(self.name).inc()
            _log.warning("it is not known whether an answer arrived: %s", error)
        except Refused as error:
            SEND_FAILURES.labels(self.name).inc()
            _log.warning("an answer was refused: %s", error)
        except CallFailed as error:
            SEND_FAILURES.labels(self.name).inc()
            _log.error("an answer could not be sent: %s", error)
        finally:
            typing.cancel()
            await asyncio.gather(typing, return_exceptions=True)

    async def _reply(self, received: Received) -> tuple[Reply | None, Locale]:
        utterance = typed_utterance(received.text) if received.text is not None else None
        chat = f"{self.name}:{received.chat}"
        return await answered(
            self._conversation, chat, utterance, self._limits, group=received.group
        )

    async def _send(self, chat: str, reply: Reply, language: Locale) -> None:
        for text in messages(reply, translator(language), limit=TEXT_LIMIT):
            await insist(
                lambda text=text: self._client.send_message(chat, text),  # type: ignore[misc]
                first_pause=self._first_pause,
            )

    async def _show_typing(self, chat: str) -> None:
        await asyncio.sleep(self._typing_after)
        with suppress(CallFailed):
            await self._client.send_typing(chat)


def _explained(error: Exception) -> ChannelError:
    """What an operator can do about a refusal."""
    if isinstance(error, ChannelError):
        return error
    if isinstance(error, TokenRefused):
        return ChannelError(
            "Zalo does not accept ZALO_BOT_TOKEN; copy it again from Zalo Bot Creator"
        )
    return ChannelError(f"the Zalo Bot Platform refuses: {error}")
