"""Opening the database and keeping its tables and facts at the version that the product brings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from knowledge.engines import (
    DatabaseUnavailable,
    async_url,
    lock_out_others,
    open_engine,
    reason,
    shown,
)
from knowledge.importing.bundled import BUNDLED, digest, read_tables
from knowledge.importing.tables import TableError
from knowledge.importing.writing import Progress, write_facts
from knowledge.schema import DataVersion as DataVersionRow

__all__ = ["DataVersion", "DatabaseUnavailable", "async_url", "ensure_database", "open_engine"]

HEAD = "0003"
"""The newest revision in ``knowledge/migrations``; a test holds it to Alembic's own answer."""

_ADVISORY_LOCK = 0x0C0B
"""PostgreSQL's advisory lock that keeps two servers from importing at once; any number will do."""


@dataclass(frozen=True, slots=True)
class DataVersion:
    """What a database holds."""

    version: str
    """Digest of the tables and of the code that reads them; changes whenever any fact changes."""
    imported: bool
    """Whether this call brought the facts in, rather than finding them there."""


def ensure_database(
    url: str, *, folder: Path = BUNDLED, progress: Progress | None = None
) -> DataVersion:
    """Create or migrate the database and import the bundled tables, unless it is up to date.

    Tables and facts change in one transaction: when anything fails the database holds what it held
    before. Two processes may call this at once; one of them imports.

    Raises :class:`DatabaseUnavailable`, also for a bundled table that cannot be read.
    """
    version = digest(folder)
    engine = open_engine(url, create=True)
    try:
        with _explained(url):
            with engine.connect() as connection:
                state = _state(connection)
            if state == (HEAD, version):
                return DataVersion(version, imported=False)
            return _bring_up(engine, folder, version, progress)
    finally:
        engine.dispose()


def _state(connection: Connection) -> tuple[str | None, str | None]:
    """Revision of the tables and version of the facts; ``None`` for what is not there.

    Raises :class:`DatabaseUnavailable` for a database that holds something else.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None, None
    if not {"alembic_version", DataVersionRow.__tablename__} <= tables:
        raise DatabaseUnavailable("it holds other tables than this program's")
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is None or revision > HEAD:
        raise DatabaseUnavailable("it was written by a newer version of this program")
    return str(revision), connection.scalar(select(DataVersionRow.version))


def _bring_up(engine: Engine, folder: Path, version: str, progress: Progress | None) -> DataVersion:
    # Only a database that is out of date pays the fifth of a second that Alembic takes to load
    from knowledge.migrations import upgrade  # noqa: PLC0415

    facts = read_tables(folder)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        lock_out_others(connection, _ADVISORY_LOCK)
        if _state(connection) == (HEAD, version):
            return DataVersion(version, imported=False)
        upgrade(connection)
        write_facts(connection, facts, progress)
    return DataVersion(version, imported=True)


@contextmanager
def _explained(url: str) -> Iterator[None]:
    """Turn what drivers and files raise into one error that says which database and why."""
    try:
        yield
    except DatabaseUnavailable as error:
        raise DatabaseUnavailable(f"{shown(url)}: {error}") from error
    except TableError as error:
        raise DatabaseUnavailable(f"the bundled table cannot be read: {error}") from error
    except (SQLAlchemyError, OSError) as error:
        raise DatabaseUnavailable(f"{shown(url)}: {reason(error)}") from error
