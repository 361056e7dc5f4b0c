"""The bundled language tables: cues, kinds, synonyms, short forms, fillers, foreign, off-topic."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from io import StringIO


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """The rows of ``knowledge/data/vocabulary/<table>.csv``.

    Raises ``FileNotFoundError`` when the table is not bundled: an installation is broken then.
    """
    path = files("knowledge").joinpath("data", "vocabulary", f"{table}.csv")
    yield from csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline=""))
