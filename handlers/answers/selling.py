"""Who sells a product: its own sellers by kind, else the OCOP outlets nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from handlers.answers import outlets
from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph, Run
from handlers.geography.shops import shops_of
from handlers.words.naming import offer_name, producer_of
from handlers.words.places import address_phrase, place_name
from handlers.words.reading import only_described, readable
from handlers.words.sourcing import website_run
from handlers.words.wording import body, fill, item, joined
from knowledge.facts import Category, Offer, OutletKind, Producer, Product
from knowledge.markets import markets_in
from locales import Translator

NEARBY = 3
"""Outlets named when the product's own sellers are not known."""

_UNNAMED = re.compile(
    r"not named|không nêu|xuất khẩu|contracts|(?:many|other|\d) countries$|nước$", re.IGNORECASE
)
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


def sellers(
    asked: Asked,
    product: Product,
    *,
    introduced: bool = False,
    site_told: bool | None = None,
    asked_for: Sequence[Paragraph] = (),
) -> list[Paragraph]:
    """Where this product is sold: its own sellers as list entries, else, in a sentence and a list,
    OCOP outlets of its province.

    ``introduced``: a sentence before these paragraphs already says what they are. ``site_told``:
    the producer's website stands elsewhere in the answer; by default where they are introduced,
    because :func:`at_the_producer` follows then, but not when export was asked for. ``asked_for``:
    the outlets of the place that was asked for, which come before those of the product's province.
    """
    t, catalogue = asked.t, asked.catalogue
    offers = catalogue.offers_of(product.code)
    if site_told is None:
        site_told = introduced and not asked.question.export
    producer = producer_of(product, catalogue)
    site = producer.website if producer is not None else None
    own = by_kind(
        (
            offer
            for offer in offers
            if offer.kind is not OutletKind.EXPORT
            and not (site_told and site and is_site(offer, site))
        ),
        t,
    )
    if site and not site_told and not any(is_site(offer, site) for offer in offers):
        own.append(body(fill(t.gettext("Producer's website: {site}"), site=website_run(site))))
    abroad = markets(offers, t)
    exported = (
        [body(t.gettext("Export markets: {names}", names=", ".join(abroad)))] if abroad else []
    )
    if own:
        heading = [] if introduced else [body(t.gettext("Where to buy:"))]
        return [*heading, *(item(line.runs) for line in (*own, *exported)), *asked_for]
    if site:
        return [*exported, *asked_for]
    if product.category is Category.TOURISM:
        return []
    if len(asked_for) > 1:
        unsold = body(t.gettext("No seller of its own is known to us."))
        return [*exported, unsold, *asked_for]
    return [*exported, *asked_for, *_nearby(asked, product)]


def at_the_producer(asked: Asked, producer: Producer, *, visited: bool = False) -> list[Paragraph]:
    """The producer's own website, phone and address, as far as known.

    ``visited``: it is a place to visit, where nothing is made.
    """
    t = asked.t
    lines: list[Paragraph] = []
    if producer.website:
        lines.append(item(fill(t.gettext("Website: {site}"), site=website_run(producer.website))))
    if producer.phone:
        lines.append(item(t.gettext("Phone: {phone}", phone=producer.phone)))
    if producer.location is not None:
        where = address_phrase(producer.location, asked.catalogue, t)
        line = (
            t.gettext("Address: {address}")
            if visited
            else t.gettext("At the producer's: {address}")
        )
        lines.append(item(fill(line, address=where)))
    return lines


def markets(offers: Iterable[Offer], t: Translator) -> list[str]:
    """The export markets named, each once and, where it is a country, in the reader's language."""
    named: dict[str, str] = {}
    for offer in offers:
        if offer.kind is OutletKind.EXPORT:
            for market in _BETWEEN.split(offer_name(offer, t)):
                if _UNNAMED.search(market):
                    continue
                whole = market.removeprefix("the ").strip()
                base, _, aside = whole.partition("(")
                # "châu Âu (Cộng hòa Séc)" tells no more than Europe beside Czechia
                within = set(markets_in(aside))
                told = bool(within) and within <= named.keys()
                known = markets_in(base)
                label = t.territory(base.strip() if told else whole)
                named.setdefault(known[0] if len(known) == 1 else label, label)
    return list(named.values())


def by_kind(offers: Iterable[Offer], t: Translator) -> list[Paragraph]:
    """A line for each kind of seller with the names of its sellers."""
    grouped: dict[OutletKind, dict[str, Run]] = {}
    for offer in _for_reader(list(offers), t):
        name = offer_name(offer, t)
        run = Run(name, url=offer.url)
        if offer.address and offer.address.casefold() not in name.casefold():
            run = Run(f"{name} ({offer.address})", url=offer.url)
        grouped.setdefault(offer.kind, {}).setdefault(name.casefold(), run)
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
    names = [offer_name(offer, t) for offer in offers]
    read = [
        (offer, only_described(name))
        for offer, name in zip(offers, names, strict=True)
        if readable(name, t.locale) or not only_described(name)
    ]
    called = {offer.kind for offer, described in read if not described}
    # "Large supermarkets" adds nothing beside the names of some.
    told = [offer for offer, described in read if offer.kind not in called or not described]
    return told or offers


def is_site(offer: Offer, website: str) -> bool:
    """Whether an offer is the producer's own website."""
    bare = website.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare in (offer.url or "") or bare in offer.name


def _nearby(asked: Asked, product: Product) -> list[Paragraph]:
    t, shops = asked.t, shops_of(asked.catalogue)
    near = shops.near(product.location)
    if near is not None:
        place, found = near
        heading = t.gettext(
            "No seller of its own is known to us. OCOP outlets in {place} (ask whether they "
            "have it):",
            place=place_name(place, t),
        )
        told = [outlets.entry(asked, each, within=True) for each in found[:NEARBY]]
        return [body(heading), *told]
    if not shops.online:
        return [body(t.gettext("No seller is known to us."))]
    heading = t.gettext(
        "No seller of its own is known to us. These sell OCOP products online across the country "
        "(ask whether they have it):"
    )
    return outlets.online_list(asked, heading, NEARBY)
