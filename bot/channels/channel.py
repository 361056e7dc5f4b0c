"""What every channel is to the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from fastapi import APIRouter

STOP_SECONDS = 8.0
"""Time to finish what was accepted when the application stops; a supervisor commonly kills after
10."""


class ChannelError(Exception):
    """A channel cannot start. The message is one line for the operator, without secrets."""


class Channel(Protocol):
    """One platform on which people talk to the bot."""

    @property
    def name(self) -> str:
        """Short name for logs: ``telegram``."""

    async def start(self) -> None:
        """Begin to receive; returns when the platform has accepted us.

        Raises :class:`ChannelError` when it refuses.
        """

    async def stop(self, within: float = STOP_SECONDS) -> None:
        """Receive no more, finish within so many seconds what was accepted, and give back all
        connections."""


@runtime_checkable
class Routed(Protocol):
    """A channel to which its platform, or the person's browser, comes over HTTP."""

    @property
    def router(self) -> APIRouter | None:
        """The paths it answers on our server; ``None`` when it has none as configured."""


@runtime_checkable
class Watched(Protocol):
    """A channel that knows whether its platform answers."""

    @property
    def healthy(self) -> bool:
        """``False`` when the platform has not answered for a while."""
