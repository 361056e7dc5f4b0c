"""What narrows the list asked for: stars, a group, and what is not wanted on it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Category
from knowledge.understanding.asked.awards import stars_asked
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.meaning import category_of
from knowledge.understanding.question import Without


class Filters(NamedTuple):
    """The filters of a list."""

    stars: int | None
    stars_up_to: int | None
    category: Category | None
    without: Without

    @property
    def is_any(self) -> bool:
        """Whether stars or a group are asked for."""
        return bool(self.stars or self.category)


def filters_of(
    draft: Draft,
    decision: Decision,
    without: Without,
    senses: dict[str, float],
    catalogue: Catalogue,
) -> Filters:
    """The filters asked for, but those of what is not wanted either."""
    category = category_of(senses, asks=bool(decision.kinds))
    stars, stars_up_to = stars_asked(draft.text, draft.stars)
    if category in without.categories or _is_of_other_goods(category, decision, catalogue):
        category = None
    if stars_up_to is not None:
        without = replace(without, stars=())  # "không quá 4 sao" leaves no 4 stars out
    return Filters(None if stars in without.stars else stars, stars_up_to, category, without)


def _is_of_other_goods(category: Category | None, decision: Decision, catalogue: Catalogue) -> bool:
    """Whether the kinds named are of other groups: the "làng nghề" of "làng nghề nước mắm" asks
    for no crafts."""
    groups = {catalogue.kinds[span.meaning.key].category for span in decision.kinds}
    return bool(groups) and None not in groups and category not in groups
