"""What is asked right behind a word of thanks: "thanks, and the maker?", "cảm ơn, thế ai làm"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.chat.topic import ABOUT_PRODUCTS, Topic
from handlers.words.reading import folded
from knowledge.understanding.question import Intent, Question

_ASKS_BEHIND = re.compile(
    r"^\W*(?:(?:ok|oke|okay|da|vang|great|lovely|perfect)\W+)?"
    r"(?:thanks|thank (?:you|u)|cheers|cam ?on|tks|thks)[^,.;:!?]{0,24}[,.;:!]+\s*"
    r"(?:and|but|so|then|the|vay|con|roi|ai|o dau|mua|cho|may|bao nhieu|co|what|who|where|how|which"
    r"|any|is|are|do|does|can)\b.*\w"
)
"""Thanks and a break, with a question behind, in folded words."""


def as_meant(question: Question, topic: Topic) -> Question:
    """The question behind the thanks, of what was shown."""
    if question.intent is not Intent.THANKS or not (topic.products or topic.producers):
        return question
    if _ASKS_BEHIND.match(folded(question.text)) is None:
        return question
    asked = [intent for intent in ABOUT_PRODUCTS if intent.value in question.cues]
    one = asked[0] if len(asked) == 1 else Intent.UNKNOWN
    return replace(question, intent=one, intent_stated=len(asked) == 1)
