"""The first tables: places, products, producers, outlets, figures, the programme, sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_version_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_version")),
    )
    op.create_table(
        "place",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("provinces", sa.String(), nullable=False),
        sa.Column("former_provinces", sa.String(), nullable=False),
        sa.Column("parent", sa.String(length=40), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("successors", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["place.key"], name=op.f("fk_place_parent_place")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_place")),
    )
    op.create_table(
        "producer",
        sa.Column("code", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("type", sa.String(length=20), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("description_vi", sa.String(), nullable=True),
        sa.Column("description_en", sa.String(), nullable=True),
        sa.Column("province", sa.String(length=2), nullable=True),
        sa.Column("former_province", sa.String(length=2), nullable=True),
        sa.Column("district", sa.String(length=40), nullable=True),
        sa.Column("commune", sa.String(length=40), nullable=True),
        sa.Column("district_name", sa.String(), nullable=True),
        sa.Column("commune_name", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_producer")),
    )
    op.create_index(op.f("ix_producer_province"), "producer", ["province"], unique=False)
    op.create_table(
        "programme_fact",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("text_vi", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_fact")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("address", name=op.f("uq_source_address")),
    )
    op.create_table(
        "outlet",
        sa.Column("code", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sells", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=True),
        sa.Column("former_province", sa.String(length=2), nullable=True),
        sa.Column("district", sa.String(length=40), nullable=True),
        sa.Column("commune", sa.String(length=40), nullable=True),
        sa.Column("district_name", sa.String(), nullable=True),
        sa.Column("commune_name", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_outlet_source_source")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_outlet")),
    )
    op.create_index(op.f("ix_outlet_province"), "outlet", ["province"], unique=False)
    op.create_table(
        "place_name",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["place"], ["place.key"], name=op.f("fk_place_name_place_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_name")),
    )
    op.create_index(op.f("ix_place_name_place"), "place_name", ["place"], unique=False)
    op.create_table(
        "producer_source",
        sa.Column("producer", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["producer"], ["producer.code"], name=op.f("fk_producer_source_producer_producer")
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name=op.f("fk_producer_source_source_source")
        ),
        sa.PrimaryKeyConstraint("producer", "position", name=op.f("pk_producer_source")),
    )
    op.create_table(
        "product",
        sa.Column("code", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("name_en_translated", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("producer", sa.String(length=120), nullable=True),
        sa.Column("description_vi", sa.String(), nullable=True),
        sa.Column("description_en", sa.String(), nullable=True),
        sa.Column("source_date", sa.String(length=10), nullable=True),
        sa.Column("province", sa.String(length=2), nullable=True),
        sa.Column("former_province", sa.String(length=2), nullable=True),
        sa.Column("district", sa.String(length=40), nullable=True),
        sa.Column("commune", sa.String(length=40), nullable=True),
        sa.Column("district_name", sa.String(), nullable=True),
        sa.Column("commune_name", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["producer"], ["producer.code"], name=op.f("fk_product_producer_producer")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_product")),
    )
    op.create_index(op.f("ix_product_producer"), "product", ["producer"], unique=False)
    op.create_index(op.f("ix_product_province"), "product", ["province"], unique=False)
    op.create_table(
        "programme_source",
        sa.Column("fact", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"], ["programme_fact.id"], name=op.f("fk_programme_source_fact_programme_fact")
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name=op.f("fk_programme_source_source_source")
        ),
        sa.PrimaryKeyConstraint("fact", "position", name=op.f("pk_programme_source")),
    )
    op.create_table(
        "province_figure",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("province", sa.String(length=2), nullable=True),
        sa.Column("former_province", sa.String(length=2), nullable=True),
        sa.Column("as_of", sa.String(length=10), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("stars3", sa.Integer(), nullable=True),
        sa.Column("stars4", sa.Integer(), nullable=True),
        sa.Column("stars5", sa.Integer(), nullable=True),
        sa.Column("producers", sa.Integer(), nullable=True),
        sa.Column("note_en", sa.String(), nullable=False),
        sa.Column("note_vi", sa.String(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name=op.f("fk_province_figure_source_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_province_figure")),
    )
    op.create_index(
        op.f("ix_province_figure_province"), "province_figure", ["province"], unique=False
    )
    op.create_table(
        "certificate",
        sa.Column("product", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("level", sa.String(length=20), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("issued", sa.Date(), nullable=True),
        sa.CheckConstraint("stars BETWEEN 3 AND 5", name=op.f("ck_certificate_stars")),
        sa.ForeignKeyConstraint(
            ["product"], ["product.code"], name=op.f("fk_certificate_product_product")
        ),
        sa.PrimaryKeyConstraint("product", "position", name=op.f("pk_certificate")),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("product", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product"], ["product.code"], name=op.f("fk_offer_product_product")
        ),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_offer_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_index(op.f("ix_offer_product"), "offer", ["product"], unique=False)
    op.create_table(
        "product_source",
        sa.Column("product", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product"], ["product.code"], name=op.f("fk_product_source_product_product")
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["source.id"], name=op.f("fk_product_source_source_source")
        ),
        sa.PrimaryKeyConstraint("product", "position", name=op.f("pk_product_source")),
    )


def downgrade() -> None:
    """Drop all tables."""
    op.drop_table("product_source")
    op.drop_index(op.f("ix_offer_product"), table_name="offer")
    op.drop_table("offer")
    op.drop_table("certificate")
    op.drop_index(op.f("ix_province_figure_province"), table_name="province_figure")
    op.drop_table("province_figure")
    op.drop_table("programme_source")
    op.drop_index(op.f("ix_product_province"), table_name="product")
    op.drop_index(op.f("ix_product_producer"), table_name="product")
    op.drop_table("product")
    op.drop_table("producer_source")
    op.drop_index(op.f("ix_place_name_place"), table_name="place_name")
    op.drop_table("place_name")
    op.drop_index(op.f("ix_outlet_province"), table_name="outlet")
    op.drop_table("outlet")
    op.drop_table("source")
    op.drop_table("programme_fact")
    op.drop_index(op.f("ix_producer_province"), table_name="producer")
    op.drop_table("producer")
    op.drop_table("place")
    op.drop_table("data_version")
