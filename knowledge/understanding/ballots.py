"""Holding an election: the words around what is named vote for what is asked of it."""

from __future__ import annotations

from knowledge.understanding.coverage import covered
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.senses import FILLER
from knowledge.understanding.vocabularies import Vocabularies
from knowledge.understanding.votes import (
    OF_A_PLACE,
    OF_A_PRODUCER,
    OF_A_PRODUCT,
    Election,
    masked,
)


def voted_intent(
    draft: Draft, decision: Decision, intent: Intent, stated: bool, vocabularies: Vocabularies
) -> Intent | None:
    """What the words vote for instead of an intent, where their lead is large enough.

    ``stated`` tells that a cue stated the intent.
    """
    election = _election(draft, decision)
    words = _around(draft, decision, vocabularies)
    if election is None or intent not in election.seats or not _says_more(draft, decision):
        return None
    votes = dict(vocabularies.votes.cast(words, election))
    leader = max(votes, key=lambda candidate: votes[candidate])
    lead = votes[leader] - votes[intent]
    return leader if lead > election.lead_needed(len(words), stated=stated) else None


def ballot(
    draft: Draft, decision: Decision, vocabularies: Vocabularies
) -> list[tuple[Intent, float]]:
    """What can be asked of the thing named, with the votes for it, most first; empty where nothing
    is named, or nothing but a name was typed."""
    election = _election(draft, decision)
    words = _around(draft, decision, vocabularies)
    if election is None or len(words) == 1:
        return []
    return vocabularies.votes.cast(words, election)


def _election(draft: Draft, decision: Decision) -> Election | None:
    """What can be asked of the thing named, if one is."""
    if decision.certainty is Certainty.NONE:
        return None
    if decision.producers:
        return OF_A_PRODUCER
    if decision.products and decision.consumed:
        return OF_A_PRODUCT
    # What is asked of a kind in a place, its cues tell: "sầu riêng 4 sao" asks for no number
    of_some = bool(decision.kinds) or draft.stars is not None
    return OF_A_PLACE if decision.places and not of_some else None


def _says_more(draft: Draft, decision: Decision) -> bool:
    """Whether more than a name and words of address was typed: "shop ơi" asks for nothing."""
    said = covered(decision.places, decision.kinds) | decision.consumed
    for cue in draft.cues_outside(decision.consumed):
        if cue.meaning.sense == FILLER:
            said |= set(range(cue.start, cue.end))
    return len(said) < len(draft.words)


def _around(draft: Draft, decision: Decision, vocabularies: Vocabularies) -> list[str]:
    """The words of a question, slips mended, with signs for what they name."""
    table = vocabularies.table.words
    words = [
        table[word.readings[0][0]] if word.readings else word.marks.folded for word in draft.words
    ]
    named = covered((), decision.kinds) | decision.consumed
    return masked(words, named, covered(decision.places, ()))
