"""Addresses of databases and the engines that open them: SQLite in a file, PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

LOCK_WAIT_SECONDS = 30
"""How long to wait for another process that is importing; an import takes a few seconds."""
_POSTGRESQL = {
    # Seconds. Whoever waits for a server that does not answer is told so before a supervisor loses
    # its patience; the driver itself would wait two minutes
    "connect_timeout": 5,
    # Milliseconds without an answer until a line counts as cut: else a quarter of an hour
    "tcp_user_timeout": 20_000,
    # A database made where no locale is set (SQL_ASCII) would give bytes instead of texts
    "client_encoding": "utf8",
    "application_name": "ocop-bot",
}
_LOCK_NOT_AVAILABLE = "55P03"
_PASSWORDS = ("password", "sslpassword")
_TOLD = ("host", "port")
"""What may be said of an address's options: of the others some are passwords."""


class DatabaseUnavailable(Exception):  # noqa: N818
    """The database cannot be opened, brought up to date or read; the message is for the operator.

    It is one line and holds no password. Whatever was in the database before is still there.
    """


def open_engine(url: str, *, create: bool = False) -> Engine:
    """A synchronous engine for a database URL; nothing is opened yet.

    ``create`` makes the folder of a SQLite file. Raises :class:`DatabaseUnavailable` for a URL that
    is none, or a folder that cannot be made.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        try:
            return create_engine(
                parsed,
                connect_args=connect_arguments(url),
                pool_pre_ping=True,
                hide_parameters=True,
            )
        except ImportError as error:
            raise DatabaseUnavailable(
                f"the Python package that opens this kind of database is missing: {error}"
            ) from error
    if create and parsed.database and parsed.database != ":memory:":
        folder = Path(parsed.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailable(
                f"cannot make the folder {folder}: {error.strerror}"
            ) from error
    engine = create_engine(parsed, connect_args=connect_arguments(url))
    event.listen(engine, "connect", _leave_transactions_to_sqlalchemy)
    event.listen(engine, "begin", _begin)
    return engine


def async_url(url: str) -> str:
    """The same database for asynchronous engines, by the driver that can do it."""
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        parsed = parsed.set(drivername="sqlite+aiosqlite")
    return parsed.render_as_string(hide_password=False)


def connect_arguments(url: str) -> dict[str, Any]:
    """What the driver is told with every connection; what the URL says itself goes before."""
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        return {"timeout": LOCK_WAIT_SECONDS}
    return {name: value for name, value in _POSTGRESQL.items() if name not in parsed.query}


def shown(url: str) -> str:
    """The address as it may be told: without its password, wherever that stands."""
    parsed = make_url(url)
    told = parsed.set(query={name: parsed.query[name] for name in _TOLD if name in parsed.query})
    return told.render_as_string(hide_password=True)


def passwords(url: str) -> tuple[str, ...]:
    """What of an address must reach no log, as it is and as it is written there."""
    try:
        parsed = _parsed(url)
    except DatabaseUnavailable:
        return (url,)
    found = [parsed.password, *(parsed.query.get(name) for name in _PASSWORDS)]
    texts = [text for text in found if isinstance(text, str)]
    return (*texts, *(quote(text, safe="") for text in texts if quote(text, safe="") != text))


def reason(error: Exception) -> str:
    """What a driver or file said, on one line."""
    told = error.orig if isinstance(error, DBAPIError) else error
    # PostgreSQL adds the statement and a drawing of where in it the fault lies
    primary = getattr(getattr(told, "diag", None), "message_primary", None)
    return " ".join(str(primary or told).split())


def lock_out_others(connection: Connection, key: int) -> None:
    """Let nobody else who names this number into the same database until the transaction ends.

    Waits ``LOCK_WAIT_SECONDS`` at most. On SQLite a transaction that writes does that by itself.
    """
    if connection.dialect.name == "sqlite":
        return
    connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT_SECONDS}s'"))
    try:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        raise DatabaseUnavailable(
            f"another process has been bringing it up to date for {LOCK_WAIT_SECONDS} seconds"
        ) from error


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """A connection all of whose reads show the database as it was at the first of them."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            # There each statement sees what was committed before itself; SQLite does it unasked
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def reading() -> Iterator[None]:
    """Turn what a driver raises into :class:`DatabaseUnavailable`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseUnavailable(f"the database cannot be read: {reason(error)}") from error


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            # The one driver that is installed, whichever was asked for
            parsed = parsed.set(drivername="postgresql+psycopg")
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError):
        # Not "from": the original repeats a part of the URL
        raise DatabaseUnavailable(
            "the database URL is not understood; write sqlite:///path or "
            "postgresql://user:password@host/name"
        ) from None
    if "@" in (parsed.host or ""):
        raise DatabaseUnavailable(
            "the database URL is not understood: it has more than one @; in the password write %40"
        )
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
