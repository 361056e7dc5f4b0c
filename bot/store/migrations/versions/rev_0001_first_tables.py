"""The first tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "chat",
        sa.Column("chat", sa.String(120), primary_key=True),
        sa.Column("language", sa.String(8)),
        sa.Column("blocked", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "chat_saved_product",
        sa.Column("chat", sa.String(120), primary_key=True),
        sa.Column("product", sa.String(80), primary_key=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "chat_question",
        sa.Column("key", sa.String(16), primary_key=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("intent", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_index("ix_chat_question_asked_on", "chat_question", ["asked_on"])
    op.create_table(
        "chat_feedback",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(16), unique=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("good", sa.Boolean()),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("intent", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_table(
        "channel_event",
        sa.Column("channel", sa.String(20), primary_key=True),
        sa.Column("key", sa.String(120), primary_key=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.Text()),
    )
    op.create_index("ix_channel_event_received_at", "channel_event", ["received_at"])
    op.create_table(
        "channel_value",
        sa.Column("channel", sa.String(20), primary_key=True),
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    """Remove the tables."""
    for table in (
        "channel_value",
        "channel_event",
        "chat_feedback",
        "chat_question",
        "chat_saved_product",
        "chat",
    ):
        op.drop_table(table)
