"""The bundled table of official counts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.facts import Counted, Figure, Place, PlaceLevel, Told
from knowledge.importing.tables import Row, read_rows


def read_figures(folder: Path, places: Iterable[Place]) -> tuple[Figure, ...]:
    """``figures.csv``: ``scope`` is ``national``, ``province`` (today's map) or ``former``."""
    codes: dict[tuple[PlaceLevel, str], Place] = {
        (place.level, place.name): place
        for place in places
        if place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}
    }
    columns = ("province", "scope", "counts", "as_of", "year_end", "total", "rough_total", "stars3",
               "stars4", "stars5", "shares", "producers", "tells_of", "note_vi",
               "note_en", "source")  # fmt: skip
    return tuple(_figure(row, codes) for row in read_rows(folder / "figures.csv", columns))


def _figure(row: Row, codes: dict[tuple[PlaceLevel, str], Place]) -> Figure:
    province = former = None
    scope = row.needed("scope")
    if scope != "national":
        level = PlaceLevel.FORMER_PROVINCE if scope == "former" else PlaceLevel.PROVINCE
        place = codes.get((level, row.needed("province")))
        if place is None:
            raise row.bad(f"no {level} is called {row.text('province')!r}", "province")
        province = place.provinces[0]
        former = place.former_provinces[0] if scope == "former" else None
    return Figure(
        province=province,
        former_province=former,
        as_of=row.partial_date("as_of"),
        total=row.number("total"),
        stars3=row.number("stars3"),
        stars4=row.number("stars4"),
        stars5=row.number("stars5"),
        producers=row.number("producers"),
        note_en=row.text("note_en"),
        note_vi=row.text("note_vi"),
        source=row.needed("source"),
        counts=row.word("counts", Counted) if row.text("counts") else Counted.ALL,
        year_end=row.number("year_end"),
        rough_total=row.number("rough_total"),
        shares=_shares(row),
        tells_of=frozenset(row.words("tells_of", Told, "; ")),
    )


def _shares(row: Row) -> tuple[int, ...]:
    """Star levels, separated by semicolons."""
    levels = row.parts("shares", "; ")
    if not all(level in {"3", "4", "5"} for level in levels):
        raise row.bad("shares are told of the levels 3, 4 and 5", "shares")
    return tuple(map(int, levels))
