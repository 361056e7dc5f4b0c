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
    certainty_of,
    is_exact,
    is_whole,
)
from knowledge.understanding.coverage import (
    covered,
    cut_short,
    is_longer,
    is_of_place,
    only_places,
    outside,
    surely_placed,
)
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.intents import weigh
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.places import SURELY_ALIKE, Gazetteer, PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    ORG,
    ORG_HINT,
    counts_or_sorts,
    may_ask_the_maker,
)
from knowledge.understanding.vocabularies import Cue, KindReading, Vocabularies
from knowledge.understanding.wordings import Wordings, importance, weight_of

MOST_MATCHES = 10
BRAND = 1.5
"""A name weighs more than a kind's from this share of an unknown word's weight on."""
PART_TELLS = 0.85
"""A part of a name tells who is meant from this share of an unknown word's weight on."""
NEARLY_WHOLE = 0.62
"""Share of a name from which it beats reading the same words as a kind and a place."""
LEFT_OVER = 0.3
"""Share of unexplained words from which a place or kind is not what the question is about."""
MOST_ASTRAY = 2
"""Words that may be slips around a place when a cue says that it is about one."""
LEFT_OVER_OF_TALK = 0.36
"""The same when all of it is everyday words."""
LEFT_OVER_OF_MANY = 0.45
"""The same when a cue says that it is about a place: "đặc sản Hà Giang cho người già"."""
PRODUCER_LEAD = 0.06
"""By how much a producer's name must beat a product's where no "công ty" tells."""
SURELY_PRODUCT = 0.93
"""Share of the words explained by a product's name from which no producer's is looked for."""
BEFORE_PLACES = frozenset(("o", "tai", "cua", "tu", "vung", "tinh"))
"""Folded words behind which a mistyped word is probably a place's name."""


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
        self._gazetteer = gazetteer
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
            if whole and (not products or whole[0].verdict.score > products[0].verdict.score):
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
        if ORG in senses or hinted or unsure or bare_brand:
            producers = self._find(self._producers, draft)
        decision = self._name_reading(draft, senses, products, producers)
        if decision.certainty is Certainty.NONE and (ORG in senses or ORG_HINT in senses):
            decision = self._of_common_words(draft) or decision
        structure = self._structure_reading(draft, senses, content)
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

    def _structure_reading(
        self, draft: Draft, senses: Mapping[str, float], content: Sequence[int]
    ) -> Decision:
        """Kinds and places, and how much of the content they leave unexplained."""
        located = [span for span in draft.places if span.located]
        asks_many = bool(ABOUT_MANY & senses.keys()) or (
            bool(located) and any(counts_or_sorts(sense) for sense in senses)
        )
        kinds = [
            kind for kind in draft.kinds if not any(is_of_place(kind, span) for span in located)
        ]
        of_kinds = covered((), kinds)
        places = [
            span
            for span in draft.places
            if span.located
            # "miến dong" typed without marks is no Miền Đông
            or (
                (of_kinds.isdisjoint(range(span.start, span.end)) or is_longer(span, kinds))
                and (asks_many or not span.is_short)
            )
        ]
        explained = covered(places, kinds)
        slipped = self._slipped_province(draft, content, places, explained, asks_many)
        if slipped is not None:
            taken = frozenset(range(slipped.start, slipped.end))
            places = [*outside(places, taken), slipped]
            explained = covered(places, kinds)
        share_lost = self._share_lost(draft, content, explained)
        astray = self._astray(draft, content, explained)
        most = LEFT_OVER_OF_MANY if places and asks_many else LEFT_OVER
        if places and not astray:
            most = max(most, LEFT_OVER_OF_TALK)
        # Around a place that is surely named, a few words may be slips of what is asked
        surely = any(span.penalty == 0.0 for span in places)
        about_place = surely and asks_many and not ABOUT_ONE & senses.keys()
        slips = about_place and len(astray) <= MOST_ASTRAY
        noise = len(astray) == 1 and draft.is_noise(astray[0])
        understood = bool(explained) and (share_lost < most or slips or (surely and noise))
        if self._is_brand(astray, kinds) and not any(span.located for span in places):
            understood = False
        return Decision(
            certainty=Certainty.CLEAR if understood else Certainty.NONE,
            places=places,
            kinds=kinds,
            left_over=bool(explained) and not understood,
        )

    def _slipped_province(
        self,
        draft: Draft,
        content: Sequence[int],
        places: Sequence[PlaceSpan],
        explained: Collection[int],
        asks_many: bool,
    ) -> PlaceSpan | None:
        """A mistyped province where one is expected: in a question about a place, or behind a
        preposition ("bánh tráng của hao binh")."""
        free = [place for place in content if place not in surely_placed(places)]
        if asks_many and (not explained or any(place not in explained for place in content)):
            found = self._gazetteer.slipped_province(draft.words, [*free, *cut_short(places, free)])
            # "ve la cai mua qua gi": words of the province may look like words of talk
            empty = () if places else draft.empty_words
            return found or self._gazetteer.slipped_province(
                draft.words, [*free, *empty], SURELY_ALIKE
            )
        for place in free:
            before = draft.words[place - 1].marks.folded if place else ""
            if before in BEFORE_PLACES and place not in explained:
                return self._gazetteer.slipped_province(draft.words, free, SURELY_ALIKE)
        return None

    def _is_telling(self, verdict: Verdict) -> bool:
        """Whether a whole name is more than a kind's: "tỏi Lý Sơn 5 sao" is about that garlic,
        "mật ong 5 sao" about any honey."""
        return is_exact(verdict) and verdict.told > self._products.index.unknown_weight * BRAND

    @staticmethod
    def _astray(draft: Draft, content: Sequence[int], explained: Collection[int]) -> list[int]:
        """Content words that nothing explains and that are no everyday words."""
        return [
            place
            for place in content
            if place not in explained
            and place not in draft.everyday
            and place not in draft.doubtful
        ]

    @staticmethod
    def _is_brand(astray: Sequence[int], kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
        """Whether an unexplained word stands where brands stand, right behind a kind ("phở Thìn Hà
        Nội") or in English before it: that is not a slip in the words around."""
        return any(
            span.end in astray or (span.meaning.language == "en" and span.start - 1 in astray)
            for span in kinds
        )

    def _is_from(self, found: Found, places: Sequence[PlaceSpan]) -> bool:
        return any(self._lies_in(found.owner, place) for span in places for place in span.places)

    def _share_lost(
        self, draft: Draft, content: Sequence[int], explained: Collection[int]
    ) -> float:
        """Share of the typed words, by weight, that kinds and places leave unexplained."""
        index = self._products.index
        known = lost = 0.0
        for place, word in enumerate(draft.words):
            weight = weight_of(word, index)
            if place in explained:
                known += weight
            elif place in content:
                lost += weight * importance(place, draft)
        return lost / (known + lost) if known + lost else 0.0

    def _better(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        asking: Collection[int],
        named: Decision,
        structure: Decision,
    ) -> Decision:
        found = structure.certainty is Certainty.CLEAR
        if named.producers:
            named.kinds = structure.kinds
            best = named.producers[0].verdict
            if not found:
                return named
            explained = covered(structure.places, structure.kinds)
            of_structure = explained.issuperset(best.positions - draft.soft - draft.everyday)
            asks_many = bool(ABOUT_MANY & senses.keys())
            asks_one = bool(ABOUT_ONE & senses.keys()) and not asks_many
            # "coop" may be a slip in ocop
            named_as_one = ORG in senses and (is_whole(best) or not asks_many)
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
        asks_many = bool(ABOUT_MANY & senses.keys()) or (
            draft.stars is not None
            and "rating" not in senses
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
