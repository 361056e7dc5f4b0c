"""Commands that mean the same on every platform that has them."""

from __future__ import annotations

from handlers.actions import Action, Verb
from handlers.conversation import Utterance
from knowledge.facts import Locale

HELP = Utterance(action=Action(Verb.HELP).text)

_LANGUAGE_NAMES: dict[str, Locale] = {
    "vi": "vi",
    "vn": "vi",
    "tieng viet": "vi",
    "tiếng việt": "vi",
    "vietnamese": "vi",
    "en": "en",
    "english": "en",
    "tiếng anh": "en",
    "tieng anh": "en",
}


def command_utterance(command: str, argument: str) -> Utterance | None:
    """What a person says with a command; ``None`` for a command we do not have.

    ``command`` is lower case, without the slash.
    """
    if command in {"start", "help"}:
        return HELP
    if command == "lang":
        locale = _LANGUAGE_NAMES.get(argument.strip().casefold(), "")
        return Utterance(action=Action(Verb.LANGUAGE, locale).text)
    return None
