"""The knowledge that answers now: replaced whole when the data in the database changes."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from bot.operations.metrics import CATALOGUE, CATALOGUE_LOADED, CATALOGUE_PRODUCTS
from knowledge.base import Knowledge, exempt_from_collection, load_knowledge
from knowledge.database import DatabaseUnavailable, open_engine
from knowledge.importing.snapshot import read_version

LOOK_EVERY = 30.0
"""Seconds between two looks at the version: one small query each."""

_log = logging.getLogger(__name__)


class CurrentKnowledge:
    """Gives out one version of everything known, and follows the database while serving.

    Whoever asks keeps what they were given until their answer is done, so no answer mixes two
    versions.
    """

    def __init__(self, knowledge: Knowledge, *, url: str, cache_dir: Path | None) -> None:
        self._url, self._cache_dir = url, cache_dir
        self._engine = open_engine(url)
        self._following: asyncio.Task[None] | None = None
        self._take(knowledge)

    def __call__(self) -> Knowledge:
        """What is known now."""
        return self._knowledge

    async def stored_version(self) -> str:
        """The version in the database. Raises :class:`knowledge.database.DatabaseUnavailable`."""
        return await asyncio.to_thread(read_version, self._engine)

    async def look(self) -> bool:
        """Load what the database holds if that is another version; whether it was.

        Loading happens in a thread, answering goes on meanwhile. When it fails, what is known
        stays.
        """
        try:
            if await self.stored_version() == self._knowledge.catalogue.version:
                return False
            self._take(await asyncio.to_thread(load_knowledge, self._url, self._cache_dir))
        except DatabaseUnavailable as error:
            _log.warning("the version of the data could not be followed: %s", error)
            return False
        _log.info("the data changed: now version %.12s", self._knowledge.catalogue.version)
        return True

    def follow(self) -> None:
        """Begin to look now and then."""
        self._following = asyncio.create_task(self._follow())

    async def close(self) -> None:
        """Look no more."""
        if self._following is not None:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)
        self._engine.dispose()

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self.look()
            except Exception:
                _log.exception("the new version of the data could not be loaded")

    def _take(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        exempt_from_collection()
        catalogue = knowledge.catalogue
        CATALOGUE.clear()
        CATALOGUE.labels(catalogue.version).set(1)
        CATALOGUE_PRODUCTS.set(len(catalogue.products))
        CATALOGUE_LOADED.set_to_current_time()
