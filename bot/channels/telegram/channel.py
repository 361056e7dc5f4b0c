"""The bot on Telegram, by long polling or by webhook."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from fastapi import APIRouter
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.channel import STOP_SECONDS, ChannelError
from bot.channels.courtesies import slower
from bot.channels.telegram.admission import CHANNEL, Admission, Marks
from bot.channels.telegram.answering import TYPING_AFTER, Answerer
from bot.channels.telegram.calls import TryAgain, insist_on
from bot.channels.telegram.decoding import (
    ALLOWED_UPDATES,
    Blocking,
    Incoming,
    Me,
    Pressed,
    Queried,
    decode,
    update_id,
)
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.inline import InlineAnswers
from bot.channels.telegram.menu import publish_menu
from bot.channels.telegram.polling import ANSWER_SECONDS, POLL_SECONDS, Poller
from bot.channels.telegram.rendering import render
from bot.channels.telegram.requests import FairRequest
from bot.channels.telegram.webhook import Webhook, deliveries, secret_of
from bot.delivery.calls import FIRST_PAUSE
from bot.delivery.intake import Intake, ReceivedEvents
from bot.delivery.lanes import Lanes
from bot.limits import Limits, Verdict
from bot.store.memory import MemoryEvents, MemoryMarks
from handlers.conversation import Conversation

CALL_SECONDS = 10.0
"""Time for any other call."""
CONNECTIONS = 128
"""Calls at once: chats that wait for Telegram beyond that wait for each other. Telegram takes some
30 messages a second, so that many are under way only while it is slow."""
START_ATTEMPTS = 6
"""How often to knock when the server does not answer at the start; about half a minute in all."""
Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class TelegramChannel:
    """Receives updates, has the conversation answer them, and sends the replies."""

    name = CHANNEL

    def __init__(
        self,
        conversation: Conversation,
        *,
        token: str,
        api_url: str,
        events: ReceivedEvents | None = None,
        marks: Marks | None = None,
        webhook: Webhook | None = None,
        limits: Limits | None = None,
        first_pause: float = FIRST_PAUSE,
        call_seconds: float = CALL_SECONDS,
        typing_after: float = TYPING_AFTER,
    ) -> None:
        """Make the channel; nothing is called yet.

        Args:
            conversation: answers what people say.
            token: the bot's, from @BotFather.
            api_url: the Bot API server without the ``/bot<token>`` part.
            events: where updates are kept from their arrival to their answer; memory without it.
            marks: where is kept who blocked the bot; memory without it.
            webhook: with it updates are delivered there, else they are fetched.
            limits: how much is answered; everything without it.
            first_pause: seconds before a failed call is tried again.
            call_seconds: time for one call.
            typing_after: seconds of waiting after which the typing sign is shown.
        """
        self._first_pause = first_pause
        self._webhook = webhook
        self._secret = secret_of(token)
        self._bot = Bot(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=FairRequest(CONNECTIONS, call_seconds),
            get_updates_request=FairRequest(1, POLL_SECONDS + ANSWER_SECONDS),
        )
        self._delivery = Delivery(self._bot, blocked=self._blocks, first_pause=first_pause)
        self._answerer = Answerer(
            self._bot, conversation, self._delivery, typing_after=typing_after
        )
        self._inline = InlineAnswers(self._bot, conversation)
        self._intake: Intake[Incoming] = Intake(
            self.name,
            events if events is not None else MemoryEvents(),
            decode=self._decode,
            work=self._answer,
            # Each bot's updates are numbered by themselves. What stands before the colon of a token
            # is no secret: it is the bot's own number
            account=token.partition(":")[0] if ":" in token else "",
        )
        self._asides: Lanes[Callable[[], Awaitable[None]]] = Lanes(_run, per_lane=5)
        self._admission = Admission(limits, marks if marks is not None else MemoryMarks())
        self._poller = Poller(self._bot, self._accept, first_pause=first_pause)
        self._newest_query: dict[int, Queried] = {}
        self._me = Me()
        self._polling: asyncio.Task[None] | None = None
        self._up = False

    @property
    def router(self) -> APIRouter | None:
        """The path Telegram delivers updates to, when it does."""
        if self._webhook is None:
            return None
        return deliveries(self._webhook.path, self._secret, self._accept)

    async def start(self) -> None:
        """Log in, publish the commands and begin to receive.

        Raises :class:`~bot.channels.channel.ChannelError` when Telegram refuses the token, cannot
        be reached, or delivers the updates elsewhere while we would fetch them.
        """
        try:
            await self._log_in()
            await self._choose_delivery()
        except ChannelError:
            await self._bot.shutdown()
            raise
        self._up = True
        self._me = Me(self._bot.username, self._bot.id)
        await self._admission.start()
        await publish_menu(self._bot)
        await self._intake.resume()
        if self._webhook is None:
            self._polling = asyncio.create_task(self._poller.run())

    async def stop(self, within: float = STOP_SECONDS) -> None:
        """Receive no more, finish the accepted updates, disconnect."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
            self._polling = None
        if self._up:
            finishing = [self._intake.finish(within), self._asides.finish(within)]
            if self._webhook is None:
                # What was accepted is stored: it need not be finished to be confirmed
                finishing.append(self._poller.confirm(within))
            await asyncio.gather(*finishing)
        await self._bot.shutdown()

    async def _log_in(self) -> None:
        await self._insist(self._bot.initialize)

    async def _choose_delivery(self) -> None:
        webhook = self._webhook
        if webhook is None:
            info = await self._insist(self._bot.get_webhook_info)
            if info.url:
                raise ChannelError(
                    "a webhook receives this bot's updates, so they cannot be fetched; remove it "
                    'with "ocop telegram delete-webhook", or set TELEGRAM_WEBHOOK to receive by '
                    "webhook"
                )
            return
        certificate = None
        if webhook.certificate is not None:
            try:
                certificate = await asyncio.to_thread(webhook.certificate.read_bytes)
            except OSError as error:
                raise ChannelError(
                    f"TELEGRAM_WEBHOOK_CERTIFICATE cannot be read: {error.strerror}"
                ) from None
        await self._insist(
            lambda: self._bot.set_webhook(
                webhook.address,
                certificate=certificate,
                allowed_updates=list(ALLOWED_UPDATES),
                secret_token=self._secret,
                max_connections=40,
            )
        )

    async def _insist(self, call: Callable[[], Awaitable[Result]]) -> Result:
        """Call until Telegram answers.

        Raises :class:`~bot.channels.channel.ChannelError`, at once for what Telegram refuses.
        """
        try:
            return await insist_on(
                call,
                repeatable=True,
                first_pause=self._first_pause,
                attempts=START_ATTEMPTS,
            )
        except TryAgain as error:
            raise ChannelError(f"Telegram cannot be reached: {error}") from None
        except InvalidToken:
            raise ChannelError(
                "Telegram does not accept TELEGRAM_TOKEN; copy it again from @BotFather"
            ) from None
        except TelegramError as error:
            raise ChannelError(f"Telegram refuses: {error}") from None

    async def _accept(self, update: object) -> None:
        """Store an update and queue it; raises what the store raises when it cannot."""
        number = update_id(update)
        if number is None:
            _log.warning("an update without a number was passed over")
            return
        incoming = decode(update, self._me)
        if isinstance(incoming, Queried):
            await self._take_query(incoming)
        elif isinstance(incoming, Blocking):
            await self._admission.mark(incoming.origin.chat, blocked=incoming.blocked)
        elif incoming is not None:
            # Whoever writes takes messages again
            await self._admission.mark(incoming.origin.chat, blocked=False)
            await self._intake.accept(str(number), json.dumps(update))

    async def _put_off(self, incoming: Incoming, *, warn: bool) -> None:
        """Leave something unanswered that is beyond the limits, with a polite word or without."""
        if warn:
            await self._quietly(self._delivery.send(incoming.origin, render(slower())))
        if isinstance(incoming, Pressed):
            await self._delivery.acknowledge(incoming.query)

    async def _take_query(self, queried: Queried) -> None:
        """Answer an inline query, unless the person has typed on meanwhile."""
        person = queried.person
        waits = person in self._newest_query
        self._newest_query[person] = queried
        if waits:
            return

        async def answer() -> None:
            await self._quietly(self._inline.answer(self._newest_query.pop(person)))

        await self._asides.put(("inline", person), answer)

    async def _answer(self, incoming: Incoming, claim: Callable[[], Awaitable[bool]]) -> None:
        if not self._admission.takes_messages(incoming.origin):
            await claim()
            return
        # Here, where what comes twice comes once: a store that is away must cost nobody their share
        verdict = self._admission.judge(incoming)
        if verdict is Verdict.ANSWER:
            await self._answerer.answer(incoming, claim)
        elif await claim():
            await self._put_off(incoming, warn=verdict is Verdict.WARN)

    async def _blocks(self, chat: int) -> None:
        await self._admission.mark(chat, blocked=True)

    def _decode(self, body: str) -> tuple[int, Incoming] | None:
        incoming = decode(json.loads(body), self._me)
        if incoming is None or isinstance(incoming, Queried):
            return None
        return incoming.origin.chat, incoming

    @staticmethod
    async def _quietly(call: Awaitable[object]) -> None:
        try:
            await call
        except TelegramError as error:
            _log.warning("an answer could not be sent: %s", error)


async def _run(job: Callable[[], Awaitable[None]]) -> None:
    await job()
