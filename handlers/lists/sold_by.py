"""What is known to be sold by a shop, a chain, a site, or by all of a sort: "trên Shopee"."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.geography.shops import sells_ocop, shops_of
from handlers.words.naming import either
from knowledge.catalogue import Catalogue
from knowledge.facts import Outlet, Place, Product
from knowledge.sellers import Seller, SellerKind, seller_of
from locales import Translator


def sold_by(shop: str, products: Iterable[Product], catalogue: Catalogue) -> list[Product]:
    """Those of some products that a shop is known to sell, in their order."""
    seller = seller_of(shop)
    if seller is None:
        return []
    return [each for each in products if any(map(seller.has, catalogue.offers_of(each.code)))]


def outlets_by(seller: Seller, place: Place | None, catalogue: Catalogue) -> list[Outlet]:
    """The outlets of a shop that are said to sell OCOP goods, in a place or everywhere, best
    first; everywhere without what was there for a few days."""
    shops = shops_of(catalogue)
    found = shops.at(place) if place is not None else shops.lasting
    return [each for each in found if seller.has(each) and sells_ocop(each)]


def where(shop: str, t: Translator) -> str:
    """In which shop, inside a sentence: "trên Shopee"."""
    seller = seller_of(shop)
    if seller is None:
        return ""
    return either([_where(part, t) for part in seller.parts or (seller,)], t)


def _where(seller: Seller, t: Translator) -> str:
    if seller.is_sort:
        return _sorts(t)[seller.kind]
    if seller.kind is SellerKind.MARKETPLACE:
        return t.pgettext("where sold", "on {shop}", shop=seller.name)
    if seller.kind is SellerKind.AIRPORT:
        name = seller.name.removeprefix("sân bay ")
        return t.pgettext("where sold", "at {name} airport", name=name)
    return t.pgettext("where sold", "at {shop}", shop=seller.name)


def _sorts(t: Translator) -> dict[SellerKind, str]:
    return {
        SellerKind.ONLINE: t.pgettext("where sold", "online"),
        SellerKind.SUPERMARKET: t.pgettext("where sold", "in supermarkets"),
        SellerKind.AIRPORT: t.pgettext("where sold", "at airports"),
    }
