"""What to say to what somebody wrote, where a channel says nothing of its own."""

from __future__ import annotations

import logging

from bot.channels.courtesies import apology, only_text, slower
from bot.limits import Limits, Verdict
from bot.logs import error_code
from handlers.chat.reply import Reply
from handlers.conversation import Conversation, Utterance
from knowledge.facts import Locale
from locales import LOCALES

_log = logging.getLogger(__name__)


async def answered(
    conversation: Conversation,
    chat: str,
    utterance: Utterance | None,
    limits: Limits | None,
    *,
    group: bool = False,
    press: bool = False,
) -> tuple[Reply | None, Locale]:
    """The reply and its language; ``None`` to whoever asks too much and was told.

    ``utterance`` is ``None`` for what cannot be read. Without ``limits`` everything is answered. An
    error nobody foresaw becomes an apology with a code.
    """
    if limits is not None:
        verdict = limits.judge(chat, group=group, press=press)
        if verdict is not Verdict.ANSWER:
            return slower() if verdict is Verdict.WARN else None, LOCALES[0]
    if utterance is None:
        return only_text(), LOCALES[0]
    try:
        turn = await conversation.hear(chat, utterance)
    except Exception:
        code = error_code()
        _log.exception("error %s", code)
        return apology(code), LOCALES[0]
    return turn.reply, turn.language
