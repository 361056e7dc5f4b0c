"""What was said in a conversation, and what it turns out to ask there."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from handlers.chat.actions import Action
from handlers.chat.answering import Answer, Asked
from handlers.chat.session import Session
from handlers.chat.topic import Topic
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Question


class Said(Struct, frozen=True):
    """A question read from a message, and the conversation that it continues."""

    question: Question
    session: Session
    topic: Topic
    """What the conversation is about."""
    catalogue: Catalogue


class FollowUp(Struct, frozen=True):
    """A question in its context."""

    question: Question
    handler: Callable[[Asked], Answer] | None = None
    """The one that answers, where it is not the intent's."""
    action: Action | None = None
    """The choice that the message takes, instead of the question."""
