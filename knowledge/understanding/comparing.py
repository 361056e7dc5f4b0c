"""Questions about two things: "so sánh A với B", "A hay B ngon hơn", "A vs B"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from knowledge.search.finder import Found
from knowledge.understanding.certainty import is_exact
from knowledge.understanding.drafts import DOUBTFUL, Draft
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.vocabularies import Cue

SEPARATORS = frozenset({"and", "or", "compare"})
ASKED_OF_EACH = frozenset({"where_to_buy", "contact"})
"""What cannot be told of two things in one line."""
MOST_SEPARATORS = 6
"""Places at which a question is tried to be taken apart: bounds the work."""
SURE = 0.7
"""Score from which a side is taken to be found without a word for comparing."""
FOUND = 0.5
"""Score from which a side counts as found when a word for comparing is there."""
FULL_NAME = 3
"""Words of a name that is more than a kind's."""


class Sides(NamedTuple):
    """The two things compared."""

    left: list[Found]
    right: list[Found]

    @property
    def weakest(self) -> float:
        """Score of the side that was recognised less well."""
        return min(self.left[0].verdict.score, self.right[0].verdict.score)


def compared_sides(
    draft: Draft,
    cues: Sequence[PhraseSpan[Cue]],
    find: Callable[[frozenset[int]], list[Found]],
) -> Sides | None:
    """The two sides of a comparison, or ``None`` when the utterance is none.

    ``find`` finds products in the utterance read as if only the given words stood there. Every
    conjunction, comma and word for comparing is tried as the border; the border under which both
    sides are recognised best wins. A comma divides only where a word for comparing is; "and" also
    between two names in full: who names two things wants to see them side by side.
    """
    cues = [span for span in cues if span.penalty < DOUBTFUL * span.length]
    comparing = any(span.meaning.sense == "compare" for span in cues)
    choosing = any(span.meaning.sense == "or" for span in cues)
    content = sorted(set(range(len(draft.words))) - draft.soft)
    borders = {
        (span.start, span.end)
        for span in cues
        if span.meaning.sense in SEPARATORS
        and content
        and content[0] < span.start
        and span.end <= content[-1]
    }
    # "A và B mua ở đâu": two answers, each at its place
    asks_each = any(span.meaning.sense in ASKED_OF_EACH for span in cues)
    if not comparing and (not borders or (asks_each and not choosing)):
        return None
    if comparing:
        borders |= {
            (place, place) for place, word in enumerate(draft.words) if word.follows_break and place
        }
    best: Sides | None = None
    words = range(len(draft.words))
    for start, end in sorted(borders)[:MOST_SEPARATORS]:
        left = find(frozenset(words[:start]))
        right = find(frozenset(words[end:]))
        if not left or not right or left[0].owner == right[0].owner:
            continue
        sides = Sides(left, right)
        if best is None or sides.weakest > best.weakest:
            best = sides
    if best is None or best.weakest < (FOUND if comparing else SURE):
        return None
    if not comparing and not choosing and not all(map(_is_full, (best.left, best.right))):
        return None
    return best


def _is_full(side: list[Found]) -> bool:
    """Whether a name of more than a kind was typed in full, and nothing else that tells."""
    verdict = side[0].verdict
    return is_exact(verdict) and len(verdict.words) >= FULL_NAME
