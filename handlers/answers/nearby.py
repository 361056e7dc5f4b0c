"""What is near the person: products, producers and outlets by distance.

A channel gives the place as ``Utterance(point=(latitude, longitude))``. Without a point the reply
asks for it (``Reply.asks_location``). The actions carry the point themselves, so that the buttons
of an old message still work: ``a<what>~<offset>~<latitude>~<longitude>``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.geography.proximity import Near, proximity_of
from handlers.geography.spots import Precision, Spot
from handlers.words.naming import choice_label, outlet_name, producer_name, product_name
from handlers.words.places import location_phrase, place_name
from handlers.words.stars import mark
from handlers.words.wording import body, capitalised, note, strong, title
from knowledge.facts import Outlet, Producer, Product
from locales import Translator

OVERVIEW = 3
"""Entries of each sort in the first answer; more of a sort are one tap away."""
FAR_KM = 150.0
"""Beyond it nothing is "near" any more, and the answer says so."""
LONGEST_LIST = 50
"""Entries that can be paged through."""

Found = Near[Product] | Near[Producer] | Near[Outlet]

PRODUCTS, PRODUCERS, OUTLETS = "p", "q", "o"
ALL = ""


def answer(asked: Asked) -> Answer:
    """List what is nearest to the point, or ask where the person is."""
    what, offset, point = _wanted(asked)
    if point is None:
        line = asked.t.gettext(
            "Where are you? Send me your location, or name a commune, district or province."
        )
        given = answered(Outcome.TALK, [body(line)])
        return replace(given, reply=replace(given.reply, asks_location=True))
    if what == ALL:
        return _overview(asked, point)
    return _page(asked, what, offset, point)


def as_point(latitude: float, longitude: float) -> tuple[float, float] | None:
    """A point on Earth rounded to about 100 m, as we keep it; ``None`` for impossible numbers."""
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return round(latitude, 3), round(longitude, 3)


def distance_phrase(kilometres: float, t: Translator) -> str:
    """A distance as people say it: no more exact than the centre of a commune allows."""
    if kilometres < 1:
        return t.gettext("under 1 km")
    return t.gettext("{kilometres} km", kilometres=t.number(round(kilometres)))


def _wanted(asked: Asked) -> tuple[str, int, tuple[float, float] | None]:
    """What sort is wanted, the entries already shown, and the point."""
    action = asked.action
    if action is not None and action.argument:
        try:
            what, offset, latitude, longitude = action.fields
            point = as_point(float(latitude), float(longitude))
            return what, min(max(int(offset), 0), LONGEST_LIST), point
        except ValueError:
            return ALL, 0, asked.point
    for place in asked.question.places:
        if place.latitude is not None and place.longitude is not None:
            return ALL, 0, as_point(place.latitude, place.longitude)
    return ALL, 0, asked.point


def _sorts(asked: Asked, point: tuple[float, float]) -> list[tuple[str, str, Iterator[Found]]]:
    t, index = asked.t, proximity_of(asked.catalogue)
    if asked.question.places:
        name = place_name(asked.question.places[0], t)
        return [
            (PRODUCTS, t.gettext("OCOP products near {place}", place=name), index.products(point)),
            (OUTLETS, t.gettext("OCOP outlets near {place}", place=name), index.outlets(point)),
            (PRODUCERS, t.gettext("Producers near {place}", place=name), index.producers(point)),
        ]
    return [
        (PRODUCTS, t.gettext("OCOP products nearby"), index.products(point)),
        (OUTLETS, t.gettext("OCOP outlets nearby"), index.outlets(point)),
        (PRODUCERS, t.gettext("Producers nearby"), index.producers(point)),
    ]


def _overview(asked: Asked, point: tuple[float, float]) -> Answer:
    t = asked.t
    paragraphs: list[Paragraph] = []
    choices: list[Choice] = []
    shown: list[Found] = []
    for what, heading, nearest in _sorts(asked, point):
        near = list(islice(nearest, OVERVIEW))
        if not near:
            continue
        paragraphs.append(title(heading))
        paragraphs += [_entry(asked, each) for each in near]
        shown += near
        choices += choice(_more_label(what, t), Verb.NEARBY, what, 0, *point)
    offered: list[Found] = [near for near in shown if not isinstance(near.named, Producer)]
    return _finished(asked, paragraphs, shown, _choices(asked, offered) + choices)


def _page(asked: Asked, what: str, offset: int, point: tuple[float, float]) -> Answer:
    t = asked.t
    for sort, heading, nearest in _sorts(asked, point):
        if sort != what:
            continue
        found = list(islice(nearest, offset, min(offset + PAGE, LONGEST_LIST) + 1))
        shown = found[:PAGE]
        paragraphs = [title(heading), *(_entry(asked, each) for each in shown)]
        choices = _choices(asked, shown)
        if len(found) > PAGE:
            choices += choice(t.gettext("More"), Verb.NEARBY, what, offset + PAGE, *point)
        return _finished(asked, paragraphs, shown, choices)
    return _overview(asked, point)


def _finished(
    asked: Asked, paragraphs: list[Paragraph], shown: list[Found], choices: list[Choice]
) -> Answer:
    t = asked.t
    if not shown:
        nothing = body(t.gettext("I know of no OCOP product near there."))
        return answered(Outcome.NOT_FOUND, [nothing])
    if min(near.kilometres for near in shown) > FAR_KM:
        far = t.gettext("Nothing of what I know is close to you. The nearest are:")
        paragraphs = [body(far), *paragraphs]
    paragraphs.append(note(accuracy((near.spot for near in shown), t)))
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(each.named.code for each in shown if isinstance(each.named, Product)),
        producers=tuple(each.named.code for each in shown if isinstance(each.named, Producer)),
    )


def accuracy(spots: Iterable[Spot], t: Translator) -> str:
    """From where to where distances were measured."""
    if all(spot.precision is Precision.COMMUNE for spot in spots):
        return t.gettext("Distances as the crow flies, to the centre of the commune.")
    return t.gettext(
        "Distances as the crow flies, to the centre of the commune; where only the district or "
        "province is known, to its centre."
    )


def _entry(asked: Asked, near: Found) -> Paragraph:
    t, named = asked.t, near.named
    about = distance_phrase(near.kilometres, t)
    if near.spot.precision is Precision.DISTRICT:
        about = t.gettext("{distance} (centre of the district)", distance=about)
    elif near.spot.precision is Precision.PROVINCE:
        about = t.gettext("{distance} (centre of the province)", distance=about)
    runs = [strong(capitalised(_name(named, t)))]
    if isinstance(named, Product):
        runs.append(Run(f" {mark(named, t)}"))
    where = location_phrase(named.location, asked.catalogue, t) if named.location else ""
    runs.append(Run(f" – {about}, {where}" if where else f" – {about}"))
    return Paragraph(tuple(runs), Role.ITEM)


def _name(named: Product | Producer | Outlet, t: Translator) -> str:
    if isinstance(named, Product):
        return product_name(named, t)
    return producer_name(named, t) if isinstance(named, Producer) else outlet_name(named, t)


def _choices(asked: Asked, shown: list[Found]) -> list[Choice]:
    """A choice for each product, producer and outlet listed."""
    t = asked.t
    products = [near.named for near in shown if isinstance(near.named, Product)]
    choices: list[Choice] = []
    for near in shown:
        named = near.named
        if isinstance(named, Product):
            label = choice_label(named, products, asked.catalogue, t, brief=True)
            choices += choice(label, Verb.PRODUCT, named.code)
        elif isinstance(named, Producer):
            choices += choice(producer_name(named, t), Verb.PRODUCER, named.code)
        else:
            choices += choice(
                t.gettext("Map: {name}", name=capitalised(outlet_name(named, t))),
                Verb.MAP,
                named.code,
            )
    return choices


def _more_label(what: str, t: Translator) -> str:
    return {
        PRODUCTS: t.gettext("More products nearby"),
        OUTLETS: t.gettext("More outlets nearby"),
        PRODUCERS: t.gettext("More producers nearby"),
    }[what]
