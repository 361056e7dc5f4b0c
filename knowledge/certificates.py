"""How long stars hold.

A certificate of 3, 4 or 5 stars holds 36 months from the day it is issued (Decision 148/QĐ-TTg of
24 February 2023; Da Nang's OCOP portal states it on each product's page).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from knowledge.facts import Certificate

VALIDITY_MONTHS = 36
EXPIRING_WITHIN_DAYS = 90
"""A certificate that ends within this many days is called expiring: the issuer writes to the
producer 30 days before the end, and a person planning a purchase looks a season ahead."""


class Validity(StrEnum):
    """Whether stars still hold on a day."""

    VALID = "valid"
    EXPIRING = "expiring"
    """Ends soon, or only the year is known and that year is the last one of the 36 months."""
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    """No year is known."""


class Standing(StrEnum):
    """How far goods are to have come, or who is to have certified them."""

    CERTIFIED = "certified"
    PROPOSED = "proposed"
    """Put forward and not certified yet, as far as is known."""
    DISTRICT = "district"
    PROVINCIAL = "provincial"
    NATIONAL = "national"

    @property
    def is_level(self) -> bool:
        """Whether it tells who certified them."""
        return self not in {Standing.CERTIFIED, Standing.PROPOSED}


class Years(NamedTuple):
    """The years from a first to a last one, both of them inside; ``None`` for an open end."""

    first: int | None
    last: int | None

    def hold(self, year: int) -> bool:
        """Whether a year is one of them."""
        return (self.first is None or self.first <= year) and (
            self.last is None or year <= self.last
        )


@dataclass(frozen=True, slots=True)
class Term:
    """The judgement on one certificate on one day."""

    validity: Validity
    ends: date | None = None
    """The last day, known only with the full date of issue."""
    last_year: int | None = None
    """The calendar year in which it ends, when at least the year of issue is known."""


def term_of(certificate: Certificate, today: date) -> Term:
    """Judge a certificate on a day.

    With only the year of issue known, it surely holds up to the end of the second year after, and
    surely ended after the third year; in the third year it is ``EXPIRING``: it may need renewing.
    """
    if certificate.issued is not None:
        ends = ends_after(certificate.issued)
        if today > ends:
            validity = Validity.EXPIRED
        elif (ends - today).days <= EXPIRING_WITHIN_DAYS:
            validity = Validity.EXPIRING
        else:
            validity = Validity.VALID
        return Term(validity, ends, ends.year)
    if certificate.year is None:
        return Term(Validity.UNKNOWN)
    last_year = certificate.year + VALIDITY_MONTHS // 12
    if today.year > last_year:
        return Term(Validity.EXPIRED, None, last_year)
    if today.year == last_year:
        return Term(Validity.EXPIRING, None, last_year)
    return Term(Validity.VALID, None, last_year)


def ends_after(issued: date) -> date:
    """The last day of a certificate issued on a day."""
    month = issued.month - 1 + VALIDITY_MONTHS
    year, month = issued.year + month // 12, month % 12 + 1
    for last in (issued.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
