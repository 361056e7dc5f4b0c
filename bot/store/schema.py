"""Tables of what must survive a restart. Their names begin with ``chat_`` or ``channel_``."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Boolean, Date, DateTime, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Holds the metadata of these tables alone."""


class Chat(Base):
    """One chat: how to write back to it, and in which language."""

    __tablename__ = "chat"

    chat: Mapped[str] = mapped_column(String(120), primary_key=True)
    """Channel and its own key: ``telegram:1001``."""
    language: Mapped[str | None] = mapped_column(String(8))
    """Chosen by the person."""
    blocked: Mapped[bool] = mapped_column(Boolean, default=False)
    """The person blocked the bot or is gone: nothing is written to the chat any more."""


class SavedProduct(Base):
    """A product on a chat's saved list."""

    __tablename__ = "chat_saved_product"

    chat: Mapped[str] = mapped_column(String(120), primary_key=True)
    product: Mapped[str] = mapped_column(String(80), primary_key=True)
    saved_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class AskedQuestion(Base):
    """An answered question without the person: see :class:`handlers.chat.keeping.Noted`."""

    __tablename__ = "chat_question"
    __table_args__ = (Index("ix_chat_question_asked_on", "asked_on"),)

    key: Mapped[str] = mapped_column(String(16), primary_key=True)
    asked_on: Mapped[date] = mapped_column(Date)
    channel: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(8))
    intent: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(20))
    reading: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)


class Feedback(Base):
    """A vote on an answer with the question as read, or a comment."""

    __tablename__ = "chat_feedback"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    key: Mapped[str | None] = mapped_column(String(16), unique=True)
    """The answer's; ``None`` for a comment."""
    given_on: Mapped[date] = mapped_column(Date)
    good: Mapped[bool | None] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(String(20), default="")
    comment: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(8), default="")
    intent: Mapped[str] = mapped_column(String(20), default="")
    outcome: Mapped[str] = mapped_column(String(20), default="")
    reading: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[str] = mapped_column(Text, default="")


class ReceivedEvent(Base):
    """An event a platform sent, by its key; the payload only until it was answered."""

    __tablename__ = "channel_event"
    __table_args__ = (Index("ix_channel_event_received_at", "received_at"),)

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    payload: Mapped[str | None] = mapped_column(Text)
    """JSON; ``None`` once it was taken to be answered."""


class ChannelValue(Base):
    """A named value of a channel, with a version that tells two writers apart."""

    __tablename__ = "channel_value"

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer)
