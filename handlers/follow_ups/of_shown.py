"""What is asked of the goods that were shown, though no name says so."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import MOST_MEANT, Topic, beyond_doubt
from knowledge.understanding.question import Certainty, Question


def of_shown(question: Question, topic: Topic) -> Question:
    """The question, of the products or the maker shown; as it is where nothing was."""
    if not topic.products:
        maker = beyond_doubt(*topic.producers[:1])
        clear = Certainty.CLEAR if maker else question.certainty
        return replace(question, producers=maker, kinds=topic.kinds, certainty=clear)
    codes = topic.products[:MOST_MEANT]
    return replace(
        question,
        products=beyond_doubt(*codes),
        certainty=Certainty.CLEAR if len(codes) == 1 else Certainty.RIVALS,
    )
