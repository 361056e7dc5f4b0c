"""One outlet with its spot on the map."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import smalltalk
from handlers.answers.outlets import entry
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import GeoPoint, Outcome
from handlers.geography.spots import Precision, spot_of
from handlers.words.naming import outlet_name
from handlers.words.places import address_phrase
from handlers.words.wording import capitalised, note
from knowledge.facts import Outlet


def answer(asked: Asked) -> Answer:
    """Show the outlet that the tapped choice names: its entry, and the centre of where it is."""
    code = asked.action.argument if asked.action is not None else ""
    outlet = next((each for each in asked.catalogue.facts.outlets if each.code == code), None)
    if outlet is None:
        return smalltalk.stale(asked)
    paragraphs = [entry(asked, outlet)]
    point = _point(asked, outlet)
    if point is None:
        paragraphs.append(note(asked.t.gettext("Its spot on the map is not known to us.")))
    given = answered(Outcome.ANSWER, paragraphs)
    return replace(given, reply=replace(given.reply, point=point))


def _point(asked: Asked, outlet: Outlet) -> GeoPoint | None:
    t, location = asked.t, outlet.location
    spot = spot_of(location, asked.catalogue)
    if spot is None or location is None:
        return None
    latitude, longitude = spot.place.latitude, spot.place.longitude
    if latitude is None or longitude is None:
        return None
    address = address_phrase(location, asked.catalogue, t)
    sentence = {
        Precision.COMMUNE: t.gettext("{address} (centre of the commune)", address=address),
        Precision.DISTRICT: t.gettext("{address} (centre of the district)", address=address),
        Precision.PROVINCE: t.gettext("{address} (centre of the province)", address=address),
    }[spot.precision]
    return GeoPoint(latitude, longitude, capitalised(outlet_name(outlet, t)), sentence)
