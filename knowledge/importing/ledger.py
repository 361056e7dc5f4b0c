"""The book of what was collected: how many rows each table began with and which were left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from knowledge.importing.tables import read_rows


class Reason(StrEnum):
    """Why a collected row does not stand in its table."""

    SAME_PRODUCER = "same_producer"
    """The producer stands there under another code, mostly in the other language."""
    SAME_MARKET = "same_market"
    """Another row of the same product names that export market, mostly in the other language."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One collected row that was merged into another."""

    table: str
    code: str
    """The row's own code; for an offer its product's."""
    name: str
    now: str
    """The code under which the fact stands now."""
    reason: Reason


@dataclass(frozen=True)
class Ledger:
    """Rows collected by table, and the rows left out."""

    collected: dict[str, int]
    left_out: tuple[LeftOut, ...]

    def now(self, code: str) -> str:
        """The code that took the place of a producer's old one; any other code unchanged."""
        for row in self.left_out:
            if row.code == code and row.reason is Reason.SAME_PRODUCER:
                return row.now
        return code


def read_ledger(folder: Path) -> Ledger:
    """Read ``collected.csv`` and ``left_out.csv``.

    Raises :class:`~knowledge.importing.tables.TableError`.
    """
    collected = {
        row.needed("table"): row.number("rows") or 0
        for row in read_rows(folder / "collected.csv", ("table", "rows"))
    }
    columns = ("table", "code", "name", "now", "reason")
    left_out = tuple(
        LeftOut(
            table=row.needed("table"),
            code=row.needed("code"),
            name=row.needed("name"),
            now=row.needed("now"),
            reason=row.word("reason", Reason),
        )
        for row in read_rows(folder / "left_out.csv", columns)
    )
    return Ledger(collected, left_out)
