"""Abbreviations of places, and the places that tell which province they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.catalogue import PlaceName
from knowledge.facts import Place
from knowledge.text.letters import marks_of
from knowledge.text.tokens import words_of

SURELY_NAMED = 0.5
"""Weight from which the name of a place tells where an abbreviation beside it is."""


def abbreviation(name: str) -> str | None:
    """A name in capitals (HN, BMT) as it must be typed, in small letters; else ``None``."""
    words = words_of(name)
    return words[0] if name.isupper() and len(words) == 1 else None


def beside_abbreviations(
    names: Sequence[PlaceName], places: Mapping[str, Place]
) -> dict[str, frozenset[tuple[str, str]]]:
    """Abbreviations of places to the first two folded words of the places there."""
    inside: dict[str, set[tuple[str, str]]] = {}
    for name in names:
        folded = [marks_of(word).folded for word in words_of(name.name)[:2]]
        if len(folded) == 2 and name.weight >= SURELY_NAMED:
            for province in places[name.place].former_provinces:
                inside.setdefault(province, set()).add((folded[0], folded[1]))
    found: dict[str, set[tuple[str, str]]] = {}
    for name in names:
        short = abbreviation(name.name)
        if short:
            there = found.setdefault(short, set())
            for province in places[name.place].former_provinces:
                there |= inside.get(province, set())
    return {short: frozenset(there) for short, there in found.items()}
