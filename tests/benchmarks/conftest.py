from __future__ import annotations

import pytest

from benchmarks.accuracy.known_names import KnownNames
from knowledge.catalogue import Catalogue
from knowledge.importing.bundled import read_tables


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(read_tables())


@pytest.fixture(scope="session")
def known(catalogue: Catalogue) -> KnownNames:
    return KnownNames(catalogue)
