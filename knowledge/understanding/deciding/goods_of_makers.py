"""Goods named by their kind and a word of who makes them: "mắm tép Huy Phát", "Thiết Hà's meat".

No product need be called so. What is made is known by its kind, and of the makers whose names hold
the words beside it only those count that make some of that kind.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from knowledge.facts import PlaceLevel
from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.text.letters import marks_of
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    NEARLY_WHOLE,
    certainty_of,
    is_whole,
)
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.brands_unmarked import SideBySide
from knowledge.understanding.names.other_brands import is_no_slip
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import SHORTEST_BRAND, ends_name
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import OF_MAKERS
from knowledge.understanding.vocabulary.vocabularies import KindReading

EXPLAINED = 0.9
"""Share of the words beside a kind that a maker's name must explain."""
MOST_PRODUCTS = 10
LONGEST_BRAND = 6
"""Words beside a kind in which a maker's name is looked for."""
_CALLING = frozenset(marks_of(word) for word in ("hiệu", "hãng", "nhãn", "của", "nhà", "bên"))
CALLING = _CALLING | {marks_of(word.folded) for word in _CALLING}
"""Words between a kind and its brand: "thịt hiệu Thiết Hà"."""

_OF_PROVINCES = frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE})

Made = Callable[[int, str], Sequence[int]]
"""The products of a producer that are of a kind, by their numbers, best first."""
FindMakers = Callable[[Draft], Sequence[Found]]
"""Looks up the producers whose names explain a draft."""


class GoodsOfMakers:
    """Reads a kind beside words of a maker's name as what that maker makes of it."""

    def __init__(self, made: Made, telling: float, side_by_side: SideBySide) -> None:
        """``telling`` is what a part of a maker's name must weigh to tell whose it is, unless the
        name ends with it."""
        self._made = made
        self._telling = telling
        self._side_by_side = side_by_side

    def reading(self, draft: Draft, chosen: Decision, find: FindMakers) -> Decision | None:
        """What a maker makes of a kind named, if that explains more than what was ``chosen``."""
        if chosen.producers and any(cue.meaning.sense in OF_MAKERS for cue in draft.cues):
            return None  # "công ty TNHH hương trầm Bảy Lương" is no incense
        provinces = [
            frozenset(range(span.start, span.end))
            for span in draft.places
            if not span.penalty and span.places[0].level in _OF_PROVINCES
        ]
        for kind in draft.kinds:
            unmarked = self._unmarked(kind, draft, chosen)
            if _is_explained(kind, draft, chosen) and not unmarked:
                continue
            for brand in _brands_beside(kind, draft):
                if any(brand <= province for province in provinces):
                    continue  # "hat mac ca dak nong" is from there, and of no Macca Đắk Lắk
                if brand != unmarked and (
                    _is_of_the_name(kind, brand, chosen) or _is_listed(brand, draft, chosen)
                ):
                    continue
                part = alone(brand, draft)
                products = self.of_kind(kind.meaning.key, part, find(part))
                called = {
                    found.owner
                    for found in chosen.products
                    if found.verdict.covered >= NEARLY_WHOLE
                }
                products = [each for each in products if each.owner in called] or products
                if products:
                    return Decision(
                        Certainty.CLEAR if len(products) == 1 else Certainty.RIVALS,
                        products=products[:MOST_PRODUCTS],
                        kinds=[kind],
                        consumed=brand | frozenset(range(kind.start, kind.end)),
                    )
        return None

    def _unmarked(
        self, kind: PhraseSpan[KindReading], draft: Draft, chosen: Decision
    ) -> frozenset[int]:
        """Two words behind a kind that nothing explains, each a word of talk where marks are
        missing, but side by side only in names: the "tuan khang" of "nuoc mau tuan khang"."""
        brand = frozenset(range(kind.end, kind.end + SHORTEST_BRAND))
        words = draft.words[kind.end : kind.end + SHORTEST_BRAND]
        if (
            draft.writes_marks
            or len(words) < SHORTEST_BRAND
            or any(word.follows_break for word in words)
            or not brand.isdisjoint(chosen.consumed | draft.placed | covered(chosen.places, ()))
        ):
            return frozenset()
        first, second = (word.marks.folded for word in words)
        return brand if self._side_by_side.stand_only_in_names(first, second) else frozenset()

    def of_kind(self, kind: str, brand: Draft, found: Sequence[Found]) -> list[Found]:
        """The products of a kind by those makers who explain a brand, if these are sure enough."""
        return [
            Found(product, maker.verdict)
            for maker in self.surely_called(brand, found)
            for product in self._made(maker.owner, kind)
        ]

    def surely_called(self, brand: Draft, found: Sequence[Found]) -> list[Found]:
        """Those of the makers found who explain a brand, if these are sure enough."""
        makers = [
            each
            for each in found
            if each.verdict.explained >= EXPLAINED and _is_in_order(each.verdict)
        ]
        if not makers:
            return []
        least = 0.0 if ends_name(makers[0].verdict, brand) else self._telling
        sure = certainty_of(makers, least) in {Certainty.CLEAR, Certainty.RIVALS}
        return makers if sure else []


def _is_in_order(maker: Verdict) -> bool:
    """Whether words of a maker's name stand as they do in it: the "truong thuc" of "mat ong truong
    thuc" is not of Công ty CP Thương mại Thực phẩm Trường Xanh."""
    typed = [word.sources for word in maker.words]
    return typed == sorted(typed)


def _is_explained(kind: PhraseSpan[KindReading], draft: Draft, chosen: Decision) -> bool:
    """Whether what was chosen explains a kind and all beside it."""
    if chosen.exact:
        return True
    if chosen.producers or chosen.certainty not in {Certainty.CLEAR, Certainty.RIVALS}:
        return False
    if not chosen.products:
        return False
    best = chosen.products[0].verdict
    holds_kind = best.positions.issuperset(range(kind.start, kind.end))
    if is_whole(best) or not holds_kind:
        return holds_kind
    # "hạt điều Đinh Gia Foods" has all of its maker's, though one has the shortest name
    named = kind.end in best.positions or kind.end in draft.soft or kind.end in draft.placed
    at_its_end = kind.end == len(draft.words) or draft.words[kind.end].follows_break
    return best.explained >= CLEAR_EXPLAINED and (named or at_its_end)


def _is_of_the_name(kind: PhraseSpan[KindReading], brand: frozenset[int], chosen: Decision) -> bool:
    """Whether the product chosen is called by the kind and the brand itself, or surely by other
    words: "bột cần tây ..., trả lời giúp mình" asks for no tea; or more than these of a maker's
    name was typed: "Quang Vinh Ceramics Co., Ltd"."""
    if chosen.producers:
        told = brand.union(range(kind.start, kind.end))
        return bool(chosen.producers[0].verdict.positions - told)
    if not chosen.products:
        return False
    best = chosen.products[0].verdict
    named = best.positions
    if is_whole(best) and brand <= named:
        return True
    called = best.covered >= NEARLY_WHOLE and brand.union(range(kind.start, kind.end)) <= named
    sure = chosen.certainty in {Certainty.CLEAR, Certainty.RIVALS}
    by_its_kind = named <= set(range(kind.start, kind.end))
    return called or (sure and brand.isdisjoint(named) and (is_whole(best) or not by_its_kind))


def _is_listed(brand: frozenset[int], draft: Draft, chosen: Decision) -> bool:
    """Whether a list was chosen that leaves no word beside its kind unexplained. A maker's
    "Quảng Lạc" is no slip in a place."""
    if chosen.products or chosen.producers or chosen.certainty is Certainty.NONE:
        return False
    sure = [place for place in chosen.places if not place.penalty]
    return brand <= draft.soft | draft.everyday | draft.doubtful | covered(sure, chosen.kinds)


def _brands_beside(kind: PhraseSpan[KindReading], draft: Draft) -> Iterator[frozenset[int]]:
    """The stretches of words that may be a maker's: behind the kind, or before one in English."""
    if kind.start and is_no_slip(draft.words[kind.start - 1]):
        return  # "Wibblecrest coffee Da Lat" is Wibblecrest's, whom nobody knows
    sides = [range(_behind_calling(kind, draft), len(draft.words))]
    # "mua nuoc mam" is not said in English
    as_typed = {each.meaning.language for each in draft.kinds if each.start == kind.start}
    if as_typed == {"en"}:
        sides.append(range(kind.start - 1, -1, -1))
    for side in sides:
        stretch = list(_stretch(kind, draft, side))
        if stretch:
            yield frozenset(stretch)
        # "trà Anh Khôi nhé": talk may stand behind it, and be a part of it
        talk = draft.soft | draft.everyday
        without = len(stretch)
        while without and stretch[without - 1] in talk:
            without -= 1
        if 0 < without < len(stretch):
            yield frozenset(stretch[:without])
        # "nước mắm Lê Gia 40 độ đạm": most brands are two words, and more may be told behind them
        if without > SHORTEST_BRAND:
            yield frozenset(stretch[:SHORTEST_BRAND])


def _behind_calling(kind: PhraseSpan[KindReading], draft: Draft) -> int:
    """The word behind a kind and words that only call the brand behind them one: "thịt của cơ sở
    Thiết Hà"."""
    calling = {
        place
        for cue in draft.resolved
        if cue.meaning.sense in OF_MAKERS
        for place in range(cue.start, cue.end)
    }
    last = len(draft.words) - 1
    place = kind.end
    while place < last and (place in calling or draft.words[place].marks in CALLING):
        place += 1
    return place


def _stretch(kind: PhraseSpan[KindReading], draft: Draft, side: range) -> Iterator[int]:
    """Words beside a kind up to a phrase of talk, a place that is introduced, or a break."""
    asking = {
        place
        for cue in draft.resolved
        # "chả an" of "chả An Khang" asks for nothing
        if cue.length > 1 and not kind.start <= cue.start < kind.end
        for place in range(cue.start, cue.end)
    }
    for place in side[:LONGEST_BRAND]:
        # A break stands before the word that follows it
        broken = draft.words[place if side.step > 0 else place + 1].follows_break
        if broken or place in asking or place in draft.placed:
            return
        yield place


def alone(words: frozenset[int], draft: Draft) -> Draft:
    """The draft as if only some of its words had been typed."""
    return dataclasses.replace(
        draft,
        words=[
            word if place in words else replace(word, readings=())
            for place, word in enumerate(draft.words)
        ],
        soft=frozenset(range(len(draft.words))) - words,
        doubtful=draft.doubtful - words,
        everyday=draft.everyday - words,
        places=[],
        kinds=[],
    )
