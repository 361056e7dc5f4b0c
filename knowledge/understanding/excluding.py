"""What a list is to leave out: "nước mắm không phải Phú Quốc", "souvenirs from Hue, not food"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts import Category
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import DOUBTFUL, Draft
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.question import Without
from knowledge.understanding.senses import EXCEPT, EXCEPT_GOODS, FILLER, INTRODUCING, SMALL
from knowledge.understanding.vocabularies import Cue

_CATEGORY = "category:"
_BETWEEN = INTRODUCING | {SMALL, FILLER, "goods", "country"}
"""Words that may stand between "không phải" and what is not wanted."""


def wanted(draft: Draft, decision: Decision) -> tuple[Decision, Without]:
    """A decision without what is not wanted, and that by itself: it takes out what stands right
    behind a word of exclusion.

    A kind together with its place ("trừ trà Thái Nguyên") cannot be left out of a list, so that
    such a wish is passed over.
    """
    without, taken = Without(), frozenset[int]()
    for cue in draft.resolved:
        if cue.meaning.sense in {EXCEPT, EXCEPT_GOODS} and cue.penalty <= DOUBTFUL:
            for named, words in _listed_behind(cue, draft, decision):
                without, taken = without.joined(named), taken.union(words)
    if not without:
        return decision, without
    # "nước mắm không phải Phú Quốc" is about none that is called so
    denied = any(not taken.isdisjoint(found.verdict.positions) for found in decision.products[:1])
    return replace(
        decision,
        products=() if denied else decision.products,
        places=[span for span in decision.places if span.start not in taken],
        kinds=[span for span in decision.kinds if span.start not in taken],
    ), without


def _listed_behind(
    cue: PhraseSpan[Cue], draft: Draft, decision: Decision
) -> Iterator[tuple[Without, range]]:
    """What is named behind a cue, one by one ("trừ trà, cà phê và gạo"), with its words."""
    here = cue.end
    while (found := _named_at(here, draft, decision, cue.meaning.sense)) is not None:
        named, end = found
        yield named, range(here, end)
        here = end
        joint = next((span for span in draft.resolved if span.start == end), None)
        if joint is not None and joint.meaning.sense in {"and", "or"}:
            here = joint.end
        elif not (_follows_break(draft, end) and any(kind.start == end for kind in decision.kinds)):
            return  # "souvenirs, not food, from Hue"


def _follows_break(draft: Draft, here: int) -> bool:
    return here < len(draft.words) and draft.words[here].follows_break


def _named_at(
    here: int, draft: Draft, decision: Decision, sense: str
) -> tuple[Without, int] | None:
    """What is named at a word, perhaps behind small words, and where that ends."""
    for cue in draft.resolved:
        if cue.start == here and cue.meaning.sense in _BETWEEN:
            here = cue.end
    for cue in draft.resolved:
        if cue.start == here and cue.meaning.sense.startswith(_CATEGORY):
            category = Category(cue.meaning.sense.removeprefix(_CATEGORY))
            return Without(category=category), cue.end
    kinds = [span for span in decision.kinds if span.start == here]
    if kinds:
        end = max(span.end for span in kinds)
        if any(span.start == end for span in decision.places):
            return None
        return Without(kinds=tuple(dict.fromkeys(span.meaning.key for span in kinds))), end
    for place in decision.places:
        if place.start == here and (sense == EXCEPT or _ends_it(draft, place.end)):
            return Without(places=place.places[:1]), place.end
    return None


def _ends_it(draft: Draft, here: int) -> bool:
    """Whether a "ra" closes the exclusion: "ngoài Hà Nội ra", for in the south "ngoài Hà Nội" means
    up there in Hà Nội."""
    return here < len(draft.words) and draft.words[here].marks.folded == "ra"
