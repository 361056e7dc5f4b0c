"""Which language a message was surely written in."""

from __future__ import annotations

import re

from handlers.words.reading import folded
from knowledge.understanding.question import Question

_OF_BOTH = frozenset(
    (
        *("ok", "oke", "okay", "okie", "yes", "no", "hi", "hello", "hey", "alo", "bye", "goodbye"),
        *("thanks", "thank", "you", "thankyou", "thx", "tks", "sorry", "please", "pls", "good"),
        *("nice", "great", "cool", "wow", "haha", "admin", "shop", "bot"),
    )
)
"""English words that people say in the middle of Vietnamese as well."""


_ASKING_IN_ENGLISH = frozenset(("how", "what", "which", "where", "when", "why", "who", "does"))
"""English words that begin a question, and nothing in Vietnamese."""
_ASSENT = frozenset(("da", "vang", "roi"))
"""Vietnamese words of assent without their marks."""


def nods_in_vietnamese(text: str) -> bool:
    """Whether a word of assent is Vietnamese: "dạ vâng", not "ok"."""
    marked = any(letter.isalpha() and not letter.isascii() for letter in text)
    return marked or not _ASSENT.isdisjoint(folded(text).split())


def _names_places_alone(question: Question) -> bool:
    named = {word for place in question.places for word in folded(place.name).split()}
    typed = re.findall(r"\w+", folded(question.text))
    return bool(typed) and named.issuperset(typed)


def is_surely(question: Question, *, talking: bool) -> bool:
    """Whether a message tells its language beyond doubt; ``talking``: others came before it.

    "ok bye" is said in the middle of Vietnamese as well.
    """
    if not (talking and question.language_sure):
        return question.language_sure
    if question.places and _names_places_alone(question):
        return False  # "Đắk Lắk" is written so in English too
    words = re.findall(r"\w+", question.text.casefold())
    if question.language != "en" and words and words[0] in _ASKING_IN_ENGLISH:
        return False  # its other words were not understood
    return not words or not _OF_BOTH.issuperset(words)
