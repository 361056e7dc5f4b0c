"""Which language a message was surely written in."""

from __future__ import annotations

import re

from handlers.reading import folded
from knowledge.understanding.question import Question

_OF_BOTH = frozenset(
    (
        *("ok", "oke", "okay", "okie", "yes", "no", "hi", "hello", "hey", "alo", "bye", "goodbye"),
        *("thanks", "thank", "you", "thankyou", "thx", "tks", "sorry", "please", "pls", "good"),
        *("nice", "great", "cool", "wow", "haha", "admin", "shop", "bot"),
    )
)
"""English words that people say in the middle of Vietnamese as well."""

_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uye|uyu|uoi|uya|oai|oay|oeo|uay|ieu|yeu|uou|[iyu]e|u[aoeiyu]|o[aeio]|[ai]y|[aeio]u|[aoui]i"
    r"|[aei]o|[iu]a|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
"""The letters of a Vietnamese syllable without its marks."""


_ENGLISH = frozenset(("i", "it", "is", "am", "of", "in", "buy"))
"""English words in the shape of a syllable that make a sentence English."""


def is_surely(question: Question, *, talking: bool) -> bool:
    """Whether a message tells its language beyond doubt; ``talking``: others came before it.

    "ok bye" is said in the middle of Vietnamese, and "toi ly son" is Vietnamese without its marks,
    though "ly" stands in English names only.
    """
    if not question.language_sure or question.language != "en":
        return question.language_sure
    words = re.findall(r"[a-z]+", folded(question.text))
    if not words:
        return True
    if talking and _OF_BOTH.issuperset(words):
        return False
    unmarked = _ENGLISH.isdisjoint(words) and all(map(_SYLLABLE.fullmatch, words))
    return not unmarked or _OF_BOTH.issuperset(words)
