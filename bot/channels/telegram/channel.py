"""The bot on Telegram, by long polling."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from telegram import Bot, BotCommand
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.channels.channel import ChannelError
from bot.channels.commands import HELP, command_utterance
from bot.channels.lanes import Lanes
from bot.channels.telegram.decoding import (
    ALLOWED_UPDATES,
    Commanded,
    Incoming,
    Pressed,
    decode,
    update_id,
)
from bot.channels.telegram.delivery import Delivery, flood_wait
from bot.channels.telegram.rendering import Rendered, render
from bot.logs import error_code
from handlers.actions import Action, Verb
from handlers.conversation import Conversation, Turn, Utterance
from handlers.reply import Outcome, Paragraph, Reply, Run
from knowledge.facts import Locale
from locales import LOCALES, translator

POLL_SECONDS = 25
"""How long Telegram holds a request for updates open when there are none."""
CALL_SECONDS = 10.0
"""Time for any other call."""
CONNECTIONS = 64
"""Calls at once: chats that wait for Telegram beyond that wait for each other."""
START_ATTEMPTS = 6
"""How often to knock when the server does not answer at the start; about half a minute in all."""
LONGEST_PAUSE = 30.0
"""Seconds between two tries to reach a server that does not answer."""
PAGED = frozenset({Verb.PRODUCTS_OF, Verb.LIST, Verb.OUTLETS, Verb.TOPIC})
"""Actions whose first field is how many entries of the list were already shown."""
STOP_SECONDS = 8.0
"""Time to finish what was accepted; a supervisor commonly kills after 10."""

# The library prefers get_updates, which fails for a whole batch when one update in it cannot be
# parsed, and would then fetch the same batch for ever. The raw call lets us pass over that one.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'", category=PTBUserWarning)

_log = logging.getLogger(__name__)


class TelegramChannel:
    """Receives updates, has the conversation answer them, and sends the replies."""

    name = "telegram"

    def __init__(
        self,
        conversation: Conversation,
        *,
        token: str,
        api_url: str,
        first_pause: float = 0.5,
        call_seconds: float = CALL_SECONDS,
    ) -> None:
        """``api_url`` is the Bot API server without the ``/bot<token>`` part. ``first_pause`` is
        the time in seconds before a failed call is tried again."""
        self._conversation = conversation
        self._first_pause = first_pause
        self._bot = Bot(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=_request(CONNECTIONS, call_seconds),
            get_updates_request=_request(1, POLL_SECONDS + CALL_SECONDS),
        )
        self._delivery = Delivery(self._bot, first_pause=first_pause)
        self._lanes: Lanes[Incoming] = Lanes(self._handle)
        self._polling: asyncio.Task[None] | None = None
        self._offset = 0

    async def start(self) -> None:
        """Log in, publish the commands and begin to poll.

        Raises :class:`~bot.channels.channel.ChannelError` when Telegram refuses the token or
        cannot be reached.
        """
        try:
            await self._log_in()
        except ChannelError:
            await self._bot.shutdown()
            raise
        await self._publish_commands()
        self._polling = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        """Receive no more, finish the accepted updates within ``STOP_SECONDS``, disconnect."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
            self._polling = None
            await self._lanes.finish(STOP_SECONDS)
            await self._confirm()
        await self._bot.shutdown()

    async def _log_in(self) -> None:
        pause = self._first_pause
        for attempt in range(1, START_ATTEMPTS + 1):
            try:
                await self._bot.initialize()
                return
            except InvalidToken:
                raise ChannelError(
                    "Telegram does not accept TELEGRAM_TOKEN; copy it again from @BotFather"
                ) from None
            except TelegramError as error:
                if attempt == START_ATTEMPTS:
                    raise ChannelError(f"Telegram cannot be reached: {error}") from None
                _log.warning("Telegram cannot be reached, trying again: %s", error)
                await asyncio.sleep(pause)
                pause *= 2

    async def _publish_commands(self) -> None:
        """The menu of commands, in the person's language. A bot without the menu still works."""
        try:
            await self._bot.set_my_commands(_commands("en"))
            for locale in LOCALES:
                await self._bot.set_my_commands(_commands(locale), language_code=locale)
        except TelegramError as error:
            _log.warning("the menu of commands was not published: %s", error)

    async def _poll(self) -> None:
        pause = self._first_pause
        while True:
            try:
                updates = await self._fetch(POLL_SECONDS)
            except RetryAfter as error:
                await asyncio.sleep(flood_wait(error))
                continue
            except TelegramError as error:
                if isinstance(error, Conflict):
                    _log.error(
                        "another program reads this bot's updates, or a webhook is set: %s", error
                    )
                else:
                    _log.warning("updates could not be fetched: %s", error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = self._first_pause
            for update in updates:
                await self._accept(update)

    async def _fetch(self, wait: int) -> Sequence[object]:
        updates = await self._bot.do_api_request(
            "getUpdates",
            api_kwargs={
                "offset": self._offset,
                "timeout": wait,
                "allowed_updates": list(ALLOWED_UPDATES),
            },
            read_timeout=wait + CALL_SECONDS,
        )
        return updates if isinstance(updates, list) else []

    async def _accept(self, update: object) -> None:
        number = update_id(update)
        if number is None:
            _log.warning("an update without a number was passed over")
            return
        self._offset = max(self._offset, number + 1)
        incoming = decode(update, username=self._bot.username)
        if incoming is not None and not await self._lanes.put(incoming.chat, incoming):
            _log.warning("a chat has too much waiting; an update was passed over")

    async def _confirm(self) -> None:
        """Tell Telegram what was accepted, so that the next start does not receive it again."""
        if self._offset:
            with suppress(TelegramError):
                await self._fetch(0)

    async def _handle(self, incoming: Incoming) -> None:
        if isinstance(incoming, Pressed):
            acknowledged = asyncio.create_task(self._delivery.acknowledge(incoming.query))
            try:
                await self._answer(incoming)
            finally:
                await acknowledged
        else:
            await self._answer(incoming)

    async def _answer(self, incoming: Incoming) -> None:
        try:
            turn = await self._conversation.hear(f"telegram:{incoming.chat}", _utterance(incoming))
            await self._show(incoming, turn)
        except TimedOut as error:
            # The answer may have arrived: an apology under it would be wrong as often as right
            _log.warning("it is not known whether an answer arrived: %s", error)
        except Exception:
            code = error_code()
            _log.exception("error %s", code)
            with suppress(TelegramError):
                await self._delivery.send(incoming.chat, _apology(code))

    async def _show(self, incoming: Incoming, turn: Turn) -> None:
        rendered = render(turn.reply)
        if isinstance(incoming, Pressed) and _turns_page(incoming.action):
            await self._delivery.replace(incoming.chat, incoming.message, rendered)
        else:
            await self._delivery.send(incoming.chat, rendered)


def _utterance(incoming: Incoming) -> Utterance:
    if isinstance(incoming, Pressed):
        return Utterance(action=incoming.action, hint=incoming.language)
    if isinstance(incoming, Commanded):
        # An unknown command is a person looking for what we can do
        said = command_utterance(incoming.command, incoming.argument) or HELP
        return replace(said, hint=incoming.language)
    return Utterance(text=incoming.text, hint=incoming.language)


def _turns_page(action: str) -> bool:
    """Whether an action shows more of the very list that carries its button."""
    parsed = Action.parse(action)
    return parsed is not None and parsed.verb in PAGED and parsed.fields[0] not in {"", "0"}


def _request(connections: int, seconds: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=seconds,
        write_timeout=seconds,
        connect_timeout=seconds,
        pool_timeout=seconds,
    )


def _commands(locale: Locale) -> list[BotCommand]:
    t = translator(locale)
    return [
        BotCommand("help", t.gettext("What I can do, with examples")),
        BotCommand("lang", t.gettext("Change the language: /lang vi, /lang en")),
    ]


def _apology(code: str) -> Rendered:
    """Said in both languages: the language of the chat may be what failed to load."""
    sentences = [
        translator(locale).gettext(
            "Sorry, something went wrong on our side (code {code}). Please try again.", code=code
        )
        for locale in LOCALES
    ]
    paragraphs = tuple(Paragraph((Run(sentence),)) for sentence in sentences)
    return render(Reply(Outcome.TALK, paragraphs))
