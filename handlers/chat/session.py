"""What one chat is in the middle of, and where that is kept between messages."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from handlers.chat.pages import Page
from knowledge.facts import Locale


class Session(Struct, frozen=True):
    """Small and serialisable: a chat's language and what a follow-up can refer to."""

    language: Locale | None = None
    """Chosen by the person; ``None``: follow the language of each question."""
    last_language: Locale | None = None
    """The language of the last reply."""
    intent: str | None = None
    """Intent of the last question that was answered."""
    products: tuple[str, ...] = ()
    """Codes of the products last shown, in the order shown."""
    product_before: str | None = None
    """Code of the one product shown before the one of ``products``, for "so sánh hai cái này"."""
    listed: tuple[str, ...] = ()
    """Codes of the list last shown, kept while a product picked from it is talked about."""
    others: tuple[str, ...] = ()
    """Codes of what else the last question may have meant."""
    producers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Keys of the places last talked about: with stars, group and kinds the list that a follow-up
    narrows."""
    places_before: tuple[str, ...] = ()
    """Keys of the places talked about before these, for "tỉnh nào nhiều hơn"."""
    stars: int | None = None
    award: str = ""
    """What else was asked of certificates: see :class:`handlers.lists.awards.Award`."""
    without: str = ""
    """What the list leaves out: see :mod:`handlers.lists.leaving_out`."""
    category: str | None = None
    makers: str | None = None
    """The one sort of makers that were asked for last: cooperatives alone."""
    kinds: tuple[str, ...] = ()
    topic: str | None = None
    """What of the programme was told, until something else is."""
    choices: tuple[str, ...] = ()
    """Actions last offered, in the order numbered, for "2" or "cái thứ hai"."""
    following: str | None = None
    """The action that goes on with the list last shown, for "xem thêm"."""
    page: Page | None = None
    """The page of a list last shown, to come back to."""
    page_before: Page | None = None
    """The page of another list that was shown before it."""
    lists: tuple[str, ...] = ()
    """Actions of the lists shown, the newest last, for "so sánh hai loại này"."""
    point: tuple[float, float] | None = None
    """Where the person last said they are, in degrees, rounded to about 100 m."""
    awaiting: str | None = None
    """``"comment"`` when the next text is a message to whoever keeps the bot; an intent when it was
    asked which product is meant."""


class SessionStore(Protocol):
    """Keeps sessions, for as long as the process runs at least."""

    async def load(self, chat: str) -> Session:
        """The chat's session; a new one when there is none."""

    async def save(self, chat: str, session: Session) -> None:
        """Keep the chat's session."""
