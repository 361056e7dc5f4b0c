"""Reading one bundled table: a CSV file with a header, checked cell by cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class TableError(Exception):
    """A bundled table does not hold what it should; the message says where."""

    def __init__(self, reason: str, file: str, line: int = 0, column: str = "") -> None:
        self.reason = reason
        self.file = file
        self.line = line
        self.column = column
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}, {column}: {reason}" if column else f"{where}: {reason}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; every reader raises :class:`TableError` for a cell it cannot take."""

    file: str
    line: int
    cells: Mapping[str, str]

    def bad(self, reason: str, column: str) -> TableError:
        """The error to raise for one of this row's cells."""
        return TableError(reason, self.file, self.line, column)

    def text(self, column: str) -> str:
        """The cell as it stands; ``""`` when empty."""
        return self.cells[column]

    def maybe(self, column: str) -> str | None:
        """The cell, ``None`` when empty."""
        return self.cells[column] or None

    def needed(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.cells[column]
        if not value:
            raise self.bad("must not be empty", column)
        return value

    def parsed(self, column: str, parse: Callable[[str], Value]) -> Value | None:
        """The cell through ``parse``, which raises ``ValueError``; ``None`` when empty."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return parse(value)
        except ValueError as error:
            raise self.bad(str(error), column) from error

    def number(self, column: str) -> int | None:
        """The cell as a whole number from 0."""
        return self.parsed(column, _whole)

    def partial_date(self, column: str) -> str | None:
        """The cell as a year, a month or a day: ``"2025"``, ``"2025-07"``, ``"2025-07-01"``."""
        value = self.maybe(column)
        if value is not None and not _PARTIAL_DATE.fullmatch(value):
            raise self.bad(
                f"{value!r} is not a year, a month or a day (2025, 2025-07, 2025-07-01)", column
            )
        return value

    def degrees(self, column: str) -> float | None:
        """The cell as degrees of latitude or longitude."""
        return self.parsed(column, float)

    def word(self, column: str, words: type[Word]) -> Word:
        """The cell as one of an enumeration's words."""
        return self._one_of(self.cells[column], column, words)

    def words(
        self, column: str, words: type[Word], separator: str | None = None
    ) -> tuple[Word, ...]:
        """The cell's parts (:meth:`parts`), each as one of an enumeration's words."""
        return tuple(self._one_of(part, column, words) for part in self.parts(column, separator))

    def parts(self, column: str, separator: str | None = None) -> tuple[str, ...]:
        """The cell cut at a separator (any white space when ``None``), without empty parts."""
        pieces = (piece.strip() for piece in self.cells[column].split(separator))
        return tuple(piece for piece in pieces if piece)

    def _one_of(self, value: str, column: str, words: type[Word]) -> Word:
        try:
            return words(value)
        except ValueError:
            known = ", ".join(words)
            raise self.bad(f"{value!r} is not one of {known}", column) from None


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """All rows of a table.

    Raises :class:`TableError` when the file is missing, is not UTF-8, its header lacks one of
    ``columns``, or a line has more or fewer cells than the header.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from _rows(csv.reader(file), path.name, columns)
    except FileNotFoundError as error:
        raise TableError("the file is missing", path.name) from error
    except UnicodeDecodeError as error:
        raise TableError("the file is not UTF-8", path.name) from error


def _rows(lines: Iterator[list[str]], file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    header = next(lines, [])
    for column in columns:
        if column not in header:
            raise TableError("the column is missing", file, 1, column)
    line = 1
    for cells in lines:
        line += 1
        if len(cells) != len(header):
            raise TableError(f"{len(cells)} cells where the header has {len(header)}", file, line)
        yield Row(
            file, line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        )


def _whole(value: str) -> int:
    if not value.isdecimal():
        raise ValueError(f"{value!r} is not a whole number")
    return int(value)
