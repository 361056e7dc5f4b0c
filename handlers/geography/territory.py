"""How places of before and after 1 July 2025 belong together, and which of a name was meant."""

from __future__ import annotations

from collections.abc import Callable

from handlers.chat.actions import Action
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import as_choice
from handlers.chat.reply import Outcome, Paragraph
from handlers.geography.spots import Precision, spot_of
from handlers.words.places import place_name, unit_name
from handlers.words.wording import body, capitalised, note
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, PlaceLevel
from locales import Translator

OFFERED = 5
"""Places of one name to pick from."""


def today_note(asked: Asked, place: Place | None) -> list[Paragraph]:
    """What :func:`belongs` tells, as a note under a list; nothing for the whole country."""
    sentence = belongs(asked, place) if place is not None else None
    return [note(sentence)] if sentence is not None else []


def belongs(asked: Asked, place: Place) -> str | None:
    """How a former unit and today's belong together, and which commune is meant; ``None`` for a
    province where nothing changed."""
    match place.level:
        case PlaceLevel.FORMER_PROVINCE:
            return _became(asked, place)
        case PlaceLevel.PROVINCE:
            return _was_made_of(asked, place)
        case PlaceLevel.DISTRICT:
            return _ended(asked, place)
        case PlaceLevel.FORMER_COMMUNE:
            return _went_into(asked, place)
        case PlaceLevel.COMMUNE:
            # Many are called like a district that was far larger
            return asked.t.gettext(
                "Meant is today's commune or ward of {commune}, {province}.",
                commune=unit_name(place, asked.t),
                province=place_name(asked.catalogue.province(place.provinces[0]), asked.t),
            )
        case _:
            return None


def _became(asked: Asked, former: Place) -> str | None:
    """Which province of today a former one is part of."""
    t, today = asked.t, asked.catalogue.province(former.provinces[0])
    if today.name == former.name:
        return _without_those_of_today(asked, former, today)
    return t.gettext(
        "{former} is now part of {province} (since 1 July 2025).",
        former=place_name(former, t),
        province=unit_name(today, t),
    )


def _was_made_of(asked: Asked, province: Place) -> str | None:
    """Which former provinces of other names one of today takes in."""
    t, catalogue = asked.t, asked.catalogue
    all_former = [catalogue.former_province(code) for code in province.former_provinces]
    former = [place_name(each, t) for each in all_former if each.name != province.name]
    if not former:
        return None
    name = place_name(province, t)
    if len(all_former) == 1:
        return t.gettext(
            "{province} is the former {former} under a new name.", province=name, former=former[0]
        )
    return t.gettext(
        "Today's {province} also takes in former {former}.",
        province=name,
        former=", ".join(former),
    )


def _ended(asked: Asked, district: Place) -> str:
    """What became of a district."""
    t, catalogue = asked.t, asked.catalogue
    names = {
        "district": place_name(district, t),
        "province": unit_name(catalogue.province(district.provinces[0]), t),
    }
    if catalogue.special_zone(district) is not None:
        return t.gettext(
            "{district} is now a special zone of {province} (since 1 July 2025).", **names
        )
    return t.gettext(
        "{district} ended as a district on 1 July 2025; its communes are now in {province}.",
        **names,
    )


def _went_into(asked: Asked, commune: Place) -> str | None:
    """Which commune of today a former one of another name is in."""
    t, catalogue = asked.t, asked.catalogue
    successor = catalogue.places.get(commune.successors[0]) if commune.successors else None
    if successor is None or successor.name == commune.name:
        return None
    return t.gettext(
        "The former commune of {former} is now in {commune}, {province}.",
        former=place_name(commune, t),
        commune=unit_name(successor, t),
        province=place_name(catalogue.province(commune.provinces[0]), t),
    )


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


def namesakes(place: Place, catalogue: Catalogue) -> list[Place]:
    """The other districts and communes that are called like one."""
    if place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE, PlaceLevel.REGION}:
        return []
    return [
        other
        for other in catalogue.facts.places
        if other.name == place.name
        and other.level in {PlaceLevel.DISTRICT, PlaceLevel.FORMER_COMMUNE}
        and other.key != place.key
    ]


def provinces_of_today(catalogue: Catalogue) -> list[Place]:
    """The 34 provinces since July 2025."""
    return [place for place in catalogue.facts.places if place.level is PlaceLevel.PROVINCE]


def pick_place(asked: Asked, action_of: Callable[[str], Action]) -> Answer:
    """Let the person say which of several places of one name, or one spelling, was meant.

    ``action_of`` gives the action that asks the same about the place with a key.
    """
    t, catalogue = asked.t, asked.catalogue
    rivals = asked.question.places[:OFFERED]
    choices = [
        offered
        for place in rivals
        for offered in as_choice(place_label(place, catalogue, t), action_of(place.key))
    ]
    name = place_name(rivals[0], t)
    which = t.gettext("Several places are called {place}. Which one do you mean?", place=name)
    if len({place.name for place in rivals}) > 1:
        # A short form, or letters that two names are as near to
        which = t.gettext("Which of these places do you mean?")
    return answered(
        Outcome.CHOICES,
        [body(which)],
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
