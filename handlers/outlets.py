"""Shops, showrooms, markets and sites that sell OCOP products."""

from __future__ import annotations

import re
from functools import lru_cache

from handlers.actions import Verb
from handlers.answering import PAGE, Answer, Asked, answered
from handlers.naming import address_phrase, outlet_kind_name, outlet_name, place_name
from handlers.next_steps import choice
from handlers.reading import is_vietnamese
from handlers.reply import Outcome, Paragraph
from handlers.sourcing import source_runs, website_run
from handlers.territory import pick_place, today_note, wider_place
from handlers.wording import Part, body, capitalised, fill, item, joined, note, strong, title
from knowledge.catalogue import Catalogue
from knowledge.facts import Outlet, OutletKind, Place

_RANK = {
    OutletKind.SHOWROOM: 0,
    OutletKind.STORE: 1,
    OutletKind.SUPERMARKET: 2,
    OutletKind.MARKET: 3,
    OutletKind.OTHER: 4,
    OutletKind.WEBSITE: 5,
    OutletKind.MARKETPLACE: 6,
}
"""Places to walk into first, those made for OCOP before the rest."""

_OCOP = re.compile("ocop", re.IGNORECASE)
_DENIED = re.compile("không nói|not stated", re.IGNORECASE)
_FAIR = re.compile(r"hội chợ|phiên chợ|tuần lễ|\bfair\b|\bweek\b", re.IGNORECASE)
_ON_THE_NET = frozenset({OutletKind.MARKETPLACE, OutletKind.WEBSITE})


def answer(asked: Asked) -> Answer:
    """List the outlets of the places asked about, or the nationwide ones."""
    question, t = asked.question, asked.t
    if question.place_rivals:
        return pick_place(asked, lambda key: (Verb.OUTLETS, 0, key))
    if not question.places:
        paragraphs = online_list(
            asked, t.gettext("Selling OCOP products online across the country:")
        )
        paragraphs.append(body(t.gettext("Name a province and I will list the shops there.")))
        return answered(Outcome.ANSWER, paragraphs)
    paragraphs = []
    choices = []
    outcome = Outcome.NOT_FOUND
    for place in question.places:
        found = outlets_of(asked.catalogue, place)
        if found:
            outcome = Outcome.ANSWER
            paragraphs += _listed(asked, place, found)
            following = asked.offset + PAGE
            if following < len(found):
                choices += choice(t.gettext("More"), Verb.OUTLETS, following, place.key)
            continue
        wider = wider_place(place, asked.catalogue)
        beyond = outlets_of(asked.catalogue, wider) if wider else []
        if wider is not None and beyond:
            outcome = Outcome.ANSWER
            paragraphs.append(
                body(
                    t.gettext(
                        "No OCOP outlet in {place} is known to us; these are in {wider}:",
                        place=place_name(place, t),
                        wider=place_name(wider, t),
                    )
                )
            )
            paragraphs += [entry(asked, outlet, within=True) for outlet in beyond[:PAGE]]
            if len(beyond) > PAGE:
                choices += choice(t.gettext("More"), Verb.OUTLETS, PAGE, wider.key)
            continue
        paragraphs += online_list(
            asked,
            t.gettext(
                "No OCOP outlet in {place} is known to us. Online, across the country:",
                place=place_name(place, t),
            ),
        )
    return answered(outcome, paragraphs, choices, places=question.places)


def some_of(asked: Asked, place: Place, longest: int) -> list[Paragraph]:
    """The first few outlets of a place, else of the province around it, under a heading; nothing
    when none is known."""
    found = outlets_of(asked.catalogue, place)[:longest]
    if not found:
        wider = wider_place(place, asked.catalogue)
        return some_of(asked, wider, longest) if wider is not None else []
    heading = asked.t.gettext(
        "OCOP outlets in {place} (ask whether they have it):", place=place_name(place, asked.t)
    )
    return [body(heading), *(entry(asked, outlet, within=True) for outlet in found)]


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
    if _planned(outlet):
        parts.append(t.gettext("planned"))
    if outlet.location is not None:
        parts.append(address_phrase(outlet.location, asked.catalogue, t, within=within))
    if outlet.sells and (is_vietnamese(outlet.sells) == (t.locale == "vi")):
        parts.append(outlet.sells)
    elif not _sells_ocop(outlet):
        parts.append(t.gettext("OCOP goods not mentioned"))
    if outlet.phone:
        parts.append(outlet.phone)
    if outlet.website:
        parts.append(website_run(outlet.website))
    return item(joined(filter(None, parts), " · "))


def rank(outlet: Outlet) -> tuple[bool, bool, int, bool, str]:
    """Sort key: open ones that are said to sell OCOP goods first, then places to walk into."""
    located = outlet.location is not None and outlet.location.address is not None
    return (
        _planned(outlet),
        not _sells_ocop(outlet),
        _RANK.get(outlet.kind, 9),
        not located,
        outlet.name_vi,
    )


def steady(catalogue: Catalogue, place: Place) -> list[Outlet]:
    """Outlets of a place that are said to sell OCOP goods all year round, best first."""
    found = [
        outlet
        for outlet in outlets_of(catalogue, place)
        if _sells_ocop(outlet)
        and not _planned(outlet)
        and not _FAIR.search(f"{outlet.name_vi} {outlet.name_en}")
    ]
    return found


def outlets_of(catalogue: Catalogue, place: Place) -> list[Outlet]:
    """All outlets of a place, best first, one that two sources tell of once."""
    named: dict[tuple[str, str | None], Outlet] = {}
    for outlet in sorted(catalogue.outlets_in(place), key=rank):
        district = outlet.location.district if outlet.location is not None else None
        named.setdefault((outlet.name_vi.casefold(), district), outlet)
    return list(named.values())


def online(catalogue: Catalogue) -> list[Outlet]:
    """Sites and marketplaces of the whole country, each under its shortest name."""
    sites: dict[str, Outlet] = {}
    for outlet in sorted(catalogue.facts.outlets, key=lambda each: len(each.name_vi)):
        if outlet.location is None and outlet.kind in _ON_THE_NET and _sells_ocop(outlet):
            site = (outlet.website or "").split("://", 1)[-1].removeprefix("www.")
            brand = re.split(r"[ .(]", (site or outlet.name_vi).casefold(), maxsplit=1)[0]
            if brand not in sites or (outlet.website and not sites[brand].website):
                sites[brand] = outlet
    return sorted(sites.values(), key=lambda each: (not each.website, rank(each)))


def _sells_ocop(outlet: Outlet) -> bool:
    """Whether the source says that it sells OCOP goods."""
    return _says_ocop(outlet.name_vi, outlet.sells)


@lru_cache(maxsize=4096)
def _says_ocop(name: str, sells: str) -> bool:
    return bool(_OCOP.search(name) or _OCOP.search(sells)) and not _DENIED.search(sells)


def _planned(outlet: Outlet) -> bool:
    return "planned" in f"{outlet.name_en} {outlet.sells}"


def _listed(asked: Asked, place: Place, found: list[Outlet]) -> list[Paragraph]:
    t = asked.t
    heading = t.gettext("OCOP outlets in {place}", place=place_name(place, t))
    paragraphs = [title(f"{capitalised(heading)} ({t.number(len(found))})")]
    shown = found[asked.offset : asked.offset + PAGE]
    paragraphs += [entry(asked, outlet, within=True) for outlet in shown]
    belongs = today_note(asked, place)
    if belongs is not None:
        paragraphs.append(belongs)
    sources = source_runs(dict.fromkeys(outlet.source for outlet in shown))
    if sources:
        paragraphs.append(note(fill(t.gettext("Source: {source}"), source=sources)))
    return paragraphs


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
            for outlet in online(asked.catalogue)[:longest]
        ),
    ]
