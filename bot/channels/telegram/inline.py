"""Inline mode: ``@bot nước mắm`` typed in any chat lists products as cards.

https://core.telegram.org/bots/api#inline-mode
"""

from __future__ import annotations

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.channels.telegram.decoding import Queried
from bot.channels.telegram.links import deep_link, start_parameter
from bot.channels.telegram.menu import spoken
from bot.channels.telegram.rendering import render
from handlers.answers.cards import Card
from handlers.chat.actions import Action, Verb
from handlers.conversation import Conversation
from locales import Translator, translator

CARDS = 50
"""Results in one answer: Telegram's limit."""
CACHE_SECONDS = 300
"""How long Telegram may give the same answer to anybody who types the same: the list changes with
the data only. Answers differ by language, so they are marked as personal."""
LONGEST_OFFSET = 500
"""Cards that can be scrolled to."""


class InlineAnswers:
    """Answers inline queries."""

    def __init__(self, bot: Bot, conversation: Conversation) -> None:
        self._bot = bot
        self._conversation = conversation

    async def answer(self, queried: Queried) -> None:
        """Send the cards for what was typed. Raises :class:`telegram.error.TelegramError`."""
        offset = int(queried.offset) if queried.offset.isdecimal() else 0
        language = spoken(queried.language)
        found = []
        if offset <= LONGEST_OFFSET:
            found = self._conversation.cards(queried.text, language, offset=offset, longest=CARDS)
        t = translator(language)
        await self._bot.answer_inline_query(
            queried.query,
            [self._article(card, t) for card in found],
            cache_time=CACHE_SECONDS,
            is_personal=True,
            next_offset=str(offset + CARDS) if len(found) == CARDS else "",
            button=InlineQueryResultsButton(t.gettext("Open the bot"), start_parameter="inline"),
        )

    def _article(self, card: Card, t: Translator) -> InlineQueryResultArticle:
        start = start_parameter(Action(Verb.PRODUCT, card.code).text)
        address = deep_link(self._bot.username, start or "inline")
        return InlineQueryResultArticle(
            id=card.code[:64],
            title=card.title,
            description=card.description,
            input_message_content=InputTextMessageContent(
                render(card.reply).texts[0],
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton(t.gettext("Ask the bot more"), url=address)]]
            ),
        )
