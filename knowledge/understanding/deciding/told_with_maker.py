"""A product's name with its maker's behind it, as labels have both: "dưa lưới của công ty TNHH MTV
Nông sản Hoàng Xuân".

Others may be called so too, and the maker's long name weighs more than the product's: of the
products of that maker the one is meant that the words before its name tell.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from knowledge.search.finder import Found
from knowledge.understanding.deciding.goods_of_makers import (
    LONGEST_BRAND,
    FindMakers,
    GoodsOfMakers,
    alone,
)
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    NEARLY_WHOLE,
    is_whole,
)
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import SHORTEST_BRAND
from knowledge.understanding.vocabulary.senses import OF_MAKERS

MadeBy = Callable[[int], Sequence[int]]
"""The products of a producer, by their numbers, best first."""
FindAmong = Callable[[Draft, Sequence[int]], Sequence[Found]]
"""Judges by how much the names of some products explain a draft, best first."""
_CALLING = frozenset(("cua", "do", "boi", "by", "from", "nha", "ben", "hieu", "hang"))
"""Folded words between a product's name and its maker's."""
_SURE = frozenset({Certainty.CLEAR, Certainty.RIVALS})
_MOST_MAKERS = 3
OF_A_KIND = 2
"""Words of most kinds: a product called so is hardly told by them."""


class ToldWithMaker:
    """Reads the words beside a maker's name as one of its products."""

    def __init__(self, made_by: MadeBy, goods: GoodsOfMakers) -> None:
        self._made_by = made_by
        self._goods = goods

    def reading(
        self, draft: Draft, chosen: Decision, find_makers: FindMakers, find_among: FindAmong
    ) -> Decision | None:
        """The product told before its maker's name, or behind it; ``None`` where none is."""
        if chosen.producers:
            if chosen.certainty not in _SURE:
                return None
            best = chosen.producers[0].verdict
            makers = [each for each in chosen.producers if each.verdict.score >= best.score]
            taken = chosen.consumed
            first = _start_of_maker(draft, min(taken, default=0))
            told = self._told(draft, range(first), taken, makers, find_among)
            behind = range(max(taken, default=0) + 1, len(draft.words))
            return told or self._told(draft, behind, taken, makers, find_among)
        if chosen.exact:
            return None
        for brand in _brands_behind(draft, chosen):
            part = alone(brand, draft)
            makers = self._goods.surely_called(part, find_makers(part))
            if makers:
                before = range(_start_of_maker(draft, min(brand)))
                told = self._told(draft, before, brand, makers, find_among)
                return told or self._others(draft, brand, chosen, part, makers)
        return None

    def narrowed(self, draft: Draft, chosen: Decision, find_among: FindAmong) -> Decision:
        """Of several goods of a kind that a maker makes the one that is told in full: "hạt điều
        rang nguyên vị Hà Mỵ"."""
        brand = chosen.products[0].verdict.positions
        end = _start_of_maker(draft, min(brand))
        before = frozenset(range(end))
        found = find_among(only(draft, before), [each.owner for each in chosen.products])
        meant = told_best(found) if found else []
        if len(meant) != 1 or len(meant) == len(chosen.products):
            return chosen
        verdict = meant[0].verdict
        if verdict.positions <= covered((), chosen.kinds) and len(verdict.positions) <= OF_A_KIND:
            return chosen  # "hạt điều Hà Mỵ" is any of them, though one is called no more
        return replace(chosen, certainty=Certainty.CLEAR, products=meant)

    def _others(
        self,
        draft: Draft,
        brand: frozenset[int],
        chosen: Decision,
        part: Draft,
        makers: Sequence[Found],
    ) -> Decision | None:
        """The goods of the same kind by the maker told, where the product chosen is of another."""
        made = {each for found in makers for each in self._made_by(found.owner)}
        if not chosen.products or any(found.owner in made for found in chosen.products):
            return None
        for kind in draft.kinds:
            if kind.end > min(brand):
                continue
            products = self._goods.of_kind(kind.meaning.key, part, makers)
            if products:
                return Decision(
                    Certainty.CLEAR if len(products) == 1 else Certainty.RIVALS,
                    products=products,
                    kinds=[kind],
                    consumed=brand | frozenset(range(min(brand))),
                )
        return None

    def _told(
        self,
        draft: Draft,
        beside: range,
        named: frozenset[int],
        makers: Sequence[Found],
        find_among: FindAmong,
    ) -> Decision | None:
        """The product of some makers, ``named`` by some words, that those beside them tell."""
        words = frozenset(beside)
        if words <= draft.soft:
            return None
        products = [each for found in makers[:_MOST_MAKERS] for each in self._made_by(found.owner)]
        found = find_among(only(draft, words), products)
        meant = told_best(found) if found else []
        if not meant:
            return None
        return Decision(
            Certainty.CLEAR if len(meant) == 1 else Certainty.RIVALS,
            products=meant,
            consumed=meant[0].verdict.positions | named,
        )


def _brands_behind(draft: Draft, chosen: Decision) -> Iterator[frozenset[int]]:
    """The stretches of words that may be a maker's and that what was chosen does not explain:
    behind "của", or behind a whole name."""
    calling = _calling(draft)
    starts = [place + 1 for place in calling if place > 0 and place + 1 not in calling]
    if chosen.products and chosen.certainty in _SURE and is_whole(chosen.products[0].verdict):
        starts.append(max(chosen.products[0].verdict.positions) + 1)
    if not starts:
        return
    explained = chosen.consumed | covered([p for p in draft.places if not p.penalty], ())
    for start in starts:
        if start >= len(draft.words) or start in draft.soft or start in explained:
            continue
        stretch = _stretch(draft, start)
        if len(stretch) < SHORTEST_BRAND or not draft.everyday.isdisjoint(stretch):
            continue
        if explained.issuperset(stretch):
            continue
        yield frozenset(stretch)
        if len(stretch) > SHORTEST_BRAND:
            yield frozenset(stretch[-SHORTEST_BRAND:])


def told_best(found: Sequence[Found]) -> list[Found]:
    """The products that words surely tell among those of one maker: the one whose whole name they
    are, or those that alone explain them."""
    best = found[0].verdict
    if best.explained < CLEAR_EXPLAINED:
        return []
    whole = [each for each in found if is_whole(each.verdict)]
    if whole:
        longest = max(each.verdict.weight for each in whole)
        return [each for each in whole if each.verdict.weight == longest]
    if best.explained < EXACT:
        return list(found[:1]) if best.covered >= NEARLY_WHOLE else []
    as_much = [each for each in found if each.verdict.explained >= EXACT]
    return as_much if len(as_much) == 1 or best.covered >= NEARLY_WHOLE else []


def only(draft: Draft, words: frozenset[int]) -> Draft:
    """The draft as if only some of its words had been typed."""
    return dataclasses.replace(
        draft,
        words=[
            word if place in words else replace(word, readings=())
            for place, word in enumerate(draft.words)
        ],
        soft=draft.soft | (frozenset(range(len(draft.words))) - words),
        kinds=[span for span in draft.kinds if words.issuperset(range(span.start, span.end))],
    )


def _stretch(draft: Draft, start: int) -> list[int]:
    """The words of content from one on, up to a break."""
    stretch: list[int] = []
    for place in range(start, min(start + LONGEST_BRAND, len(draft.words))):
        if place in draft.soft or (stretch and draft.words[place].follows_break):
            break
        stretch.append(place)
    return stretch


def _calling(draft: Draft) -> set[int]:
    """The words that call what stands behind them a maker: "của công ty"."""
    calling = {
        place
        for cue in draft.resolved
        if cue.meaning.sense in OF_MAKERS
        for place in range(cue.start, cue.end)
    }
    return calling | {
        place for place, word in enumerate(draft.words) if word.marks.folded in _CALLING
    }


def _start_of_maker(draft: Draft, first: int) -> int:
    """Where a maker's name begins, with "của công ty" before it."""
    calling = _calling(draft)
    while first - 1 in calling:
        first -= 1
    return first
