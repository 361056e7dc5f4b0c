"""Opening the database and keeping its tables and facts at the version that the product brings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from knowledge.importing.bundled import BUNDLED, digest, read_tables
from knowledge.importing.tables import TableError
from knowledge.importing.writing import Progress, write_facts
from knowledge.schema import DataVersion as DataVersionRow

HEAD = "0001"
"""The newest revision in ``knowledge/migrations``; a test holds it to Alembic's own answer."""

LOCK_WAIT_SECONDS = 30
"""How long to wait for another process that is importing; an import takes a few seconds."""
_ADVISORY_LOCK = 0x0C0B
"""PostgreSQL's advisory lock that keeps two servers from importing at once; any number will do."""


class DatabaseUnavailable(Exception):  # noqa: N818
    """The database cannot be opened, brought up to date or read; the message is for the operator.

    Whatever was in it before is still there.
    """


@dataclass(frozen=True, slots=True)
class DataVersion:
    """What a database holds."""

    version: str
    """Digest of the facts; changes whenever any fact changes."""
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


def open_engine(url: str, *, create: bool = False) -> Engine:
    """A synchronous engine for a database URL; nothing is opened yet.

    ``create`` makes the folder of a SQLite file. Raises :class:`DatabaseUnavailable` for a URL that
    is none, or a folder that cannot be made.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        try:
            return create_engine(parsed, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise DatabaseUnavailable(
                f"the Python package {error.name} that opens this kind of database is not installed"
            ) from error
    if create and parsed.database and parsed.database != ":memory:":
        folder = Path(parsed.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailable(
                f"cannot make the folder {folder}: {error.strerror}"
            ) from error
    engine = create_engine(parsed, connect_args={"timeout": LOCK_WAIT_SECONDS})
    event.listen(engine, "connect", _leave_transactions_to_sqlalchemy)
    event.listen(engine, "begin", _begin)
    return engine


def async_url(url: str) -> str:
    """The same database for asynchronous engines, by the driver that can do it."""
    parsed = _parsed(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
    name = drivers.get(parsed.get_backend_name(), parsed.drivername)
    return parsed.set(drivername=name).render_as_string(hide_password=False)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql" and parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseUnavailable(
            "the database URL is not understood; write sqlite:///path or postgresql://host/name"
        ) from error
    return parsed


def _leave_transactions_to_sqlalchemy(
    connection: sqlite3.Connection, _entry: ConnectionPoolEntry
) -> None:
    """Keep Python's driver from committing before a table is made: migrations must roll back."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


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
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if _state(connection) == (HEAD, version):
            return DataVersion(version, imported=False)
        upgrade(connection)
        write_facts(connection, facts, progress)
    return DataVersion(version, imported=True)


@contextmanager
def _explained(url: str) -> Iterator[None]:
    """Turn what drivers and files raise into one error that says which database and why."""
    shown = make_url(url).render_as_string(hide_password=True)
    try:
        yield
    except DatabaseUnavailable as error:
        raise DatabaseUnavailable(f"{shown}: {error}") from error
    except TableError as error:
        raise DatabaseUnavailable(f"the bundled table cannot be read: {error}") from error
    except (DBAPIError, OSError) as error:
        reason: Any = error.orig if isinstance(error, DBAPIError) else error
        raise DatabaseUnavailable(f"{shown}: {reason}") from error
