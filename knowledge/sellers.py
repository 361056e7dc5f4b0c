"""Shops by name, chains and sites that sell across the country: which of them a text names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from knowledge.facts import Offer, Outlet, OutletKind
from knowledge.text.letters import marks_of
from knowledge.text.tokens import words_of
from knowledge.understanding.vocabulary.tables import rows_of


class SellerKind(StrEnum):
    """What sort of shop it is, as far as that matters for where and how one buys there."""

    MARKETPLACE = "marketplace"
    SUPERMARKET = "supermarket"
    AIRPORT = "airport"
    ONLINE = "online"


_KINDS = {
    SellerKind.MARKETPLACE: frozenset({OutletKind.MARKETPLACE, OutletKind.OTHER}),
    SellerKind.SUPERMARKET: frozenset({OutletKind.SUPERMARKET}),
    SellerKind.ONLINE: frozenset({OutletKind.MARKETPLACE, OutletKind.WEBSITE}),
}
_AND = "+"
_JOINING = "hay|hoac|va|or|and"
MOST_TOGETHER = 3
"""Shops of one question that are told of."""
_ALL_AIRPORTS = "san-bay"
_IN_NAMES = _ALL_AIRPORTS.replace("-", " ")
"""Folded words in the name of every shop of an airport."""
_ANY_OF_THEM = frozenset({"sieu-thi", "online"})
"""Not one shop but all of a sort, as the airports together are."""


@dataclass(frozen=True, slots=True)
class Seller:
    """A chain, a site, or all shops of a sort: "siêu thị"."""

    key: str
    name: str
    """As it calls itself; of all shops of a sort, in Vietnamese."""
    kind: SellerKind
    asked: re.Pattern[str]
    """How people call it, in folded words."""
    told: re.Pattern[str]
    """How sources call it."""
    place: str | None = None
    """Key of the place that an airport serves."""
    parts: tuple[Seller, ...] = ()
    """Those it stands for, where several were named: "Postmart hay Lazada"."""

    @property
    def is_sort(self) -> bool:
        """Whether it stands for all shops of a sort."""
        return self.key in _ANY_OF_THEM or self.is_all_airports

    @property
    def is_all_airports(self) -> bool:
        """Whether it stands for the shops of any airport."""
        return self.key == _ALL_AIRPORTS

    @property
    def is_online(self) -> bool:
        """Whether one buys there without going."""
        return self.kind in {SellerKind.MARKETPLACE, SellerKind.ONLINE}

    def has(self, found: Offer | Outlet) -> bool:
        """Whether an offer or outlet of the tables is one of its."""
        if self.parts:
            return any(part.has(found) for part in self.parts)
        kinds = _KINDS.get(self.kind)
        if kinds is not None and found.kind not in kinds:
            return False
        if self.key in _ANY_OF_THEM:
            return True
        name = _plain(found.name if isinstance(found, Offer) else found.name_vi)
        if self.kind is SellerKind.AIRPORT and _IN_NAMES not in name:
            return False  # a shop in Đà Nẵng is none at its airport
        return self.told.search(name) is not None


@cache
def seller_of(key: str) -> Seller | None:
    """The shop, or the shops together, that a key stands for; ``None`` for none of ours."""
    if _AND not in key:
        return _sellers().get(key)
    parts = [seller for each in key.split(_AND) if (seller := _sellers().get(each)) is not None]
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], key=key, name="", place=None, parts=tuple(parts))


def is_visited(key: str | None) -> bool:
    """Whether a key stands for shops that nobody names but to go there: those of an airport, or of
    a chain of supermarkets."""
    seller = seller_of(key) if key is not None else None
    if seller is None or seller.is_online:
        return False
    return seller.kind is SellerKind.AIRPORT or not seller.is_sort


def seller_asked(words: str) -> str | None:
    """Key of the shop that folded words name, or of several: "Postmart hay Lazada". Of a name and a
    sort the name is meant, "siêu thị Aeon"."""
    if _any_seller().search(words) is None:
        return None
    found = [seller for seller in _sellers().values() if seller.asked.search(words) is not None]
    named = [seller for seller in found if not seller.is_sort]
    named += _airports_beside(named, words)
    alike = [seller for seller in named if seller.kind is named[0].kind]
    chosen = alike[:MOST_TOGETHER] or found[:1]
    return _AND.join(seller.key for seller in chosen) or None


def _airports_beside(named: list[Seller], words: str) -> list[Seller]:
    """Airports said without that word beside another one: "sân bay Vân Đồn hay Nội Bài"."""
    if not named or named[0].kind is not SellerKind.AIRPORT:
        return []
    others = (seller for seller in _sellers().values() if seller.kind is SellerKind.AIRPORT)
    return [
        seller
        for seller in others
        if seller not in named
        and not seller.is_all_airports
        and re.search(rf"\b(?:{_JOINING}) {_plain(seller.name)[len(_IN_NAMES) + 1 :]}\b", words)
    ]


@cache
def _sellers() -> dict[str, Seller]:
    """All that people ask for by name, with or without anything known of them."""
    return {row["key"]: _seller(row) for row in rows_of("sellers")}


@cache
def _any_seller() -> re.Pattern[str]:
    """All the ways to say any of them: one look tells that most messages name none."""
    return _any_of([form for row in rows_of("sellers") for form in row["forms"].split(";")])


def _seller(row: dict[str, str]) -> Seller:
    forms = row["forms"].split(";")
    return Seller(
        row["key"],
        row["name"],
        SellerKind(row["kind"]),
        _any_of(forms),
        _any_of([*forms, *row["name"].removeprefix("sân bay ").split("/")]),
        row["place"] or None,
    )


def _any_of(forms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(_plain, forms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _plain(text: str) -> str:
    return " ".join(marks_of(word).folded for word in words_of(text))
