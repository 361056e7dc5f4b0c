"""All ways to ask in the tables, with what each teaches of how people ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge.facts import Locale
from knowledge.text.letters import marks_of
from knowledge.text.tokens import words_of
from knowledge.understanding.vocabulary.senses import FILLER
from knowledge.understanding.vocabulary.tables import FAMILY, rows_of
from knowledge.understanding.vocabulary.votes import OF_A_CUE, PLACE, THING

MOST_OF_A_FAMILY = 100
"""What the phrases of one pattern count for together at most. Of a pattern with a thousand, all
much alike, its words would outvote those of whole tables; of 20, 100 and no limit, 100 read most
questions of others as they are meant."""


class Said(NamedTuple):
    """A phrase of talk, cue or filler, in folded words."""

    sense: str
    language: Locale
    words: list[str]
    weight: float
    """What it counts for beside its like, from 0 to 1."""


class WayToAsk(NamedTuple):
    """A cue or a whole phrasing."""

    sense: str
    words: list[str]
    """Folded, with signs for a thing and a place."""
    weight: float
    """What it counts for beside its like, from 0 to 1."""
    is_cue: bool


def folded(phrase: str) -> list[str]:
    """The words of a phrase without their marks."""
    return [marks_of(word).folded for word in words_of(phrase)]


def weight_of(row: Mapping[str, str]) -> float:
    """What the phrase of a row counts for beside its like: less if it is of a large pattern."""
    return min(1.0, MOST_OF_A_FAMILY / int(row.get(FAMILY, 1)))


def said_of_tables() -> Iterator[Said]:
    """All cues and fillers."""
    for row in rows_of("cues"):
        yield Said(row["sense"], row["language"], folded(row["phrase"]), weight_of(row))
    for row in rows_of("fillers"):
        yield Said(FILLER, row["language"], folded(row["phrase"]), weight_of(row))


def ways_to_ask(said: Iterable[Said] | None = None) -> Iterator[WayToAsk]:
    """All cues and phrasings; ``said`` are the cues and fillers where they were read before."""
    for phrase in said_of_tables() if said is None else said:
        if phrase.sense != FILLER:
            yield WayToAsk(phrase.sense, phrase.words, phrase.weight, is_cue=True)
    for row in rows_of("phrasings"):
        words: list[str] = []
        for part in re.split(f"([{THING}{PLACE}])", row["phrase"]):
            words += [part] if part in {THING, PLACE} else folded(part)
        yield WayToAsk(row["sense"], words, weight_of(row), is_cue=False)


def of_named_things(said: Iterable[Said]) -> Iterator[tuple[str, Sequence[str], float]]:
    """The ways to ask of something, with their senses and what they count for among the votes:
    cues, and phrasings that have a sign for a thing or place."""
    for sense, words, weight, is_cue in ways_to_ask(said):
        if is_cue:
            yield sense, words, OF_A_CUE * weight
        elif THING in words or PLACE in words:
            yield sense, words, weight
