"""What is told of what is in things: "peanut allergy", "does it contain milk"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import DOUBTFUL, Draft
from knowledge.understanding.exclusion.diets import INGREDIENTS, SUGARY
from knowledge.understanding.question import Certainty, Without
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import AVOIDED, CONTAINED, DIET
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading

_OF_DIETS = {
    **dict.fromkeys(("alcohol", "alcoholic", "con"), ("ruou", "bia")),
    **dict.fromkeys(("lactose", "sua"), ("sua",)),
    **dict.fromkeys(("sugar", "sweet", "unsweetened", "duong", "ngot"), SUGARY),
    **dict.fromkeys(("spicy", "spice", "cay"), ("ot", "tuong-ot", "sa-te")),
}
"""Folded words of diets, with the kinds that are surely made of what is not wanted."""
_ALCOHOL = "con"
_HAVING = frozenset({"co", "chua", "bo", "dinh", "lan", "have", "has", "contain", "contains"})
"""Folded words before what may be in something."""
_WHETHER = frozenset({"khong", "hong", "hem", "hok", "chua", "ha"})
"""Folded words behind it that make a question of it."""
_HAS = frozenset({"have", "has", "contain", "contains"})
"""Those before it that need none."""
_CONTAINS = frozenset({"contain", "contains"})
_THERE = frozenset({"there", "any", "it"})
"""Those before "milk in coconut candy"."""
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


def is_told_behind(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether what a person cannot eat stands right behind the word for it, without the "to" of
    "allergic to": "i allergic peanut". Behind "free" stands what is given for nothing."""
    starts, ends = cue.end, cue.start
    return (
        cue.meaning.sense == AVOIDED
        and draft.words[cue.start].text != "free"
        and any(span.start == starts for span in draft.kinds)
        and not any(span.end == ends for span in draft.kinds)
    )


def of_diet(draft: Draft, decision: Decision) -> Without:
    """What is surely made of what a diet leaves out: sweets, where nothing sweet is wanted."""
    for cue in draft.resolved:
        asks = draft.words[cue.start].text in _ASKING_WHETHER
        if cue.meaning.sense == DIET and cue.penalty <= DOUBTFUL and not asks:
            for word in draft.words[cue.start : cue.end]:
                # "ngon hong con" speaks to a child
                told = word.marks.is_marked or word.marks.folded != _ALCOHOL
                kinds = _OF_DIETS.get(word.marks.folded, ()) if told else ()
                # Of "cà phê không đường" no name tells more than that it is no sweet
                if kinds and not (kinds == SUGARY and decision.kinds):
                    return Without(kinds=kinds)
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


def contents_asked(draft: Draft) -> PhraseSpan[KindReading] | None:
    """The kind of which it is asked whether something has it: the eggs of "bánh pía có trứng
    không", "banh pia have egg"."""
    for span in draft.kinds:
        asks = span.start and span.meaning.key in INGREDIENTS
        if asks and draft.words[0].text not in _ASKING_WHICH:
            before = draft.words[span.start - 1].marks.folded
            behind = draft.words[span.end].marks.folded if span.end < len(draft.words) else ""
            if before in _HAVING and (behind in _WHETHER or (before in _HAS and not behind)):
                return span
            starts = {other.start for other in draft.kinds}
            if before in _THERE and _is_before_another(span.end, draft, starts):
                return span
    return None


def of_what_has_it(
    decision: Decision, draft: Draft, asked: PhraseSpan[KindReading], catalogue: Catalogue
) -> Decision | None:
    """The decision, of what it is asked of alone, or of that kind where nothing else is named;
    ``None`` where goods are asked for: "đồ biển có tôm không"."""
    words = frozenset(range(asked.start, asked.end))
    before = [span for span in draft.kinds if span.end < asked.start]
    before = before or [span for span in draft.kinds if span.start > asked.end]
    wider = catalogue.kinds[asked.meaning.key].parents
    if decision.producers or any(
        span.meaning.key in {*wider, asked.meaning.key} for span in before
    ):
        return None
    kinds = [span for span in decision.kinds if words.isdisjoint(range(span.start, span.end))]
    if decision.consumed and words.isdisjoint(decision.consumed):
        return replace(decision, kinds=kinds)
    if not before:
        around = words | {asked.start - 1, asked.end}
        alone = decision.consumed <= around | draft.soft and not decision.places
        alone = alone and draft.words[asked.start - 1].marks.folded not in _CONTAINS
        return Decision(Certainty.CLEAR, kinds=[asked]) if alone else None
    if decision.products or not kinds:
        # "bánh tráng có tôm không" is about no "bánh tráng sa tế tôm hành"
        places = decision.places
        return Decision(Certainty.CLEAR, kinds=before, places=places)
    return replace(decision, kinds=kinds)


def _is_before_another(end: int, draft: Draft, starts: set[int]) -> bool:
    """Whether "in" and another kind stand there: "peanuts in the sesame candy"."""
    words = draft.words
    if end >= len(words) or words[end].text != "in":
        return False
    behind = end + 1
    if behind < len(words) and words[behind].text in _ARTICLES:
        behind += 1
    return behind in starts
