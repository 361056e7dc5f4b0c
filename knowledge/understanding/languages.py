"""Telling Vietnamese from English in a few typed words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from knowledge.facts import Locale
from knowledge.understanding.lexicon import Word

CUE = 2.0
"""A word of a question phrase tells more than a word of a name."""
ENGLISH_WORD = 1.0
MARKED_WORD = 0.6
"""Vietnamese names are typed with marks in English questions too."""
SURE = 1.0
"""Difference from which the language counts as told."""


def language_of(
    words: Sequence[Word],
    phrases: Iterable[tuple[Locale, int]],
    english_words: Collection[str],
) -> tuple[Locale, bool]:
    """The language of an utterance, and whether its words leave no doubt.

    ``phrases`` are the cues and fillers found, as pairs of their language and length in words;
    ``english_words`` are words that only English names hold.
    """
    balance = 0.0
    for language, length in phrases:
        balance += CUE * length if language == "en" else -CUE * length
    for word in words:
        if word.origin in {"telex", "vni"}:
            balance -= CUE
        elif word.marks.is_marked:
            balance -= MARKED_WORD
        elif word.text in english_words:
            balance += ENGLISH_WORD
    return ("en" if balance > 0 else "vi"), abs(balance) >= SURE
