"""Second half of the reading: of all that was spotted, what the utterance is about.

Readings compete: a product or producer by its name, or a place, kind or both ("nước mắm ở Phú
Quốc"). The one that explains the typed words best wins; what nothing explains lowers the certainty,
so that a question about something we do not know is not answered with something we do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.facts import Place
from knowledge.search.finder import Finder, Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.drafts import Draft
from knowledge.understanding.intents import weigh
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.places import Gazetteer, PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabularies import Cue, KindReading, Vocabularies
from knowledge.understanding.wordings import Wordings, importance, weight_of

MOST_MATCHES = 10
CLEAR = 0.7
"""Score from which a name may be answered about."""
CLEAR_EXPLAINED = 0.8
"""Share of the typed words that a clear winner must explain."""
WEAK = 0.5
"""Score from which a name is offered as "did you mean"."""
WEAK_EXPLAINED = 0.55
EXACT = 0.985
RIVAL_MARGIN = 0.02
"""Names this close to the best are rivals."""
MOSTLY = 0.75
"""Share of a name from which it was surely meant, however common its words."""
BRAND = 1.5
"""A name weighs more than a kind's from this share of an unknown word's weight on."""
TELLING = 0.85
"""A part of a name tells who is meant from this share of an unknown word's weight on."""
NEARLY_WHOLE = 0.62
"""Share of a name from which it beats reading the same words as a kind and a place."""
LEFT_OVER = 0.3
"""Share of unexplained words from which a place or kind is not what the question is about."""
MOST_ASTRAY = 2
"""Words that may be slips around a place when a cue says that it is about one."""
LEFT_OVER_OF_MANY = 0.45
"""The same when a cue says that it is about a place: "đặc sản Hà Giang cho người già"."""
PRODUCER_LEAD = 0.06
"""By how much a producer's name must beat a product's where no "công ty" tells."""
SURELY_PRODUCT = 0.93
"""Share of the words explained by a product's name from which no producer's is looked for."""
ORG = "org"
"""Sense of "công ty", "htx", "cooperative"."""
ORG_HINT = "org_hint"
"""Sense of "bên", which may mean the maker of what follows, or the maker by that name."""
ABOUT_ONE = frozenset({"rating", "contact", "price", "producer"})
ABOUT_MANY = frozenset({"specialities", "goods", "outlets", "statistics"})


@dataclass(slots=True)
class Decision:
    """What the utterance was found to be about."""

    certainty: Certainty = Certainty.NONE
    products: list[Found] = field(default_factory=list)
    producers: list[Found] = field(default_factory=list)
    places: list[PlaceSpan] = field(default_factory=list)
    kinds: list[PhraseSpan[KindReading]] = field(default_factory=list)
    consumed: frozenset[int] = frozenset()
    """Words that the product's or producer's name took."""
    left_over: bool = False
    """Words remain that nothing explains."""

    @property
    def exact(self) -> bool:
        """Whether the best product's whole name was typed."""
        return bool(self.products) and _is_exact(self.products[0].verdict)


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

    def decide(self, draft: Draft, cues: Sequence[PhraseSpan[Cue]]) -> Decision:
        """The best reading of the draft; ``cues`` are those resolved when no name took words."""
        senses = weigh(cues)
        content = [
            place
            for place in range(len(draft.words))
            if place not in draft.soft and place not in draft.placed
        ]
        products = self._find(self._products, draft)
        if draft.placed and ABOUT_ONE & senses.keys() and not ABOUT_MANY & senses.keys():
            # "trà hoa vàng ở Ba Chẽ mấy sao" asks for one tea, wherever the place stands
            whole = self._find(self._products, replace(draft, placed=frozenset()))
            if whole and (not products or whole[0].verdict.score > products[0].verdict.score):
                products = whole
        producers: list[Found] = []
        hinted = ORG_HINT in senses and products and not _is_exact(products[0].verdict)
        unsure = not products or products[0].verdict.explained < SURELY_PRODUCT
        if ORG in senses or hinted or unsure:
            producers = self._find(self._producers, draft)
        decision = self._name_reading(draft, senses, products, producers)
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
        if ORG in senses or (ORG_HINT in senses and product and not _is_exact(product)):
            lead = -PRODUCER_LEAD
        if producer is not None and (product is None or _rank(producer) > _rank(product) + lead):
            certainty = _certainty(producers, self._producers.index.unknown_weight * TELLING)
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
            certainty=_certainty(products, self._products.index.unknown_weight * TELLING),
            products=products,
            consumed=product.positions,
            left_over=product.explained < CLEAR_EXPLAINED,
        )

    def _structure_reading(
        self, draft: Draft, senses: Mapping[str, float], content: Sequence[int]
    ) -> Decision:
        """Kinds and places, and how much of the content they leave unexplained."""
        asks_many = bool(ABOUT_MANY & senses.keys())
        kinds = list(draft.kinds)
        of_kinds = _covered((), kinds)
        places = [
            span
            for span in draft.places
            if span.located
            # "miến dong" typed without marks is no Miền Đông
            or (
                (of_kinds.isdisjoint(range(span.start, span.end)) or _is_longer(span, kinds))
                and (asks_many or not span.is_short)
            )
        ]
        explained = _covered(places, kinds)
        if asks_many and any(place not in explained for place in content):
            slipped = self._gazetteer.slipped_province(draft.words, content)
            if slipped is not None:
                taken = frozenset(range(slipped.start, slipped.end))
                places = [*_outside(places, taken), slipped]
                explained = _covered(places, kinds)
        share_lost = self._share_lost(draft, content, explained)
        astray = self._astray(draft, content, explained)
        most = LEFT_OVER_OF_MANY if places and asks_many else LEFT_OVER
        # Around a place that is surely named, a few words may be slips of what is asked
        surely = any(span.penalty == 0.0 for span in places)
        about_place = surely and asks_many and not ABOUT_ONE & senses.keys()
        slips = about_place and len(astray) <= MOST_ASTRAY
        understood = bool(explained) and (share_lost < most or slips)
        if self._is_brand(astray, kinds) and not any(span.located for span in places):
            understood = False
        return Decision(
            certainty=Certainty.CLEAR if understood else Certainty.NONE,
            places=places,
            kinds=kinds,
            left_over=bool(explained) and not understood,
        )

    def _is_telling(self, verdict: Verdict) -> bool:
        """Whether a whole name is more than a kind's: "tỏi Lý Sơn 5 sao" is about that garlic,
        "mật ong 5 sao" about any honey."""
        return _is_exact(verdict) and verdict.told > self._products.index.unknown_weight * BRAND

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
        """Whether an unexplained word stands right behind a kind, where brands stand: that is not
        a slip in the words around ("phở Thìn Hà Nội")."""
        return any(span.end in astray for span in kinds)

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
            explained = _covered(structure.places, structure.kinds)
            asks_one = bool(ABOUT_ONE & senses.keys()) and not ABOUT_MANY & senses.keys()
            of_structure = explained.issuperset(best.positions - draft.soft)
            if ORG not in senses and of_structure and not asks_one:
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
            named.places = _outside(structure.places, named.consumed)
            return named
        kinds_and_places = _covered(structure.places, structure.kinds)
        # "đặc sản Quảng Ninh" asks, though a liquor has it as a part of its name
        name_only = best_product.positions - kinds_and_places - frozenset(asking)
        asks_many = bool(ABOUT_MANY & senses.keys()) or (
            draft.stars is not None
            and "rating" not in senses
            and not self._is_telling(best_product)
        )
        elsewhere = _outside(structure.places, named.consumed)
        if not name_only and not _is_exact(best_product):
            only_place = _only_places(best_product.positions, draft, structure.places)
            if asks_many or elsewhere or only_place or best_product.covered < NEARLY_WHOLE:
                structure.products = named.products
                return structure
        if not name_only and _is_exact(best_product) and elsewhere:
            # "mật ong ở Hà Giang": the kind in a place, unless one just called so is from there
            there = [found for found in named.products if self._is_from(found, elsewhere)]
            if asks_many or not there or not _is_exact(there[0].verdict):
                structure.products = named.products
                return structure
            named.products = there
            named.certainty = _certainty(there, 0.0)
        named.places = _outside(structure.places, named.consumed)
        named.kinds = structure.kinds
        return named


def _is_longer(place: PlaceSpan, kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether a place covers more words than any kind it overlaps."""
    return all(
        kind.length < place.end - place.start
        for kind in kinds
        if kind.start < place.end and place.start < kind.end
    )


def _covered(places: Sequence[PlaceSpan], kinds: Sequence[PhraseSpan[KindReading]]) -> set[int]:
    """Words that places and kinds explain."""
    stretches = [(span.start, span.end) for span in places]
    stretches += [(span.start, span.end) for span in kinds]
    return {word for start, end in stretches for word in range(start, end)}


def _outside(places: Sequence[PlaceSpan], taken: frozenset[int]) -> list[PlaceSpan]:
    return [span for span in places if taken.isdisjoint(range(span.start, span.end))]


def _only_places(positions: Iterable[int], draft: Draft, places: Sequence[PlaceSpan]) -> bool:
    """Whether all a name explains is the name of a place."""
    return all(
        any(span.start <= position < span.end for span in places)
        for position in positions
        if position not in draft.soft
    )


def _rank(verdict: Verdict) -> float:
    return verdict.score


def _is_exact(verdict: Verdict) -> bool:
    return verdict.covered >= EXACT and verdict.explained >= EXACT


def _certainty(found: Sequence[Found], least_weight: float) -> Certainty:
    """How sure the best of some names is meant; ``least_weight`` is what a part of a name must
    weigh to tell anything ("nóng" of Rau An Nông does not)."""
    best = found[0].verdict
    if best.covered < MOSTLY and best.told < least_weight:
        return Certainty.NONE
    if best.score >= CLEAR and best.explained >= CLEAR_EXPLAINED:
        rivals = [
            other
            for other in found[1:]
            if other.verdict.score >= best.score - RIVAL_MARGIN
            and _is_exact(other.verdict) == _is_exact(best)
        ]
        return Certainty.RIVALS if rivals else Certainty.CLEAR
    if best.score >= WEAK and best.explained >= WEAK_EXPLAINED:
        return Certainty.WEAK
    return Certainty.NONE
