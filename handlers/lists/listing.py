"""Which products a list holds, and how an action carries that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from handlers.chat.actions import FIELD, Action, Verb
from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.lists.awards import Award, caution, passing
from handlers.lists.leaving_out import remaining, text_of
from handlers.lists.meant import not_told, those_meant
from handlers.lists.sold_by import sold_by
from knowledge.catalogue import Catalogue
from knowledge.certificates import Standing
from knowledge.facts import Category, Place, Product
from knowledge.understanding.question import Question

_IN_SESSION = "@"
"""Stands for filters too long for an action: they are those of the session."""


class Listing(Struct, frozen=True):
    """Which products to list: what an action says that pages through them."""

    places: tuple[str, ...] = ()
    """Keys."""
    stars: int | None = None
    category: Category | None = None
    kinds: tuple[str, ...] = ()
    award: Award = field(default_factory=Award)
    without: str = ""
    """What is left out: see :mod:`handlers.lists.leaving_out`."""
    shop: str | None = None
    """Where it is sold, see :mod:`knowledge.sellers`."""

    @staticmethod
    def of(question: Question) -> Listing:
        """The listing a question asks for."""
        keys = tuple(place.key for place in question.places)
        award = Award.of(question)
        without = text_of(question.without)
        kinds, shop = question.kinds, question.shop
        return Listing(keys, question.stars, question.category, kinds, award, without, shop)

    def fields(self, offset: int) -> tuple[object, ...]:
        """The fields of the action that shows the entries from an offset on."""
        rest = [self.award.text, self.without, self.shop]
        while rest and not rest[-1]:
            rest.pop()
        places, kinds = "+".join(self.places), "+".join(self.kinds)
        return (offset, self.stars, self.category, places, kinds, *rest)

    @property
    def whole(self) -> Action:
        """The action that shows it from the beginning, however long."""
        return Action.of(Verb.LIST, *self.fields(0))

    def page(self, offset: int) -> Action:
        """The action that shows the entries from an offset on."""
        return self.alone(offset) or Action.of(Verb.LIST, offset, _IN_SESSION)

    def alone(self, offset: int) -> Action | None:
        """The same for another list than the session's; ``None`` where its filters are too long for
        an action."""
        action = Action.of(Verb.LIST, *self.fields(offset))
        return action if action.fits else None

    @staticmethod
    def parse(action: Action) -> tuple[int, Listing | None]:
        """Offset and listing; ``None`` for the listing kept in the session.

        Raises ``ValueError`` for an argument that no listing ever had.
        """
        fields = action.argument.split(FIELD)
        offset = max(int(fields[0]), 0)
        if fields[1:] == [_IN_SESSION]:
            return offset, None
        stars, category, places, kinds, award, without, shop = [*fields[1:], "", "", ""][:7]
        return offset, Listing(
            tuple(filter(None, places.split("+"))),
            int(stars) if stars else None,
            Category(category) if category else None,
            tuple(filter(None, kinds.split("+"))),
            Award.parse(award),
            without,
            shop or None,
        )


def listed(
    question: Question, places: Iterable[Place], catalogue: Catalogue, today: date
) -> list[Product]:
    """The products of some places, or of the country, that pass all filters of a question."""
    return passing(unfiltered(question, places, catalogue), question, today)


def unfiltered(question: Question, places: Iterable[Place], catalogue: Catalogue) -> list[Product]:
    """The same whatever the dates of their certificates."""
    proposed = question.standing is Standing.PROPOSED  # none of them has stars yet
    found = catalogue.products_at(
        places,
        stars=None if proposed else question.stars,
        stars_up_to=None if proposed else question.stars_up_to,
        category=question.category,
        kinds=question.kinds,
    )
    left = those_meant(remaining(found, question.without, catalogue), question, catalogue)
    return left if question.shop is None else sold_by(question.shop, left, catalogue)


def listed_at(asked: Asked, place: Place | None) -> list[Product]:
    """The products of a place, or of the country, that pass all filters of what was asked."""
    places = () if place is None else (place,)
    return listed(asked.question, places, asked.catalogue, asked.today)


def caution_at(asked: Asked, place: Place | None) -> list[Paragraph]:
    """How that list was made, and how many it leaves out whose dates are not known."""
    places, question = () if place is None else (place,), asked.question
    told = caution(asked, unfiltered(question, places, asked.catalogue))
    if question.standing is None and not question.made_by:
        return told
    whichever = replace(question, standing=None, made_by=())
    return [*not_told(asked, unfiltered(whichever, places, asked.catalogue)), *told]


def counted(
    question: Question, places: Iterable[Place], catalogue: Catalogue, today: date
) -> list[Product]:
    """The products to count: a time told is that of a count, unless certificates are asked for that
    end or hold then."""
    if question.validity is None:
        return unfiltered(question, places, catalogue)
    return listed(question, places, catalogue, today)
