"""A real PostgreSQL of the tests' own, from a wheel: no root, no service, nothing kept."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import URL, make_url

PASSWORD = "s3cret/@:%hush"
"""Of the role that owns all databases. Half of it would break an address that is put together."""
ROLE = "ocop"
_ACCESS = "local all postgres trust\nlocal all all scram-sha-256\n"
_QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""What a database of which nothing is kept need not do."""


class PostgreSQL:
    """A running server, in which one role with a password owns all databases."""

    def __init__(self, folder: Path, address: str) -> None:
        """``address`` is the administrator's."""
        self._address = address
        self._numbers = itertools.count()
        (folder / "pg_hba.conf").write_text(_ACCESS)
        for setting in _QUICK:
            self._command(f"ALTER SYSTEM SET {setting}")
        self._command("SELECT pg_reload_conf()")
        self._command(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{PASSWORD}'")

    def database(self, options: str = "") -> str:
        """The URL of a new, empty database."""
        name = f"ocop_{next(self._numbers)}"
        self._command(f"CREATE DATABASE {name} OWNER {ROLE} {options}")
        return self.url(name)

    def url(self, database: str, *, role: str = ROLE, password: str = PASSWORD) -> str:
        """The URL of a database, as it is written into the settings."""
        host = make_url(self._address).query["host"]
        url = URL.create("postgresql", role, password, database=database, query={"host": host})
        return url.render_as_string(hide_password=False)

    @contextmanager
    def away(self, url: str) -> Iterator[None]:
        """Cut every connection to a database, and let in no other until the block ends."""
        name = str(make_url(url).database)
        self._command(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        self._command(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", name
        )
        try:
            yield
        finally:
            self._command(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    def tool(self, name: str, url: str, *arguments: str) -> None:
        """Run one of the programs that come with the server, as ``pg_dump``, as its users do."""
        from pgserver._commands import POSTGRES_BIN_PATH  # noqa: PLC0415

        subprocess.run([POSTGRES_BIN_PATH / name, f"--dbname={url}", *arguments], check=True)

    def _command(self, command: str, *values: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(sql.SQL(command), values or None)


@contextmanager
def running_postgresql() -> Iterator[PostgreSQL]:
    """A server until the block ends; the test is skipped where none can run."""
    try:
        with warnings.catch_warnings():
            # On a machine without a folder for what runs: it takes the temporary one
            warnings.simplefilter("ignore")
            from pgserver import postgres_server  # noqa: PLC0415
    except ImportError:
        pytest.skip("needs PostgreSQL: there is no wheel of pgserver for this Python or machine")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("useradd") is None:
        pytest.skip("needs PostgreSQL, which refuses to run as root; useradd would make it a user")
    # Not below pytest's folder, which nobody but its owner may enter
    folder = Path(tempfile.mkdtemp(prefix="ocop-postgresql-"))
    server = postgres_server.get_server(folder, cleanup_mode="delete")
    try:
        yield PostgreSQL(folder, server.get_uri())
    finally:
        server.cleanup()
