"""Where what was shown last is from: "của tỉnh nào", "where from"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.topic import MOST_MEANT, Topic, beyond_doubt, names_subject, of_its_list
from handlers.lists.entries import entries, product_choices
from handlers.words.wording import body
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import MOST, OF_OTHERS, ORIGIN

_WHERE = (" o dau", " where", "where ")


def of_the_list(question: Question, topic: Topic) -> Question | None:
    """The list once more, whose entries say where each is from; ``None`` where something else is
    asked or no list was shown."""
    asks = ORIGIN in question.cues and question.bare and not names_subject(question)
    # "tỉnh nào có nhiều sản phẩm nhất" asks of all there are
    if question.cues >= {MOST, OF_OTHERS}:
        return None
    return of_its_list(question, topic) if asks and topic.several and topic.has_list else None


def of_those_compared(question: Question, topic: Topic) -> Question | None:
    """The things compared last, of which it is asked where each is from or made."""
    if topic.intent is not Intent.COMPARE or not topic.several or names_subject(question):
        return None
    made_where = question.intent is Intent.PRODUCER and any(
        each in f" {question.said} " for each in _WHERE
    )
    if not question.bare or question.ordinal is not None:
        return None
    if ORIGIN not in question.cues and not made_where:
        return None
    return replace(
        question,
        intent=Intent.COMPARE,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=beyond_doubt(*topic.products[:MOST_MEANT]),
    )


def answer(asked: Asked) -> Answer:
    """Each of the things compared with where it is from."""
    products = asked.products
    return answered(
        Outcome.ANSWER,
        [body(asked.t.gettext("They are from:")), *entries(asked, products)],
        product_choices(asked, products),
        products=tuple(product.code for product in products),
    )
