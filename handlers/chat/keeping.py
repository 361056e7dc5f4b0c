"""What is kept of a chat beyond the conversation itself, and who keeps it.

Handlers stay pure: they are given what is kept (:class:`Kept`) and answer with what is to be done
(:class:`Effect`); :class:`~handlers.conversation.Conversation` carries it out. Several keepers will
do: memory (:mod:`handlers.chat.keeping_memory`), the database (:mod:`bot.store`).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from knowledge.facts import Locale
from knowledge.understanding.question import Intent

LONGEST_SAVED = 100
"""Products on one saved list: a text of more could not be shared on any platform."""
LONGEST_COMMENT = 1000
"""Characters of a comment that are kept."""
NEEDED = frozenset({Intent.SAVED, Intent.PRIVACY})
"""Intents whose handlers are given what is kept; the others are not worth the look."""


class Kept(Struct, frozen=True):
    """What is kept of one chat."""

    saved: tuple[str, ...] = ()
    """Codes of the saved products, in the order they were saved."""
    question_days: int = 0
    """How long anonymised questions are kept; 0: they are not kept."""


NOTHING = Kept()
"""What is kept of a chat of which nothing is kept, or is not asked for."""


class Deed(StrEnum):
    """What can be done to what is kept."""

    SAVE = "save"
    """Put the product with this code on the saved list."""
    REMOVE = "remove"
    CLEAR = "clear"
    """Empty the saved list."""
    VOTE = "vote"
    """``+`` or ``-``, the answer's key, and for ``-`` perhaps a reason, with blanks between."""
    COMMENT = "comment"
    EXPORT = "export"
    """Hand over everything that is kept of the chat."""
    FORGET = "forget"
    """Delete everything that is kept of the chat."""


class Effect(Struct, frozen=True):
    """One deed and what it is done with."""

    deed: Deed
    value: str = ""


class Noted(Struct, frozen=True):
    """An answered question without the person: nothing in it leads back to a chat."""

    key: str
    """Random; what a vote on the answer names."""
    asked_on: date
    channel: str
    language: Locale
    intent: str
    outcome: str
    reading: str
    """What was understood: ``product:tra-hoa-vang-ba-che stars:5``."""
    words: str
    """The words, without numbers, addresses and names of accounts; at most 200 characters."""


class Keeping(Protocol):
    """Keeps what must survive a restart. ``chat`` is the channel and its own key with a colon
    between: ``telegram:1001``."""

    async def language(self, chat: str) -> Locale | None:
        """The language the person chose, if ever."""

    async def choose_language(self, chat: str, language: Locale) -> None:
        """Keep the chosen language."""

    async def kept(self, chat: str) -> Kept:
        """What is kept of the chat."""

    async def save(self, chat: str, product: str) -> None:
        """Put a product on the saved list; nothing happens when it is there or the list is full."""

    async def remove(self, chat: str, product: str) -> None:
        """Take a product from the saved list."""

    async def clear(self, chat: str) -> None:
        """Empty the saved list."""

    async def note(self, noted: Noted) -> None:
        """Keep an anonymised question, for as long as questions are kept."""

    async def vote(self, key: str, good: bool, reason: str) -> None:
        """Keep what a person thinks of the answer with a key, with the question as read."""

    async def comment(self, text: str, language: Locale) -> None:
        """Keep a comment, without who wrote it."""

    async def everything(self, chat: str) -> dict[str, object]:
        """All that is kept of the chat, to be handed over as JSON."""

    async def forget(self, chat: str) -> None:
        """Delete all that is kept of the chat."""
