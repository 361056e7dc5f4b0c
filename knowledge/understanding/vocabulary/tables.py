"""The bundled language tables: cues, kinds, synonyms, short forms, fillers, foreign, off-topic."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from io import StringIO

from knowledge.understanding.vocabulary.patterns import PatternError, is_pattern, written_out

SLOTS = "slots"
PHRASE = "phrase"
"""The column whose cells may be patterns."""
FAMILY = "family"
"""A column put to what a pattern is written out to: how many phrases it stands for."""
WITH_PATTERNS = ("cues", "fillers", "phrasings", "foreign", "off_topic")
"""The tables that have it, and the language of each row."""

Slots = Mapping[str, Mapping[str, Sequence[str]]]
"""The phrases of each slot, by language and name."""


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """The rows of ``knowledge/data/vocabulary/<table>.csv``, each pattern written out: a row for
    every phrase it stands for.

    Raises ``FileNotFoundError`` when the table is not bundled: an installation is broken then; and
    :class:`~knowledge.understanding.vocabulary.patterns.PatternError`.
    """
    slots: Slots | None = None
    for row in rows_as_written(table):
        pattern = row.get(PHRASE, "")
        if not is_pattern(pattern):
            yield row
            continue
        if slots is None:
            slots = slots_by_language()
        try:
            phrases = list(written_out(pattern, slots.get(row["language"], {})))
            for phrase in phrases:
                yield {**row, PHRASE: phrase, FAMILY: str(len(phrases))}
        except PatternError as error:
            raise PatternError(f"{table}.csv, {pattern!r}: {error}") from None


def check_patterns() -> None:
    """Write out the patterns of all tables.

    Raises :class:`~knowledge.understanding.vocabulary.patterns.PatternError` for one that cannot
    be.
    """
    for table in WITH_PATTERNS:
        for _ in rows_of(table):
            pass


def rows_as_written(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table as they stand there, patterns and all."""
    path = files("knowledge").joinpath("data", "vocabulary", f"{table}.csv")
    yield from csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline=""))


def slots_by_language() -> Slots:
    """The lists that patterns name."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows_as_written(SLOTS):
        found.setdefault(row["language"], {}).setdefault(row["slot"], []).append(row[PHRASE])
    return found
