"""From what arrived to what is sent: the conversation's answer, shown the way it was asked."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress

from msgspec.structs import replace
from telegram import Bot
from telegram.error import TelegramError, TimedOut

from bot.channels.commands import HELP, command_utterance
from bot.channels.courtesies import apology
from bot.channels.telegram.admission import CHANNEL, chat_key
from bot.channels.telegram.decoding import (
    Commanded,
    Incoming,
    Located,
    Pictured,
    Pressed,
    Wordless,
    Written,
)
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.links import started
from bot.channels.telegram.menu import spoken
from bot.channels.telegram.rendering import render
from bot.label_photo import LARGEST_BYTES, LabelReader, UnreadablePhoto
from bot.logs import error_code
from bot.operations.metrics import SEND_FAILURES
from handlers.chat.actions import PAGED, Action, Verb
from handlers.chat.reply import Outcome, Paragraph, Reply, Run
from handlers.conversation import Conversation, Turn, Utterance
from locales import LOCALES, translator

IN_PLACE = frozenset({Verb.REMOVE, Verb.PRIVACY})
"""Actions whose answer takes the place of the message that carries the button."""
TYPING_AFTER = 1.0
"""Seconds after which a person who still waits is shown that an answer is on its way."""
ANSWERS_REMEMBERED = 5000
"""Questions whose answer can still be changed when the question is."""

_log = logging.getLogger(__name__)

Claim = Callable[[], Awaitable[bool]]
"""Whether to send the answer now: true once for each update."""


class Answerer:
    """Answers what arrives. Two things of one chat must not be answered at the same time."""

    def __init__(
        self,
        bot: Bot,
        conversation: Conversation,
        delivery: Delivery,
        *,
        typing_after: float = TYPING_AFTER,
    ) -> None:
        self._bot = bot
        self._conversation = conversation
        self._delivery = delivery
        self._typing_after = typing_after
        self._labels = LabelReader()
        self._answers: OrderedDict[tuple[int, int], int] = OrderedDict()
        self._typing: set[asyncio.Task[None]] = set()

    async def answer(self, incoming: Incoming, claim: Claim) -> None:
        """Answer; errors end in an apology with a code, never in an exception."""
        typing = asyncio.get_running_loop().call_later(
            self._typing_after, self._show_typing, incoming
        )
        claimed = False
        noticing: asyncio.Task[None] | None = None
        try:
            if isinstance(incoming, Wordless):
                claimed = await claim()
                if claimed:
                    await self._delivery.send(incoming.origin, render(_only_these()))
                return
            utterance = await self._utterance(incoming)
            turn = await self._conversation.hear(chat_key(incoming.origin.chat), utterance)
            if isinstance(incoming, Pressed):
                noticing = self._notice(incoming, turn.reply)
            claimed = await claim()
            if claimed:
                await self._show(incoming, turn)
        except Exception as error:
            if isinstance(error, TelegramError):
                SEND_FAILURES.labels(CHANNEL).inc()
            if claimed and isinstance(error, TimedOut):
                # The answer may have arrived: an apology under it would be wrong as often as right
                _log.warning("it is not known whether an answer arrived: %s", error)
            else:
                await self._apologise(incoming, claim, claimed=claimed)
        finally:
            typing.cancel()
            if isinstance(incoming, Pressed):
                await (noticing or self._notice(incoming, None))

    async def _apologise(self, incoming: Incoming, claim: Claim, *, claimed: bool) -> None:
        """Log the error at hand under a code and send the person an apology that names it."""
        code = error_code()
        _log.exception("error %s", code)
        if claimed or await claim():
            with suppress(TelegramError):
                await self._delivery.send(incoming.origin, render(apology(code)))

    async def _utterance(self, incoming: Incoming) -> Utterance:
        hint = spoken(incoming.origin.language)
        if isinstance(incoming, Pressed):
            return Utterance(action=incoming.action, hint=hint)
        if isinstance(incoming, Commanded):
            # An unknown command is a person looking for what we can do
            return replace(_commanded(incoming), hint=hint)
        if isinstance(incoming, Located):
            return Utterance(point=(incoming.latitude, incoming.longitude), hint=hint)
        if isinstance(incoming, Pictured):
            codes = await self._codes(incoming.file)
            if not codes and incoming.words is not None and not _is_blank(incoming.words):
                return await self._utterance(incoming.words)
            return Utterance(scanned=codes, hint=hint)
        return Utterance(text=incoming.text if isinstance(incoming, Written) else "", hint=hint)

    async def _codes(self, file_id: str | None) -> tuple[str, ...]:
        """The codes in a picture; none when it cannot be decoded."""
        if file_id is None:
            return ()
        photo = await self._delivery.fetch(file_id, longest=LARGEST_BYTES)
        if photo is None:
            return ()
        try:
            return await self._labels.codes_in(photo)
        except UnreadablePhoto as error:
            _log.info("a picture could not be decoded: %s", error)
            return ()

    async def _show(self, incoming: Incoming, turn: Turn) -> None:
        origin, reply = incoming.origin, turn.reply
        t = translator(turn.language)
        rendered = render(
            reply,
            username=self._bot.username,
            asking=None if origin.group else t.gettext("Send my location"),
            sharing=t.pgettext("button", "Share"),
        )
        if isinstance(incoming, Pressed):
            if _in_passing(incoming, reply):
                return
            if origin.message is not None and _in_place(incoming.action):
                await self._delivery.replace(origin, origin.message, rendered)
                await self._delivery.attach(origin, reply)
                return
        changed = isinstance(incoming, Written | Commanded) and incoming.edited
        key = (origin.chat, origin.message or 0)
        if changed:
            answer = self._answers.get(key)
            if answer is not None:
                await self._delivery.replace(origin, answer, rendered)
            return
        sent = await self._delivery.send(origin, rendered)
        if sent is not None and not isinstance(incoming, Pressed):
            self._answers[key] = sent
            while len(self._answers) > ANSWERS_REMEMBERED:
                self._answers.popitem(last=False)
        await self._delivery.attach(origin, reply)

    def _notice(self, incoming: Pressed, reply: Reply | None) -> asyncio.Task[None]:
        """Acknowledge a press, with the reply's words where they are shown in passing."""
        shown = reply.text if reply is not None and _in_passing(incoming, reply) else None
        return asyncio.create_task(self._delivery.acknowledge(incoming.query, shown))

    def _show_typing(self, incoming: Incoming) -> None:
        task = asyncio.ensure_future(self._delivery.show_typing(incoming.origin))
        self._typing.add(task)
        task.add_done_callback(self._typing.discard)


def _commanded(incoming: Commanded) -> Utterance:
    if incoming.command == "start" and incoming.argument:
        action = started(incoming.argument)
        if action is not None:
            return Utterance(action=action.text)
        return Utterance(action=Action(Verb.WELCOME).text)
    return command_utterance(incoming.command, incoming.argument) or HELP


def _is_blank(words: Written | Commanded) -> bool:
    """Whether nothing stands there but, in a group, our name."""
    return isinstance(words, Written) and not words.text.strip()


def _in_passing(incoming: Pressed, reply: Reply) -> bool:
    return reply.brief and not _votes_with_reason(incoming.action)


def _in_place(action: str) -> bool:
    """Whether the answer to an action takes the place of the message that carries its button."""
    parsed = Action.parse(action)
    if parsed is None:
        return False
    if parsed.verb in PAGED:
        return parsed.fields[0] not in {"", "0"}
    if parsed.verb is Verb.NEARBY:
        return len(parsed.fields) > 1 and parsed.fields[1] != "0"
    return parsed.verb in IN_PLACE or _votes_with_reason(action)


def _votes_with_reason(action: str) -> bool:
    parsed = Action.parse(action)
    return parsed is not None and parsed.verb is Verb.FEEDBACK and len(parsed.fields) > 1


def _only_these() -> Reply:
    """Said in both languages: nothing shows which one the person reads."""
    sentences = [
        translator(locale).gettext(
            "I can read text, a location, and the code on a label in a photo. Please write the "
            "name of a product or province."
        )
        for locale in LOCALES
    ]
    return Reply(Outcome.TALK, tuple(Paragraph((Run(sentence),)) for sentence in sentences))
