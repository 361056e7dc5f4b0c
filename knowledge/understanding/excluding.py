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
_OF_STARS = frozenset({"stars", "rating"})
_STARS = frozenset("12345")
_ASKING_BACK = frozenset({"à", "hả", "hở", "ư"})
"""Last words of a question that doubts something."""
_ASKING_WHETHER = frozenset({"is", "isn", "are", "am", "why"})
"""English words with which such a question begins."""
_BEING = frozenset({"am", "m", "is", "are"})
"""Words before "not" in "I am not from Hanoi"."""


def wanted(draft: Draft, decision: Decision) -> tuple[Decision, Without]:
    """A decision without what is not wanted, and that by itself: it takes out what stands right
    behind a word of exclusion."""
    without, taken = Without(), frozenset[int]()
    for cue in draft.resolved:
        if cue.meaning.sense in {EXCEPT, EXCEPT_GOODS} and cue.penalty <= DOUBTFUL:
            if _asks_whether(cue, draft):
                continue
            for named, words in _listed_behind(cue, draft, decision):
                without, taken = without.joined(named), taken.union(words)
    if not without:
        return decision, without
    # "nước mắm không phải Phú Quốc" is about none that is called so
    denied = any(not taken.isdisjoint(found.verdict.positions) for found in decision.products[:1])
    left = replace(
        decision,
        products=() if denied else decision.products,
        places=[span for span in decision.places if span.start not in taken],
        kinds=[span for span in decision.kinds if span.start not in taken],
    )
    return left, _telling(without, left)


def _asks_whether(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether it is asked if something is so, rather than what else there is: "không phải của Thái
    Nguyên à", "is it not from Hue"."""
    last = draft.words[-1].text
    begins = draft.soft.issuperset(range(cue.start))
    if begins and (last in _ASKING_BACK or (last == "a" and not draft.writes_marks)):
        return True
    before = draft.words[cue.start - 1].text if cue.start else ""
    return draft.words[0].text in _ASKING_WHETHER or before in _BEING


def _telling(without: Without, wanted_too: Decision) -> Without:
    """What of all left out tells anything: not the kind that is asked for, and no place outside
    those asked for."""
    kinds = {span.meaning.key for span in wanted_too.kinds}
    there = {code for span in wanted_too.places for code in span.places[0].provinces}
    return replace(
        without,
        kinds=tuple(kind for kind in without.kinds if kind not in kinds),
        places=tuple(
            place for place in without.places if not there or not there.isdisjoint(place.provinces)
        ),
    )


def _listed_behind(
    cue: PhraseSpan[Cue], draft: Draft, decision: Decision
) -> Iterator[tuple[Without, range]]:
    """What is named behind a cue, one by one ("trừ trà, cà phê và gạo"), with its words."""
    here, first = cue.end, None
    while (found := _named_at(here, draft, decision, cue.meaning.sense)) is not None:
        named, end = found
        if first is not None and not _are_of_one_sort(first, named):
            return  # "trừ Hà Nội, trà ở đâu ngon"
        first = first or named
        yield named, range(here, end)
        here = end
        joint = next((span for span in draft.resolved if span.start == end), None)
        if joint is not None and joint.meaning.sense in {"and", "or"}:
            here = joint.end
        elif not (end < len(draft.words) and draft.words[end].follows_break):
            return


def _are_of_one_sort(one: Without, other: Without) -> bool:
    return (bool(one.places), bool(one.kinds), bool(one.categories), bool(one.stars)) == (
        bool(other.places),
        bool(other.kinds),
        bool(other.categories),
        bool(other.stars),
    )


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
            return Without(categories=(category,)), cue.end
        told = draft.words[here].text if here < len(draft.words) else ""
        if cue.start == here and cue.meaning.sense in _OF_STARS and told in _STARS:
            return Without(stars=(int(told),)), cue.end
    kinds = [span for span in decision.kinds if span.start == here]
    places = [span for span in decision.places if sense == EXCEPT or _ends_it(draft, span.end)]
    if kinds:
        end = max(span.end for span in kinds)
        keys = tuple(dict.fromkeys(span.meaning.key for span in kinds))
        behind = next((span for span in decision.places if span.start == end), None)
        again = any(span.meaning.key in keys for span in decision.kinds if span not in kinds)
        if behind is not None and again:
            # "cà phê trừ cà phê Đắk Lắk"
            return Without(places=behind.places), behind.end
        return Without(kinds=keys), end
    for place in places:
        if place.start == here:
            return Without(places=place.places), place.end
    return None


def _ends_it(draft: Draft, here: int) -> bool:
    """Whether a "ra" closes the exclusion: "ngoài Hà Nội ra", for in the south "ngoài Hà Nội" means
    up there in Hà Nội."""
    return here < len(draft.words) and draft.words[here].marks.folded == "ra"
