"""A brand that a commune is called like, said after goods of its sort: "vĩnh xuân"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import not_found
from handlers.chat.topic import MOST_MEANT, names_one
from handlers.follow_ups.picking import called_so
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.reading import words_alone
from knowledge.facts import PlaceLevel
from knowledge.understanding.question import Certainty, Intent

_COMMUNES = frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE})
_LONGEST = 40
_AT = "at"


def meant(said: Said) -> FollowUp | None:
    """What of the list is called so, where the commune has none of it; after one product, that no
    such name is known."""
    question, topic = said.question, said.topic
    if not question.places or len(question.text) > _LONGEST or _AT in question.cues:
        return None
    if any(place.level not in _COMMUNES for place in question.places):
        return None
    if question.intent_stated or question.kinds or question.stars or names_one(question):
        return None
    if not (topic.products or topic.kinds):
        return None
    catalogue = said.catalogue
    name = words_alone(question.places[0].name)
    if name not in words_alone(question.text) or catalogue.products_at(
        question.places, kinds=topic.kinds
    ):
        return None
    called = called_so(f" {name} ", topic, catalogue)
    if called:
        bare = replace(question, places=(), place_rivals=False)
        return FollowUp(about(bare, tuple(called[:MOST_MEANT]), Intent.PRODUCT))
    if topic.product is None or catalogue.products_at(question.places):
        return None
    read = replace(
        question,
        intent=Intent.PRODUCT,
        intent_stated=True,
        certainty=Certainty.NONE,
        places=(),
        places_beside=question.places[:1],
        kinds_beside=catalogue.products[topic.product].kinds[:1],
        not_known=question.places[0].name,
    )
    return FollowUp(read, not_found.answer)
