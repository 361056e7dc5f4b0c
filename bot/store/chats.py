"""What is kept of chats, in the database, and who blocked us.

For the conversation it is a :class:`handlers.chat.keeping.Keeping`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.schema import AskedQuestion, Chat, Feedback, SavedProduct
from bot.store.writing import Batches
from handlers.chat.keeping import LONGEST_SAVED, Kept, Noted
from knowledge.engines import reason
from knowledge.facts import Locale

QUESTIONS_WAITING = 100
"""Noted questions that are gathered before they are written; the rest at the next vote or stop."""
QUESTIONS_HELD = 10_000
"""Noted questions that are held while the database is away; the oldest go first."""

_log = logging.getLogger(__name__)


class Chats:
    """Keeps languages, saved lists, feedback and anonymised questions."""

    def __init__(
        self, engine: AsyncEngine, *, question_days: int, today: Callable[[], date]
    ) -> None:
        """``question_days``: how long anonymised questions are kept; 0 keeps none. ``today`` is the
        day under which feedback is kept, the same as for questions."""
        self._engine = engine
        self._today = today
        self._question_days = question_days
        self._dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
        self._questions: list[dict[str, Any]] = []
        self._languages: Batches[str, Locale | None] = Batches(self._read_languages)
        self._votes: Batches[dict[str, Any], None] = Batches(self._write_votes)

    async def language(self, chat: str) -> Locale | None:
        """The language the person chose, if ever; ``None`` too while the database is away, for a
        question that comes then is still answered, in the language it is asked in."""
        try:
            return await self._languages.put(chat)
        except SQLAlchemyError as error:
            _log.warning("a chosen language could not be read: %s", reason(error))
            return None

    async def choose_language(self, chat: str, language: Locale) -> None:
        """Keep the chosen language."""
        await self._put_chat(chat, {"language": language})

    async def mark_blocked(self, chat: str, blocked: bool) -> None:
        """Keep whether the chat takes no messages any more."""
        await self._put_chat(chat, {"blocked": blocked})

    async def blocked(self, channel: str) -> set[str]:
        """The chats of a channel that take no messages any more."""
        query = select(Chat.chat).where(Chat.blocked, Chat.chat.startswith(f"{channel}:"))
        async with self._engine.connect() as connection:
            return set(await connection.scalars(query))

    async def kept(self, chat: str) -> Kept:
        """What is kept of the chat."""
        async with self._engine.connect() as connection:
            saved = await connection.scalars(_saved_of(chat))
            return Kept(tuple(saved), self._question_days)

    async def save(self, chat: str, product: str) -> None:
        """Put a product on the saved list."""
        row = {"chat": chat, "product": product, "saved_at": datetime.now(UTC)}
        async with self._engine.begin() as connection:
            held = await connection.scalar(
                select(func.count()).select_from(SavedProduct).where(SavedProduct.chat == chat)
            )
            if (held or 0) < LONGEST_SAVED:
                statement = self._dialect.insert(SavedProduct).on_conflict_do_nothing()
                await connection.execute(statement, [row])

    async def remove(self, chat: str, product: str) -> None:
        """Take a product from the saved list."""
        async with self._engine.begin() as connection:
            await connection.execute(
                delete(SavedProduct).where(
                    SavedProduct.chat == chat, SavedProduct.product == product
                )
            )

    async def clear(self, chat: str) -> None:
        """Empty the saved list."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(SavedProduct).where(SavedProduct.chat == chat))

    async def note(self, noted: Noted) -> None:
        """Keep an anonymised question; written with the next hundred, or when it is voted on."""
        if self._question_days <= 0:
            return
        self._questions.append(asdict(noted))
        if len(self._questions) % QUESTIONS_WAITING == 0:
            try:
                await self.flush()
            except SQLAlchemyError as error:
                # The answer is ready; what was noted is written another time
                _log.warning("questions could not be written: %s", reason(error))

    async def vote(self, key: str, good: bool, reason: str) -> None:
        """Keep what a person thinks of an answer, with the question as read."""
        await self.flush()
        await self._votes.put({"key": key, "good": good, "reason": reason})

    async def comment(self, text: str, language: Locale) -> None:
        """Keep a comment, without who wrote it."""
        async with self._engine.begin() as connection:
            row = {"given_on": self._today(), "comment": text, "language": language}
            await connection.execute(insert(Feedback), [row])

    async def everything(self, chat: str) -> dict[str, object]:
        """All that is kept of the chat."""
        async with self._engine.connect() as connection:
            row = (await connection.execute(select(Chat).where(Chat.chat == chat))).first()
            saved = list(await connection.scalars(_saved_of(chat)))
        return {"chat": chat, "language": row.language if row is not None else None, "saved": saved}

    async def forget(self, chat: str) -> None:
        """Delete all that is kept of the chat."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(SavedProduct).where(SavedProduct.chat == chat))
            await connection.execute(delete(Chat).where(Chat.chat == chat))

    async def flush(self) -> None:
        """Write the questions noted since the last time; those that fail are held for the next."""
        rows, self._questions = self._questions, []
        if not rows:
            return
        # A write that failed may have been carried out all the same
        statement = self._dialect.insert(AskedQuestion).on_conflict_do_nothing()
        try:
            async with self._engine.begin() as connection:
                await connection.execute(statement, rows)
        except SQLAlchemyError:
            self._questions = [*rows, *self._questions][-QUESTIONS_HELD:]
            raise

    async def drop_old(self, today: date) -> None:
        """Delete the questions that were kept as long as they may be."""
        limit = today - timedelta(days=self._question_days)
        async with self._engine.begin() as connection:
            await connection.execute(delete(AskedQuestion).where(AskedQuestion.asked_on < limit))

    async def _read_languages(self, chats: Sequence[str]) -> Sequence[Locale | None]:
        """Together for all who wait: everybody's first message after a start asks for theirs."""
        query = select(Chat.chat, Chat.language).where(Chat.chat.in_(chats))
        async with self._engine.connect() as connection:
            found = {row.chat: row.language for row in await connection.execute(query)}
        return [found.get(chat) for chat in chats]

    async def _put_chat(self, chat: str, values: dict[str, Any]) -> None:
        statement = self._dialect.insert(Chat).on_conflict_do_update(
            index_elements=[Chat.chat], set_=values
        )
        async with self._engine.begin() as connection:
            await connection.execute(statement, [{"chat": chat, "blocked": False, **values}])

    async def _write_votes(self, votes: Sequence[dict[str, Any]]) -> Sequence[None]:
        keys = [vote["key"] for vote in votes]
        about = select(
            AskedQuestion.key,
            AskedQuestion.language,
            AskedQuestion.intent,
            AskedQuestion.outcome,
            AskedQuestion.reading,
            AskedQuestion.words,
        ).where(AskedQuestion.key.in_(keys))
        async with self._engine.begin() as connection:
            asked = {row.key: row._asdict() for row in await connection.execute(about)}
            # In one order for all: two processes must not wait for each other's rows
            for vote in sorted(votes, key=lambda vote: str(vote["key"])):
                row = {**asked.get(vote["key"], {}), **vote, "given_on": self._today()}
                statement = self._dialect.insert(Feedback).on_conflict_do_update(
                    index_elements=[Feedback.key],
                    set_={"good": vote["good"], "reason": vote["reason"]},
                )
                await connection.execute(statement, [row])
        return [None] * len(votes)


def _saved_of(chat: str) -> Any:
    order = (SavedProduct.saved_at, SavedProduct.product)
    return select(SavedProduct.product).where(SavedProduct.chat == chat).order_by(*order)
