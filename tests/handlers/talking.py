"""A conversation of several messages, over the real knowledge."""

from __future__ import annotations

from datetime import date

from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance, respond
from knowledge.base import Knowledge

TODAY = date(2026, 3, 1)
"""The day on which everybody in these tests asks."""


class Talk:
    """One person who types."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.session = Session()

    def say(self, *texts: str) -> Turn:
        """Say one text after the other; the answer to the last."""
        for text in texts:
            turn, self.session = respond(Utterance(text), self.session, self.knowledge, TODAY)
        return turn

    def places(self, turn: Turn) -> list[str]:
        """Names of the places that a turn is about."""
        return [place.name for place in turn.question.places]
