"""How strong a fish sauce or liquor is to be, as names tell it: "nước mắm 40 độ đạm"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.text.letters import fold
from knowledge.understanding.certainty import is_whole
from knowledge.understanding.coverage import covered
from knowledge.understanding.deciding import MOST_MATCHES
from knowledge.understanding.drafts import Draft
from knowledge.understanding.meaning import Meaning
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.question import Certainty, Intent, Match
from knowledge.understanding.vocabularies import KindReading

_STRONG = ("nuoc-mam", "ruou")
"""Kinds that are sold by their strength."""
_TOLD = re.compile(r"(?<![\d.,])(\d{2})\s?(?:do dam|do|°?\s?n|%)(?!\w)")
_DIGITS = re.compile(r"\d\d")
"""Without these no strength is told, and nothing needs to be folded."""
_UNITS = frozenset(("do", "dam", "n", "vol"))
_AT_LEAST, _AT_MOST = frozenset(("tren", "hon", "tu")), frozenset(("duoi",))
_ABOUT = _AT_LEAST | _AT_MOST | {"tro", "len", "xuong", "khoang", "tam"}
"""Folded words around a strength."""


def with_strength(
    meaning: Meaning, draft: Draft, catalogue: Catalogue, *, compares: bool
) -> tuple[Meaning, str | None]:
    """What is asked, of all that has the strength told in its name; of all of the kind, and the
    strength, where none has. ``compares`` tells that two things are."""
    strength = None if compares else _strength_asked(meaning, draft, catalogue)
    if strength is None:
        return meaning, None
    kinds = _strong(draft, catalogue)
    made = catalogue.products_at(
        [span.places[0] for span in draft.places],
        stars=draft.stars,
        kinds=[kind.meaning.key for kind in kinds],
    )
    around = {word.marks.folded for word in draft.words}
    low = 0 if around & _AT_MOST else int(strength)
    high = 100 if around & _AT_LEAST else int(strength)
    found = [each for each in made if any(low <= one <= high for one in _strengths_of(each))]
    decision = replace(
        meaning.decision,
        certainty=Certainty.RIVALS if len(found) > 1 else Certainty.CLEAR,
        kinds=() if found else kinds,
        places=draft.places,
        products=(),
        consumed=frozenset(),
    )
    intent = meaning.intent
    if not found or intent in {Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES}:
        intent = Intent.PRODUCT if found else Intent.SPECIALITIES
    products = tuple(Match(product.code, 1.0) for product in found[:MOST_MATCHES])
    told = replace(meaning, decision=decision, products=products, producers=(), intent=intent)
    return told, None if found else strength


def _strength_asked(meaning: Meaning, draft: Draft, catalogue: Catalogue) -> str | None:
    """The strength that is all that was said of a kind, and of where it is from; ``None`` where a
    brand was named as well, or nothing is sold by its strength."""
    told = _TOLD.search(fold(draft.text)) if _DIGITS.search(draft.text) else None
    kinds = _strong(draft, catalogue) if told is not None else []
    named = meaning.decision.products[:1]
    if told is None or not kinds:
        return None
    if named and is_whole(named[0].verdict):
        elsewhere = [span for span in draft.places if span.start not in meaning.decision.consumed]
        if not elsewhere:
            return None  # "rượu thốt nốt 29 độ" is that one
    explained = draft.soft | covered(draft.places, kinds)
    for place, word in enumerate(draft.words):
        if word.text.startswith(told[1]) or word.marks.folded in _UNITS | _ABOUT:
            explained |= {place}
    return told[1] if len(explained) == len(draft.words) else None


def _strong(draft: Draft, catalogue: Catalogue) -> list[PhraseSpan[KindReading]]:
    """The kinds named that are sold by their strength."""
    strong = catalogue.kinds_below(_STRONG)
    return [kind for kind in draft.kinds if kind.meaning.key in strong]


def _strengths_of(product: Product) -> list[int]:
    """The strengths that a name tells: of fish sauce in three strengths all of them."""
    names = fold(f"{product.name_vi or ''} | {product.name_en or ''}")
    return [int(told[1]) for told in _TOLD.finditer(names)]
