"""How sure a name that was found is the one meant."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.question import Certainty

CLEAR = 0.7
"""Score from which a name may be answered about."""
CLEAR_EXPLAINED = 0.8
"""Share of the typed words that a clear winner must explain."""
WEAK = 0.5
"""Score from which a name is offered as "did you mean"."""
WEAK_EXPLAINED = 0.55
EXACT = 0.985
RIVAL_MARGIN = 0.02
"""Names this close to the best are rivals."""
MOSTLY = 0.75
"""Share of a name from which it was surely meant, however common its words."""
ONE_SLIPPED = 0.74
"""The same of a name of one word: with one slip in it, it is typed so far."""
HALF = 0.5
"""Share of a name under which other names with the same part of it are as likely."""
NEARLY_WHOLE = 0.62
"""Share of a name from which it beats reading the same words as a kind and a place."""


def is_whole(verdict: Verdict) -> bool:
    """Whether the whole name was typed, whatever else was."""
    return verdict.covered >= EXACT


def is_exact(verdict: Verdict) -> bool:
    """Whether the whole name was typed, and nothing else that needs explaining."""
    return verdict.covered >= EXACT and verdict.explained >= EXACT


def certainty_of(found: Sequence[Found], least_weight: float) -> Certainty:
    """How sure the best of some names is meant; ``least_weight`` is what a part of a name must
    weigh to tell anything ("nóng" of Rau An Nông does not)."""
    best = found[0].verdict
    mostly = MOSTLY if len(best.name.words) > 1 else ONE_SLIPPED
    if best.covered < mostly and best.told < least_weight:
        return Certainty.NONE
    if best.score >= CLEAR and best.explained >= CLEAR_EXPLAINED:
        rivals = [
            other
            for other in found[1:]
            if (
                other.verdict.score >= best.score - RIVAL_MARGIN
                or (best.covered < HALF and _explains_as_much(other.verdict, best))
            )
            and is_exact(other.verdict) == is_exact(best)
            # A name that leaves out a word which this one explains is none as likely
            and not other.verdict.positions < best.positions
        ]
        return Certainty.RIVALS if rivals else Certainty.CLEAR
    if best.score >= WEAK and best.explained >= WEAK_EXPLAINED:
        return Certainty.WEAK
    return Certainty.NONE


def _explains_as_much(other: Verdict, best: Verdict) -> bool:
    """Whether another name has all that was typed of the best one: "khai hoan" is all fish sauces
    of that brand, though one has the shortest name."""
    return other.explained >= best.explained and other.positions >= best.positions


def is_surely_named(certainty: Certainty, found: Sequence[Found]) -> bool:
    """Whether the best of some names is meant without doubt, and more than a part of it typed."""
    sure = certainty in {Certainty.CLEAR, Certainty.RIVALS}
    return sure and bool(found) and found[0].verdict.covered >= NEARLY_WHOLE


def is_all_explained(certainty: Certainty, found: Sequence[Found]) -> bool:
    """Whether the best of some names explains everything that was typed."""
    sure = certainty in {Certainty.CLEAR, Certainty.RIVALS}
    return sure and bool(found) and found[0].verdict.explained >= EXACT
