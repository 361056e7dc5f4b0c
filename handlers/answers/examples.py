"""Questions to try, for those who do not know what can be asked."""

from __future__ import annotations

from handlers.chat.actions import Verb
from handlers.chat.choices import choice
from handlers.chat.reply import Choice
from locales import Translator

EXAMPLES_OFFERED = 4


def examples(t: Translator) -> list[str]:
    """Real questions with real answers, in the order numbered by their actions."""
    return [
        t.gettext("How many stars has Ba Chẽ golden camellia tea?"),
        t.gettext("Where can I buy Lê Gia fish sauce?"),
        t.gettext("5-star tea from Thái Nguyên"),
        t.gettext("How many OCOP products has Quảng Ninh?"),
        t.gettext("How long is an OCOP certificate valid?"),
    ]


def example_choices(t: Translator) -> list[Choice]:
    """Each example as a choice that asks it."""
    return [
        offered
        for number, question in enumerate(examples(t))
        for offered in choice(question, Verb.EXAMPLE, number)
    ]
