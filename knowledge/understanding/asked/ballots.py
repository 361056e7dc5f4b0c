"""Holding an election: the words around what is named vote for what is asked of it."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import CATEGORY, FILLER, OF_MAKERS
from knowledge.understanding.vocabulary.vocabularies import Vocabularies
from knowledge.understanding.vocabulary.votes import (
    OF_A_PLACE,
    OF_A_PRODUCER,
    OF_A_PRODUCT,
    Election,
    masked,
)
from knowledge.understanding.words.measures import measures

POLITE = frozenset({"thanks", "goodbye", FILLER})
"""Senses of words that ask nothing and would vote by chance."""
LEAST_POLITE = 3
"""Words of the shortest phrase that is surely polite; a single "vậy" or "ạ" ends questions."""


_OTHER_WORDS = frozenset({"già"})
"""Words that without their marks look like others that tell much: no price is asked by "già"."""


class Ballot(NamedTuple):
    """The votes for what can be asked of the thing named."""

    election: Election
    votes: list[tuple[Intent, float]]
    """Most first; logarithms of odds."""
    words: int
    """How many words the message has, a name counting as one."""


def ballot(draft: Draft, decision: Decision, vocabularies: Vocabularies) -> Ballot | None:
    """The ballot of a question; ``None`` where nothing is named, or nothing but a name and words of
    address was typed."""
    election = _election(draft, decision)
    if election is None or not _says_more(draft, decision):
        return None
    words, polite = _around(draft, decision, vocabularies)
    return Ballot(election, vocabularies.votes.cast(words, election), len(words) + polite)


def voted_intent(
    draft: Draft, decision: Decision, intent: Intent, stated: bool, vocabularies: Vocabularies
) -> Intent | None:
    """What the words vote for, where their lead is large enough; the same intent then counts as
    stated.

    ``stated`` tells that a cue stated the intent.
    """
    held = ballot(draft, decision, vocabularies)
    if held is None or intent not in held.election.seats:
        return None
    (leader, most), (_, second) = held.votes[:2]
    lead = most - (second if leader is intent else dict(held.votes)[intent])
    return leader if lead > held.election.lead_needed(held.words, stated=stated) else None


def _election(draft: Draft, decision: Decision) -> Election | None:
    """What can be asked of the thing named, if one is."""
    if decision.certainty is Certainty.NONE:
        return None
    if decision.producers:
        return OF_A_PRODUCER
    if decision.products and decision.consumed:
        return OF_A_PRODUCT
    # What is asked of a kind in a place, its cues tell: "sầu riêng 4 sao" asks for no number
    of_some = bool(decision.kinds) or draft.stars is not None or _names_a_group(draft)
    of_some = of_some or draft.years is not None  # "từ 2023 đến nay" tells which are listed
    return OF_A_PLACE if decision.places and not of_some else None


def _names_a_group(draft: Draft) -> bool:
    """Whether a group of products is named: "điểm du lịch OCOP ở Sơn La" asks for no shops."""
    return any(span.meaning.sense.startswith(CATEGORY) for span in draft.resolved)


def _says_more(draft: Draft, decision: Decision) -> bool:
    """Whether more than a name and words of address was typed: "shop ơi" asks for nothing."""
    said = covered(decision.places, decision.kinds) | decision.consumed
    for cue in draft.cues_outside(decision.consumed):
        # "htx Nam Yang" names a maker and asks for nothing
        if cue.meaning.sense == FILLER or cue.meaning.sense in OF_MAKERS:
            said |= set(range(cue.start, cue.end))
    return len(said) < len(draft.words)


def _around(draft: Draft, decision: Decision, vocabularies: Vocabularies) -> tuple[list[str], int]:
    """The words of a question, slips mended, with signs for what they name; without thanks and
    long polite phrases, whose words would vote by chance ("nhiều" in "cảm ơn nhiều"), and how many
    words those have."""
    table = vocabularies.table.words
    words = [
        table[word.readings[0][0]] if word.readings else word.marks.folded for word in draft.words
    ]
    polite = {
        place
        for cue in draft.cues_outside(decision.consumed)
        if cue.length >= LEAST_POLITE and cue.meaning.sense in POLITE
        for place in range(cue.start, cue.end)
    }
    named = covered((), decision.kinds) | decision.consumed
    other_words = {place for place, word in enumerate(draft.words) if word.text in _OTHER_WORDS}
    # What is in the pack is read from a label as often as its price is asked
    left_out = polite | other_words | measures([word.text for word in draft.words])
    return masked(words, named, covered(decision.places, ()), left_out), len(polite)
