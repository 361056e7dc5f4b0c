"""Whether what was shown is sold abroad: "xuất khẩu chưa", "xk Nhật không"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, beyond_doubt, names_subject, of_its_list
from knowledge.markets import ANY
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import GOODS


def of_the_list(question: Question, topic: Topic) -> Question | None:
    """What of the list last shown is exported, or whether the one product shown is: "xuất khẩu
    chưa", "xk Nhật không"."""
    asks = question.export and not names_subject(question) and question.ordinal is None
    if not asks or GOODS in question.cues or not (topic.products or topic.has_list):
        return None
    exported = replace(
        question, intent=Intent.WHERE_TO_BUY, intent_stated=True, certainty=Certainty.CLEAR
    )
    if len(topic.products) == 1:
        return replace(exported, products=beyond_doubt(topic.products[0]), market=None)
    exported = replace(exported, market=question.market or ANY)
    if topic.has_list and topic.intent is not Intent.COMPARE:
        scope = of_its_list(exported, topic)
        return replace(scope, intent=Intent.WHERE_TO_BUY)
    return replace(exported, products=beyond_doubt(*topic.products))
