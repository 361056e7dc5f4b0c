"""The address that opens an answer again, for somebody else too."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from handlers.chat.actions import FIELD, SAME_FOR_EVERYBODY, Action
from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance, respond
from knowledge.base import Knowledge
from knowledge.understanding.question import Intent

_FROM_THE_SESSION = f"{FIELD}@"


def is_shared(written: str) -> bool:
    """Whether an action gives everybody the same answer and changes nothing."""
    action = Action.parse(written)
    return (
        action is not None
        and action.verb in SAME_FOR_EVERYBODY
        and _FROM_THE_SESSION not in action.argument
    )


def only_asks(text: str, knowledge: Knowledge, today: date) -> bool:
    """Whether a text asks for an answer and for nothing to be kept: no product to be saved, no
    language to be spoken from now on."""
    turn, _ = respond(Utterance(text=text), Session(), knowledge, today)
    return not turn.answer.effects and turn.question.intent is not Intent.LANGUAGE


def shared_address(
    utterance: Utterance, turn: Turn, knowledge: Knowledge, today: date, *, first: bool
) -> str | None:
    """The path that gives this answer to anybody; ``None`` where there is none.

    A typed question that means the same by itself is shared as it was typed; one that leans on what
    was said before, as the product, producer or list it came to. ``first``: nothing was said
    before.
    """
    if utterance.point is not None:
        return None
    if utterance.action is not None:
        if not is_shared(utterance.action):
            return None
        return _address(a=utterance.action, lang=turn.language)
    if not first:
        by_itself = Utterance(text=utterance.text, language=turn.language)
        alone, _ = respond(by_itself, Session(), knowledge, today)
        first = alone.reply.paragraphs == turn.reply.paragraphs
    if first:
        return _address(q=utterance.text, lang=turn.language)
    return _address(a=turn.reply.subject, lang=turn.language) if turn.reply.subject else None


def _address(**query: str) -> str:
    return f"/?{urlencode(query)}"
