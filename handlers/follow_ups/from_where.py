"""Where the list last shown is from: "của tỉnh nào", "where from"."""

from __future__ import annotations

from handlers.chat.topic import Topic, names_subject, of_its_list
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import MOST, OF_OTHERS, ORIGIN


def of_the_list(question: Question, topic: Topic) -> Question | None:
    """The list once more, whose entries say where each is from; ``None`` where something else is
    asked or no list was shown."""
    asks = ORIGIN in question.cues and question.bare and not names_subject(question)
    # "tỉnh nào có nhiều sản phẩm nhất" asks of all there are
    if question.cues >= {MOST, OF_OTHERS}:
        return None
    return of_its_list(question, topic) if asks and topic.several and topic.has_list else None
