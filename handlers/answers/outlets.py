"""Shops, showrooms, markets and sites that sell OCOP products."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.shops import is_planned, sells_ocop, shops_of
from handlers.geography.territory import pick_place, today_note, wider_place
from handlers.lists.paging import page_of
from handlers.words.naming import outlet_kind_name, outlet_name
from handlers.words.places import address_phrase, place_name
from handlers.words.reading import is_written_in
from handlers.words.sourcing import sources_note, website_run
from handlers.words.wording import Part, body, capitalised, item, joined, strong, title
from knowledge.facts import Outlet, OutletKind, Place, PlaceLevel
from knowledge.understanding.vocabulary.senses import HOURS


def answer(asked: Asked) -> Answer:
    """List the outlets of the places asked about, or the nationwide ones."""
    question, t = asked.question, asked.t
    if question.place_rivals:
        return pick_place(asked, lambda key: Action.of(Verb.OUTLETS, 0, key))
    if not question.places:
        paragraphs = online_list(
            asked, t.gettext("Selling OCOP products online across the country:")
        )
        paragraphs.append(body(t.gettext("Name a province and I will list the shops there.")))
        return answered(Outcome.ANSWER, paragraphs)
    answers = [_of_place(asked, place) for place in question.places]
    paragraphs = [line for each in answers for line in each.reply.paragraphs]
    if HOURS in question.cues:
        line = t.gettext("I do not know when they are open; ask before you go.")
        paragraphs.insert(0, body(line))
    found = any(each.reply.outcome is Outcome.ANSWER for each in answers)
    return answered(
        Outcome.ANSWER if found else Outcome.NOT_FOUND,
        paragraphs,
        [offered for each in answers for offered in each.reply.choices],
        places=question.places,
        page=answers[0].page if len(answers) == 1 else None,
    )


def _of_place(asked: Asked, place: Place) -> Answer:
    """The outlets of one place, else of the one around it, else those of the whole country."""
    t, shops = asked.t, shops_of(asked.catalogue)
    found = shops.at(place)
    if found:
        paragraphs = _listed(asked, place, found)
        if not any(map(sells_ocop, found)):
            paragraphs += _beyond(asked, place)
        return answered(
            Outcome.ANSWER,
            paragraphs,
            _more(asked, place, found, asked.offset + PAGE),
            page=page_of(asked, Action.of(Verb.OUTLETS, 0, place.key), len(found)),
        )
    name = place_name(place, t)
    wider = wider_place(place, asked.catalogue)
    beyond = shops.around(place, wider) if wider is not None else ()
    if wider is None or not beyond:
        line = t.gettext(
            "No OCOP outlet in {place} is known to us. Online, across the country:", place=name
        )
        return answered(Outcome.NOT_FOUND, online_list(asked, line))
    line = t.gettext(
        "No OCOP outlet in {place} is known to us; these are in {wider}:",
        place=name,
        wider=place_name(wider, t),
    )
    told = [entry(asked, outlet, within=True) for outlet in beyond[:PAGE]]
    return answered(Outcome.ANSWER, [body(line), *told], _more(asked, wider, beyond, PAGE))


def _more(asked: Asked, place: Place, found: Sequence[Outlet], following: int) -> list[Choice]:
    """The outlets of a place from an offset on; nothing after the last."""
    if following >= len(found):
        return []
    return choice(asked.t.gettext("More"), Verb.OUTLETS, following, place.key)


def those_shown(asked: Asked) -> Answer:
    """The same shops once more: the list has all that is known of where they are."""
    again = answer(asked)
    sentence = asked.t.gettext(
        "This is what I know of each shop; where no phone stands, I have none."
    )
    return again.after(body(sentence))


def some_of(asked: Asked, place: Place, longest: int) -> list[Paragraph]:
    """The first few outlets of a place, else of the province around it, under a heading; nothing
    when none is known."""
    shops = shops_of(asked.catalogue)
    where, found = place, shops.at(place)
    while not found:
        wider = wider_place(where, asked.catalogue)
        if wider is None:
            return []
        where, found = wider, shops.around(place, wider)
    heading = asked.t.gettext(
        "OCOP outlets in {place} (ask whether they have it):", place=place_name(where, asked.t)
    )
    return [body(heading), *(entry(asked, outlet, within=True) for outlet in found[:longest])]


def none_in(asked: Asked, place: Place) -> Paragraph:
    """That no outlet is known in a place."""
    name = place_name(place, asked.t)
    return body(asked.t.gettext("No OCOP outlet in {place} is known to us.", place=name))


def entry(asked: Asked, outlet: Outlet, *, within: bool = False) -> Paragraph:
    """One outlet: name, kind, address, what it sells, site and phone.

    ``within``: the province is already named above it.
    """
    t = asked.t
    name = outlet_name(outlet, t)
    parts: list[Part] = [strong(name)]
    kind = outlet_kind_name(outlet.kind, t)
    if outlet.kind is not OutletKind.OTHER and kind.casefold() not in name.casefold():
        parts.append(kind)
    if is_planned(outlet):
        parts.append(t.gettext("planned"))
    if outlet.location is not None:
        parts.append(address_phrase(outlet.location, asked.catalogue, t, within=within))
    if outlet.sells and is_written_in(outlet.sells, t.locale):
        parts.append(outlet.sells)
    elif not sells_ocop(outlet):
        parts.append(t.gettext("OCOP goods not mentioned"))
    if outlet.phone:
        parts.append(outlet.phone)
    if outlet.website:
        parts.append(website_run(outlet.website))
    return item(joined(filter(None, parts), " · "))


def _listed(asked: Asked, place: Place, found: Sequence[Outlet]) -> list[Paragraph]:
    t = asked.t
    heading = t.gettext("OCOP outlets in {place}", place=place_name(place, t))
    paragraphs = [title(f"{capitalised(heading)} ({t.number(len(found))})")]
    shown = found[asked.offset : asked.offset + PAGE]
    paragraphs += [entry(asked, outlet, within=True) for outlet in shown]
    paragraphs += today_note(asked, place)
    return [*paragraphs, *sources_note((outlet.source for outlet in shown), t)]


def _beyond(asked: Asked, place: Place) -> list[Paragraph]:
    """Outlets of OCOP goods around a district or commune whose own are not said to have any."""
    wider = wider_place(place, asked.catalogue)
    if wider is None or place.level is PlaceLevel.FORMER_PROVINCE:
        return []
    around = [each for each in shops_of(asked.catalogue).around(place, wider) if sells_ocop(each)]
    if not around:
        return []
    heading = asked.t.gettext("OCOP outlets in {place}", place=place_name(wider, asked.t))
    told = [entry(asked, outlet, within=True) for outlet in around[:PAGE]]
    return [body(f"{capitalised(heading)}:"), *told]


def online_list(asked: Asked, heading: str, longest: int = PAGE) -> list[Paragraph]:
    """The first few sites that sell across the country, under a heading."""
    return [
        body(heading),
        *(
            item(
                joined(
                    [strong(outlet_name(outlet, asked.t))]
                    + ([website_run(outlet.website)] if outlet.website else []),
                    " · ",
                )
            )
            for outlet in shops_of(asked.catalogue).online[:longest]
        ),
    ]
