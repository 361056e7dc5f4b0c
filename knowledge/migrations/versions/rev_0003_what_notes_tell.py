"""What the note on a figure tells of, and when a round was held, in columns of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; the import that follows a migration fills them anew."""
    op.execute("DELETE FROM province_figure")
    with op.batch_alter_table("province_figure") as table:
        table.add_column(sa.Column("tells_of", sa.String(length=60), nullable=False))
    op.add_column("programme_fact", sa.Column("held", sa.String(length=10), nullable=True))


def downgrade() -> None:
    """Take the columns away."""
    # Not in a batch, which makes the table anew: the sources of its rows refer to it
    op.drop_column("programme_fact", "held")
    with op.batch_alter_table("province_figure") as table:
        table.drop_column("tells_of")
