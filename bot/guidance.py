"""What to do next, for somebody who started a command without what it needs.

Said in every language we speak: at this point nobody has chosen one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from locales import LOCALES, Translator, translator

WIDTH = 88
"""Columns."""

_ENV_EXAMPLE = "    TELEGRAM_TOKEN=123456789:AA..."
_QUESTION_EXAMPLES = """\
    ocop ask "mua nuoc mam le gia o dau"
    ocop ask "Which teas in Thai Nguyen have 5 stars?\""""


def how_to_configure_a_channel() -> str:
    """For ``ocop run`` without any channel."""
    return _in_all_languages(_channel_guidance)


def how_to_ask() -> str:
    """For ``ocop ask`` without a question."""
    return _in_all_languages(_asking_guidance)


def _in_all_languages(compose: Callable[[Translator], list[str]]) -> str:
    return "\n\n".join("\n".join(compose(translator(locale))) for locale in LOCALES)


def _channel_guidance(t: Translator) -> list[str]:
    return [
        _wrapped(t.gettext("No channel is configured, so there is nobody to talk to.")),
        _wrapped(
            t.gettext(
                "For Telegram, open a chat with @BotFather (https://t.me/BotFather), send /newbot, "
                "choose a name, and put the token it gives you into the environment or into a "
                "file named .env here, like this:"
            )
        ),
        _ENV_EXAMPLE,
        _wrapped(
            t.gettext(
                'Then start "ocop run" again. To talk in this terminal instead, start "ocop chat".'
            )
        ),
    ]


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
