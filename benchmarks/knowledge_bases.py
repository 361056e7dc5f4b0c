"""The knowledge bases that are measured: the bundled one, and larger ones grown from it."""

from __future__ import annotations

from benchmarks.speed.growth import grow
from knowledge.base import Knowledge, build_knowledge
from knowledge.catalogue import Facts
from knowledge.importing.bundled import read_tables


def facts_of(products: int | None = None) -> Facts:
    """The bundled facts, or facts with this many products grown from them."""
    bundled = read_tables()
    return bundled if products is None else grow(bundled, products)


def knowledge_of(products: int | None = None) -> Knowledge:
    """The catalogue and the understanding over the bundled or grown facts, built in memory."""
    return build_knowledge(facts_of(products))
