"""Bundled tables small enough to be imported by every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.importing.bundled import BUNDLED


@pytest.fixture(scope="session")
def small_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundled tables cut to a handful of rows, quick to import many times."""
    folder = tmp_path_factory.mktemp("tables")
    places = folder / "places"
    shutil.copytree(BUNDLED / "places", places)
    for table in BUNDLED.glob("*.csv"):
        shutil.copy(table, folder)
    keep(places / "communes.csv", lambda line: ",22," in line)
    keep(places / "former_communes.csv", lambda line: ",202," in line)
    (places / "everyday_names.csv").unlink(missing_ok=True)
    keep(folder / "products.csv", lambda line: line.startswith("tra-hoa-vang-ba-che,"))
    keep(folder / "certificates.csv", lambda line: line.startswith("tra-hoa-vang-ba-che,"))
    keep(folder / "producers.csv", lambda line: "lam-san-dap-thanh," in line)
    keep(folder / "offers.csv", lambda line: line.startswith("tra-hoa-vang-ba-che,"))
    return folder


def keep(table: Path, wanted: object) -> None:
    header, *lines = table.read_text("utf-8").splitlines(keepends=True)
    assert callable(wanted)
    table.write_text(header + "".join(line for line in lines if wanted(line)), "utf-8")
