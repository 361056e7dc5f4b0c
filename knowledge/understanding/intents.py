"""From the cues of a question and what it names to what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabularies import Cue

ABOUT_ONE_THING = (
    Intent.CONTACT,
    Intent.PRICE,
    Intent.RATING,
    Intent.PRODUCER,
    Intent.WHERE_TO_BUY,
    Intent.PRODUCT,
)
"""Questions about a named product or producer; of equally strong cues the earlier one is meant:
"liên hệ mua" wants the contact, "mua giá bao nhiêu" the price."""
SMALL_TALK = (Intent.THANKS, Intent.GOODBYE, Intent.GREETING, Intent.HELP)
"""Only when nothing else is asked; thanks before greeting: "ok cảm ơn, chào bạn"."""


SURE_COMPARISON = 1.2
"""Evidence from which one thing named is to be compared with another that was not recognised."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an utterance names, as far as the intent depends on it."""

    product: bool = False
    sure: bool = False
    """The product or producer was recognised without doubt."""
    exact_product: bool = False
    """The whole name was typed."""
    producer: bool = False
    place: bool = False
    kind: bool = False
    category: bool = False
    stars: bool = False
    left_over: bool = False
    """Words that are neither named things nor cues remain."""


def weigh(cues: Iterable[PhraseSpan[Cue]]) -> dict[str, float]:
    """The evidence for each sense: the best cue counts whole, longer phrases more."""
    senses: dict[str, float] = {}
    for span in cues:
        worth = span.meaning.weight * (1.0 + 0.25 * (span.length - 1)) - 0.5 * span.penalty
        if worth > senses.get(span.meaning.sense, -1.0):
            senses[span.meaning.sense] = worth
    return senses


def intent_of(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    """The intent, and whether a cue stated it (rather than what was named)."""
    topics = max((w for s, w in senses.items() if s.startswith("topic:")), default=0.0)
    one_thing = named.product or named.producer
    if "language" in senses and not one_thing and not named.place and not named.kind:
        return Intent.LANGUAGE, True
    if senses.get("compare", 0.0) >= SURE_COMPARISON and (named.product or named.kind):
        return Intent.COMPARE, True
    if topics and not (one_thing and named.sure):
        return Intent.PROGRAMME, True
    if (
        "statistics" in senses
        and not named.exact_product
        and (not one_thing or named.place or named.stars)
    ):
        return Intent.STATISTICS, True
    if "outlets" in senses and not one_thing:
        return Intent.OUTLETS, True
    if one_thing:
        return _about_one_thing(senses, named)
    return _about_many(senses, named)


def _about_one_thing(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    if named.producer and not named.product:
        if "contact" in senses:
            return Intent.CONTACT, True
        for intent in (Intent.RATING, Intent.PRICE):
            if intent in senses:
                return intent, True
        stated = bool({"producer", "ask:where", "product", "specialities"} & senses.keys())
        return Intent.PRODUCER, stated
    present = [intent for intent in ABOUT_ONE_THING if intent in senses]
    if not present and any(sense.startswith("topic:") for sense in senses):
        # How long a certificate holds, asked of a product: whether its stars still hold
        return Intent.RATING, True
    if not present:
        if "ask:where" in senses or "sell" in senses or "outlets" in senses:
            return Intent.WHERE_TO_BUY, True
        if named.stars:
            return Intent.RATING, True
        return Intent.PRODUCT, False
    strongest = max(senses[intent] for intent in present)
    # A clearly longer phrase outweighs the order: "bán ở cửa hàng nào" against "cửa hàng"
    chosen = next(intent for intent in present if senses[intent] >= strongest - 0.6)
    if chosen is Intent.PRODUCT and ("ask:where" in senses):
        return Intent.WHERE_TO_BUY, True
    return chosen, True


def _about_many(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    something = named.place or named.kind or named.category or named.stars
    if something and not named.left_over:
        if named.kind or named.category:
            for intent in (Intent.CONTACT, Intent.PRICE, Intent.RATING):
                if senses.get(intent, 0.0) > senses.get("specialities", 0.0):
                    return intent, True
            buying = senses.get(Intent.WHERE_TO_BUY, 0.0)
            if buying > senses.get("specialities", 0.0):
                return Intent.WHERE_TO_BUY, True
        if "specialities" in senses:
            return Intent.SPECIALITIES, True
        if named.place and not named.kind and "sell" in senses and "ask:where" in senses:
            return Intent.OUTLETS, True
        return Intent.SPECIALITIES, False
    if not named.left_over:
        if "outlets" in senses:
            return Intent.OUTLETS, True
        for intent in SMALL_TALK:
            if intent in senses:
                return intent, True
        if "country" in senses and "specialities" in senses:
            return Intent.SPECIALITIES, True
    for intent in ABOUT_ONE_THING:
        if intent in senses and intent is not Intent.PRODUCT:
            return intent, True
    if "specialities" in senses:
        return Intent.SPECIALITIES, True
    if Intent.PRODUCT in senses:
        return Intent.PRODUCT, True
    if not something and named.left_over:
        for intent in SMALL_TALK:
            if senses.get(intent, 0.0) >= 1.0:
                return intent, True
    return Intent.UNKNOWN, False
