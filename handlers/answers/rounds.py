"""The rounds in which five stars are given, by the dates that the programme's rules tell."""

from __future__ import annotations

import re

from knowledge.facts import ProgrammeFact

_DATE = re.compile(r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>20\d\d)")


def newest_round(rounds: list[ProgrammeFact]) -> ProgrammeFact:
    """Of the rounds of five stars the one told with the latest date."""
    return max(rounds, key=_date)


def year_of(told: ProgrammeFact) -> str | None:
    """The year in which a round was held."""
    year = _date(told)[0]
    return str(year) if year else None


def _date(fact: ProgrammeFact) -> tuple[int, int, int]:
    found = (
        (int(each["year"]), int(each["month"]), int(each["day"] or 0))
        for each in _DATE.finditer(fact.text_vi)
    )
    return max(found, default=(0, 0, 0))
