"""The knowledge base in memory: the catalogue and the understanding built over it."""

from __future__ import annotations

import gc
import hashlib
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec.structs import replace

from knowledge.catalogue import Catalogue, Facts
from knowledge.database import open_engine
from knowledge.importing.snapshot import read_facts, read_version
from knowledge.understanding.kinds.kinds import with_kinds
from knowledge.understanding.understanding import Understanding

_CODE = ("text", "search", "understanding")
"""Packages whose code shapes the index, with all packages in them: a cache made by other code,
or by code that lay elsewhere, is not used."""


@dataclass(frozen=True)
class Knowledge:
    """One version of everything known, ready to answer; replaced whole when the data changes."""

    catalogue: Catalogue
    understanding: Understanding


def exempt_from_collection() -> None:
    """Tell the garbage collector that all objects there are now stay.

    A full collection over the objects of a large catalogue stops the process for as long as
    hundreds of questions take. Call it once knowledge is loaded or replaced. What is replaced
    still goes: nothing in knowledge points in a circle.
    """
    gc.freeze()


def build_knowledge(facts: Facts) -> Knowledge:
    """Index the facts. Takes about a second for 3,000 products."""
    with _no_garbage_collection():
        facts = replace(facts, products=with_kinds(facts.products, facts.kinds))
        catalogue = Catalogue(facts)
        return Knowledge(catalogue, Understanding(catalogue))


def load_knowledge(url: str, cache_dir: Path | None = None) -> Knowledge:
    """The knowledge of the database at ``url``, which must be up to date.

    With a cache folder the built index is kept there and read back while neither the data nor the
    code that builds it has changed. The folder must be writable by the bot alone: the cache is a
    pickle. A cache that cannot be read or written is only a slower start, never an error.

    Raises :class:`~knowledge.database.DatabaseUnavailable`.
    """
    engine = open_engine(url)
    try:
        if cache_dir is None:
            return build_knowledge(read_facts(engine))
        cached = _read_cache(_cache_path(cache_dir, read_version(engine)))
        if cached is not None:
            return cached
        facts = read_facts(engine)
    finally:
        engine.dispose()
    knowledge = build_knowledge(facts)
    # Under the version that was read: another process may have brought a new one just before
    _write_cache(_cache_path(cache_dir, facts.version), knowledge)
    return knowledge


def _cache_path(cache_dir: Path, version: str) -> Path:
    return cache_dir / f"index-{_fingerprint(version)}.pickle"


def _fingerprint(version: str) -> str:
    """Names the cache by the data's version and the code and tables that shape the index."""
    digest = hashlib.sha256(version.encode())
    root = files("knowledge")
    shapes = ("catalogue.py", "facts.py", "kind_tree.py", "territory.py", "base.py")
    for name in shapes:
        digest.update(root.joinpath(name).read_bytes())
    for package in _CODE:
        for name, module in modules_of(root.joinpath(package), package):
            content = module.read_bytes()
            digest.update(f"{name}:{len(content)}:".encode())
            digest.update(content)
    vocabulary = root.joinpath("data", "vocabulary")
    for path in sorted(vocabulary.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".csv"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def modules_of(package: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The modules of a package and of all packages in it, with their paths. A pickle names classes
    by them."""
    for entry in sorted(package.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from modules_of(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{path}/{entry.name}", entry


def _read_cache(path: Path) -> Knowledge | None:
    try:
        with _no_garbage_collection():
            # Written by this program: see the docstring of load_knowledge
            knowledge = pickle.loads(path.read_bytes())  # noqa: S301
    except Exception:
        return None
    return knowledge if isinstance(knowledge, Knowledge) else None


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Collecting garbage among a million fresh objects that all stay would double the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        exempt_from_collection()  # or they would all be looked through now
        if was_enabled:
            gc.enable()


def _write_cache(path: Path, knowledge: Knowledge) -> None:
    partial = path.with_suffix(f".{id(knowledge):x}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            pickle.dump(knowledge, file, protocol=pickle.HIGHEST_PROTOCOL)
        partial.replace(path)
        for stale in path.parent.glob("index-*"):
            if stale != path:
                stale.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
