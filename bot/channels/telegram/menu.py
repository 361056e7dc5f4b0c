"""What people see of the bot before they write: commands and descriptions, in each language."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.channels.commands import COMMANDS
from handlers.utterance import known_locale
from knowledge.facts import Locale
from locales import LOCALES, translator

OTHERS = "en"
"""What people of all other languages see."""

_log = logging.getLogger(__name__)


async def publish_menu(bot: Bot) -> None:
    """Set commands, description and short description. A bot without them still works."""
    try:
        for locale, code in _audiences():
            t = translator(locale)
            await bot.set_my_commands(menu(locale), language_code=code)
            await bot.set_my_description(
                t.gettext(
                    "I answer questions about Vietnam's OCOP products: how many stars, who makes "
                    "them, where to buy them, what each province has. Ask in Vietnamese or "
                    "English, with or without accents."
                ),
                language_code=code,
            )
            await bot.set_my_short_description(
                t.gettext("Ask about Vietnam's OCOP products: stars, makers, where to buy."),
                language_code=code,
            )
    except TelegramError as error:
        _log.warning("the menu of commands was not published: %s", error)


def spoken(tag: str | None) -> Locale:
    """Our language for the one of a person's Telegram, an IETF tag: the one its menu is in."""
    return OTHERS if tag and known_locale(tag) is None else known_locale(tag) or LOCALES[0]


def menu(locale: Locale) -> list[BotCommand]:
    """The commands under their names in a language."""
    t = translator(locale)
    return [
        BotCommand(each.names.get(locale, each.names[OTHERS]), each.description(t))
        for each in COMMANDS
    ]


def _audiences() -> Iterator[tuple[Locale, str | None]]:
    yield OTHERS, None
    yield from ((locale, locale) for locale in LOCALES)
