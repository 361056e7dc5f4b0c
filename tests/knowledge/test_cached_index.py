"""The cached index: the same knowledge, read faster; never a reason to fail."""

from __future__ import annotations

import gc
import weakref
from enum import Enum
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from knowledge.base import Knowledge, load_knowledge, modules_of
from knowledge.database import ensure_database

QUESTION = "mua nuoc mam le gia o dau"


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'ocop.db'}"
    ensure_database(url)
    return url


def test_a_cached_index_reads_as_the_built_one(url: str, tmp_path: Path) -> None:
    built = load_knowledge(url, tmp_path / "cache")
    (cached_file,) = (tmp_path / "cache").iterdir()
    written = cached_file.stat().st_mtime_ns
    cached = load_knowledge(url, tmp_path / "cache")
    assert cached is not built
    assert cached_file.stat().st_mtime_ns == written
    assert cached.catalogue.facts == built.catalogue.facts
    assert cached.understanding.read(QUESTION) == built.understanding.read(QUESTION)


def test_code_that_lies_elsewhere_makes_another_index(tmp_path: Path) -> None:
    """A pickle names classes by their modules: where these lie counts, however deep."""
    deep = tmp_path / "understanding" / "words"
    deep.mkdir(parents=True)
    (deep / "lexicon.py").write_text("WORDS = 1")
    (tmp_path / "understanding" / "reading.py").write_text("READING = 1")
    (deep / "notes.txt").write_text("no code")
    found = [name for name, _ in modules_of(tmp_path / "understanding", "understanding")]
    assert found == ["understanding/reading.py", "understanding/words/lexicon.py"]


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05N."])
def test_a_damaged_cache_is_built_anew(url: str, tmp_path: Path, content: bytes) -> None:
    load_knowledge(url, tmp_path / "cache")
    (cached_file,) = (tmp_path / "cache").iterdir()
    cached_file.write_bytes(content)
    load_knowledge(url, tmp_path / "cache")
    assert cached_file.stat().st_size > 1_000_000


def test_a_cache_that_cannot_be_written_is_no_error(url: str, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert load_knowledge(url, tmp_path / "cache").catalogue.products


def test_knowledge_that_was_replaced_leaves_memory_at_once(url: str) -> None:
    """Nothing in it points in a circle, so the collector may leave it alone."""
    knowledge = load_knowledge(url)
    knowledge.understanding.read(QUESTION)
    kept = [weakref.ref(part) for part in parts_of(knowledge)]
    assert {"Catalogue", "Understanding", "WordTable"} <= {
        type(reference()).__name__ for reference in kept
    }
    gc.disable()
    try:
        del knowledge
        assert [reference() for reference in kept if reference() is not None] == []
    finally:
        gc.enable()


def parts_of(knowledge: Knowledge) -> list[object]:
    """Every object of our own classes in it that can be watched."""
    parts: list[object] = []
    seen: set[int] = set()
    waiting: list[object] = [knowledge]
    while waiting:
        part = waiting.pop()
        if id(part) in seen or isinstance(part, type | FunctionType | ModuleType | Enum):
            continue
        seen.add(id(part))
        waiting += gc.get_referents(part)
        if type(part).__module__.startswith("knowledge.") and type(part).__weakrefoffset__:
            parts.append(part)
    return parts
