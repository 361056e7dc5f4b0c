"""What else the makers listed have, which only one of them can be asked: "họ còn làm gì nữa"."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from handlers.answers.makers import maker_choices
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.topic import OF_MAKERS, OPEN, names_subject
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.wording import body
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import ANOTHER, ELSE, GOODS, LISTED, MORE, THEY

_WHAT_ELSE = frozenset({ANOTHER, ELSE, GOODS, LISTED, MORE})
_ASKING = OPEN | {Intent.PRODUCER, Intent.PRODUCT}


def asked(said: Said) -> FollowUp | None:
    """Which of the makers listed is asked what else it makes."""
    question, topic = said.question, said.topic
    if THEY not in question.cues or len(topic.producers) < len(("one", "other")):
        return None
    if topic.intent not in OF_MAKERS or names_subject(question) or not question.bare:
        return None
    else_asked = not question.cues.isdisjoint(_WHAT_ELSE) or " else " in f" {question.said} "
    if question.intent not in _ASKING or not else_asked:
        return None
    read = replace(question, intent=Intent.PRODUCER, intent_stated=True)
    return FollowUp(read, partial(_which, makers=topic.producers))


def _which(asked: Asked, *, makers: tuple[str, ...]) -> Answer:
    """Ask which one, with all of them to pick from."""
    producers = [asked.catalogue.producers[code] for code in makers]
    line = asked.t.gettext("Which of them? Pick one and I will show all that it makes.")
    return answered(Outcome.TALK, [body(line)], maker_choices(producers, asked.t))
