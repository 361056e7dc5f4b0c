"""What is PostgreSQL's alone: who may enter, moments, texts in databases made anyhow."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import make_url

from knowledge.database import DatabaseUnavailable, ensure_database, open_engine
from knowledge.importing.bundled import read_tables
from knowledge.importing.snapshot import read_facts
from tests.postgresql import PASSWORD, PostgreSQL


def test_facts_are_of_one_moment_though_others_come_while_they_are_read(
    postgresql: PostgreSQL, tmp_path: Path, small_tables: Path
) -> None:
    changed = tmp_path / "tables"
    shutil.copytree(small_tables, changed)
    for table in ("products.csv", "certificates.csv", "offers.csv"):
        path = changed / table
        path.write_text(path.read_text("utf-8").replace("tra-hoa-vang-ba-che,", "tra,"), "utf-8")
    url = postgresql.database()
    ensure_database(url, folder=small_tables)
    engine = open_engine(url)

    @event.listens_for(engine, "after_cursor_execute", once=True)
    def another_process_imports(*_: object) -> None:
        assert ensure_database(url, folder=changed).imported

    before = read_facts(engine)
    after = read_facts(engine)
    written = read_tables(small_tables)
    assert (before.version, before.products, before.offers) == (
        written.version,
        written.products,
        written.offers,
    )
    assert [product.code for product in after.products] == ["tra"]
    engine.dispose()


def test_texts_are_texts_in_a_database_made_without_a_locale(
    postgresql: PostgreSQL, small_tables: Path
) -> None:
    url = postgresql.database("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    ensure_database(url, folder=small_tables)
    assert read_facts(open_engine(url)).products == read_tables(small_tables).products


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"password": "an0ther"}, "password authentication failed"),
        ({"username": "nobody"}, "password authentication failed"),
        ({"database": "nowhere"}, "does not exist"),
        ({"database": "postgres"}, "permission denied for schema public"),
    ],
)
def test_who_may_not_enter_is_told_without_the_password(
    postgresql: PostgreSQL, small_tables: Path, change: dict[str, str], told: str
) -> None:
    url = make_url(postgresql.database()).set(**change)  # type: ignore[arg-type]
    with pytest.raises(DatabaseUnavailable, match=told) as caught:
        ensure_database(url.render_as_string(hide_password=False), folder=small_tables)
    message = str(caught.value)
    assert message.startswith("postgresql://")
    assert "\n" not in message
    assert not any(secret in message for secret in (PASSWORD, "hush", "an0ther"))


def test_a_database_that_went_away_and_came_back_is_read_again(
    postgresql: PostgreSQL, small_tables: Path
) -> None:
    url = postgresql.database()
    version = ensure_database(url, folder=small_tables).version
    engine = open_engine(url)
    assert read_facts(engine).version == version
    with (
        postgresql.away(url),
        pytest.raises(DatabaseUnavailable, match="not currently accepting connections"),
    ):
        read_facts(engine)
    assert read_facts(engine).version == version
