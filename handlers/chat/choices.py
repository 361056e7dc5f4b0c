"""Making a choice to go on with, which every platform can carry."""

from __future__ import annotations

from collections.abc import Callable

from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Asked
from handlers.chat.reply import Choice


def choice(label: str, verb: Verb, *fields: object) -> list[Choice]:
    """A choice, or none at all when its action is too long for some platform."""
    return as_choice(label, Action.of(verb, *fields))


def as_choice(label: str, action: Action) -> list[Choice]:
    """The same for an action at hand."""
    return [Choice(label, action.text)] if action.fits else []


def page_choice(asked: Asked, count: int, action_at: Callable[[int], Action]) -> list[Choice]:
    """The next page of a list of ``count`` entries; none after the last.

    ``action_at`` gives the action that shows the entries from an offset on.
    """
    following = asked.offset + PAGE
    if following >= count:
        return []
    label = asked.t.gettext("More ({count} left)", count=asked.t.number(count - following))
    return as_choice(label, action_at(following))
