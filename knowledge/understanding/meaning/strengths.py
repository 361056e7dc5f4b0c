"""How strong a fish sauce or liquor is to be, as names tell it: "nước mắm 40 độ đạm"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.text.letters import fold
from knowledge.understanding.deciding.deciding import MOST_MATCHES
from knowledge.understanding.drafts.certainty import is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.exclusion.excluding import wanted
from knowledge.understanding.meaning.meaning import Meaning
from knowledge.understanding.question import (
    Certainty,
    Intent,
    Match,
    Sign,
    Strength,
    Without,
)
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading
from knowledge.understanding.words.lexicon import Lexicon

_STRONG = ("nuoc-mam", "ruou")
"""Kinds that are sold by their strength."""
_OPEN = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES})
_UNITS = frozenset(("do", "dam", "con", "n", "vol"))
_UNIT = r"(?:do dam|do con|do|degrees?|°?\s?n|%|°)(?!\w)"
_TOLD = re.compile(rf"(?<![\d.,])(\d{{2}})\s?{_UNIT}")
_DIGITS = re.compile(r"\d\d")
"""Without these no strength is told, and nothing needs to be folded."""
_BEFORE: dict[str, Sign] = {
    **dict.fromkeys(("it hon", "thap hon", "nho hon", "duoi", "below", "under", "less than"), "<"),
    **dict.fromkeys(("toi da", "cao nhat", "khong qua", "at most", "up to", "max"), "≤"),
    **dict.fromkeys(("hon", "cao hon", "tren", "above", "over", "more than"), ">"),
    **dict.fromkeys(("it nhat", "toi thieu", "khong duoi", "tu", "at least", "from", "min"), "≥"),
    **dict.fromkeys(("khoang", "tam", "loai", "around", "about", "of", "with"), "="),
}
"""Folded words right before a number; the longest at hand is meant."""
_BEHIND: dict[str, Sign] = {
    **dict.fromkeys(("do xuong", "tro xuong", "or less", "or below", "and below"), "≤"),
    **dict.fromkeys(("do len", "tro len", "or more", "or above", "and above", "and up"), "≥"),
}
"""Folded words right behind it."""


def _any_of(words: Iterable[str]) -> str:
    """A pattern of phrases, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


_RANGE = re.compile(
    rf"(?:\b(?P<before>{_any_of(_BEFORE)})\s+)?"
    rf"(?:\b(?:between|giua)\s+)?"
    rf"(?:(?<![\d.,])(?P<first>\d{{2}})\s?(?:{_UNIT})?\s*(?:den|toi|to|and|va|-|–)\s*)?"
    rf"(?<![\d.,])(?P<number>\d{{2}})\s?{_UNIT}"
    rf"(?:\s+(?P<behind>{_any_of(_BEHIND)})\b)?"
)
_WORD = re.compile(r"\w+")


class Asked(NamedTuple):
    """What is asked, what of it is not wanted, and the strength where nothing has it."""

    meaning: Meaning
    without: Without
    strength: Strength | None = None


def with_strength(asked: Asked, draft: Draft, catalogue: Catalogue, lexicon: Lexicon) -> Asked:
    """What is asked, of all that has the strength told in its name; of all of the kind, and the
    strength, where none has."""
    meaning = asked.meaning
    strength = _strength_asked(meaning, draft, catalogue)
    if strength is None:
        return asked
    # Some product's name may have hidden the place that is not wanted
    named = Decision(Certainty.CLEAR, places=draft.places, kinds=_strong(draft, catalogue))
    named, without = wanted(draft, named, lexicon)
    made = catalogue.products_at(
        [span.places[0] for span in named.places],
        stars=draft.stars,
        kinds=[kind.meaning.key for kind in named.kinds],
    )
    found = [
        each
        for each in made
        if any(strength.holds(degrees) for degrees in _strengths_of(each))
        and not (without.places and catalogue.is_at(each, without.places))
        and not (without.kinds and catalogue.is_at(each, kinds=without.kinds))
        and each.stars not in without.stars
    ]
    decision = replace(
        meaning.decision,
        certainty=Certainty.RIVALS if len(found) > 1 else Certainty.CLEAR,
        kinds=() if found else named.kinds,
        places=named.places,
        products=(),
        consumed=frozenset(),
    )
    intent = meaning.intent
    # "40 độ trở lên" asks for no stars
    if not found or intent in _OPEN or (intent is Intent.RATING and strength.sign == "≥"):
        intent = Intent.PRODUCT if found else Intent.SPECIALITIES
    products = tuple(Match(product.code, 1.0) for product in found[:MOST_MATCHES])
    told = replace(meaning, decision=decision, products=products, producers=(), intent=intent)
    return Asked(told, without, None if found else strength)


def _strength_asked(meaning: Meaning, draft: Draft, catalogue: Catalogue) -> Strength | None:
    """The strength that is all that was said of a kind, and of where it is from; ``None`` where a
    brand was named as well, or nothing is sold by its strength."""
    kinds = _strong(draft, catalogue) if _DIGITS.search(draft.text) else []
    told = _RANGE.search(fold(draft.text)) if kinds else None
    named = meaning.decision.products[:1]
    if told is None:
        return None
    strength = _told_by(told)
    if strength.sign == "=" and named and is_whole(named[0].verdict):
        elsewhere = [span for span in draft.places if span.start not in meaning.decision.consumed]
        if not elsewhere or meaning.intent is Intent.WHERE_TO_BUY:
            return None  # "rượu thốt nốt 29 độ" is that one, wherever it is to be bought
    explained = draft.soft | covered(draft.places, kinds)
    range_told = set(_WORD.findall(told[0]))
    for place, word in enumerate(draft.words):
        if word.marks.folded in _UNITS | range_told or word.text.startswith(told["number"]):
            explained |= {place}
    return strength if len(explained) == len(draft.words) else None


def _told_by(told: re.Match[str]) -> Strength:
    """The strength, or the range of strengths, that words tell."""
    number = int(told["number"])
    if told["first"] is not None:
        return Strength("–", *sorted((int(told["first"]), number)))
    before, behind = (" ".join((told[name] or "").split()) for name in ("before", "behind"))
    return Strength(_BEHIND.get(behind) or _BEFORE.get(before, "="), number, number)


def _strong(draft: Draft, catalogue: Catalogue) -> list[PhraseSpan[KindReading]]:
    """The kinds named that are sold by their strength."""
    strong = catalogue.kinds_below(_STRONG)
    return [kind for kind in draft.kinds if kind.meaning.key in strong]


def _strengths_of(product: Product) -> list[int]:
    """The strengths that a name tells: of fish sauce in three strengths all of them."""
    names = fold(f"{product.name_vi or ''} | {product.name_en or ''}")
    return [int(told[1]) for told in _TOLD.finditer(names)]
