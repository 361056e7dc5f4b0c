"""What is told of what is in things: "peanut allergy", "does it contain milk"."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import DOUBTFUL, Draft
from knowledge.understanding.question import Without
from knowledge.understanding.vocabulary.senses import AVOIDED, CONTAINED, DIET

_OF_DIETS = {
    **dict.fromkeys(("alcohol", "alcoholic", "con"), ("ruou", "bia")),
    **dict.fromkeys(("lactose", "sua"), ("sua",)),
    **dict.fromkeys(
        ("sugar", "sweet", "unsweetened", "duong", "ngot"), ("keo", "mut", "duong", "mat-ong")
    ),
    **dict.fromkeys(("spicy", "spice", "cay"), ("ot", "tuong-ot", "sa-te")),
}
"""Folded words of diets, with the kinds that are surely made of what is not wanted."""
_ARTICLES = frozenset({"the", "this", "these", "that", "your", "their"})

_ASKING_WHETHER = frozenset({"is", "are", "contain", "contains"})
"""First words of diets asked about: "is it spicy"."""
_ASKING_WHICH = frozenset({"which", "what"})
"""First words of "which candies contain peanuts", which asks for a list."""


def avoided(draft: Draft) -> Iterator[tuple[tuple[str, ...], range]]:
    """Kinds that a person cannot eat, told before the word for it, with their words."""
    for cue in draft.resolved:
        if cue.meaning.sense == AVOIDED and cue.penalty <= DOUBTFUL:
            kinds = [span for span in draft.kinds if span.end == cue.start]
            if kinds:
                yield (
                    tuple(dict.fromkeys(span.meaning.key for span in kinds)),
                    range(min(span.start for span in kinds), cue.end),
                )


def of_diet(draft: Draft) -> Without:
    """What is surely made of what a diet leaves out: sweets, where nothing sweet is wanted."""
    for cue in draft.resolved:
        asks = draft.words[cue.start].text in _ASKING_WHETHER
        if cue.meaning.sense == DIET and cue.penalty <= DOUBTFUL and not asks:
            for word in draft.words[cue.start : cue.end]:
                if word.marks.folded in _OF_DIETS:
                    return Without(kinds=_OF_DIETS[word.marks.folded])
    return Without()


def asked_within(draft: Draft, decision: Decision) -> frozenset[int]:
    """Words of kinds of which it is asked whether they are in something: the milk of "does coconut
    candy contain milk", "is there milk in coconut candy"."""
    if draft.words[0].text in _ASKING_WHICH:
        return frozenset()
    told = [
        aside
        for aside in draft.asides
        if aside.meaning.sense == CONTAINED and aside.penalty <= DOUBTFUL
    ]
    starts = {span.start for span in decision.kinds}
    behind = starts.intersection(aside.end for aside in told)
    before = set() if behind else {aside.start for aside in told}
    return frozenset(
        place
        for span in decision.kinds
        if span.start in behind
        or span.end in before
        or (len(starts) > 1 and _is_before_another(span.end, draft, starts))
        for place in range(span.start, span.end)
    )


def _is_before_another(end: int, draft: Draft, starts: set[int]) -> bool:
    """Whether "in" and another kind stand there: "peanuts in the sesame candy"."""
    words = draft.words
    if end >= len(words) or words[end].text != "in":
        return False
    behind = end + 1
    if behind < len(words) and words[behind].text in _ARTICLES:
        behind += 1
    return behind in starts
