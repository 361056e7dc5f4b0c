"""A process that serves takes over new data without stopping, and keeps what it has on failure."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from bot.following import CurrentKnowledge
from bot.operations.metrics import exposed
from knowledge.base import Knowledge
from knowledge.database import ensure_database
from knowledge.importing.bundled import BUNDLED


def changed_tables(folder: Path) -> Path:
    """The bundled tables with another name for one product."""
    shutil.copytree(BUNDLED, folder)
    table = folder / "products.csv"
    text = table.read_text(encoding="utf-8")
    assert "Trà hoa vàng Ba Chẽ" in text
    table.write_text(text.replace("Trà hoa vàng Ba Chẽ", "Trà hoa vàng đổi tên"), "utf-8")
    return folder


async def test_new_data_is_taken_over_while_serving(
    knowledge: Knowledge, database_url: str, tmp_path: Path
) -> None:
    ensure_database(database_url, folder=changed_tables(tmp_path / "tables"))
    current = CurrentKnowledge(knowledge, url=database_url, cache_dir=None)
    assert current() is knowledge
    assert await current.look()
    after = current()
    assert after.catalogue.version == await current.stored_version()
    assert after.catalogue.version != knowledge.catalogue.version
    names = {product.name_vi or "" for product in after.catalogue.facts.products}
    assert any("đổi tên" in name for name in names)
    assert f'version="{after.catalogue.version}"' in exposed().decode()
    assert knowledge.catalogue.version not in exposed().decode()
    assert not await current.look()
    assert current() is after
    await current.close()


async def test_a_database_that_cannot_be_read_leaves_what_is_known(
    knowledge: Knowledge, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "ocop.db").write_bytes(b"this is not a database" * 100)
    current = CurrentKnowledge(knowledge, url=f"sqlite:///{tmp_path / 'ocop.db'}", cache_dir=None)
    caplog.set_level(logging.WARNING)
    assert not await current.look()
    assert current() is knowledge
    assert "could not be followed" in caplog.text
    await current.close()
