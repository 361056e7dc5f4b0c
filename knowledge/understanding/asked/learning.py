"""What the leanings of messages are learnt from: the ways to ask in the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge.understanding.asked.leanings import LEANINGS, OTHER, signs_of
from knowledge.understanding.vocabulary.tables import rows_of
from knowledge.understanding.vocabulary.ways_to_ask import folded, ways_to_ask, weight_of

TAUGHT_BY_A_CUE = 0.2
"""What a cue teaches beside a whole phrasing: there are many of them, and much alike."""


class Lesson(NamedTuple):
    """One way to say something."""

    leaning: str
    signs: frozenset[str]
    weight: float


def lessons() -> Iterator[Lesson]:
    """All ways to say something that a leaning is known of."""
    for sense, words, weight, is_cue in ways_to_ask():
        if sense in LEANINGS and (signs := signs_of(words)):
            taught = TAUGHT_BY_A_CUE * weight if is_cue else weight
            yield Lesson(LEANINGS[sense], frozenset(signs), taught)
    for row in rows_of("off_topic"):
        if signs := signs_of(folded(row["phrase"])):
            yield Lesson(OTHER, frozenset(signs), TAUGHT_BY_A_CUE * weight_of(row))


def digest_of(taught: Iterable[Lesson]) -> str:
    """Tells whether what was learnt from is still what the tables hold."""
    digest = hashlib.sha256()
    for lesson in taught:
        line = f"{lesson.leaning} {lesson.weight} {' '.join(sorted(lesson.signs))}\n"
        digest.update(line.encode())
    return digest.hexdigest()
