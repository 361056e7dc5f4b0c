"""The knowledge base in memory: the catalogue and the understanding built over it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue import Catalogue
from knowledge.understanding.understanding import Understanding


@dataclass(frozen=True)
class Knowledge:
    """One version of everything known, ready to answer; replaced whole when the data changes."""

    catalogue: Catalogue
    understanding: Understanding
