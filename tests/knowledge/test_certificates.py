"""How long stars hold."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.certificates import Validity, term_of
from knowledge.facts import Certificate


@pytest.mark.parametrize(
    ("today", "validity"),
    [
        (date(2025, 1, 17), Validity.VALID),
        (date(2027, 10, 18), Validity.VALID),
        (date(2027, 10, 19), Validity.EXPIRING),
        (date(2028, 1, 17), Validity.EXPIRING),
        (date(2028, 1, 18), Validity.EXPIRED),
    ],
)
def test_a_full_date_holds_36_months_to_the_day(today: date, validity: Validity) -> None:
    term = term_of(Certificate(5, 2025, "national", issued=date(2025, 1, 17)), today)
    assert term.validity is validity
    assert term.ends == date(2028, 1, 17)


def test_the_end_of_a_leap_february_is_the_last_day_there_is() -> None:
    issued = Certificate(3, 2024, issued=date(2024, 2, 29))
    assert term_of(issued, date(2024, 3, 1)).ends == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("year", "validity"),
    [
        (2026, Validity.VALID),
        (2024, Validity.VALID),
        (2023, Validity.EXPIRING),
        (2022, Validity.EXPIRED),
    ],
)
def test_a_year_alone_is_judged_no_finer_than_it_allows(year: int, validity: Validity) -> None:
    term = term_of(Certificate(4, year), date(2026, 6, 1))
    assert term.validity is validity
    assert term.ends is None
    assert term.last_year == year + 3


def test_without_a_year_nothing_is_said() -> None:
    term = term_of(Certificate(4), date(2026, 6, 1))
    assert (term.validity, term.ends, term.last_year) == (Validity.UNKNOWN, None, None)
