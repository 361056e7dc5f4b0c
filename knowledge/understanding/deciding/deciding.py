"""Second half of the reading: of all that was spotted, what the utterance is about.

Readings compete: a product or producer by its name, or a place, kind or both ("nước mắm ở Phú
Quốc"). The one that explains the typed words best wins; what nothing explains lowers the certainty,
so that a question about something we do not know is not answered with something we do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from msgspec.structs import replace

from knowledge.facts import Place
from knowledge.search.finder import GOOD, Finder, Found
from knowledge.search.judgement import WHOLE, Verdict
from knowledge.understanding.asked.intents import weigh
from knowledge.understanding.deciding.choosing import Chooser
from knowledge.understanding.deciding.goods_of_makers import GoodsOfMakers, Made
from knowledge.understanding.deciding.names_meant import PART_TELLS, NamesMeant, may_be_a_bare_brand
from knowledge.understanding.deciding.rivals import Rivals
from knowledge.understanding.deciding.structures import Structures
from knowledge.understanding.deciding.told_with_maker import MadeBy, ToldWithMaker, only
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    NEARLY_WHOLE,
    is_exact,
    is_whole,
)
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.brands_in_talk import are_of, brand_in_talk, is_of_kinds_alone
from knowledge.understanding.names.brands_unmarked import SideBySide, UnmarkedBrands
from knowledge.understanding.names.other_brands import calls_another
from knowledge.understanding.names.wordings import Wordings
from knowledge.understanding.places.provinces_by_letters import ProvincesByLetters
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import ends_name
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    OF_MAKERS,
    ORG,
    ORG_HINT,
    SMALL,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, Vocabularies

MOST_MATCHES = 10
BRAND = 1.5
"""A name weighs more than a kind's from this share of an unknown word's weight on."""
MAY_NAME_A_MAKER = OF_MAKERS | {"contact"}
"""Senses with which words of talk may be a maker's name."""
SURELY_PRODUCT = 0.93
"""Share of the words explained by a product's name from which no producer's is looked for."""
OF_A_MAKER = 0.4
"""Share of a product's name from which the words behind "HTX" may be of it."""


class Decider:
    """Weighs the readings of an utterance against each other."""

    def __init__(
        self,
        products: Finder,
        producers: Finder,
        vocabularies: Vocabularies,
        provinces: ProvincesByLetters,
        *,
        lies_in: Callable[[int, Place], bool],
        made: Made,
        made_by: MadeBy,
    ) -> None:
        """``lies_in`` tells whether a product, by its number, is from a place; ``made`` what a
        producer, by its number, makes of a kind, and ``made_by`` all that it makes."""
        self._products = products
        self._producers = producers
        self._wordings = Wordings(vocabularies)
        self._unmarked = UnmarkedBrands(vocabularies)
        self._structures = Structures(provinces, products.index)
        self._chooser = Chooser(products.index.unknown_weight * BRAND, lies_in)
        self._names = NamesMeant(
            products.index.unknown_weight, producers.index.unknown_weight, vocabularies
        )
        self._side_by_side = SideBySide(vocabularies)
        self._goods = GoodsOfMakers(
            made, producers.index.unknown_weight * PART_TELLS, self._side_by_side
        )
        self._told = ToldWithMaker(made_by, self._goods)

    def decide(self, draft: Draft, *, thorough: bool = True) -> Decision:
        """The best reading of the draft.

        Unless ``thorough`` only what is likeliest is looked up: enough to see whether another draft
        of the same letters explains more.
        """
        cues: Sequence[PhraseSpan[Cue]] = draft.cues_outside(draft.brand)
        content = [
            place
            for place in range(len(draft.words))
            if place not in draft.soft and place not in draft.placed
        ]
        products = self._products_named(draft, weigh(cues).keys(), thorough=thorough)
        if thorough and is_of_kinds_alone(products, draft):
            products = self._of_brands_in_talk(draft) or products
        if products and is_whole(products[0].verdict):
            cues = draft.of_the_question(cues, products[0].verdict.positions)
        senses = weigh(cues)
        if ORG not in senses and _ends_with_an_org(cues, draft):
            senses = {**senses, ORG: 0.0}
        producers = self._producers_named(draft, senses, products, thorough=thorough)
        named = self._names.reading(draft, senses, products, producers)
        if named.certainty is Certainty.NONE and MAY_NAME_A_MAKER & senses.keys():
            named = self._of_common_words(draft) or named
        structure = self._structures.reading(draft, senses, content)
        if named.another_brand:
            # Just any of its kind is no answer either
            structure = replace(structure, certainty=Certainty.NONE, left_over=True)
        rivals = Rivals(draft, senses, _asking_for_many(cues), named, structure)
        chosen = self._chooser.choose(rivals)
        if named.another_brand:
            chosen = replace(chosen, another_brand=True, left_over=True)
        return self._beside_makers(draft, chosen, products) if thorough else chosen

    def _products_named(
        self, draft: Draft, asked: AbstractSet[str], *, thorough: bool
    ) -> list[Found]:
        """The products whose names explain most; ``asked`` are the senses of all cues."""
        products = self._find(self._products, draft, thorough=thorough)
        if not (draft.placed and ABOUT_ONE & asked) or ABOUT_MANY & asked:
            return products
        # "trà hoa vàng ở Ba Chẽ mấy sao" asks for one tea, wherever the place stands
        plain = dataclasses.replace(draft, placed=frozenset())
        whole = self._find(self._products, plain, thorough=thorough)
        if whole and (not products or _rank(whole[0]) > _rank(products[0])):
            return whole
        return products

    def _producers_named(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        products: Sequence[Found],
        *,
        thorough: bool,
    ) -> list[Found]:
        """The producers whose names explain most, where one may be meant."""
        product = products[0].verdict if products else None
        hinted = ORG_HINT in senses and product is not None and not is_exact(product)
        of_org = any(cue.meaning.sense == ORG for cue in draft.cues)
        told = of_org or hinted or may_be_a_bare_brand(products, senses)
        if product and not of_org and self._leaves_nothing_to_a_maker(draft, product):
            return []
        if told or (thorough and (product is None or product.explained < SURELY_PRODUCT)):
            # Where nothing tells of a maker, or a product's name is as good as found, a maker's
            # counts only if it stands there plainly
            unsure = product is None or product.score < GOOD
            return self._find(self._producers, draft, thorough=thorough and told and unsure)
        return []

    def _leaves_nothing_to_a_maker(self, draft: Draft, product: Verdict) -> bool:
        """Whether a product's whole name stands there, and beside it no word of a maker's name."""
        if product.covered < WHOLE or product.score < GOOD:
            return False
        explained = product.positions | draft.soft | draft.placed | draft.everyday
        return not any(
            word.is_known and self._producers.index.weight(word.readings[0][0])
            for place, word in enumerate(draft.words)
            if place not in explained
        )

    def _beside_makers(self, draft: Draft, chosen: Decision, products: Sequence[Found]) -> Decision:
        """What was chosen, of the maker named beside it; nothing where that is somebody else's."""
        find_makers = partial(self._find, self._producers)
        told = self._told.reading(draft, chosen, find_makers, self._find_among)
        if told is not None:
            return told
        goods = self._goods.reading(draft, chosen, find_makers)
        if goods is not None and len(goods.products) > 1:
            goods = self._told.narrowed(draft, goods, self._find_among)
        chosen = goods or chosen
        if _is_of_an_unknown_maker(draft, chosen):
            return Decision(another_brand=True, left_over=True)
        if calls_another(draft, chosen) or self._unmarked.is_of_nobody(draft, chosen, products):
            return Decision(products=chosen.products, another_brand=True, left_over=True)
        return chosen

    def find_products(self, draft: Draft, words: frozenset[int]) -> list[Found]:
        """Products whose names explain some of the words, as if only those had been typed."""
        return self._find(self._products, only(draft, words))

    def _find_among(self, draft: Draft, products: Sequence[int]) -> list[Found]:
        queries = self._wordings.queries(draft, self._products.index, thorough=True)
        return self._products.among(queries, products)

    def _find(self, finder: Finder, draft: Draft, *, thorough: bool = True) -> list[Found]:
        return finder.find(
            self._wordings.queries(draft, finder.index, thorough=thorough),
            MOST_MATCHES,
            thorough=thorough,
        )

    def _of_brands_in_talk(self, draft: Draft) -> list[Found]:
        """The products whose brand beside its kind was taken for talk."""
        brand = brand_in_talk(draft, self._side_by_side)
        if not brand:
            return []
        plain = dataclasses.replace(
            draft,
            soft=draft.soft - brand,
            doubtful=draft.doubtful - brand,
            everyday=draft.everyday - brand,
        )
        found = self._find(self._products, plain)
        return found if are_of(found, draft, brand) else []

    def _of_common_words(self, draft: Draft) -> Decision | None:
        """A producer whose name is all words of talk: "cty Hảo Đạt", "zalo của An Bằng"."""
        small = {span.start for span in draft.resolved if span.meaning.sense == SMALL}
        plain = dataclasses.replace(
            draft,
            soft=draft.soft - (draft.empty_words - small),
            doubtful=frozenset(),
            everyday=frozenset(),
        )
        found = self._find(self._producers, plain)
        if not found or found[0].verdict.explained < CLEAR_EXPLAINED:
            return None
        by_its_end = ends_name(found[0].verdict, plain)
        if found[0].verdict.covered < NEARLY_WHOLE and not by_its_end:
            return None  # "Lê Gia company" is not My Le Company
        certainty = self._names.certainty_of_maker(found, by_its_end=by_its_end)
        if certainty not in {Certainty.CLEAR, Certainty.RIVALS}:
            return None
        return Decision(certainty, producers=found, consumed=found[0].verdict.positions)


def _is_of_an_unknown_maker(draft: Draft, chosen: Decision) -> bool:
    """Whether a maker was named of whom only a few words of some product's name are known: "HTX
    Mường Hoa" is not who makes a duck with "hoa tiêu" of Mường Đun."""
    if not chosen.products or chosen.producers:
        return False
    best = chosen.products[0].verdict
    behind = max(best.positions) + 1
    if behind - min(best.positions) > len(best.positions):
        return False  # "ngoài công ty Lê Gia còn ai làm nước mắm" has more of the name further on
    called_one = draft.is_behind(best.positions, ORG) or any(
        cue.meaning.sense == ORG and cue.meaning.language == "en" and cue.start == behind
        for cue in draft.resolved
    )
    return called_one and best.covered < OF_A_MAKER


def _ends_with_an_org(cues: Sequence[PhraseSpan[Cue]], draft: Draft) -> bool:
    """Whether a longer cue holds the word for a maker that a name stands behind: "kể tên sản phẩm
    của công ty Tây Bắc Shanam"."""
    ends = {cue.end for cue in cues if cue.length > 1}
    return any(cue.meaning.sense == ORG and cue.end in ends for cue in draft.cues)


def _asking_for_many(cues: Sequence[PhraseSpan[Cue]]) -> set[int]:
    """The words that ask about many."""
    return {
        place
        for cue in cues
        if cue.meaning.sense in ABOUT_MANY
        for place in range(cue.start, cue.end)
    }


def _rank(found: Found) -> tuple[float, float]:
    """Of two names that explain about as much the longer one was meant."""
    return round(found.verdict.score, 1), found.verdict.weight
