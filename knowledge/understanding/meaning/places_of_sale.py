"""Where something is bought, told apart from where it is made: "trà Thái Nguyên ở Sài Gòn"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.catalogue import Catalogue
from knowledge.facts import Locale, Place
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.meaning import Meaning
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import AND, OR, SELL

BUYING = frozenset({"where_to_buy", SELL, "outlets"})
"""Senses of who looks for a seller."""
_OF_SALES = frozenset({Intent.SPECIALITIES, Intent.WHERE_TO_BUY, Intent.OUTLETS})
"""Intents that a question where to buy a kind is taken for."""
_JOINING = frozenset({AND, OR})
_BUYING = frozenset({"mua", "buy", "order", "shop", "shops"})
"""Folded words of who wants to buy; "có bán" may ask for a list as well."""


def places_of_sale(
    draft: Draft,
    meaning: Meaning,
    senses: Collection[str],
    language: Locale,
    catalogue: Catalogue,
) -> tuple[Place, ...]:
    """The places where a kind is to be bought and not made: one beside the place it is from, or
    one that makes none of it."""
    decision = meaning.decision
    asked = meaning.intent in _OF_SALES and _is_bought(draft, senses, language)
    clear = all(len(span.places) == 1 for span in decision.places)
    if not asked or not decision.kinds or not clear or meaning.is_of_one:
        return ()
    kinds = [span.meaning.key for span in decision.kinds]
    alone = len(decision.places) == 1
    return tuple(
        span.places[0]
        for span in _of_shops(draft, decision.places)
        if (span.located and not alone) or not catalogue.products_at(span.places, kinds=kinds)
    )


def wants_to_buy(draft: Draft) -> bool:
    """Whether somebody says in so many words that something is to be bought."""
    return any(word.marks.folded in _BUYING for word in draft.words)


def _is_bought(draft: Draft, senses: Collection[str], language: Locale) -> bool:
    """Whether a seller is looked for: in English "shop" is no mere address."""
    shop = language == "en" and any(word.text == "shop" for word in draft.words)
    return shop or not BUYING.isdisjoint(senses)


def _of_shops(draft: Draft, places: Sequence[PlaceSpan]) -> Sequence[PlaceSpan]:
    """Those that may be where the shop is: one alone, else those behind a preposition, or apart
    from the kind; none where all are alike."""
    if len(places) < 2:
        return places
    if _are_joined(draft, places) or _share_a_province(places):
        return ()
    found = [span for span in places if span.located]
    found = found or [span for span in places if not _touches_a_kind(draft, span)]
    return found if len(found) < len(places) else ()


def _are_joined(draft: Draft, places: Sequence[PlaceSpan]) -> bool:
    """Whether "và" or "hoặc" stands between places, which are then alike."""
    ends = {span.end for span in places}
    return any(cue.start in ends and cue.meaning.sense in _JOINING for cue in draft.resolved)


def _share_a_province(places: Sequence[PlaceSpan]) -> bool:
    first, *others = (set(span.places[0].provinces) for span in places)
    return any(not first.isdisjoint(other) for other in others)


def _touches_a_kind(draft: Draft, place: PlaceSpan) -> bool:
    return any(kind.end == place.start or place.end == kind.start for kind in draft.kinds)
