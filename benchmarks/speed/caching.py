"""How long an index left in the cache by an earlier start takes to load."""

from __future__ import annotations

import time
from pathlib import Path

from knowledge.base import load_knowledge
from knowledge.catalogue import Facts
from knowledge.database import ensure_database, open_engine
from knowledge.importing.writing import write_facts


def load_again(facts: Facts, folder: Path) -> float:
    """Seconds of the second start over a database of these facts in an empty folder."""
    url = f"sqlite:///{folder / 'facts.sqlite'}"
    ensure_database(url)
    engine = open_engine(url)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        write_facts(connection, facts)
    engine.dispose()
    load_knowledge(url, folder)
    began = time.perf_counter()
    load_knowledge(url, folder)
    return time.perf_counter() - began
