"""Which products a list holds, as an action carries it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.actions import FIELD, Action, Verb
from knowledge.facts import Category
from knowledge.understanding.question import Question

_IN_SESSION = "@"
"""Stands for filters too long for an action: they are those of the session."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which products to list: what an action says that pages through them."""

    places: tuple[str, ...] = ()
    """Keys."""
    stars: int | None = None
    category: Category | None = None
    kinds: tuple[str, ...] = ()

    @staticmethod
    def of(question: Question) -> Listing:
        """The listing a question asks for."""
        keys = tuple(place.key for place in question.places)
        return Listing(keys, question.stars, question.category, question.kinds)

    def page(self, offset: int) -> Action:
        """The action that shows the entries from an offset on."""
        action = Action.of(
            Verb.LIST,
            offset,
            self.stars,
            self.category,
            "+".join(self.places),
            "+".join(self.kinds),
        )
        return action if action.fits else Action.of(Verb.LIST, offset, _IN_SESSION)

    @staticmethod
    def parse(action: Action) -> tuple[int, Listing | None]:
        """Offset and listing; ``None`` for the listing kept in the session.

        Raises ``ValueError`` for an argument that no listing ever had.
        """
        fields = action.argument.split(FIELD)
        offset = max(int(fields[0]), 0)
        if fields[1:] == [_IN_SESSION]:
            return offset, None
        stars, category, places, kinds = fields[1:]
        return offset, Listing(
            tuple(filter(None, places.split("+"))),
            int(stars) if stars else None,
            Category(category) if category else None,
            tuple(filter(None, kinds.split("+"))),
        )
