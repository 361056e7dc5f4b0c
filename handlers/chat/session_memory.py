"""Sessions kept in this process: enough for one process, bounded, forgotten when it ends."""

from __future__ import annotations

from collections import OrderedDict

from handlers.chat.session import Session

CHATS_KEPT = 10_000
"""Sessions are about 1 kB each, so this is some 10 MB at most."""


class MemorySessions:
    """Keeps the sessions of the chats heard last; the one heard longest ago goes first."""

    def __init__(self, longest: int = CHATS_KEPT) -> None:
        self._longest = longest
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    async def load(self, chat: str) -> Session:
        """The chat's session; a new one when there is none."""
        session = self._sessions.get(chat)
        if session is None:
            return Session()
        self._sessions.move_to_end(chat)
        return session

    async def save(self, chat: str, session: Session) -> None:
        """Keep the chat's session."""
        self._sessions[chat] = session
        self._sessions.move_to_end(chat)
        while len(self._sessions) > self._longest:
            self._sessions.popitem(last=False)
