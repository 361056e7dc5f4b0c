"""What else was asked in the same breath: "mấy sao, ai làm, mua ở đâu"."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.answers.choosing import product_verb, settled
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Outcome
from knowledge.facts import Product
from knowledge.understanding.question import Intent


def with_the_rest(
    asked: Asked, given: Answer, handler_of: Callable[[Intent], Callable[[Asked], Answer]]
) -> Answer:
    """An answer about one product with the answers to what else was asked of it.

    ``handler_of`` tells who answers an intent. Nothing is said twice, and what is told is no longer
    offered as a next step.
    """
    question = asked.question
    if not question.besides or given.reply.outcome is not Outcome.ANSWER:
        return given
    named = settled(asked)
    if not isinstance(named, Product):
        return given
    paragraphs, choices = list(given.reply.paragraphs), given.reply.choices
    for intent in question.besides:
        alone = replace(question, intent=intent, besides=())
        more = handler_of(intent)(replace(asked, question=alone))
        if more.reply.outcome is not Outcome.ANSWER:
            continue
        said = {paragraph.text for paragraph in paragraphs}
        paragraphs += [each for each in more.reply.paragraphs if each.text not in said]
        offered = product_verb(intent, export=False).value + named.code
        choices = tuple(each for each in choices if each.action != offered)
    return given.telling(*paragraphs, choices=choices)
