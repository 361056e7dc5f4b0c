"""Second half of the reading: of all that was spotted, what the utterance is about.

Readings compete: a product or producer by its name, or a place, kind or both ("nước mắm ở Phú
Quốc"). The one that explains the typed words best wins; what nothing explains lowers the certainty,
so that a question about something we do not know is not answered with something we do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from knowledge.facts import Place
from knowledge.search.finder import Finder, Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    NEARLY_WHOLE,
    certainty_of,
    is_all_explained,
    is_exact,
    is_whole,
)
from knowledge.understanding.coverage import (
    covered,
    cuts,
    only_places,
    outside,
)
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.intents import weigh
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.places import Gazetteer, PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    ORG,
    ORG_HINT,
    may_ask_the_maker,
)
from knowledge.understanding.structures import Structures
from knowledge.understanding.vocabularies import Cue, Vocabularies
from knowledge.understanding.wordings import Wordings

MOST_MATCHES = 10
BRAND = 1.5
"""A name weighs more than a kind's from this share of an unknown word's weight on."""
PART_TELLS = 0.85
"""A part of a name tells who is meant from this share of an unknown word's weight on."""
PRODUCER_LEAD = 0.06
"""By how much a producer's name must beat a product's where no "công ty" tells."""
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
        lies_in: Callable[[int, Place], bool],
    ) -> None:
        """``lies_in`` tells whether a product, by its number, is from a place."""
        self._products = products
        self._producers = producers
        self._wordings = Wordings(vocabularies)
        self._structures = Structures(gazetteer, products.index)
        self._lies_in = lies_in

    def decide(self, draft: Draft) -> Decision:
        """The best reading of the draft."""
        cues: Sequence[PhraseSpan[Cue]] = draft.cues_outside(frozenset())
        content = [
            place
            for place in range(len(draft.words))
            if place not in draft.soft and place not in draft.placed
        ]
        products = self._find(self._products, draft)
        asked = weigh(cues).keys()
        if draft.placed and ABOUT_ONE & asked and not ABOUT_MANY & asked:
            # "trà hoa vàng ở Ba Chẽ mấy sao" asks for one tea, wherever the place stands
            whole = self._find(self._products, replace(draft, placed=frozenset()))
            if whole and (not products or _rank(whole[0]) > _rank(products[0])):
                products = whole
        if products and is_whole(products[0].verdict):
            cues = draft.of_the_question(cues, products[0].verdict.positions)
        senses = weigh(cues)
        producers: list[Found] = []
        hinted = ORG_HINT in senses and products and not is_exact(products[0].verdict)
        unsure = not products or products[0].verdict.explained < SURELY_PRODUCT
        bare_brand = (
            bool(products) and not is_whole(products[0].verdict) and may_ask_the_maker(senses)
        )
        of_org = any(cue.meaning.sense == ORG for cue in draft.cues)
        if of_org or hinted or unsure or bare_brand:
            producers = self._find(self._producers, draft)
        decision = self._name_reading(draft, senses, products, producers)
        if decision.certainty is Certainty.NONE and (ORG in senses or ORG_HINT in senses):
            decision = self._of_common_words(draft) or decision
        structure = self._structures.reading(draft, senses, content)
        asking = {
            place
            for cue in cues
            if cue.meaning.sense in ABOUT_MANY
            for place in range(cue.start, cue.end)
        }
        return self._better(draft, senses, asking, decision, structure)

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

    def _find(self, finder: Finder, draft: Draft) -> list[Found]:
        return finder.find(self._wordings.queries(draft, finder.index), MOST_MATCHES)

    def _of_common_words(self, draft: Draft) -> Decision | None:
        """A producer whose name is all words of talk: "cty Hảo Đạt", "Minh Tuan cooperative"."""
        plain = replace(
            draft, soft=draft.soft - draft.empty_words, doubtful=frozenset(), everyday=frozenset()
        )
        found = self._find(self._producers, plain)
        if not found or found[0].verdict.explained < CLEAR_EXPLAINED:
            return None
        if found[0].verdict.covered < NEARLY_WHOLE:
            return None  # "Lê Gia company" is not My Le Company
        certainty = certainty_of(found, self._producers.index.unknown_weight * PART_TELLS)
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
        if product and producer and self._means_the_maker(draft, senses, product, producer):
            lead = -1.0
        if product and producer and is_whole(producer) and product.positions < producer.positions:
            # "cơ sở sản xuất bò khô Thu Trang" is no question about Bò khô Thu Trang
            lead = -PRODUCER_LEAD
        if producer is not None and (product is None or producer.score > product.score + lead):
            certainty = certainty_of(producers, self._producers.index.unknown_weight * PART_TELLS)
            if certainty is not Certainty.NONE:
                return Decision(
                    certainty=certainty,
                    producers=producers,
                    consumed=producer.positions,
                    left_over=producer.explained < CLEAR_EXPLAINED,
                )
        if product is None:
            return Decision(left_over=len(draft.soft) < len(draft.words))
        return Decision(
            certainty=certainty_of(products, self._products.index.unknown_weight * PART_TELLS),
            products=products,
            consumed=product.positions,
            left_over=product.explained < CLEAR_EXPLAINED,
        )

    @staticmethod
    def _means_the_maker(
        draft: Draft, senses: Mapping[str, float], product: Verdict, producer: Verdict
    ) -> bool:
        """Whether a bare brand, which stands in names of products too, means the producer: "bên Phú
        An Khương", "liên hệ Khải Hoàn". Most of a legal name is left out in talk."""
        if is_whole(product) or producer.explained < EXACT:
            return False
        if ORG in senses or ORG_HINT in senses:
            return True
        known = [(span.start, span.end) for span in draft.kinds]
        known += [(span.start, span.end) for span in draft.places]
        return may_ask_the_maker(senses) and not any(
            product.positions.issuperset(range(*stretch)) for stretch in known
        )

    def _is_telling(self, verdict: Verdict) -> bool:
        """Whether a whole name is more than a kind's: "tỏi Lý Sơn 5 sao" is about that garlic,
        "mật ong 5 sao" about any honey."""
        return is_exact(verdict) and verdict.told > self._products.index.unknown_weight * BRAND

    def _is_from(self, found: Found, places: Sequence[PlaceSpan]) -> bool:
        return any(self._lies_in(found.owner, place) for span in places for place in span.places)

    def _better(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        asking: Collection[int],
        named: Decision,
        structure: Decision,
    ) -> Decision:
        found = structure.certainty is Certainty.CLEAR and not (
            # "Hà Quyên có sản phẩm gì": what is exactly a name is no slip in Hà Tuyên
            structure.places
            and all(span.penalty for span in structure.places)
            and is_all_explained(named.certainty, named.products or named.producers)
        )
        if named.producers:
            named.kinds = structure.kinds
            best = named.producers[0].verdict
            if not found:
                return named
            explained = covered(structure.places, structure.kinds)
            talk = draft.soft | _talk_slipped(best, draft)
            of_structure = explained.issuperset(best.positions - talk)
            asks_many = bool(ABOUT_MANY & senses.keys())
            asks_one = bool(ABOUT_ONE & senses.keys()) and not asks_many
            # "coop" may be a slip in ocop
            of_org = ORG in senses or (ORG_HINT in senses and is_whole(best))
            named_as_one = of_org and (is_whole(best) or not asks_many)
            # "5 sao ở tỉnh Lào Cai": a few words of a company's name that are a place's as well
            surely_place = best.covered < NEARLY_WHOLE or any(
                span.located for span in structure.places
            )
            if of_structure and not named_as_one and (surely_place or not asks_one):
                return structure
            sure = named.certainty is Certainty.CLEAR and not named.left_over
            return named if ORG in senses or sure else structure
        best_product = named.products[0].verdict if named.products else None
        if best_product is None or named.certainty in {Certainty.NONE, Certainty.WEAK}:
            if found:
                structure.products = named.products if best_product else []
                return structure
            if best_product is None or named.certainty is Certainty.NONE:
                return Decision(
                    places=structure.places, kinds=structure.kinds, left_over=named.left_over
                )
            return named
        if not found:
            named.places = outside(structure.places, named.consumed)
            return named
        kinds_and_places = covered(structure.places, structure.kinds)
        # "đặc sản Quảng Ninh" asks, though a liquor has it as a part of its name
        name_only = best_product.positions - kinds_and_places - frozenset(asking)
        name_only -= _talk_slipped(best_product, draft)
        located = any(span.located for span in structure.places)
        asks_many = bool(ABOUT_MANY & senses.keys()) or (
            draft.stars is not None
            and ("rating" not in senses or located)
            and not self._is_telling(best_product)
        )
        elsewhere = outside(structure.places, named.consumed)
        if is_whole(best_product):
            # Where the asker lives, or what was told before, is not where to look for it
            clause = draft.clause_of(best_product.positions)
            elsewhere = [
                span for span in elsewhere if span.start >= clause and span.start not in draft.stays
            ]
        only_place = only_places(best_product.positions, draft, structure.places)
        only_place = only_place or cuts(best_product.positions, structure.places)
        little = asks_many or elsewhere or best_product.covered < NEARLY_WHOLE
        if not is_exact(best_product) and (only_place or (not name_only and little)):
            structure.products = named.products
            return structure
        if not name_only and is_exact(best_product) and elsewhere:
            # "mật ong ở Hà Giang": the kind in a place, unless one just called so is from there
            there = [found for found in named.products if self._is_from(found, elsewhere)]
            if asks_many or not there or not is_exact(there[0].verdict):
                structure.products = named.products
                return structure
            named.products = there
            named.certainty = certainty_of(there, 0.0)
        named.places = outside(structure.places, named.consumed)
        named.kinds = structure.kinds
        return named


def _talk_slipped(verdict: Verdict, draft: Draft) -> set[int]:
    """Everyday words that a name takes only as slips of its own: the "nên" of "nên mua gì ở Kon
    Tum" is not the Yến of Yến Kon Tum."""
    return {
        place
        for place in verdict.positions & draft.everyday
        if not any(
            number in verdict.name.words and likeness == 1.0
            for number, likeness in draft.words[place].readings
        )
    }


def _rank(found: Found) -> tuple[float, float]:
    """Of two names that explain about as much the longer one was meant."""
    return round(found.verdict.score, 1), found.verdict.weight
