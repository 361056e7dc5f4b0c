"""Goods told with what they are for: "gạo nấu cháo", "nước mắm chấm gỏi", "rice for sushi"."""

from __future__ import annotations

import dataclasses

from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import SURELY_ASKS, Draft
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import EMPTY, USE, WHAT_THERE_IS
from knowledge.understanding.vocabulary.vocabularies import Cue

LONGEST = 7
"""Words that tell what something is for."""
_LOST = frozenset({Certainty.NONE, Certainty.WEAK})


def without_use(draft: Draft, decision: Decision) -> Draft | None:
    """The draft without the words that tell what goods of a kind are for, where they keep it from
    being understood; ``None`` where there are none, or they do not."""
    if decision.certainty not in _LOST or decision.another_brand or not draft.kinds:
        return None
    for use in draft.asides:
        if use.meaning.sense != USE or use.penalty or not _is_behind_goods(use, draft):
            continue
        first = max(use.start, *[kind.end for kind in draft.kinds if kind.start < use.start])
        told = frozenset(range(first, _end(use, draft)))
        if len(told) <= LONGEST and _tells_a_use(use, told, draft):
            return dataclasses.replace(
                draft,
                soft=draft.soft | told,
                doubtful=draft.doubtful - told,
                kinds=[kind for kind in draft.kinds if kind.start not in told],
                foreign=[each for each in draft.foreign if each.start not in told],
            )
    return None


def _is_behind_goods(use: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether a kind stands right before, and nothing before that but talk; the "uống" of "trà
    uống" may be of both."""
    return any(
        kind.start < use.start <= kind.end <= use.end
        and not kind.penalty
        and draft.soft.union(draft.everyday, range(kind.start, kind.end)).issuperset(
            range(kind.end)
        )
        for kind in draft.kinds
    )


def _end(use: PhraseSpan[Cue], draft: Draft) -> int:
    """Where what is told ends: at a break, a place, or a phrase that asks something."""
    ends = {span.start for span in draft.places if not span.penalty}
    ends.update(
        cue.start
        for cue in draft.resolved
        if cue.meaning.sense not in EMPTY | WHAT_THERE_IS
        and (cue.length > 1 or cue.meaning.weight >= SURELY_ASKS)
    )
    place = use.end
    while place < len(draft.words) and place not in ends and not draft.words[place].follows_break:
        place += 1
    # The "ở" before a place is no part of a use
    while place in ends and place - 1 >= use.end and place - 1 in draft.placed:
        place -= 1
    return place


def _tells_a_use(use: PhraseSpan[Cue], told: frozenset[int], draft: Draft) -> bool:
    """Whether words tell of a use, rather than being somebody's name: nothing in them has a capital
    letter, and without marks all are known words."""
    words = {place: draft.words[place] for place in told if place >= use.end}
    if any(draft.tokens[word.token].is_capitalised for word in words.values()):
        return False
    if draft.writes_marks or use.meaning.language == "en":
        return True
    known = draft.soft | draft.everyday | covered((), draft.kinds)
    return known.issuperset(words)
