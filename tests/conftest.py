"""What most tests stand on: the bundled knowledge base, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.base import Knowledge, load_knowledge
from knowledge.catalogue import Catalogue
from knowledge.database import ensure_database
from tests.postgresql import PostgreSQL, running_postgresql


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The real knowledge, by the way an installation reads it: tables, database, index.

    Test processes that run side by side share one database and one cached index.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    url = f"sqlite:///{shared / 'knowledge' / 'ocop.db'}"
    ensure_database(url)
    return load_knowledge(url, shared / "knowledge" / "cache")


@pytest.fixture(scope="session")
def catalogue(knowledge: Knowledge) -> Catalogue:
    """The catalogue that the knowledge answers from."""
    return knowledge.catalogue


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server of this test process."""
    with running_postgresql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database that is not there yet, or empty: what uses it runs on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ocop.db'}"
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.database()
