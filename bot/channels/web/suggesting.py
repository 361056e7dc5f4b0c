"""Suggestions while typing, as the page shows them."""

from __future__ import annotations

from bot.suggesting import suggestions_over
from handlers.chat.actions import Action, Verb
from handlers.lists.listing import Listing
from handlers.words.naming import category_name, producer_name, product_name
from handlers.words.places import district_or_province, place_name
from handlers.words.wording import capitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import PlaceLevel
from knowledge.search.suggestions import Suggestion, SuggestionSort
from locales import Translator

OFFERED = 6


async def offered(text: str, catalogue: Catalogue, t: Translator) -> list[dict[str, str]]:
    """What the typed beginning may mean: label, detail, icon, and the action that asks for it."""
    suggestions = await suggestions_over(catalogue)
    found = suggestions.suggest(text, OFFERED)
    return [_offer(each, catalogue, t) for each in found]


def _offer(found: Suggestion, catalogue: Catalogue, t: Translator) -> dict[str, str]:
    if found.sort is SuggestionSort.PRODUCT:
        product = catalogue.products[found.code]
        stars = f" · {product.stars}★" if product.stars else ""
        return {
            "label": product_name(product, t),
            "detail": district_or_province(product.location, catalogue, t) + stars,
            "icon": product.category.value,
            "action": Action(Verb.PRODUCT, found.code).text,
        }
    if found.sort is SuggestionSort.PRODUCER:
        producer = catalogue.producers[found.code]
        location = producer.location
        return {
            "label": producer_name(producer, t),
            "detail": district_or_province(location, catalogue, t) if location else "",
            "icon": "producer",
            "action": Action(Verb.PRODUCER, found.code).text,
        }
    if found.sort is SuggestionSort.PLACE:
        place = catalogue.places[found.code]
        former = place.level is PlaceLevel.FORMER_PROVINCE
        return {
            "label": place_name(place, t),
            "detail": t.gettext("former province") if former else t.gettext("all its products"),
            "icon": "place",
            "action": Listing((found.code,)).page(0).text,
        }
    kind = catalogue.kinds[found.code]
    return {
        "label": capitalised(t.choose(kind.name_vi, kind.name_en)),
        "detail": category_name(kind.category, t) if kind.category else "",
        "icon": "kind",
        "action": Listing(kinds=(found.code,)).page(0).text,
    }
