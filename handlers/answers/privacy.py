"""What is kept of a person, handed over and deleted on request."""

from __future__ import annotations

from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.keeping import Deed, Effect
from handlers.chat.reply import Outcome
from handlers.words.wording import body, item, title

EXPORT, DELETE, DELETE_SURELY = "export", "delete", "delete!"
"""Arguments of the action ``PRIVACY``."""


def answer(asked: Asked) -> Answer:
    """Say what is kept, export it, or delete it after asking once more."""
    wanted = asked.action.argument if asked.action is not None else ""
    t = asked.t
    if wanted == EXPORT:
        line = t.gettext("Here is everything I keep about you.")
        return answered(Outcome.TALK, [body(line)], effects=(Effect(Deed.EXPORT),))
    if wanted == DELETE:
        line = t.gettext("Delete your language and saved list for good?")
        choices = choice(t.gettext("Yes, delete"), Verb.PRIVACY, DELETE_SURELY)
        choices += choice(t.gettext("No, keep it"), Verb.PRIVACY)
        return answered(Outcome.TALK, [body(line)], choices)
    if wanted == DELETE_SURELY:
        line = t.gettext("Done: nothing about you is kept any more.")
        return answered(Outcome.TALK, [body(line)], effects=(Effect(Deed.FORGET),))
    return _told(asked)


def _told(asked: Asked) -> Answer:
    t, days = asked.t, asked.kept.question_days
    questions = (
        t.ngettext(
            "questions without any name, for {count} day, to see what was not answered well",
            "questions without any name, for {count} days, to see what was not answered well",
            days,
        )
        if days
        else t.gettext("no questions")
    )
    saved = t.ngettext(
        "your saved list ({count} product), until you delete it",
        "your saved list ({count} products), until you delete it",
        len(asked.kept.saved),
    )
    paragraphs = [
        title(t.gettext("What I keep")),
        item(t.gettext("the language you chose, until you delete it")),
        item(saved),
        item(questions),
        body(
            t.gettext(
                "A message is held until it is answered, what we talk about and a location you "
                "send only in memory for the conversation. Nothing is given to anybody else."
            )
        ),
    ]
    choices = choice(t.gettext("Give me my data"), Verb.PRIVACY, EXPORT)
    choices += choice(t.gettext("Delete my data"), Verb.PRIVACY, DELETE)
    return answered(Outcome.TALK, paragraphs, choices)
