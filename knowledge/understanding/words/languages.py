"""Telling Vietnamese from English in a few typed words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from knowledge.facts import Locale
from knowledge.understanding.words.lexicon import Word

CUE = 2.0
"""A word of a question phrase tells more than a word of a name."""
ENGLISH_WORD = 1.0
MARKED_WORD = 0.6
"""Vietnamese names are typed with marks in English questions too."""
SURE = 1.0
"""Difference from which the language counts as told."""
LOANWORDS = frozenset(
    (
        *("check", "combo", "email", "farmstay", "handmade", "homestay", "hotline", "inbox"),
        *("granola", "cacao", "snack", "skincare", "mask", "toner", "matcha", "cookie"),
        *(
            "link",
            "info",
            "ocop",
            "online",
            "order",
            "organic",
            "resort",
            "review",
            "set",
            "ship",
            "shop",
            "tour",
        ),
        *("vs", "web", "website", "zalo"),
    )
)
"""English words in everyday Vietnamese: they tell neither language."""

_NAMED = re.compile(r"\b(?:(?P<en>tieng anh|anh ngu|anh van|english)|tieng viet|vietnamese)\b")
_DENIED = re.compile(
    r"\b(?:not|no|why|t|cannot|cant|dont|khong|ko|k|chua|chang|hong)(?: \w+){0,2} $"
)
"""Said up to three words before a language: "I can't read Vietnamese"."""
_ABLE = re.compile(r"\bdo (?:you|u) (?:also )?(?:know|speak|understand|write|read) $")
"""Said before a language by who asks whether it is known: "do you speak Vietnamese"."""
_NOT_UNDERSTOOD = re.compile(
    r"^(?: \w+){0,3} (?:not|t|cannot|cant|dont) (?:understand|read|speak)\b"
)
"""Said behind a language: "vietnamese? i don't understand"."""


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
        elif word.text in english_words and word.text not in LOANWORDS:
            balance += ENGLISH_WORD
    return ("en" if balance > 0 else "vi"), abs(balance) >= SURE


def asked_language(words: Sequence[Word]) -> Locale | None:
    """The language in which answers are asked for, the one named last; ``None`` where none is."""
    text = " ".join(word.marks.folded for word in words)
    named = list(_NAMED.finditer(text))
    if not named:
        return None
    last = named[-1]
    if not last["en"] and _ABLE.search(text[: last.start()]) is not None:
        return None
    before, behind = text[: last.start()], text[last.end() :]
    denied = _DENIED.search(before) is not None or _NOT_UNDERSTOOD.search(behind) is not None
    return "en" if bool(last["en"]) is not denied else "vi"
