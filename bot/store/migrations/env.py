"""What Alembic runs for every migration: it works in the connection and transaction given to it."""

from __future__ import annotations

from alembic import context

from bot.store.migrations import VERSION_TABLE
from bot.store.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    # SQLite cannot alter most things in place: tables are rebuilt
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
