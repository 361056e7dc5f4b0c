"""Brands beside a kind in words that are said of anything as well: "an an joss sticks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.search.finder import Found
from knowledge.understanding.drafts.certainty import HALF
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.brands_unmarked import SideBySide


def brand_in_talk(draft: Draft, side_by_side: SideBySide) -> frozenset[int]:
    """Two words right beside a kind that were taken for talk, each by itself, and that stand side
    by side in a name; none where there are no such words.

    Two that make one phrase of talk ("how many") are left to it.
    """
    if not draft.kinds:
        return frozenset()
    phrases = [cue for cue in draft.resolved if cue.length > 1]
    talk = draft.soft - {place for cue in phrases for place in range(cue.start, cue.end)}
    if len(talk) < 2:
        return frozenset()
    words = draft.words
    for first, second in _beside(draft):
        if (
            first in talk
            and second in talk
            and not words[second].follows_break
            and side_by_side.in_a_name(words[first].marks.folded, words[second].marks.folded)
        ):
            return frozenset({first, second})
    return frozenset()


def is_of_kinds_alone(products: Sequence[Found], draft: Draft) -> bool:
    """Whether no more of the best name was typed than the kind that it is of."""
    return not products or products[0].verdict.positions <= covered((), draft.kinds)


def are_of(products: Sequence[Found], draft: Draft, brand: frozenset[int]) -> bool:
    """Whether the best of some products has such a brand, together with its kind, in its name."""
    if not products:
        return False
    best = products[0].verdict
    kinds = covered((), draft.kinds)
    return best.positions >= brand and not best.positions.isdisjoint(kinds) and best.covered >= HALF


def _beside(draft: Draft) -> Iterator[tuple[int, int]]:
    """The two words before each kind and the two behind it."""
    for kind in draft.kinds:
        if kind.start >= 2 and not draft.words[kind.start].follows_break:
            yield kind.start - 2, kind.start - 1
        if kind.end + 1 < len(draft.words) and not draft.words[kind.end].follows_break:
            yield kind.end, kind.end + 1
