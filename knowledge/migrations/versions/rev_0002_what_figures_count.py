"""What the total of a figure counts, and what its source tells of it, in columns of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; the import that follows a migration fills them anew."""
    op.execute("DELETE FROM province_figure")
    with op.batch_alter_table("province_figure") as table:
        table.add_column(sa.Column("counts", sa.String(length=10), nullable=False))
        table.add_column(sa.Column("year_end", sa.Integer(), nullable=True))
        table.add_column(sa.Column("rough_total", sa.Integer(), nullable=True))
        table.add_column(sa.Column("shares", sa.String(length=10), nullable=False))


def downgrade() -> None:
    """Take the columns away."""
    with op.batch_alter_table("province_figure") as table:
        for column in ("counts", "year_end", "rough_total", "shares"):
            table.drop_column(column)
