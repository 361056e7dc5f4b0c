"""A conversation that counts what it is asked."""

from __future__ import annotations

import time

from bot.operations.metrics import ANSWER_SECONDS, ERRORS, QUESTIONS
from handlers.conversation import Conversation, Turn, Utterance


class MeasuredConversation(Conversation):
    """Counts questions by channel, intent, outcome and language, and the time they take.

    The channel is what stands before the colon of a chat's key; the rest of it is not looked at.
    """

    async def hear(self, chat: str, utterance: Utterance) -> Turn:
        """Answer an utterance of a chat: see :meth:`handlers.conversation.Conversation.hear`."""
        channel = chat.partition(":")[0]
        began = time.perf_counter()
        try:
            turn = await super().hear(chat, utterance)
        except Exception:
            ERRORS.labels(channel).inc()
            raise
        count_turn(channel, turn, time.perf_counter() - began)
        return turn


def count_turn(channel: str, turn: Turn, seconds: float) -> None:
    """Count a turn that was made without a conversation, as for a single question over HTTP."""
    ANSWER_SECONDS.labels(channel).observe(seconds)
    QUESTIONS.labels(
        channel, turn.question.intent.value, turn.reply.outcome.value, turn.language
    ).inc()
