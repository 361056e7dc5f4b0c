"""Which products are sold abroad: those for which a source names a market."""

from __future__ import annotations

from handlers.actions import Action, Verb
from handlers.answering import PAGE, Answer, Asked, answered
from handlers.listing import listed
from handlers.naming import kind_names, place_name, product_name
from handlers.next_steps import page_choice
from handlers.places import product_choices
from handlers.reply import Outcome, Paragraph, Role, Run
from handlers.selling import markets
from handlers.sourcing import source_runs
from handlers.stars import mark
from handlers.wording import body, capitalised, fill, note, strong, title
from knowledge.facts import Offer, OutletKind, Product
from knowledge.markets import ANY, MIDDLE_EAST, sold_to


def answer(asked: Asked) -> Answer:
    """List the products known to be exported to the market asked about, with the sources."""
    t, question = asked.t, asked.question
    found = [
        (product, offers)
        for product in listed(question, question.places, asked.catalogue, asked.today)
        if (offers := _exports(asked, product))
    ]
    heading = _heading(asked)
    if not found:
        lines = [
            body(t.gettext("{heading}: I have read of none yet.", heading=heading)),
            body(
                t.gettext(
                    "Sources seldom tell where a product is exported: ask its producer. Name a "
                    "product and I will give you the contact."
                )
            ),
        ]
        return answered(Outcome.NOT_FOUND, lines, places=question.places)
    shown = found[asked.offset : asked.offset + PAGE] or found[:PAGE]
    paragraphs = [title(f"{heading} ({t.number(len(found))})")]
    paragraphs += [_entry(asked, product, offers) for product, offers in shown]
    sources = source_runs(dict.fromkeys(each.source for _, offers in shown for each in offers))
    if sources:
        paragraphs.append(note(fill(t.gettext("Source: {source}"), source=sources)))
    products = [product for product, _ in shown]
    choices = product_choices(asked, products)
    places = "+".join(place.key for place in question.places)
    kinds = "+".join(question.kinds)
    choices += page_choice(
        asked,
        len(found),
        lambda offset: Action.of(Verb.EXPORTED, offset, question.market, places, kinds),
    )
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in products),
        places=question.places,
    )


def _exports(asked: Asked, product: Product) -> list[Offer]:
    market = asked.question.market or ANY
    return [
        offer
        for offer in asked.catalogue.offers_of(product.code)
        if offer.kind is OutletKind.EXPORT and sold_to(f"{offer.name}; {offer.name_en}", market)
    ]


def _entry(asked: Asked, product: Product, offers: list[Offer]) -> Paragraph:
    t = asked.t
    runs = [strong(product_name(product, t)), Run(f" {mark(product, t)}")]
    named = markets(offers, t)
    if named:
        runs.append(Run(" – " + ", ".join(named)))
    return Paragraph(tuple(runs), Role.ITEM)


def _heading(asked: Asked) -> str:
    t, question = asked.t, asked.question
    what = kind_names(question.kinds, asked.catalogue, t) or t.gettext("OCOP products")
    if question.places:
        places = ", ".join(place_name(place, t) for place in question.places)
        what = t.gettext("{what} from {place}", what=what, place=places)
    market = question.market or ANY
    if market == ANY:
        return capitalised(t.gettext("{what} sold abroad", what=what))
    name = _market_name(asked, market)
    return capitalised(t.gettext("{what} exported to {market}", what=what, market=name))


def _market_name(asked: Asked, market: str) -> str:
    t = asked.t
    return t.gettext("the Middle East") if market == MIDDLE_EAST else t.country(market)
