"""Keeps what belongs to a chat in this process: for the terminal, and for tests of handlers."""

from __future__ import annotations

from handlers.chat.keeping import LONGEST_SAVED, Kept, Noted
from knowledge.facts import Locale

NOTED = 1000
"""Questions remembered for votes; the oldest goes first."""


class MemoryKeeping:
    """Forgets everything when the process ends."""

    def __init__(self) -> None:
        self._languages: dict[str, Locale] = {}
        self._saved: dict[str, dict[str, None]] = {}
        self.noted: dict[str, Noted] = {}
        self.votes: dict[str, tuple[bool, str]] = {}
        """By the answer's key: whether it was good, and the reason why not."""
        self.comments: list[str] = []

    async def language(self, chat: str) -> Locale | None:
        """The language the person chose, if ever."""
        return self._languages.get(chat)

    async def choose_language(self, chat: str, language: Locale) -> None:
        """Keep the chosen language."""
        self._languages[chat] = language

    async def kept(self, chat: str) -> Kept:
        """What is kept of the chat."""
        return Kept(tuple(self._saved.get(chat, ())))

    async def save(self, chat: str, product: str) -> None:
        """Put a product on the saved list."""
        saved = self._saved.setdefault(chat, {})
        if len(saved) < LONGEST_SAVED:
            saved.setdefault(product)

    async def remove(self, chat: str, product: str) -> None:
        """Take a product from the saved list."""
        self._saved.get(chat, {}).pop(product, None)

    async def clear(self, chat: str) -> None:
        """Empty the saved list."""
        self._saved.pop(chat, None)

    async def note(self, noted: Noted) -> None:
        """Remember a question for the votes on its answer."""
        self.noted[noted.key] = noted
        while len(self.noted) > NOTED:
            del self.noted[next(iter(self.noted))]

    async def vote(self, key: str, good: bool, reason: str) -> None:
        """Keep what a person thinks of an answer."""
        self.votes[key] = (good, reason)

    async def comment(self, text: str, language: Locale) -> None:
        """Keep a comment."""
        self.comments.append(text)

    async def everything(self, chat: str) -> dict[str, object]:
        """All that is kept of the chat."""
        return {
            "language": self._languages.get(chat),
            "saved": list(self._saved.get(chat, ())),
        }

    async def forget(self, chat: str) -> None:
        """Delete all that is kept of the chat."""
        self._languages.pop(chat, None)
        self._saved.pop(chat, None)
