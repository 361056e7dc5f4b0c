"""Products of one place that are called just the same, so that none is meant before the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.search.finder import Found
from knowledge.understanding.deciding.rivals import Rivals
from knowledge.understanding.drafts.certainty import is_whole
from knowledge.understanding.places.places import PlaceSpan


def called_alike(
    rivals: Rivals, is_from: Callable[[Found, Sequence[PlaceSpan]], bool]
) -> list[Found]:
    """The products from the places named that are called just so, where one thing is asked of one
    and there are several: "hạt điều rang muối Bình Phước mấy sao"."""
    found, places = rivals.named.products, rivals.structure.places
    best = found[0].verdict
    if not (rivals.asks_one and places and is_whole(best)):
        return []
    alike = [
        each
        for each in found
        if is_whole(each.verdict)
        and each.verdict.positions == best.positions
        and is_from(each, places)
    ]
    return alike if len(alike) > 1 else []
