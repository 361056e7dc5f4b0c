"""Every word of a question votes for what is asked: for ways to ask that no cue has as a whole.

A naive Bayes classifier over the cues and a table of whole phrasings. It knows no product and no
place: the names are taken out before the vote.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.understanding.question import Intent

THING = "…"
"""Stands for a product, producer or kind in a phrasing."""
PLACE = "@"
"""Stands for a place."""


class Election(NamedTuple):
    """What can be asked of one sort of thing, and the lead that the votes need, in logarithms of
    odds, to be believed against what the cues say. The leads were measured on questions whose
    phrasings were not in the tables."""

    candidates: tuple[Intent, ...]
    lead: float
    """Where no cue states the intent."""
    lead_stated: float
    """Where a cue does; infinite where cues were right more often than votes, by any lead."""


OF_A_PRODUCT = Election(
    (
        Intent.PRODUCT,
        Intent.RATING,
        Intent.PRODUCER,
        Intent.CONTACT,
        Intent.WHERE_TO_BUY,
        Intent.PRICE,
    ),
    8.0,
    math.inf,
)
OF_A_PRODUCER = Election((Intent.PRODUCER, Intent.CONTACT), 5.0, math.inf)
OF_A_PLACE = Election((Intent.SPECIALITIES, Intent.OUTLETS, Intent.STATISTICS), 12.0, math.inf)
CANDIDATES = (*OF_A_PRODUCT.candidates, *OF_A_PLACE.candidates, Intent.COMPARE)
"""Intents that cues and phrasings tell of."""
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
        seats = {intent.value: seat for seat, intent in enumerate(CANDIDATES)}
        counts: dict[str, list[float]] = {}
        for sense, words, weight in phrasings:
            seat = seats.get(sense)
            if seat is None:
                continue
            for sign in set(_signs(words)):
                counts.setdefault(sign, [0.0] * len(CANDIDATES))[seat] += weight
            counts.setdefault(_ALL, [0.0] * len(CANDIDATES))[seat] += weight
        rows = counts.pop(_ALL, [0.0] * len(CANDIDATES))
        total = sum(rows)
        self._votes = {
            sign: tuple(
                round(
                    math.log((count + UNSEEN) / (of_intent + 2 * UNSEEN))
                    - math.log((sum(found) + UNSEEN) / (total + 2 * UNSEEN)),
                    3,
                )
                for count, of_intent in zip(found, rows, strict=True)
            )
            for sign, found in counts.items()
        }

    def cast(self, words: Sequence[str], among: Collection[Intent]) -> list[tuple[Intent, float]]:
        """The candidates among some intents with the votes for them, most first.

        ``words`` are folded, with :data:`THING` and :data:`PLACE` for what is named. Votes are
        logarithms of odds: a lead of 3 is twenty to one.
        """
        sums = [0.0] * len(CANDIDATES)
        for sign in set(_signs(words)):
            for seat, vote in enumerate(self._votes.get(sign, ())):
                sums[seat] += vote
        found = [(intent, sums[seat]) for seat, intent in enumerate(CANDIDATES) if intent in among]
        return sorted(found, key=lambda each: -each[1])


_ALL = ""
"""Counts all phrasings of an intent."""


def _signs(words: Sequence[str]) -> Iterator[str]:
    """The words, and neighbours in pairs with the beginning and the end."""
    yield from (word for word in words if word != THING)
    yield from (f"{first} {second}" for first, second in pairwise((_START, *words, _END)))


def masked(words: Sequence[str], things: Collection[int], places: Collection[int]) -> list[str]:
    """Folded words with one sign for each name in them."""
    found: list[str] = []
    for place, word in enumerate(words):
        sign = THING if place in things else PLACE if place in places else word
        if sign == word or not found or found[-1] != sign:
            found.append(sign)
    return found
