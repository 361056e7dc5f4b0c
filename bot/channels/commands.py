"""Commands that mean the same on every platform that has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace

from handlers.chat.actions import Action, Verb
from handlers.conversation import Utterance
from knowledge.facts import Locale
from knowledge.text.letters import fold
from locales import LOCALES, Translator, language_name

HELP = Utterance(action=Action(Verb.HELP).text)

_TYPED = re.compile(r"/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)

_LANGUAGE_NAMES: dict[str, Locale] = {
    fold(name): locale
    for locale in LOCALES
    for name in (locale, *(language_name(locale, reader) for reader in LOCALES))
} | {"vn": "vi"}
"""Without marks: codes, names in every language of ours, and a country for its language."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command under its names, with what a person says by it."""

    names: dict[Locale, str]
    """By language, English at least; all of them are understood in every language."""
    description: Callable[[Translator], str]
    says: Callable[[str], Utterance]
    """What is said with an argument, which may be empty."""


def _tapped(verb: Verb) -> Callable[[str], Utterance]:
    return lambda _argument: Utterance(action=Action(verb).text)


def _asked(alone: str, about: str) -> Callable[[str], Utterance]:
    """A question with the argument set into it; ``alone`` is asked about what was shown last."""
    return lambda argument: Utterance(text=about.format(argument) if argument else alone)


def _found(argument: str) -> Utterance:
    return Utterance(text=argument)


def _province(argument: str) -> Utterance:
    if argument:
        return Utterance(text=f"đặc sản {argument}")
    return Utterance(action=Action(Verb.PROVINCES).text)


def _province_in_english(argument: str) -> Utterance:
    return Utterance(text=f"specialities of {argument}") if argument else _province("")


def _language(argument: str) -> Utterance:
    locale = _LANGUAGE_NAMES.get(fold(argument.strip()), "")
    return Utterance(action=Action(Verb.LANGUAGE, locale).text)


def _feedback(argument: str) -> Utterance:
    return Utterance(text=argument, action=Action(Verb.FEEDBACK).text)


COMMANDS = (
    Command(
        {"vi": "start", "en": "start"},
        lambda t: t.gettext("Begin"),
        _tapped(Verb.WELCOME),
    ),
    Command(
        {"vi": "help", "en": "help"},
        lambda t: t.gettext("What I can do, with examples"),
        _tapped(Verb.HELP),
    ),
    Command(
        {"vi": "tim", "en": "search"},
        lambda t: t.gettext("Find a product or producer"),
        _found,
    ),
    Command(
        {"vi": "tinh", "en": "province"},
        lambda t: t.gettext("What a province has to offer"),
        _province,
    ),
    Command(
        {"vi": "sao", "en": "stars"},
        lambda t: t.gettext("How many stars a product has"),
        _asked("mấy sao?", "{} được mấy sao?"),
    ),
    Command(
        {"vi": "gan", "en": "near"},
        lambda t: t.gettext("What is near you"),
        _tapped(Verb.NEARBY),
    ),
    Command(
        {"vi": "lienhe", "en": "contact"},
        lambda t: t.gettext("How to reach a producer"),
        _asked("liên hệ ở đâu?", "số điện thoại liên hệ của {}"),
    ),
    Command(
        {"vi": "luu", "en": "saved"},
        lambda t: t.gettext("Your saved list"),
        _tapped(Verb.SAVED),
    ),
    Command(
        {"vi": "ngonngu", "en": "language"},
        lambda t: t.gettext("Change the language"),
        _language,
    ),
    Command(
        {"vi": "gopy", "en": "feedback"},
        lambda t: t.gettext("Say what should be better"),
        _feedback,
    ),
    Command(
        {"vi": "riengtu", "en": "privacy"},
        lambda t: t.gettext("What I keep about you, and how to delete it"),
        _tapped(Verb.PRIVACY),
    ),
)

_SAYS: dict[str, Callable[[str], Utterance]] = {
    name: command.says for command in COMMANDS for name in command.names.values()
} | {
    "province": _province_in_english,
    "stars": _asked("how many stars?", "how many stars has {}?"),
    "contact": _asked("how can I contact them?", "contact of {}"),
    "lang": _language,
}


def command_utterance(command: str, argument: str) -> Utterance | None:
    """What a person says with a command; ``None`` for a command we do not have.

    ``command`` is lower case, without the slash.
    """
    says = _SAYS.get(command)
    return replace(says(argument.strip()), commanded=True) if says is not None else None


class Typed(NamedTuple):
    """A command as somebody typed it."""

    command: str
    """Lower case, without the slash."""
    argument: str
    addressee: str
    """Whom it is for: what follows ``@`` behind the command, often nothing."""


def typed_command(text: str) -> Typed | None:
    """The command that a text is, with its argument; ``None`` for a text that is none."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    command, addressee, argument = found.groups(default="")
    return Typed(command.lower(), argument, addressee)


def typed_utterance(text: str) -> Utterance:
    """What is said by a text on a platform that leaves it to us to tell commands.

    An unknown command is a person looking for what we can do.
    """
    typed = typed_command(text)
    if typed is None:
        return Utterance(text=text)
    return command_utterance(typed.command, typed.argument) or HELP
