"""Suggestions over the catalogue that is current, without holding up anybody else."""

from __future__ import annotations

import asyncio

from knowledge.catalogue import Catalogue
from knowledge.search.suggestions import Suggestions, built_suggestions, suggestions_of


async def suggestions_over(catalogue: Catalogue) -> Suggestions:
    """The suggestions; after a change of the data they are built beside the event loop first."""
    built = built_suggestions(catalogue)
    return built if built is not None else await asyncio.to_thread(suggestions_of, catalogue)
