"""What day it is where the questions are asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam's time all the year round: what day it is decides whether a certificate still holds."""


def today() -> date:
    """Today's date in Vietnam."""
    return datetime.now(UTC).astimezone(VIETNAM).date()
