"""What most tests stand on: the bundled knowledge base, read once."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.database import ensure_database, open_engine
from knowledge.importing.snapshot import read_catalogue
from knowledge.understanding.understanding import Understanding


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The real catalogue, by the way an installation reads it: tables, database, snapshot."""
    url = f"sqlite:///{tmp_path_factory.mktemp('data') / 'ocop.db'}"
    ensure_database(url)
    engine = open_engine(url)
    try:
        return read_catalogue(engine)
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def knowledge(catalogue: Catalogue) -> Knowledge:
    """The catalogue with the understanding built over it."""
    return Knowledge(catalogue, Understanding(catalogue))
