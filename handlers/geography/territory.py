"""How places of before and after 1 July 2025 belong together, and which of a name was meant."""

from __future__ import annotations

from collections.abc import Callable

from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.spots import Precision, spot_of
from handlers.words.naming import place_name, unit_name
from handlers.words.wording import body, capitalised, note
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, PlaceLevel
from locales import Translator

OFFERED = 5
"""Places of one name to pick from."""


def today_note(asked: Asked, place: Place) -> Paragraph | None:
    """What :func:`belongs` tells, as a note under a list."""
    sentence = belongs(asked, place)
    return note(sentence) if sentence is not None else None


def belongs(asked: Asked, place: Place) -> str | None:
    """How a former unit and today's belong together, and which commune is meant; ``None`` for a
    province where nothing changed."""
    t, catalogue = asked.t, asked.catalogue
    if place.level is PlaceLevel.FORMER_PROVINCE:
        today = catalogue.province(place.provinces[0])
        if today.name == place.name:
            return _without_those_of_today(asked, place, today)
        return t.gettext(
            "{former} is now part of {province} (since 1 July 2025).",
            former=place_name(place, t),
            province=unit_name(today, t),
        )
    if place.level is PlaceLevel.PROVINCE:
        former = [
            place_name(catalogue.former_province(code), t)
            for code in place.former_provinces
            if catalogue.former_province(code).name != place.name
        ]
        if not former:
            return None
        if len(place.former_provinces) == 1:
            return t.gettext(
                "{province} is the former {former} under a new name.",
                province=place_name(place, t),
                former=former[0],
            )
        return t.gettext(
            "Today's {province} also takes in former {former}.",
            province=place_name(place, t),
            former=", ".join(former),
        )
    if place.level is PlaceLevel.DISTRICT:
        names = {
            "district": place_name(place, t),
            "province": unit_name(catalogue.province(place.provinces[0]), t),
        }
        if catalogue.special_zone(place) is not None:
            return t.gettext(
                "{district} is now a special zone of {province} (since 1 July 2025).", **names
            )
        return t.gettext(
            "{district} ended as a district on 1 July 2025; its communes are now in {province}.",
            **names,
        )
    if place.level is PlaceLevel.FORMER_COMMUNE and place.successors:
        successor = catalogue.places.get(place.successors[0])
        if successor is None or successor.name == place.name:
            return None
        return t.gettext(
            "The former commune of {former} is now in {commune}, {province}.",
            former=place_name(place, t),
            commune=unit_name(successor, t),
            province=place_name(catalogue.province(place.provinces[0]), t),
        )
    if place.level is PlaceLevel.COMMUNE:
        # Many are called like a district that was far larger
        return t.gettext(
            "Meant is today's commune or ward of {commune}, {province}.",
            commune=unit_name(place, t),
            province=place_name(catalogue.province(place.provinces[0]), t),
        )
    return None


def _without_those_of_today(asked: Asked, former: Place, today: Place) -> str | None:
    """That a former province is meant whose name went on, and how its list may fall short: sources
    of today tell only the name; ``None`` where the land is the same."""
    if len(today.former_provinces) < 2:
        return None
    t, catalogue = asked.t, asked.catalogue
    vague = sum(
        product.location.former_province is None and spot.precision is Precision.PROVINCE
        for product in catalogue.products_at((today,))
        if (spot := spot_of(product.location, catalogue)) is not None
    )
    name = place_name(former, t)
    meant = t.gettext("Meant is {province} as it was before July 2025.", province=name)
    if not vague:
        return meant
    rest = t.ngettext(
        "Of {count} more product my sources only say {province}, which may be that of today.",
        "Of {count} more products my sources only say {province}, which may be that of today.",
        vague,
        count=t.number(vague),
        province=name,
    )
    return f"{meant} {rest}"


def wider_place(place: Place, catalogue: Catalogue) -> Place | None:
    """The province of a district or commune, today's province of a former one.

    Of a former province whose name went on, today's: what a source of today calls so may lie
    anywhere in it, and would be missing from the list of the former one.
    """
    if place.level in {PlaceLevel.DISTRICT, PlaceLevel.FORMER_COMMUNE}:
        today = catalogue.province(place.provinces[0])
        if not place.former_provinces:
            return today
        former = catalogue.former_province(place.former_provinces[0])
        return today if former.name == today.name else former
    if place.level in {PlaceLevel.COMMUNE, PlaceLevel.FORMER_PROVINCE}:
        return catalogue.province(place.provinces[0])
    return None


def pick_place(asked: Asked, action: Callable[[str], tuple[object, ...]]) -> Answer:
    """Let the person say which of several places of one name was meant.

    ``action`` gives the verb and fields that ask the same about the place with a key.
    """
    t, catalogue = asked.t, asked.catalogue
    rivals = asked.question.places[:OFFERED]
    choices: list[Choice] = []
    for place in rivals:
        verb, *fields = action(place.key)
        if isinstance(verb, Verb):
            choices += choice(place_label(place, catalogue, t), verb, *fields)
    name = place_name(rivals[0], t)
    return answered(
        Outcome.CHOICES,
        [body(t.gettext("Several places are called {place}. Which one do you mean?", place=name))],
        choices,
        places=rivals,
    )


def place_label(place: Place, catalogue: Catalogue, t: Translator) -> str:
    """A place with its province, to tell it from others of its name."""
    unit = capitalised(unit_name(place, t))
    if place.level is PlaceLevel.PROVINCE:
        return t.gettext("{place} (today)", place=unit)
    if place.level is PlaceLevel.FORMER_PROVINCE:
        return t.gettext("{place} (before July 2025)", place=unit)
    if place.level is PlaceLevel.REGION:
        return unit
    province = (
        catalogue.former_province(place.former_provinces[0])
        if place.former_provinces
        else catalogue.province(place.provinces[0])
    )
    return f"{unit}, {place_name(province, t)}"
