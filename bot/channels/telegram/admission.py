"""Who is answered: within the limits, and not those who blocked the bot."""

from __future__ import annotations

from typing import Protocol

from bot.channels.telegram.decoding import Incoming, Origin, Pressed
from bot.limits import Limits, Verdict

CHANNEL = "telegram"


class Marks(Protocol):
    """Keeps which chats take no messages any more."""

    async def mark_blocked(self, chat: str, blocked: bool) -> None:
        """Keep whether the chat takes no messages any more."""

    async def blocked(self, channel: str) -> set[str]:
        """The chats of a channel that take no messages any more."""


class Admission:
    """Judges what arrived before it is answered."""

    def __init__(self, limits: Limits | None, marks: Marks) -> None:
        """``limits``: everything is answered without them."""
        self._limits = limits
        self._marks = marks
        self._silent: set[str] = set()

    async def start(self) -> None:
        """Read who blocked the bot before."""
        self._silent = await self._marks.blocked(CHANNEL)

    def judge(self, incoming: Incoming) -> Verdict:
        """Count what arrived and say whether to answer it."""
        if self._limits is None:
            return Verdict.ANSWER
        origin = incoming.origin
        press = isinstance(incoming, Pressed)
        return self._limits.judge(chat_key(origin.chat), group=origin.group, press=press)

    def takes_messages(self, origin: Origin) -> bool:
        """Whether anything may be written to a chat."""
        return chat_key(origin.chat) not in self._silent

    async def mark(self, chat: int, *, blocked: bool) -> None:
        """Keep whether a chat takes messages."""
        key = chat_key(chat)
        if blocked != (key in self._silent):
            (self._silent.add if blocked else self._silent.discard)(key)
            await self._marks.mark_blocked(key, blocked)


def chat_key(chat: int) -> str:
    """A chat's key among those of all channels."""
    return f"{CHANNEL}:{chat}"
