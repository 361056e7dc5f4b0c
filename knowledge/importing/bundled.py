"""The bundled tables as one set of facts, and the digest that is the version of these."""

from __future__ import annotations

import hashlib
from pathlib import Path

from knowledge.catalogue import Facts
from knowledge.importing.figures import read_figures
from knowledge.importing.kinds import read_kinds
from knowledge.importing.locating import Locator
from knowledge.importing.places import read_places
from knowledge.importing.records import (
    read_offers,
    read_outlets,
    read_producers,
    read_products,
    read_programme,
)

_PACKAGE = Path(__file__).resolve().parents[1]
BUNDLED = _PACKAGE / "data"
"""The folder of the tables that come with the product."""
_CODE = ("importing/*.py", "text/*.py", "facts.py", "schema.py")
"""What shapes the facts that a table becomes: mended, it must reach the databases there are."""


def read_tables(folder: Path = BUNDLED) -> Facts:
    """All facts of a folder of tables. Raises :class:`~knowledge.importing.tables.TableError`."""
    places = read_places(folder / "places")
    locator = Locator(places.places)
    products = read_products(folder, locator)
    return Facts(
        version=digest(folder),
        products=products,
        producers=read_producers(folder, locator, products),
        offers=read_offers(folder, products),
        outlets=read_outlets(folder, locator),
        figures=read_figures(folder, places.places),
        programme=read_programme(folder),
        places=places.places,
        place_names=places.names,
        kinds=read_kinds(folder),
    )


def digest(folder: Path = BUNDLED) -> str:
    """Sixteen hexadecimal digits that change whenever any table, or the code reading it, does."""
    sums = hashlib.blake2b(digest_size=8)
    for root, path in (
        *((folder, path) for path in sorted(folder.rglob("*.csv"))),
        *((_PACKAGE, path) for each in _CODE for path in sorted(_PACKAGE.glob(each))),
    ):
        content = path.read_bytes()
        sums.update(f"{path.relative_to(root).as_posix()}:{len(content)}:".encode())
        sums.update(content)
    return sums.hexdigest()
