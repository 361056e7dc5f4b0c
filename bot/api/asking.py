"""Questions over the interface: one by itself, or one of a conversation."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from bot.alone import answer_alone
from bot.api.errors import BadValueError
from bot.api.models import AnswerRecord, Question
from bot.http.turns import Turns
from bot.operations.measuring import count_turn
from bot.text import presentable
from handlers.answer_record import record
from handlers.chat.session import Session
from handlers.conversation import Conversation, Turn, Utterance
from knowledge.base import Knowledge

CHANNEL = "api"


class Asking:
    """Answers questions."""

    def __init__(
        self,
        conversation: Conversation,
        knowledge: Callable[[], Knowledge],
        today: Callable[[], date],
    ) -> None:
        self._conversation = conversation
        self._knowledge = knowledge
        self._today = today
        self._turns = Turns()

    async def answer(self, question: Question, key_name: str) -> AnswerRecord:
        """The record of the answer.

        A conversation belongs to the key it was begun with: the same name under another key is
        another conversation. Raises :class:`~bot.api.errors.BadValueError` for a question that asks
        nothing or more than one thing.
        """
        utterance = _utterance(question)
        knowledge = self._knowledge()
        began = time.perf_counter()
        if question.conversation is None:
            turn, _ = answer_alone(utterance, Session(), knowledge, self._today())
            count_turn(CHANNEL, turn, time.perf_counter() - began)
        else:
            turn = await self._hear(question.conversation, key_name, utterance)
        spent = (time.perf_counter() - began) * 1000
        told = record(turn, knowledge, spent)
        if question.question is not None:
            told["question"] = utterance.text
        return AnswerRecord.model_validate(told)

    async def _hear(self, name: str, key_name: str, utterance: Utterance) -> Turn:
        digest = hashlib.sha256(f"{key_name}\n{name}".encode()).hexdigest()
        chat = f"{CHANNEL}:{digest[:32]}"
        async with self._turns.of(chat):
            return await self._conversation.hear(chat, utterance)


def _utterance(question: Question) -> Utterance:
    if (question.latitude is None) != (question.longitude is None):
        raise BadValueError("body.longitude", "latitude and longitude belong together")
    point = (
        (question.latitude, question.longitude)
        if question.latitude is not None and question.longitude is not None
        else None
    )
    given = [each for each in (question.question, question.action, point) if each is not None]
    if len(given) != 1:
        raise BadValueError("body", "give one of: question, action, latitude with longitude")
    utterance = Utterance(
        text=presentable(question.question or ""), action=question.action, point=point
    )
    return replace(utterance, language=question.language)
