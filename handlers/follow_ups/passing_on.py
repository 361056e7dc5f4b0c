"""Requests to be passed on to a producer, which no answer can do: it says so, and whom to reach.

A telephone number in a message is one that somebody leaves to be called back: nothing is looked up
by it, and it is kept nowhere.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import contacts
from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Outcome
from handlers.chat.topic import Topic, beyond_doubt, names_subject
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.naming import maker_label
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import ERRAND, FAVOUR, KEEPER, TO_MAKER, WHICH

_TELEPHONE = re.compile(r"(?<![\d.,])(?:\+ ?84|0)(?:[ .\-]?\d){9,10}(?!\d)")

_OF_A_MAKER = frozenset({FAVOUR, TO_MAKER})
"""Together they ask the same as "gửi lời nhắn" does alone: "hỏi giúp", "với hợp tác xã"."""


def errand(said: Said) -> FollowUp | None:
    """What is to be passed on to somebody."""
    if not _is_asked(said.question):
        return None
    whom = _of_whom(said.question, said.topic, said.catalogue)
    return FollowUp(whom, answer)


def _is_asked(question: Question) -> bool:
    """Whether something is to be passed on to a producer, or a telephone number is left."""
    if question.intent in {Intent.FEEDBACK, Intent.PRIVACY, Intent.SAVED}:
        return False
    if _TELEPHONE.search(question.text) and not names_subject(question):
        return True  # "cần mua miến dong, lh 09..." asks for miến dong
    if KEEPER in question.cues:
        return False
    # "báo giúp mình htx nào làm chè" asks which
    favour = question.cues >= _OF_A_MAKER and WHICH not in question.cues
    return favour or ERRAND in question.cues


def _of_whom(question: Question, topic: Topic, catalogue: Catalogue) -> Question:
    """The question with the producers it may name, else the one told last, else none."""
    most = {Certainty.CLEAR: 1, Certainty.RIVALS: PAGE}.get(question.certainty, 0)
    named: list[str | None] = [match.code for match in question.producers[:most]]
    if not (named or question.kinds):
        goods = question.products[:most]
        named = [catalogue.products[each.code].producer for each in goods]
    codes = dict.fromkeys(code for code in named if code in catalogue.producers)
    if not codes:
        codes = dict.fromkeys([topic.maker(catalogue)])
    return replace(
        question,
        intent=Intent.CONTACT,
        intent_stated=True,
        products=(),
        producers=beyond_doubt(*(code for code in codes if code is not None)),
    )


def answer(asked: Asked) -> Answer:
    """That nothing is passed on, how to reach the producer, and where feedback goes."""
    t = asked.t
    lines = [
        body(
            t.gettext(
                "I cannot pass messages, orders or phone numbers on to producers: what you write "
                "here does not reach them, so please contact them yourself."
            )
        )
    ]
    if _TELEPHONE.search(asked.question.text):
        lines.append(body(t.gettext("I do not look anything up by the number you typed.")))
    keeper = body(
        t.gettext("What you write through “Feedback” reaches only whoever keeps this bot.")
    )
    feedback = choice(t.pgettext("button", "Feedback"), Verb.FEEDBACK)
    named = [asked.catalogue.producers[match.code] for match in asked.question.producers[:PAGE]]
    if len(named) != 1:
        lines.append(
            body(t.gettext("Name the producer or product, and I will tell you how to reach them."))
        )
        offered = [
            each
            for maker in named
            for each in choice(maker_label(maker, t), Verb.PRODUCER_CONTACT, maker.code)
        ]
        return answered(Outcome.TALK, [*lines, keeper], [*offered, *feedback])
    given = contacts.of_producer(asked, named[0])
    told = (*lines, *given.reply.paragraphs, keeper)
    return given.telling(*told, choices=(*given.reply.choices, *feedback))
