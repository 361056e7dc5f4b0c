"""What a province page says, in the visitor's language."""

from __future__ import annotations

from bot.channels.web.province import ProvinceView, province_view
from bot.channels.web.rendering import pieces
from handlers.answers import outlets
from handlers.answers.not_found import list_date
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.geography.shops import rank
from handlers.words.places import place_name
from handlers.words.sourcing import source_run
from handlers.words.wording import capitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import Figure, Place
from locales import Translator

SHOWN_PRODUCTS = 12
SHOWN_FIGURES = 8
SHOWN_OUTLETS = 12


def province_values(asked: Asked, place: Place) -> dict[str, object]:
    """The values of the page's template."""
    t, catalogue = asked.t, asked.catalogue
    view = province_view(place, catalogue)
    name = place_name(place, t)
    found = sorted(view.outlets, key=rank)[:SHOWN_OUTLETS]
    return {
        "view": view,
        "name": name,
        "summary": t.ngettext(
            "Our list ({date}) has {count} OCOP product from {place}.",
            "Our list ({date}) has {count} OCOP products from {place}.",
            len(view.products),
            place=name,
            date=list_date(asked),
        ),
        "chart_text": _chart_text(view, t),
        "map_text": t.gettext("Map of the communes of {place} that products come from", place=name),
        "map_note": t.ngettext(
            "{count} of them is on the map; of the others we only know the province. Faint "
            "points are its communes.",
            "{count} of them are on the map; of the others we only know the province. Faint "
            "points are its communes.",
            view.map.placed if view.map is not None else 0,
        ),
        "shown_products": SHOWN_PRODUCTS,
        "figures": [_figure_row(each, catalogue, t) for each in view.figures[:SHOWN_FIGURES]],
        "outlets": [pieces(outlets.entry(asked, each, within=True)) for each in found],
        "questions": _questions(place, name, t),
    }


def _chart_text(view: ProvinceView, t: Translator) -> str:
    """The chart in words, for those who do not see it."""
    return ", ".join(
        t.gettext("{stars} stars: {count}", stars=bar.stars, count=t.number(bar.count))
        if bar.stars
        else t.gettext("not known: {count}", count=t.number(bar.count))
        for bar in view.bars
    )


def _figure_row(figure: Figure, catalogue: Catalogue, t: Translator) -> dict[str, object]:
    """One official count as a row of the table."""
    territory = (
        place_name(catalogue.former_province(figure.former_province), t)
        if figure.former_province
        else place_name(catalogue.province(figure.province), t)
        if figure.province
        else ""
    )
    run = source_run(figure.source)
    return {
        "day": t.date(figure.as_of) if figure.as_of else t.gettext("date not known"),
        "territory": territory,
        "counts": (figure.total, figure.stars5, figure.stars4, figure.stars3),
        "source": pieces(Paragraph((run,))),
    }


def _questions(place: Place, name: str, t: Translator) -> list[tuple[str, str]]:
    """What can be asked about a province next."""
    key = place.key
    best = t.ngettext(
        "{count}-star {what}", "{count}-star {what}", 5, what=t.gettext("OCOP products")
    )
    sold = t.gettext("OCOP outlets in {place}", place=name)
    return [
        (capitalised(best), Action.of(Verb.LIST, 0, 5, None, key, None).text),
        (capitalised(sold), Action.of(Verb.OUTLETS, 0, key).text),
        (t.gettext("How many it has"), Action.of(Verb.STATISTICS, None, key).text),
    ]
