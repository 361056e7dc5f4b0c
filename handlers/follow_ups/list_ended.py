"""What to say when more of a list is asked for and there is none."""

from __future__ import annotations

from handlers.answers.empty_lists import wider_lists
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.words.wording import body


def answer(asked: Asked) -> Answer:
    """Say that the list is at its end, and offer the nearest wider ones."""
    t, question = asked.t, asked.question
    place = question.places[0] if question.places else None
    lines = [body(t.gettext("That is all of them that I know of."))]
    choices = wider_lists(asked, place)
    if choices:
        lines.append(body(t.gettext("Near to it there are:")))
    return answered(Outcome.TALK, lines, choices)
