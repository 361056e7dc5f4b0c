"""A page of a list, so that a chat can turn to another one, come back to it and count on in it."""

from __future__ import annotations

from msgspec import Struct

from handlers.chat.actions import FIELD, Action

NUMBERED = 60
"""Entries of a list that are known by their number; nobody counts further."""


class Page(Struct, frozen=True):
    """A page that was shown."""

    action: str
    """Shows the list from its beginning; may be longer than an action on a platform."""
    offset: int
    """Entries of the list before the page."""
    count: int
    """Entries of the whole list."""
    size: int
    """Entries of a full page."""
    codes: tuple[str, ...] = ()
    """Products of the list in its order, the first :data:`NUMBERED`; none in a list of makers."""

    @staticmethod
    def of(action: Action, offset: int, count: int, size: int, codes: tuple[str, ...] = ()) -> Page:
        """The page at an offset of the list that an action shows."""
        return Page(action.text, offset if offset < count else 0, count, size, codes[:NUMBERED])

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(-(-self.count // self.size), 1)

    @property
    def number(self) -> int:
        """Which of them this is, from 1."""
        return self.offset // self.size + 1

    def is_of_same_list(self, other: Page) -> bool:
        """Whether another page is of the same list."""
        return self.action == other.action

    def at(self, offset: int) -> Action:
        """The action that shows the list from an offset on."""
        verb = Action.parse(self.action[:1])
        _, *rest = self.action[1:].split(FIELD)
        if verb is None:
            raise ValueError(self.action)
        return Action.of(verb.verb, offset, *rest)

    def turned_to(self, number: int) -> Action:
        """The action that shows a page by its number, from 1."""
        return self.at((number - 1) * self.size)
