"""Where what was shown last is: the spot, the district or the province that it is from."""

from __future__ import annotations

from handlers.chat.topic import Topic
from handlers.geography.spots import spot_of
from knowledge.catalogue import Catalogue
from knowledge.facts import Location, Place
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import ELSE, MORE

_OF_PROVINCES = frozenset(("tinh", "province", "vung", "region", "area"))
_OF_DISTRICTS = frozenset(("huyen", "district", "xa", "commune", "lang", "village", "town"))
_SAME = frozenset(("cung", "same"))
"""Words that tell how wide "there" is, and that it is asked of what else is there."""


def location_shown(topic: Topic, catalogue: Catalogue) -> Location | None:
    """Where the one product or producer shown last is."""
    if topic.product is not None:
        return catalogue.products[topic.product].location
    maker = topic.maker(catalogue)
    return catalogue.producers[maker].location if maker is not None else None


def home_of(location: Location, catalogue: Catalogue) -> Place:
    """The province of a location by the name it goes by: the former one where it is another."""
    today = catalogue.province(location.province)
    if location.former_province is None:
        return today
    former = catalogue.former_province(location.former_province)
    return today if former.name == today.name else former


def place_shown(question: Question, topic: Topic, catalogue: Catalogue) -> Place | None:
    """Where what was shown last is from: the province, or the district where that is asked for, or
    what else there is where it has more."""
    location = location_shown(topic, catalogue)
    if location is None:
        return _province_of_all(topic, catalogue)
    home = home_of(location, catalogue)
    district = catalogue.places.get(location.district) if location.district else None
    words = set(question.said.split())
    if district is None or not words.isdisjoint(_OF_PROVINCES):
        return home
    if not words.isdisjoint(_OF_DISTRICTS):
        return district
    goes_on = not question.cues.isdisjoint({MORE, ELSE}) or not words.isdisjoint(_SAME)
    return district if goes_on and len(catalogue.products_at([district])) > 1 else home


def spot_shown(topic: Topic, catalogue: Catalogue) -> Place | None:
    """The smallest place known of what was shown; the place asked about for a list."""
    spot = spot_of(location_shown(topic, catalogue), catalogue)
    if spot is not None:
        return spot.place
    return topic.places[0] if topic.places else None


def _province_of_all(topic: Topic, catalogue: Catalogue) -> Place | None:
    """The province that all products shown last are from, if it is one."""
    shown = [catalogue.products[code].location for code in topic.products]
    homes = {home_of(location, catalogue).key for location in shown}
    if len(homes) == 1:
        return catalogue.places[homes.pop()]
    provinces = {location.province for location in shown}
    return catalogue.province(provinces.pop()) if len(provinces) == 1 else None
