"""Which goods are meant where only a kind of them is named, or a kind beside its maker."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.understanding.asked.intents import ABOUT_ONE_THING, SURELY_TOO
from knowledge.understanding.comparison.sides_told import told
from knowledge.understanding.deciding.deciding import MOST_MATCHES
from knowledge.understanding.drafts.certainty import is_whole
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.meaning import Meaning
from knowledge.understanding.question import Intent, Match
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    COMPARE,
    ORG,
    RANKING,
    SHOP,
    VARIETIES,
)

_OF_SEVERAL = ABOUT_MANY | {COMPARE, RANKING, VARIETIES}
"""Asked of goods of a kind, which are then told one beside the other."""
_OF_ONE = (Intent.PRODUCER, Intent.WHERE_TO_BUY, Intent.PRODUCT)
"""What may be asked of the one product of a kind that a place has, the more telling first."""
_OF_ANY = frozenset({Intent.PRICE, Intent.WHERE_TO_BUY, Intent.CONTACT})
"""What may be asked of no one product of a kind."""

_SELLS = frozenset((("ban",), ("co", "ban"), ("co",), ("con", "ban"), ("co", "ban", "loai")))
"""Folded words that say of a place that it has goods."""


class GoodsNamed:
    """Looks up what there is of a kind."""

    def __init__(self, catalogue: Catalogue, products: Sequence[str]) -> None:
        """``products`` are codes in the order in which names are indexed."""
        self._catalogue = catalogue
        self._products = products

    def of_a_kind(
        self, meaning: Meaning, draft: Draft, senses: dict[str, float], stars: int | None
    ) -> Meaning:
        """With the one product that is meant where only a kind is named, if there is one."""
        decision = meaning.decision
        if not decision.kinds or meaning.producers:
            return meaning
        asked = _asked_of_one(meaning, senses, filtered=bool(decision.places) or stars is not None)
        if asked is Intent.WHERE_TO_BUY and _is_sold_there(draft, decision):
            asked = None
        if asked is not None:
            one = self._one_there(decision, stars, asked)
            if one is not None:
                products = (Match(one.code, 1.0),)
                return replace(meaning, products=products, intent=asked, stated=True)
        if meaning.products:
            of_any = meaning.intent in _OF_ANY and self._is_called_as_all(decision)
            return replace(meaning, products=()) if of_any else meaning
        if meaning.intent in ABOUT_ONE_THING:
            meaning = replace(meaning, products=self._only(decision, stars))
        if not meaning.products and Intent.WHERE_TO_BUY in senses and _to_buy_at(decision):
            called_so = self._elsewhere(decision)
            if called_so:
                return replace(meaning, products=called_so, intent=Intent.WHERE_TO_BUY)
        return meaning

    def of_a_maker(self, meaning: Meaning, draft: Draft, senses: dict[str, float]) -> Meaning:
        """With what a producer makes of a kind, where nothing is asked of the producer itself:
        "Gốm Quang Vinh"."""
        decision = meaning.decision
        of_org = ORG in senses or any(span.meaning.sense == ORG for span in draft.cues)
        if not (meaning.producers and decision.kinds) or meaning.stated or of_org:
            return meaning
        made = self._made(meaning.producers[0].code, decision)
        return replace(meaning, products=made, intent=Intent.PRODUCT if made else meaning.intent)

    def _one_there(self, decision: Decision, stars: int | None, asked: Intent) -> Product | None:
        """The product of a kind that is asked about: the only one in the places and of the stars
        told, or the one of them called just so. Of several that are called by more words than it
        each has a maker and a seller of its own."""
        listed = {product.code: product for product in self._listed(decision, stars)}
        if len(listed) == 1:
            return next(iter(listed.values()))
        there = [
            (found.verdict, listed[code])
            for found in (*decision.products, *decision.namesakes)
            if (code := self._products[found.owner]) in listed
        ]
        whole = [(name, product) for name, product in there if is_whole(name)]
        if not whole:
            # "lụa Vạn Phúc là gì" is about the one called after the place
            places = [span.places[0].name for span in decision.places]
            after = [
                product
                for product in listed.values()
                if any(place in (product.name_vi or "") for place in places)
            ]
            return after[0] if len(after) == 1 and asked is Intent.PRODUCT else None
        name, product = whole[0]
        alike = [other for other, _ in there if other.positions >= name.positions]
        usual = {self._catalogue.kinds[span.meaning.key].name_vi for span in decision.kinds}
        if product.name_vi in usual or not decision.places:
            return None  # "cho xem mật ong 4 sao" is about any
        return product if len(alike) == 1 or asked is Intent.PRODUCT else None

    def _only(self, decision: Decision, stars: int | None) -> tuple[Match, ...]:
        """The only product that a question about a kind can be about; none where it has several."""
        listed = self._listed(decision, stars)
        return (Match(listed[0].code, 1.0),) if len(listed) == 1 else ()

    def _elsewhere(self, decision: Decision) -> tuple[Match, ...]:
        """Products called just so, where the place to buy them at makes none of that kind; of a
        kind with many others none: who buys coffee wants no one product called "Cà phê"."""
        if self._listed(decision, None) or self._is_of_many(decision):
            return ()
        return told(decision.namesakes, self._products)

    def _is_of_many(self, decision: Decision) -> bool:
        """Whether a kind is named as all of it is called, and most of it is called otherwise."""
        kinds = [span.meaning.key for span in decision.kinds]
        usual = {self._catalogue.kinds[key].name_vi.casefold() for key in kinds}
        codes = [self._products[found.owner] for found in decision.namesakes]
        names = {(self._catalogue.products[code].name_vi or "").casefold() for code in codes}
        others = len(self._catalogue.products_at(kinds=kinds)) - len(codes)
        return others > len(codes) and not usual.isdisjoint(names)

    def _is_called_as_all(self, decision: Decision) -> bool:
        """Whether all that was named is a kind of which most is called otherwise: "giá cà phê" asks
        of any, though one is called "Cà phê" and nothing else."""
        kinds = [self._catalogue.kinds[span.meaning.key] for span in decision.kinds]
        product = self._catalogue.products[self._products[decision.products[0].owner]]
        name = (product.name_vi or "").casefold()
        if len(kinds) != 1 or kinds[0].parents or name != kinds[0].name_vi:
            return False
        return len(self._listed(decision, None)) > MOST_MATCHES

    def _listed(self, decision: Decision, stars: int | None) -> list[Product]:
        return self._catalogue.products_at(
            [span.places[0] for span in decision.places],
            stars=stars,
            kinds=[span.meaning.key for span in decision.kinds],
        )

    def _made(self, producer: str, decision: Decision) -> tuple[Match, ...]:
        """Products of a producer that are of a kind named, or all when none is."""
        products = self._catalogue.products_of(producer)
        kinds = {span.meaning.key for span in decision.kinds}
        of_kind = [product for product in products if kinds.intersection(product.kinds)]
        return tuple(Match(product.code, 1.0) for product in (of_kind or products)[:MOST_MATCHES])


def _asked_of_one(meaning: Meaning, senses: dict[str, float], *, filtered: bool) -> Intent | None:
    """What is asked of one product where only its kind is named, and a place or stars with it: "bột
    mắc khén Sơn La ai làm"."""
    decision = meaning.decision
    of_many = meaning.intent is Intent.SPECIALITIES and not decision.consumed
    if not (filtered and of_many) or not _OF_SEVERAL.isdisjoint(senses):
        return None
    asked = next((each for each in _OF_ONE if senses.get(each, 0.0) >= SURELY_TOO), None)
    if asked in {None, Intent.PRODUCT} and SHOP in senses and Intent.WHERE_TO_BUY in senses:
        asked = Intent.WHERE_TO_BUY
    if asked is Intent.WHERE_TO_BUY and any(span.located for span in decision.places):
        return None  # "ở Sơn La mua bột mắc khén chỗ nào" asks what is to be had there
    return asked


def _is_sold_there(draft: Draft, decision: Decision) -> bool:
    """Whether a place is said to sell a kind, and no more is asked: "Quảng Ngãi có bán kẹo không"
    wants to see what there is of it."""
    sold = [cue for cue in draft.resolved if cue.meaning.sense == Intent.WHERE_TO_BUY]
    return bool(decision.places) and all(
        decision.places[0].end <= cue.start
        and cue.end <= decision.kinds[0].start
        and tuple(word.marks.folded for word in draft.words[cue.start : cue.end]) in _SELLS
        for cue in sold
    )


def _to_buy_at(decision: Decision) -> bool:
    """Whether places behind the kind are named, or before it behind a preposition: "mua miếng rửa
    bát ở Sài Gòn", "ở Hà Nội mua trà nụ vối"."""
    last = max(kind.end for kind in decision.kinds)
    return bool(decision.places) and all(
        place.located or place.start >= last for place in decision.places
    )
