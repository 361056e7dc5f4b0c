"""Second half of the reading: of all that was spotted, what the utterance is about.

Readings compete: a product or producer by its name, or a place, kind or both ("nước mắm ở Phú
Quốc"). The one that explains the typed words best wins; what nothing explains lowers the certainty,
so that a question about something we do not know is not answered with something we do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from knowledge.facts import Place
from knowledge.search.finder import Finder, Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.asked.intents import weigh
from knowledge.understanding.deciding.choosing import Chooser
from knowledge.understanding.deciding.goods_of_makers import GoodsOfMakers, Made
from knowledge.understanding.deciding.rivals import Rivals
from knowledge.understanding.deciding.structures import Structures
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    NEARLY_WHOLE,
    certainty_of,
    is_exact,
    is_whole,
)
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.other_brands import (
    calls_another,
    has_another_brand,
    is_another_brand,
)
from knowledge.understanding.names.wordings import Wordings
from knowledge.understanding.places.places import Gazetteer
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import ends_name
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    OF_MAKERS,
    ORG,
    ORG_HINT,
    PRODUCT,
    SMALL,
    may_ask_the_maker,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, Vocabularies

MOST_MATCHES = 10
BRAND = 1.5
"""A name weighs more than a kind's from this share of an unknown word's weight on."""
PART_TELLS = 0.85
"""A part of a name tells who is meant from this share of an unknown word's weight on."""
PRODUCER_LEAD = 0.06
"""By how much a producer's name must beat a product's where no "công ty" tells."""
MAY_NAME_A_MAKER = OF_MAKERS | {"contact"}
"""Senses with which words of talk may be a maker's name."""
IN_FULL = 1.6
"""A name typed in full is meant whatever else was typed from this weight on, in unknown words."""
SHORTEST_IN_FULL = 3
"""The same in words."""
SURELY_PRODUCT = 0.93
"""Share of the words explained by a product's name from which no producer's is looked for."""


class Decider:
    """Weighs the readings of an utterance against each other."""

    def __init__(
        self,
        products: Finder,
        producers: Finder,
        vocabularies: Vocabularies,
        gazetteer: Gazetteer,
        *,
        lies_in: Callable[[int, Place], bool],
        made: Made,
    ) -> None:
        """``lies_in`` tells whether a product, by its number, is from a place; ``made`` what a
        producer, by its number, makes of a kind."""
        self._products = products
        self._producers = producers
        self._table = vocabularies.table
        self._wordings = Wordings(vocabularies)
        self._structures = Structures(gazetteer, products.index)
        self._chooser = Chooser(products.index.unknown_weight * BRAND, lies_in)
        self._goods = GoodsOfMakers(made, producers.index.unknown_weight * PART_TELLS)

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
        products = self._find(self._products, draft, thorough=thorough)
        asked = weigh(cues).keys()
        if draft.placed and ABOUT_ONE & asked and not ABOUT_MANY & asked:
            # "trà hoa vàng ở Ba Chẽ mấy sao" asks for one tea, wherever the place stands
            plain = replace(draft, placed=frozenset())
            whole = self._find(self._products, plain, thorough=thorough)
            if whole and (not products or _rank(whole[0]) > _rank(products[0])):
                products = whole
        if products and is_whole(products[0].verdict):
            cues = draft.of_the_question(cues, products[0].verdict.positions)
        senses = weigh(cues)
        producers: list[Found] = []
        hinted = ORG_HINT in senses and bool(products) and not is_exact(products[0].verdict)
        unsure = not products or products[0].verdict.explained < SURELY_PRODUCT
        bare_brand = (
            bool(products)
            and not is_whole(products[0].verdict)
            and may_ask_the_maker(senses)
            and _may_be_a_brand(products, senses)
        )
        of_org = any(cue.meaning.sense == ORG for cue in draft.cues)
        if of_org or hinted or bare_brand:
            producers = self._find(self._producers, draft, thorough=thorough)
        elif unsure and thorough:
            # Nothing tells of a maker: its name counts if it stands there plainly
            producers = self._find(self._producers, draft, thorough=False)
        decision = self._name_reading(draft, senses, products, producers)
        if decision.certainty is Certainty.NONE and MAY_NAME_A_MAKER & senses.keys():
            decision = self._of_common_words(draft) or decision
        structure = self._structures.reading(draft, senses, content)
        if decision.another_brand:
            # Just any of its kind is no answer either
            structure = replace(structure, certainty=Certainty.NONE, left_over=True)
        asking = {
            place
            for cue in cues
            if cue.meaning.sense in ABOUT_MANY
            for place in range(cue.start, cue.end)
        }
        chosen = self._chooser.choose(Rivals(draft, senses, asking, decision, structure))
        if decision.another_brand:
            chosen = replace(chosen, another_brand=True, left_over=True)
        if not thorough:
            return chosen
        find_makers = partial(self._find, self._producers)
        chosen = self._goods.reading(draft, chosen, find_makers) or chosen
        if calls_another(draft, chosen):
            return Decision(products=chosen.products, another_brand=True, left_over=True)
        return chosen

    def find_products(self, draft: Draft, words: frozenset[int]) -> list[Found]:
        """Products whose names explain some of the words, as if only those had been typed."""
        part = replace(
            draft,
            words=[
                word if place in words else word._replace(readings=())
                for place, word in enumerate(draft.words)
            ],
            soft=draft.soft | (frozenset(range(len(draft.words))) - words),
            kinds=[span for span in draft.kinds if words.issuperset(range(span.start, span.end))],
        )
        return self._find(self._products, part)

    def _find(self, finder: Finder, draft: Draft, *, thorough: bool = True) -> list[Found]:
        return finder.find(
            self._wordings.queries(draft, finder.index, thorough=thorough),
            MOST_MATCHES,
            thorough=thorough,
        )

    def _of_common_words(self, draft: Draft) -> Decision | None:
        """A producer whose name is all words of talk: "cty Hảo Đạt", "zalo của An Bằng"."""
        small = {span.start for span in draft.resolved if span.meaning.sense == SMALL}
        plain = replace(
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
        certainty = self._certainty_of_maker(found, by_its_end=by_its_end)
        if certainty not in {Certainty.CLEAR, Certainty.RIVALS}:
            return None
        return Decision(certainty, producers=found, consumed=found[0].verdict.positions)

    def _name_reading(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        products: list[Found],
        producers: list[Found],
    ) -> Decision:
        product = products[0].verdict if products else None
        producer = producers[0].verdict if producers else None
        lead = PRODUCER_LEAD
        if ORG in senses or (ORG_HINT in senses and product and not is_exact(product)):
            lead = -PRODUCER_LEAD
        if producer and self._means_the_maker(draft, senses, products, producer):
            lead = -1.0
        means_it = lead < -PRODUCER_LEAD
        if product and producer and is_whole(producer) and product.positions < producer.positions:
            # "cơ sở sản xuất bò khô Thu Trang" is no question about Bò khô Thu Trang
            lead = -PRODUCER_LEAD
        if producer is not None and (product is None or producer.score > product.score + lead):
            by_its_end = (ORG in senses or means_it) and ends_name(producer, draft)
            certainty = self._certainty_of_maker(producers, by_its_end=by_its_end)
            if certainty is not Certainty.NONE and not self._has_another_brand(producer, draft):
                return Decision(
                    certainty=certainty,
                    producers=producers,
                    consumed=producer.positions,
                    left_over=producer.explained < CLEAR_EXPLAINED,
                )
        if product is None:
            return Decision(left_over=len(draft.soft) < len(draft.words))
        certainty = certainty_of(products, self._products.index.unknown_weight * PART_TELLS)
        in_full = self._is_typed_in_full(product, draft)
        if in_full and certainty in {Certainty.NONE, Certainty.WEAK}:
            certainty = Certainty.CLEAR
        other = is_another_brand(product.positions, draft)
        other = other or self._has_another_brand(product, draft)
        if other:
            certainty = Certainty.NONE
        return Decision(
            certainty=certainty,
            another_brand=other,
            products=products,
            consumed=product.positions,
            left_over=product.explained < CLEAR_EXPLAINED and not in_full,
        )

    def _has_another_brand(self, verdict: Verdict, draft: Draft) -> bool:
        return has_another_brand(verdict, draft, self._table.words)

    def _is_typed_in_full(self, product: Verdict, draft: Draft) -> bool:
        """Whether a long name stands there word by word: "bao bì hạt sen Hồng Nam mờ chữ quá" is
        about that, however much of the talk around it is not understood."""
        behind = max(product.positions) + 1
        together = behind - min(product.positions) == len(product.positions)
        if product.positions <= covered((), draft.kinds) and behind in draft.astray:
            return False  # "bánh phồng tôm Tolvefarm" may be somebody else's
        return (
            together
            and is_whole(product)
            and len(product.positions) >= SHORTEST_IN_FULL
            and product.told >= IN_FULL * self._products.index.unknown_weight
        )

    def _certainty_of_maker(self, found: Sequence[Found], *, by_its_end: bool) -> Certainty:
        """How sure a maker is meant; the end of its name tells, however common its words: "cty Thu
        Trang" is how people call it."""
        least = 0.0 if by_its_end else self._producers.index.unknown_weight * PART_TELLS
        return certainty_of(found, least)

    @staticmethod
    def _means_the_maker(
        draft: Draft, senses: Mapping[str, float], products: Sequence[Found], producer: Verdict
    ) -> bool:
        """Whether a bare brand, which stands in names of products too, means the producer: "bên Phú
        An Khương", "liên hệ Khải Hoàn". Most of a legal name is left out in talk."""
        if not products or producer.explained < EXACT:
            return False
        product = products[0].verdict
        if is_whole(product):
            return False
        if OF_MAKERS & senses.keys():
            return True
        if not _may_be_a_brand(products, senses):
            return False
        known = [(span.start, span.end) for span in draft.kinds]
        known += [(span.start, span.end) for span in draft.places]
        return may_ask_the_maker(senses) and not any(
            product.positions.issuperset(range(*stretch)) for stretch in known
        )


def _may_be_a_brand(products: Sequence[Found], senses: Mapping[str, float]) -> bool:
    """Whether what was typed can be a maker's brand: of who only asks what it is, if it is in the
    names of several products. "Làng Thái Hải là gì" asks about what is called so."""
    typed = products[0].verdict.positions
    shared = any(typed <= other.verdict.positions for other in products[1:])
    return shared or may_ask_the_maker(senses.keys() - {PRODUCT})


def _rank(found: Found) -> tuple[float, float]:
    """Of two names that explain about as much the longer one was meant."""
    return round(found.verdict.score, 1), found.verdict.weight
