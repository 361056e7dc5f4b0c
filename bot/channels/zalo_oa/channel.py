"""The bot behind a Zalo Official Account."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Awaitable, Callable

from fastapi import APIRouter

from bot.channels.answered import answered
from bot.channels.channel import STOP_SECONDS, ChannelError
from bot.channels.commands import typed_utterance
from bot.channels.zalo_oa.client import CALL_SECONDS, Button, ZaloOaClient
from bot.channels.zalo_oa.decoding import Received, decode, key_of
from bot.channels.zalo_oa.rendering import render
from bot.channels.zalo_oa.tokens import Tokens
from bot.channels.zalo_oa.webhook import webhook_router
from bot.delivery.calls import FIRST_PAUSE, CallFailed, Refused, Unanswered, insist
from bot.delivery.intake import Intake, ReceivedEvents
from bot.limits import Limits
from bot.operations.metrics import SEND_FAILURES
from bot.store.state import ChannelState
from handlers.chat.reply import Reply
from handlers.conversation import Conversation, Utterance
from knowledge.facts import Locale
from locales import translator

WINDOW_SECONDS = 48 * 3600.0
"""How long after a person's last message an answer is free; later ones cost, and after seven days
none is taken. What could not be sent by then is not sent."""

_log = logging.getLogger(__name__)


class WindowClosed(Refused):
    """Too late to answer."""


class ZaloOaChannel:
    """Receives events by webhook, has the conversation answer them, and sends the replies."""

    name = "zalo-oa"

    def __init__(
        self,
        conversation: Conversation,
        events: ReceivedEvents,
        state: ChannelState,
        *,
        app_id: str,
        app_secret: str,
        secret_key: str,
        refresh_token: str,
        api_url: str,
        oauth_url: str,
        limits: Limits | None = None,
        sends_per_second: float,
        first_pause: float = FIRST_PAUSE,
        call_seconds: float = CALL_SECONDS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Make the channel; nothing is called yet.

        Args:
            conversation: answers what people write.
            events: where events are kept from their arrival to their answer.
            state: where the tokens are kept.
            app_id: the application's number.
            app_secret: the application's secret, with which tokens are renewed.
            secret_key: the account's secret, with which events are signed.
            refresh_token: the first one; see :class:`~bot.channels.zalo_oa.tokens.Tokens`.
            api_url: where messages are sent.
            oauth_url: where tokens are renewed.
            limits: how much is answered; everything without it.
            sends_per_second: what the platform takes, by all processes of one account together.
            first_pause: seconds before a failed call is tried again.
            call_seconds: time for sending one message.
            clock: the time in seconds since 1970.
        """
        self._tokens = Tokens(
            state,
            oauth_url=oauth_url,
            app_id=app_id,
            app_secret=app_secret,
            refresh_token=refresh_token,
            first_pause=first_pause,
            clock=clock,
        )
        self._client = ZaloOaClient(
            self._tokens,
            api_url=api_url,
            sends_per_second=sends_per_second,
            call_seconds=call_seconds,
        )
        self._conversation = conversation
        self._app_id, self._secret_key = app_id, secret_key
        self._limits = limits
        self._first_pause = first_pause
        self._clock = clock
        self._intake: Intake[Received] = Intake(
            self.name, events, decode=_decoded, work=self._answer
        )

    @property
    def healthy(self) -> bool:
        """``False`` when no token can be had until the account is authorised again."""
        return not self._tokens.locked_out

    @property
    def router(self) -> APIRouter:
        """The path events are delivered to."""
        return webhook_router(
            app_id=self._app_id, secret=self._secret_key, clock=self._clock, store=self._store
        )

    async def start(self) -> None:
        """See that there is a good token, and take up what was left from before.

        Raises :class:`~bot.channels.channel.ChannelError` when the tokens are refused. A platform
        that cannot be reached now is no reason not to start: events come by themselves.
        """
        try:
            await self._tokens.current()
        except Refused as error:
            await self._disconnect(STOP_SECONDS)
            raise ChannelError(f"zalo-oa: {error}") from None
        except CallFailed as error:
            _log.warning("zalo-oa: no token yet, trying again with the first answer: %s", error)
        await self._intake.resume()

    async def stop(self, within: float = STOP_SECONDS) -> None:
        """Finish the accepted events, disconnect."""
        until = time.monotonic() + within
        await self._intake.finish(within)
        await self._disconnect(until - time.monotonic())

    async def _disconnect(self, within: float) -> None:
        await self._client.close()
        await self._tokens.close(within)

    async def _store(self, body: bytes) -> None:
        text = body.decode()
        await self._intake.accept(key_of(json.loads(text), body), text)

    async def _answer(self, received: Received, claim: Callable[[], Awaitable[bool]]) -> None:
        reply, language = await answered(
            self._conversation,
            f"{self.name}:{received.user}",
            _utterance(received),
            self._limits,
            press=received.action is not None,
        )
        if not await claim() or reply is None:
            return
        try:
            await self._send(received, reply, language)
        except WindowClosed:
            _log.warning("zalo-oa: an answer came too late to be sent")
        except Unanswered as error:
            # The answer may have arrived: an apology under it would be wrong as often as right
            SEND_FAILURES.labels(self.name).inc()
            _log.warning("zalo-oa: it is not known whether an answer arrived: %s", error)
        except CallFailed as error:
            SEND_FAILURES.labels(self.name).inc()
            _log.error("zalo-oa: an answer could not be sent: %s", error)

    async def _send(self, received: Received, reply: Reply, language: Locale) -> None:
        rendered = render(reply, translator(language))
        last = len(rendered.texts) - 1
        for number, text in enumerate(rendered.texts):
            buttons = rendered.buttons if number == last else ()
            await insist(
                lambda text=text, buttons=buttons: self._send_in_time(  # type: ignore[misc]
                    received, text, buttons
                ),
                first_pause=self._first_pause,
            )

    async def _send_in_time(
        self, received: Received, text: str, buttons: tuple[Button, ...]
    ) -> None:
        if self._clock() - received.at >= WINDOW_SECONDS:
            raise WindowClosed("the window for an answer is over")
        await self._client.send(received.user, text, buttons)


def _decoded(body: str) -> tuple[str, Received] | None:
    received = decode(json.loads(body))
    return (received.user, received) if received is not None else None


def _utterance(received: Received) -> Utterance | None:
    if received.action is not None:
        return Utterance(action=received.action)
    if received.point is not None:
        return Utterance(point=received.point)
    return typed_utterance(received.text) if received.text is not None else None
