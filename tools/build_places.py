"""Write the bundled tables of places from the data files of the package vietnamadminunits.

Run once, and again when the package brings newer units::

    pip install -e '.[places]'
    python -m tools.build_places

Only the package's data files are opened; its code, which pulls in much more, is never imported.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

TABLES = Path(__file__).resolve().parents[1] / "knowledge" / "data" / "places"

# The province that became a city on 1 January 2025 still goes by its older name.
OLDER_NAMES = {"46": ("Thừa Thiên Huế", "Tỉnh Thừa Thiên Huế")}

Row = sqlite3.Row


def main() -> None:
    """Write the five tables and print how many rows each has."""
    data = _package_data()
    with sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        former = database.execute("SELECT * FROM admin_units_legacy").fetchall()
        today = database.execute("SELECT * FROM admin_units").fetchall()
    conversion = json.loads((data / "converter_2025.json").read_text("utf-8"))
    successors = _successors(conversion, former, today)
    province_of = {old: new for new, olds in conversion["DICT_PROVINCE"].items() for old in olds}
    code_today = {row["provinceKey"]: row["provinceCode"] for row in today}

    _write(
        "provinces.csv",
        ("code", "unit", "name", "latitude", "longitude"),
        {
            row["provinceCode"]: (
                row["provinceCode"],
                _unit(row["province"], row["provinceShort"]),
                row["provinceShort"],
                _degrees(row["provinceLat"]),
                _degrees(row["provinceLon"]),
            )
            for row in today
        }.values(),
    )
    _write(
        "former_provinces.csv",
        ("code", "unit", "name", "province", "latitude", "longitude"),
        {
            row["provinceCode"]: (
                row["provinceCode"],
                _unit(*_older(row)),
                _older(row)[1],
                code_today[province_of[row["provinceKey"]]],
                _degrees(row["provinceLat"]),
                _degrees(row["provinceLon"]),
            )
            for row in former
        }.values(),
    )
    _write(
        "districts.csv",
        ("code", "unit", "name", "former_province", "latitude", "longitude", "successors"),
        {
            row["districtCode"]: (
                row["districtCode"],
                row["districtType"],
                _bare(row["district"], row["districtType"]),
                row["provinceCode"],
                _degrees(row["districtLat"]),
                _degrees(row["districtLon"]),
                # Five island districts had no communes: each became a special zone as a whole.
                "" if row["wardCode"] else " ".join(successors[_former_key(row)]),
            )
            for row in former
        }.values(),
    )
    _write(
        "communes.csv",
        ("code", "unit", "name", "province", "latitude", "longitude"),
        (
            (
                row["wardCode"],
                row["wardType"],
                _bare(row["ward"], row["wardType"]),
                row["provinceCode"],
                _degrees(row["wardLat"]),
                _degrees(row["wardLon"]),
            )
            for row in today
        ),
    )
    _write(
        "former_communes.csv",
        ("code", "unit", "name", "district", "latitude", "longitude", "successors"),
        (
            (
                row["wardCode"],
                row["wardType"],
                _bare(row["ward"], row["wardType"]),
                row["districtCode"],
                _degrees(row["wardLat"]),
                _degrees(row["wardLon"]),
                " ".join(successors[_former_key(row)]),
            )
            for row in former
            if row["wardCode"]
        ),
    )


def _package_data() -> Path:
    spec = importlib.util.find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        sys.exit("vietnamadminunits is not installed: pip install -e '.[places]'")
    return Path(spec.origin).parent / "data"


def _successors(
    conversion: dict[str, dict[str, dict[str, list[object]]]],
    former: Iterable[Row],
    today: Iterable[Row],
) -> dict[str, list[str]]:
    """Codes of today's communes for each former commune, the main successor first."""
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in today}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for province, old, new in _conversions(conversion):
        code = codes[province, new]
        if code not in found[old]:
            found[old].append(code)
    missing = [key for key in map(_former_key, former) if key not in found]
    if missing:
        sys.exit(f"{len(missing)} former communes have no successor, the first: {missing[0]}")
    return found


def _conversions(
    conversion: dict[str, dict[str, dict[str, list[object]]]],
) -> Iterator[tuple[str, str, str]]:
    """Each (today's province, former commune, today's commune); main successors come first."""
    for province, whole in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in whole.items():
            for old in olds:
                yield province, str(old), new
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            ordered = [part for part in parts if isinstance(part, dict)]
            for part in sorted(ordered, key=lambda part: not part["isDefaultNewWard"]):
                yield province, old, part["newWardKey"]


def _former_key(row: Row) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def _older(row: Row) -> tuple[str, str]:
    """Full and short name of a former province under the name it was known by."""
    name, full = OLDER_NAMES.get(row["provinceCode"], (row["provinceShort"], row["province"]))
    return full, name


def _unit(full_name: str, name: str) -> str:
    return full_name.removesuffix(name).strip()


def _bare(full_name: str, unit: str) -> str:
    # Some names begin with the unit in other letters: "Thành Phố Đồng Hới"
    led = full_name.casefold().startswith(unit.casefold())
    return (full_name[len(unit) :] if led else full_name).strip()


def _degrees(value: float | None) -> str:
    """At most five decimals: a metre is finer than any commune needs."""
    return "" if value is None else f"{value:.5f}".rstrip("0").rstrip(".")


def _write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    ordered = sorted(rows, key=lambda row: row[0])
    TABLES.mkdir(parents=True, exist_ok=True)
    with (TABLES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(ordered)
    print(f"{name}: {len(ordered)} rows")


if __name__ == "__main__":
    main()
