"""What to do next, for somebody who started a command without what it needs.

Said in every language we speak: at this point nobody has chosen one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from locales import LOCALES, Translator, translator

WIDTH = 88
"""Columns."""

_PLATFORMS = {
    "telegram": ("Telegram", "TELEGRAM_TOKEN=123456789:AA..."),
    "zalo-bot": ("Zalo Bot", "ZALO_BOT_TOKEN=123456789:..."),
    "zalo-oa": (
        "Zalo Official Account",
        "ZALO_OA_APP_ID, ZALO_OA_APP_SECRET, ZALO_OA_SECRET_KEY, ZALO_OA_REFRESH_TOKEN",
    ),
}
"""Channels that need a setting: the platform's name, and what to set."""
_QUESTION_EXAMPLES = """\
    ocop ask "mua nuoc mam le gia o dau"
    ocop ask "Which teas in Thai Nguyen have 5 stars?\""""


def where_to_talk(url: str, channels: Sequence[str]) -> str:
    """For ``ocop run``: where people find the bot now, and how to add what is not configured.

    ``channels`` are the names of those that run.
    """
    return _in_all_languages(lambda t: _where_to_talk(t, url, channels))


def how_to_ask() -> str:
    """For ``ocop ask`` without a question."""
    return _in_all_languages(_asking_guidance)


def _in_all_languages(compose: Callable[[Translator], list[str]]) -> str:
    return "\n\n".join("\n".join(compose(translator(locale))) for locale in LOCALES)


def _where_to_talk(t: Translator, url: str, channels: Sequence[str]) -> list[str]:
    lines = [_wrapped(t.gettext("Web chat: {url} (Ctrl+C to stop)", url=url))]
    running = [name for key, (name, _) in _PLATFORMS.items() if key in channels]
    if running:
        lines.append(_wrapped(t.gettext("Also on: {platforms}", platforms=", ".join(running))))
    missing = [each for key, each in _PLATFORMS.items() if key not in channels]
    if missing:
        lines.append(
            _wrapped(
                t.gettext(
                    "To be on these platforms too, put what they give you into the environment or "
                    "into a file named .env here, and start again:"
                )
            )
        )
    lines += [f"    {name}: {example}" for name, example in missing]
    if "telegram" not in channels:
        lines.append(
            _wrapped(
                t.gettext(
                    "Telegram's token comes from @BotFather (https://t.me/BotFather): send /newbot "
                    "and choose a name."
                )
            )
        )
    return lines


def _asking_guidance(t: Translator) -> list[str]:
    return [
        _wrapped(t.gettext("Write your question after the command, like this:")),
        _QUESTION_EXAMPLES,
        _wrapped(
            t.gettext('Through a pipe, a question a line. For a conversation, start "ocop chat".')
        ),
    ]


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
