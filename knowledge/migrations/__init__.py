"""Alembic's revisions of the tables, run from code: no configuration file is needed.

A new revision is written by hand into ``versions/`` and its number into
:data:`knowledge.database.HEAD`.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def alembic_config() -> Config:
    """Alembic's configuration for this folder, without a connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the tables to a revision inside the connection's transaction."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Take the tables back to an earlier revision (``"base"``: none at all)."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.downgrade(config, revision)
