"""Every word of a question votes for what is asked: for ways to ask that no cue has as a whole.

A naive Bayes classifier over the cues and a table of whole phrasings. It knows no product and no
place: the names are taken out before the vote.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.understanding.question import Intent

THING = "…"
"""Stands for a product, producer or kind in a phrasing."""
PLACE = "@"
"""Stands for a place."""


USUAL_LENGTH = 12
"""Words of a message up to which the leads hold as they were measured."""


class Election(NamedTuple):
    """What can be asked of one sort of thing, and the lead that the votes need, in logarithms of
    odds, to be believed against what the cues say. The leads were measured on questions whose
    phrasings were not in the tables."""

    seats: Mapping[Intent, str]
    """Each intent with the sense that the ways to ask for it have."""
    lead: float
    """Where no cue states the intent."""
    lead_stated: float
    """Where a cue does; infinite where cues were right more often than votes, by any lead."""

    def lead_needed(self, words: int, *, stated: bool) -> float:
        """The lead to be believed in a message of so many words: in a long one leads grow by
        chance, since most of its words tell something else."""
        lead = self.lead_stated if stated else self.lead
        return lead * max(1.0, words / USUAL_LENGTH) ** 2


OF_A_PRODUCT = Election(
    {
        intent: intent.value
        for intent in (
            Intent.PRODUCT,
            Intent.RATING,
            Intent.PRODUCER,
            Intent.CONTACT,
            Intent.WHERE_TO_BUY,
            Intent.PRICE,
        )
    },
    8.0,
    9.0,
)
OF_A_PRODUCER = Election(
    {Intent.PRODUCER: "maker", Intent.CONTACT: Intent.CONTACT.value}, 7.0, math.inf
)
OF_A_PLACE = Election(
    {intent: intent.value for intent in (Intent.SPECIALITIES, Intent.OUTLETS, Intent.STATISTICS)},
    12.0,
    18.0,
)
SENSES = tuple(
    dict.fromkeys(
        sense
        for election in (OF_A_PRODUCT, OF_A_PRODUCER, OF_A_PLACE)
        for sense in election.seats.values()
    )
)
"""What is voted for. Who makes a product is asked otherwise than about a maker."""
OF_A_CUE = 0.5
"""What a cue counts for beside a whole phrasing."""
UNSEEN = 0.3
"""Added to every count, so that no single word decides alone."""
_START, _END = "^", "$"


class Votes:
    """The votes of words and of pairs of neighbours, learnt once."""

    def __init__(self, phrasings: Iterable[tuple[str, Sequence[str], float]]) -> None:
        """``phrasings`` are triples of a sense, the folded words of a way to ask for it, and what
        the way counts for; senses that are no candidate are left out."""
        seats = {sense: seat for seat, sense in enumerate(SENSES)}
        counts: dict[str, list[float]] = {}
        for sense, words, weight in phrasings:
            seat = seats.get(sense)
            if seat is None:
                continue
            for sign in set(_signs(words)):
                counts.setdefault(sign, [0.0] * len(SENSES))[seat] += weight
            counts.setdefault(_ALL, [0.0] * len(SENSES))[seat] += weight
        of_intents = counts.pop(_ALL, [0.0] * len(SENSES))
        total = sum(of_intents)
        self._rows = {sign: row for row, sign in enumerate(counts)}
        """Where in the votes each sign stands."""
        found = np.array(list(counts.values()), dtype=np.float64).reshape(-1, len(SENSES))
        among_intent = np.log((found + UNSEEN) / (np.array(of_intents) + 2 * UNSEEN))
        among_all = np.log((found.sum(axis=1) + UNSEEN) / (total + 2 * UNSEEN))
        self._votes: NDArray[np.float32] = (among_intent - among_all[:, None]).astype(np.float32)

    def cast(self, words: Sequence[str], election: Election) -> list[tuple[Intent, float]]:
        """The candidates of an election with the votes for them, most first.

        ``words`` are folded, with :data:`THING` and :data:`PLACE` for what is named. Votes are
        logarithms of odds: a lead of 3 is twenty to one.
        """
        rows = [self._rows[sign] for sign in set(_signs(words)) if sign in self._rows]
        votes = np.add.reduce(self._votes.take(rows, axis=0))
        sums = dict(zip(SENSES, votes.tolist(), strict=True))
        found = [(intent, sums[sense]) for intent, sense in election.seats.items()]
        return sorted(found, key=lambda each: -each[1])


_ALL = ""
"""Counts all phrasings of an intent."""


def _signs(words: Sequence[str]) -> Iterator[str]:
    """The words, and neighbours in pairs with the beginning and the end."""
    yield from (word for word in words if word != THING)
    yield from (f"{first} {second}" for first, second in pairwise((_START, *words, _END)))


def masked(
    words: Sequence[str],
    things: Collection[int],
    places: Collection[int],
    without: Collection[int] = (),
) -> list[str]:
    """Folded words with one sign for each name in them; those ``without`` are left out."""
    found: list[str] = []
    for place, word in enumerate(words):
        if place in without:
            continue
        sign = THING if place in things else PLACE if place in places else word
        if sign == word or not found or found[-1] != sign:
            found.append(sign)
    return found
