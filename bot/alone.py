"""Answers where nothing is kept of whoever asks: one question over HTTP, or on the command line."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from handlers.chat.answering import Answer
from handlers.chat.reply import Outcome, Paragraph, Reply, Run
from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance, respond
from knowledge.base import Knowledge
from knowledge.facts import Locale
from locales import translator


def answer_alone(
    utterance: Utterance, session: Session, knowledge: Knowledge, today: date
) -> tuple[Turn, Session]:
    """The turn and the session after it, as :func:`handlers.conversation.respond` gives them.

    An answer that would save or delete something says instead that this cannot be done here.
    """
    turn, following = respond(utterance, session, knowledge, today)
    if turn.answer.effects:
        reply = _nothing_kept(turn.language)
        turn = replace(turn, reply=reply, answer=Answer(reply))
    return turn, following


def _nothing_kept(language: Locale) -> Reply:
    said = translator(language).gettext(
        "I keep nothing here, so I cannot do that. In a chat I can."
    )
    return Reply(Outcome.TALK, (Paragraph((Run(said),)),))
