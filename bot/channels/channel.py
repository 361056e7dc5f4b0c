"""What every channel is to the application."""

from __future__ import annotations

from typing import Protocol


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

    async def stop(self) -> None:
        """Receive no more, finish what was accepted, and give back all connections."""
