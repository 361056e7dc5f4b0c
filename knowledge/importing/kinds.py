"""The vocabulary's table of product kinds."""

from __future__ import annotations

from pathlib import Path

from knowledge.facts import Category, Kind
from knowledge.importing.tables import Row, read_rows

_COLUMNS = ("key", "name_vi", "name_en", "also_vi", "also_en", "parent", "category")


def read_kinds(folder: Path) -> tuple[Kind, ...]:
    """Read ``vocabulary/kinds.csv`` of a folder of tables; empty when there is none.

    Raises :class:`~knowledge.importing.tables.TableError` for an unknown parent or category.
    """
    path = folder / "vocabulary" / "kinds.csv"
    if not path.exists():
        return ()
    rows = list(read_rows(path, _COLUMNS))
    known = {row.needed("key") for row in rows}
    return tuple(_kind(row, known) for row in rows)


def _kind(row: Row, known: set[str]) -> Kind:
    parents = row.parts("parent", ";")
    for parent in parents:
        if parent not in known:
            raise row.bad(f"no kind has the key {parent}", "parent")
    return Kind(
        key=row.needed("key"),
        name_vi=row.needed("name_vi"),
        name_en=row.needed("name_en"),
        also_vi=row.parts("also_vi", ";"),
        also_en=row.parts("also_en", ";"),
        parents=parents,
        category=row.word("category", Category) if row.text("category") else None,
    )
