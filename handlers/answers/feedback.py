"""What people think of an answer, and what else they want to say.

``f+<key>`` and ``f-<key>`` are the votes on the answer with a key, ``f-<key>~<reason>`` says in one
tap what was wrong; ``f`` alone asks for a comment.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.chat.actions import FIELD, Action, Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.keeping import LONGEST_COMMENT, Deed, Effect
from handlers.chat.noting import writable
from handlers.chat.reply import Choice, Outcome
from handlers.words.wording import body
from locales import Translator

_VOTE = re.compile(r"([+-])([0-9a-f]{8})(?:~([a-z]+))?")


def votes(key: str) -> tuple[Choice, Choice]:
    """The two choices by which a person says what they think of the answer with a key."""
    return (
        Choice("👍", Action(Verb.FEEDBACK, f"+{key}").text),
        Choice("👎", Action(Verb.FEEDBACK, f"-{key}").text),
    )


def answer(asked: Asked) -> Answer:
    """Take a vote, a reason or a comment, or ask for one."""
    t = asked.t
    comment = writable(asked.comment or _told(asked)).strip()
    if comment:
        thanks = t.gettext("Thank you, I have passed it on (without your name).")
        return answered(
            Outcome.TALK, [body(thanks)], effects=(Effect(Deed.COMMENT, comment[:LONGEST_COMMENT]),)
        )
    vote = _VOTE.fullmatch(asked.action.argument) if asked.action is not None else None
    if vote is None:
        line = t.gettext("What should be better? Write it in your next message.")
        return answered(Outcome.TALK, [body(line)])
    sign, key, reason = vote.groups()
    if reason is not None and reason not in _reasons(t):
        reason = None
    effect = Effect(Deed.VOTE, " ".join(filter(None, (sign, key, reason))))
    if sign == "-" and reason is None:
        offered = [
            each
            for name, label in _reasons(t).items()
            for each in choice(label, Verb.FEEDBACK, f"-{key}{FIELD}{name}")
        ]
        line = t.gettext("Sorry about that. What was wrong?")
        return answered(Outcome.TALK, [body(line)], offered, effects=(effect,))
    given = answered(Outcome.TALK, [body(t.gettext("Thank you!"))], effects=(effect,))
    return replace(given, reply=replace(given.reply, brief=True))


def _told(asked: Asked) -> str:
    """The comment in a message that was typed and says more than that there is one."""
    return "" if asked.action is not None or asked.question.bare else asked.question.text


def _reasons(t: Translator) -> dict[str, str]:
    return {
        "other": t.gettext("Not what I asked"),
        "wrong": t.gettext("A fact is wrong"),
        "old": t.gettext("Out of date"),
        "lacking": t.gettext("Something is missing"),
    }
