"""Calls to the Bot API with a bounded number of tries."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, LinkPreviewOptions, Message, ReplyKeyboardMarkup, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.telegram.calls import TryAgain, insist_on
from bot.channels.telegram.decoding import Origin
from bot.channels.telegram.rendering import Rendered
from bot.delivery.calls import FIRST_PAUSE
from bot.text import one_line
from handlers.chat.reply import ContactCard, Reply

LONGEST_NOTICE = 200
"""Characters shown in passing when a button was pressed (answerCallbackQuery)."""
LONGEST_NAME = 64
"""Characters of a contact's name."""
LONGEST_VALUE = 200
"""Characters of one value of a vCard: in UTF-8 all of them stay below its limit."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class Delivery:
    """Sends replies. A call that must wait (flood control, a broken line) holds up its caller only,
    so the lanes of other chats go on.
    """

    def __init__(
        self,
        bot: Bot,
        *,
        blocked: Callable[[int], Awaitable[None]],
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        """``blocked`` is told of a chat that takes no messages any more."""
        self._bot = bot
        self._blocked = blocked
        self._first_pause = first_pause

    async def send(self, origin: Origin, reply: Rendered) -> int | None:
        """Send a reply as new messages; the number of the message when it is just one.

        In a group it stands under the question. Nothing is raised for a chat that blocked the bot.
        Raises :class:`telegram.error.TelegramError` when it cannot be delivered.
        """
        last = len(reply.texts) - 1
        sent: Message | None = None
        for number, text in enumerate(reply.texts):
            sent = await self._to_chat(
                origin,
                lambda text=text, number=number: self._bot.send_message(  # type: ignore[misc]
                    origin.chat,
                    text,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=reply.keyboard if number == last else None,
                    reply_parameters=_under(origin) if number == 0 else None,
                    message_thread_id=origin.thread,
                ),
            )
            if sent is None:
                return None
        return sent.message_id if sent is not None and last == 0 else None

    async def replace(self, origin: Origin, message: int, reply: Rendered) -> None:
        """Put a reply in place of an earlier message, or send it anew where that cannot be done
        (too long for one message, deleted, or older than Telegram lets us edit).

        Raises :class:`telegram.error.TelegramError` when it cannot be delivered.
        """
        keyboard = reply.keyboard
        if len(reply.texts) > 1 or isinstance(keyboard, ReplyKeyboardMarkup):
            await self.send(origin, reply)
            return
        try:
            await self._call(
                lambda: self._bot.edit_message_text(
                    reply.texts[0],
                    chat_id=origin.chat,
                    message_id=message,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=keyboard,
                ),
                repeatable=True,
            )
        except Forbidden:
            await self._blocked(origin.chat)
        except BadRequest as error:
            # Pressed twice: the message shows this page already
            if "not modified" not in error.message.casefold():
                await self.send(origin, reply)

    async def attach(self, origin: Origin, reply: Reply) -> None:
        """Send what a reply brings beside its words: a spot, a contact, a file.

        Raises :class:`telegram.error.TelegramError` when it cannot be delivered.
        """
        bot, chat, thread = self._bot, origin.chat, origin.thread
        point, card, document = reply.point, reply.contact, reply.document
        if point is not None:
            await self._to_chat(
                origin,
                lambda: bot.send_venue(
                    chat,
                    point.latitude,
                    point.longitude,
                    one_line(point.title) or "OCOP",
                    one_line(point.address) or "…",
                    message_thread_id=thread,
                ),
            )
        if card is not None:
            await self._to_chat(
                origin,
                lambda: bot.send_contact(
                    chat,
                    card.phone,
                    one_line(card.name)[:LONGEST_NAME],
                    vcard=vcard(card),
                    message_thread_id=thread,
                ),
            )
        if document is not None:
            await self._to_chat(
                origin,
                lambda: bot.send_document(
                    chat, document.content, filename=document.name, message_thread_id=thread
                ),
            )

    async def acknowledge(self, query: str, text: str | None = None) -> None:
        """Tell Telegram that a press was received, which ends the waiting sign on the button, and
        show ``text`` in passing.

        Only for the looks: never raises.
        """
        try:
            await self._call(
                lambda: self._bot.answer_callback_query(
                    query, text[:LONGEST_NOTICE] if text else None
                ),
                repeatable=True,
            )
        except TelegramError as error:
            _log.debug("a press was not acknowledged: %s", error)

    async def fetch(self, file_id: str, *, longest: int) -> bytes | None:
        """A file that a person sent; ``None`` when it has more bytes than ``longest``.

        Raises :class:`telegram.error.TelegramError` when it cannot be had.
        """
        file = await self._call(lambda: self._bot.get_file(file_id), repeatable=True)
        if (file.file_size or 0) > longest:
            return None
        return bytes(await self._call(file.download_as_bytearray, repeatable=True))

    async def show_typing(self, origin: Origin) -> None:
        """Show that an answer is on its way. Only for the looks: never raises."""
        try:
            await self._bot.send_chat_action(
                origin.chat, ChatAction.TYPING, message_thread_id=origin.thread
            )
        except TelegramError as error:
            _log.debug("typing was not shown: %s", error)

    async def _to_chat(
        self, origin: Origin, call: Callable[[], Awaitable[Message]]
    ) -> Message | None:
        """A message sent once; ``None`` for a chat that takes none any more."""
        try:
            return await self._call(call, repeatable=False)
        except Forbidden:
            _log.info("a chat does not accept messages any more")
            await self._blocked(origin.chat)
        except BadRequest as error:
            if "chat not found" not in error.message.casefold():
                raise
            await self._blocked(origin.chat)
        return None

    async def _call(self, call: Callable[[], Awaitable[Result]], *, repeatable: bool) -> Result:
        """A call with several tries. Raises :class:`telegram.error.TelegramError`."""
        try:
            return await insist_on(call, repeatable=repeatable, first_pause=self._first_pause)
        except TryAgain as failed:
            error = failed.error
        raise error


def vcard(card: ContactCard) -> str:
    """A contact as vCard 3.0 (RFC 2426), at most the 2,048 bytes that ``sendContact`` takes."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(card.name)}",
        f"ORG:{_escaped(card.name)}",
    ]
    lines.append(f"TEL;TYPE=WORK:{_escaped(card.phone)}")
    if card.email:
        lines.append(f"EMAIL:{_escaped(card.email)}")
    if card.website:
        lines.append(f"URL:{_escaped(card.website)}")
    return "\r\n".join([*lines, "END:VCARD"])


def _escaped(value: str) -> str:
    shown = one_line(value)[:LONGEST_VALUE]
    return re.sub(r"([\\;,])", r"\\\1", shown)


def _under(origin: Origin) -> ReplyParameters | None:
    """In a group an answer stands under its question; a question since deleted is no obstacle."""
    if not origin.group or origin.message is None:
        return None
    return ReplyParameters(origin.message, allow_sending_without_reply=True)
