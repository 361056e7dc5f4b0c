"""Where a place belongs since the map changed: "Hà Giang giờ thuộc tỉnh nào"."""

from __future__ import annotations

from handlers.actions import Verb
from handlers.answering import Answer, Asked, answered
from handlers.listing import Listing
from handlers.naming import both, place_name, unit_name
from handlers.reply import Choice, Outcome, Paragraph
from handlers.territory import belongs, pick_place
from handlers.topic import names_one
from handlers.wording import body, capitalised, fill
from knowledge.facts import Place, PlaceLevel
from knowledge.understanding.question import Question
from knowledge.understanding.senses import BELONGING


def asks_where(question: Question) -> bool:
    """Whether it is asked where a place belongs, rather than where goods are from."""
    return BELONGING in question.cues and bool(question.places) and not names_one(question)


def answer(asked: Asked) -> Answer:
    """Say it of every place named, and offer what each of them makes."""
    question, t = asked.question, asked.t
    if question.place_rivals:
        return pick_place(asked, lambda key: (Verb.LIST, 0, None, None, key, None))
    choices: list[Choice] = []
    for place in question.places:
        label = t.gettext("OCOP products from {place}", place=place_name(place, t))
        choices.append(Choice(label, Listing(places=(place.key,)).page(0).text))
    told = [_told(asked, place) for place in question.places]
    return answered(Outcome.ANSWER, told, choices, places=question.places)


def _told(asked: Asked, place: Place) -> Paragraph:
    t, catalogue = asked.t, asked.catalogue
    if place.level is PlaceLevel.REGION:
        provinces = [place_name(catalogue.province(code), t) for code in place.provinces]
        line = t.gettext("{region} takes in {provinces}.")
        return body(
            fill(line, region=capitalised(place_name(place, t)), provinces=both(provinces, t))
        )
    sentence = None if place.level is PlaceLevel.COMMUNE else belongs(asked, place)
    if sentence is None and place.level is PlaceLevel.PROVINCE:
        name = capitalised(unit_name(place, t))
        sentence = t.gettext("{place} was not merged with any other in July 2025.", place=name)
    if sentence is None:
        sentence = t.gettext(
            "{place} is in {province}.",
            place=capitalised(unit_name(place, t)),
            province=", ".join(unit_name(catalogue.province(code), t) for code in place.provinces),
        )
    return body(sentence)
