"""What most tests stand on: the bundled knowledge base, read once."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge, load_knowledge
from knowledge.catalogue import Catalogue
from knowledge.database import ensure_database


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The real knowledge, by the way an installation reads it: tables, database, index."""
    url = f"sqlite:///{tmp_path_factory.mktemp('data') / 'ocop.db'}"
    ensure_database(url)
    return load_knowledge(url)


@pytest.fixture(scope="session")
def catalogue(knowledge: Knowledge) -> Catalogue:
    """The catalogue that the knowledge answers from."""
    return knowledge.catalogue
