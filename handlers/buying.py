"""Where to buy: a product's own sellers first, then the OCOP outlets nearby, told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers import outlets, places
from handlers.actions import Action, Verb
from handlers.answering import Answer, Asked, answered
from handlers.choosing import settled, unsettled
from handlers.naming import (
    address_phrase,
    place_name,
    producer_name,
    producer_of,
    product_name,
    province_phrase,
)
from handlers.next_steps import after_producer, after_product
from handlers.reading import only_described, readable
from handlers.reply import Choice, Outcome, Paragraph, Run
from handlers.sourcing import product_note, source_runs, sources_note, website_run
from handlers.wording import body, fill, item, joined, note, strong
from knowledge.facts import Category, Offer, OutletKind, Producer, Product
from locales import Translator

NEARBY = 3
"""Outlets named when the product's own sellers are not known."""

_UNNAMED = re.compile(r"not named|xuất khẩu|contracts|countries$|nước$", re.IGNORECASE)
"""An export market that names no country."""
_BETWEEN = re.compile(r", (?:and )?| and | và ")

_ORDER = (
    OutletKind.STORE,
    OutletKind.SHOWROOM,
    OutletKind.SUPERMARKET,
    OutletKind.MARKET,
    OutletKind.MARKETPLACE,
    OutletKind.WEBSITE,
    OutletKind.OTHER,
)


def answer(asked: Asked) -> Answer:
    """Say where the product, the producer's goods or a kind of product can be bought."""
    named = settled(asked)
    if isinstance(named, Product):
        return _export(asked, named) if asked.question.export else _buy(asked, named)
    if isinstance(named, Producer):
        return from_producer(asked, named)
    question = asked.question
    if question.products or question.producers:
        return unsettled(asked)
    if question.kinds or question.category or question.stars:
        return _of_a_kind(asked)
    return outlets.answer(asked) if question.places else unsettled(asked)


def sellers(asked: Asked, product: Product, *, introduced: bool = False) -> list[Paragraph]:
    """Where this product is sold: its own sellers, else OCOP outlets of its province.

    ``introduced``: a sentence before these paragraphs already says what they are.
    """
    t, catalogue = asked.t, asked.catalogue
    offers = catalogue.offers_of(product.code)
    own = _by_kind((offer for offer in offers if offer.kind is not OutletKind.EXPORT), t)
    producer = producer_of(product, catalogue)
    if producer is not None and producer.website and not _sold_at(offers, producer.website):
        own.append(
            body(fill(t.gettext("Producer's website: {site}"), site=website_run(producer.website)))
        )
    abroad = _markets(offers, t)
    exported = (
        [body(t.gettext("Export markets: {names}", names=", ".join(abroad)))] if abroad else []
    )
    if own:
        heading = [] if introduced else [body(t.gettext("Where to buy:"))]
        return [*heading, *(item(line.runs) for line in (*own, *exported))]
    if product.category is Category.TOURISM:
        return []
    return [*exported, *_nearby(asked, product)]


def from_producer(asked: Asked, producer: Producer) -> Answer:
    """Where a producer's goods can be bought."""
    t, catalogue = asked.t, asked.catalogue
    name = producer_name(producer, t)
    paragraphs = [
        body(fill(t.gettext("Buying from {producer}:"), producer=strong(name))),
        *at_the_producer(asked, producer),
    ]
    made = catalogue.products_of(producer.code)
    for product in made:
        own = _by_kind(
            (o for o in catalogue.offers_of(product.code) if o.kind is not OutletKind.EXPORT), t
        )
        if own:
            paragraphs.append(
                body(
                    fill(
                        t.gettext("{product} is also sold at:"),
                        product=strong(product_name(product, t)),
                    )
                )
            )
            paragraphs += [item(line.runs) for line in own]
            break
    source = sources_note(producer.sources, t)
    if source is not None:
        paragraphs.append(source)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        after_producer(asked, producer),
        products=tuple(product.code for product in made[:10]),
        producers=(producer.code,),
    )


def at_the_producer(asked: Asked, producer: Producer) -> list[Paragraph]:
    """The producer's own website, phone and address, as far as known."""
    t = asked.t
    lines: list[Paragraph] = []
    if producer.website:
        lines.append(item(fill(t.gettext("Website: {site}"), site=website_run(producer.website))))
    if producer.phone:
        lines.append(item(t.gettext("Phone: {phone}", phone=producer.phone)))
    if producer.location is not None:
        where = address_phrase(producer.location, asked.catalogue, t)
        lines.append(item(t.gettext("At the producer's: {address}", address=where)))
    return lines


def _of_a_kind(asked: Asked) -> Answer:
    """Products of a kind to choose from when asked where to buy that kind."""
    listed = places.answer(asked)
    if listed.reply.outcome is not Outcome.ANSWER:
        return listed
    t = asked.t
    paragraphs = list(listed.reply.paragraphs)
    paragraphs.append(body(t.gettext("Pick a product and I will say where it is sold.")))
    for place in asked.question.places[:2]:
        paragraphs += outlets.some_of(asked, place, NEARBY)
    choices = [
        Choice(each.label, Action(Verb.WHERE_TO_BUY, each.action[1:]).text)
        if each.action.startswith(Verb.PRODUCT.value)
        else each
        for each in listed.reply.choices
    ]
    return answered(
        Outcome.ANSWER, paragraphs, choices, products=listed.products, places=listed.places
    )


def _buy(asked: Asked, product: Product) -> Answer:
    t, catalogue = asked.t, asked.catalogue
    producer = producer_of(product, catalogue)
    paragraphs = [
        body(
            fill(
                t.gettext("Buying {product}, {place}:"),
                product=strong(product_name(product, t)),
                place=province_phrase(product.location, catalogue, t),
            )
        ),
        *sellers(asked, product, introduced=True),
    ]
    for place in asked.question.places:
        if catalogue.province(product.location.province).key != place.key:
            paragraphs += outlets.some_of(asked, place, NEARBY)
    if producer is not None:
        direct = at_the_producer(asked, producer)
        if direct:
            name = producer_name(producer, t)
            paragraphs.append(body(fill(t.gettext("Straight from {producer}:"), producer=name)))
            paragraphs += direct
    sources = source_runs(
        dict.fromkeys(o.source for o in catalogue.offers_of(product.code) if o.source)
    )
    if sources:
        paragraphs.append(note(fill(t.gettext("Source: {source}"), source=sources)))
    else:
        source = product_note(product, t)
        if source is not None:
            paragraphs.append(source)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        after_product(asked, product),
        products=(product.code,),
        producers=(producer.code,) if producer else (),
    )


def _export(asked: Asked, product: Product) -> Answer:
    t, catalogue = asked.t, asked.catalogue
    name = strong(product_name(product, t))
    offers = catalogue.offers_of(product.code)
    markets = [offer for offer in offers if offer.kind is OutletKind.EXPORT]
    countries = _markets(markets, t)
    producer = producer_of(product, catalogue)
    if markets:
        sentence = (
            fill(
                t.gettext("{product} is exported to: {markets}."),
                product=name,
                markets=", ".join(countries),
            )
            if countries
            else fill(
                t.gettext("{product} is exported; the sources do not name the markets."),
                product=name,
            )
        )
        paragraphs = [body(sentence)]
        sources = source_runs(dict.fromkeys(offer.source for offer in markets))
        if sources:
            paragraphs.append(note(fill(t.gettext("Source: {source}"), source=sources)))
    else:
        paragraphs = [
            body(
                fill(
                    t.gettext("We have not read of any export of {product}. In Vietnam:"),
                    product=name,
                )
            ),
            *sellers(asked, product, introduced=True),
        ]
    return answered(
        Outcome.ANSWER,
        paragraphs,
        after_product(asked, product),
        products=(product.code,),
        producers=(producer.code,) if producer else (),
    )


def _markets(offers: Iterable[Offer], t: Translator) -> list[str]:
    """The export markets named, each once and, where it is a country, in the reader's language."""
    named: dict[str, None] = {}
    for offer in offers:
        if offer.kind is OutletKind.EXPORT:
            for market in _BETWEEN.split(offer.name):
                if not _UNNAMED.search(market):
                    named[t.territory(market.removeprefix("the ").strip())] = None
    return list(named)


def _by_kind(offers: Iterable[Offer], t: Translator) -> list[Paragraph]:
    grouped: dict[OutletKind, dict[str, Run]] = {}
    for offer in _for_reader(list(offers), t):
        run = Run(offer.name, url=offer.url) if offer.url else Run(offer.name)
        if offer.address and offer.address.casefold() not in offer.name.casefold():
            run = Run(f"{offer.name} ({offer.address})", url=offer.url)
        grouped.setdefault(offer.kind, {}).setdefault(offer.name.casefold(), run)
    labels = {
        OutletKind.STORE: t.gettext("Shops: {names}"),
        OutletKind.SHOWROOM: t.gettext("Showrooms: {names}"),
        OutletKind.SUPERMARKET: t.gettext("Supermarkets: {names}"),
        OutletKind.MARKET: t.gettext("Markets: {names}"),
        OutletKind.MARKETPLACE: t.gettext("Online: {names}"),
        OutletKind.WEBSITE: t.gettext("Websites: {names}"),
        OutletKind.OTHER: t.gettext("Elsewhere: {names}"),
    }
    return [
        body(fill(labels[kind], names=joined(grouped[kind].values())))
        for kind in _ORDER
        if kind in grouped
    ]


def _for_reader(offers: list[Offer], t: Translator) -> list[Offer]:
    """Offers without the descriptions in the other language, as long as others are left."""
    read = [
        offer
        for offer in offers
        if readable(offer.name, t.locale) or not only_described(offer.name)
    ]
    return read or offers


def _sold_at(offers: Iterable[Offer], website: str) -> bool:
    bare = website.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return any(bare in (offer.url or "") or bare in offer.name for offer in offers)


def _nearby(asked: Asked, product: Product) -> list[Paragraph]:
    t, catalogue = asked.t, asked.catalogue
    location = product.location
    today = catalogue.province(location.province)
    nearest = (
        catalogue.former_province(location.former_province) if location.former_province else today
    )
    for place in dict.fromkeys((nearest, today)):
        found = outlets.steady(catalogue, place)[:NEARBY]
        if found:
            heading = t.gettext(
                "No seller of its own is known to us. OCOP outlets in {place} (ask whether they "
                "have it):",
                place=place_name(place, t),
            )
            return [body(heading), *(outlets.entry(asked, each, within=True) for each in found)]
    online = outlets.online(catalogue)[:NEARBY]
    if not online:
        return [body(t.gettext("No seller is known to us."))]
    heading = t.gettext(
        "No seller of its own is known to us. These sell OCOP products online across the country "
        "(ask whether they have it):"
    )
    return [body(heading), *(outlets.entry(asked, outlet) for outlet in online)]
