"""The rounds in which five stars are given, by when they were held."""

from __future__ import annotations

from knowledge.facts import ProgrammeFact

_YEAR = 4
"""Letters of a date that tell its year."""


def newest_round(rounds: list[ProgrammeFact]) -> ProgrammeFact:
    """Of the rounds of five stars the one held last."""
    return max(rounds, key=lambda told: told.held or "")


def year_of(told: ProgrammeFact) -> str | None:
    """The year in which a round was held."""
    return told.held[:_YEAR] if told.held else None
