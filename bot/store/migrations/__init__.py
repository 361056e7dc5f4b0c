"""Alembic's revisions of the store's tables, run from code; their version has its own table."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

VERSION_TABLE = "chat_alembic_version"
"""The knowledge's own history keeps its version in ``alembic_version``."""


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
