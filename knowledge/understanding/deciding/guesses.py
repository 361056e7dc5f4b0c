"""Names that were found by a part only and are no more than a guess: what was typed names another
kind, has another word, or tells only the kind and where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace
from rapidfuzz.distance import OSA

from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.search.judgement import Verdict
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import tokenise
from knowledge.understanding.deciding.neighbours import Neighbours
from knowledge.understanding.drafts.certainty import MOSTLY, is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import DOUBTFUL, SURELY_ASKS, Draft
from knowledge.understanding.names.brands_unmarked import SideBySide
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import ABOUT_ONE
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Word

SHORTEST = 3
"""Letters of a word that is hardly a slip of another word."""
A_SLIP = 0.5
"""Likeness from which a word may have been taken for a slip of another."""
SAME_WORD = 0.8
"""Likeness from which a typed word is a word of a name."""
RIVALS = 2
"""Kinds that the same letters may be."""
OF_A_NAME = 2
"""Words of most brands and villages."""
MANY = 10
"""Products of a kind from which one that is called by it alone is hardly meant."""
BUT_LITTLE = 0.7
"""Share of a name from which one thing asked of a kind in a place is asked of the one called so:
what is left out is no brand."""
IN_WORDS = 2
"""Words of a kind that are surely meant as that kind."""


class Guesses:
    """Tells which names are only to be offered."""

    def __init__(
        self, catalogue: Catalogue, products: Sequence[str], side_by_side: SideBySide
    ) -> None:
        """``products`` are codes in the order in which names are indexed."""
        self._catalogue = catalogue
        self._products = products
        self._neighbours = Neighbours(catalogue, side_by_side)

    def unless_another(self, draft: Draft, decision: Decision) -> Decision:
        """The decision, with a name that is a guess made one, or given up for all of its kind from
        the place named."""
        if decision.products and decision.kinds and _is_of_talk(draft, decision):
            return Decision(certainty=Certainty.CLEAR, places=decision.places, kinds=decision.kinds)
        sure = decision.certainty in {Certainty.CLEAR, Certainty.RIVALS}
        if not sure or not decision.products:
            return self._without_talk(draft, decision) if decision.places else decision
        named = decision.products[0]
        verdict = named.verdict
        product = self._catalogue.products[self._products[named.owner]]
        if decision.consumed == verdict.positions and (
            self._neighbours.is_another(draft, verdict, product)
            or self._neighbours.is_of_another_kind(draft, verdict, product)
            or self._neighbours.goes_on(draft, verdict, product)
            or self._neighbours.halves_a_place(draft, verdict)
        ):
            return replace(decision, certainty=Certainty.WEAK)
        if decision.certainty is Certainty.RIVALS:
            return decision
        if self._is_of_the_rarer_kind(draft, decision, product) or self._has_other_stars(
            draft, decision, product
        ):
            return Decision(certainty=Certainty.CLEAR, kinds=draft.kinds)
        if self._is_a_kind_alone(draft, decision):
            return Decision(certainty=Certainty.CLEAR, kinds=draft.kinds)
        if self._goes_on(draft, verdict, product):
            return replace(decision, certainty=Certainty.NONE, left_over=True)
        if _is_told_on(draft, decision):
            return replace(decision, certainty=Certainty.WEAK)
        if not decision.consumed or is_whole(verdict):
            return decision
        place = self._place_of_all(draft, decision, product)
        if place is not None:
            kinds = [
                kind for kind in draft.kinds if kind.start not in range(place.start, place.end)
            ]
            return Decision(certainty=Certainty.CLEAR, places=[place], kinds=kinds)
        if self._is_of_another_kind(draft, verdict, product) or _has_another_word(
            draft, verdict, product
        ):
            if decision.consumed <= covered((), draft.kinds):
                return Decision(certainty=Certainty.CLEAR, kinds=draft.kinds)
            return replace(decision, certainty=Certainty.WEAK)
        return decision

    def _without_talk(self, draft: Draft, decision: Decision) -> Decision:
        """The decision without a kind that is a word of talk as well, of which nothing is made in
        the place named: "cua lai chau" is của Lai Châu, and "cua ca mau" crabs."""
        if draft.writes_marks or len(decision.kinds) != 1:
            return decision
        (kind,) = decision.kinds
        # Its province tells: crabs of Cà Mau are from Năm Căn
        codes = {code for span in decision.places for code in span.places[0].provinces}
        places = [self._catalogue.province(code) for code in sorted(codes)]
        if kind.length > 1 or kind.start not in draft.soft:
            return decision
        if self._catalogue.products_at(places, kinds=(kind.meaning.key,)):
            return decision
        return replace(decision, kinds=[])

    def _is_of_the_rarer_kind(self, draft: Draft, decision: Decision, product: Product) -> bool:
        """Whether the letters of a kind that stands alone may be another one with more products,
        and the product is called by other words: "banh dua" is of coconut (dừa) before it is Bánh
        khóm, of pineapple (dứa)."""
        kinds = [
            kind
            for kind in draft.kinds
            if decision.consumed == frozenset(range(kind.start, kind.end))
        ]
        typed = {draft.words[place].marks.folded for place in decision.consumed}
        if len({kind.meaning.key for kind in kinds}) < RIVALS or typed == {
            token.marks.folded for token in tokenise(product.name)
        }:
            return False
        counts = {
            kind.meaning.key: len(self._catalogue.products_at(kinds=(kind.meaning.key,)))
            for kind in kinds
        }
        most = max(counts, key=lambda key: counts[key])
        return not self._catalogue.is_at(product, kinds=(most,))

    def _goes_on(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether a name of a kind and one word is the beginning of somebody else's: "trà Phúc
        Long" is no Trà Phúc."""
        behind = max(verdict.positions) + 1
        short = is_whole(verdict) and len(verdict.positions) == OF_A_NAME
        if not short or behind >= len(draft.words) or behind < OF_A_NAME:
            return False
        word = draft.words[behind]
        known = draft.soft | draft.placed | draft.everyday | draft.doubtful
        known |= covered(draft.places, draft.kinds)
        kinds = covered((), draft.kinds)
        brand = verdict.positions - kinds
        if behind in known or word.follows_break or len(brand) != 1 or behind - 1 not in brand:
            return False
        maker = self._catalogue.producers.get(product.producer or "")
        own = [token.marks.folded for token in tokenise(maker.name if maker else "")]
        typed = [each.marks.folded for each in draft.words[behind : behind + OF_A_NAME]]
        # The Thăng Long of "trà Phúc Thăng Long" makes it, but one word of that tells nothing
        is_its_maker = any([*pair] == typed for pair in pairwise(own))
        in_names = {token.marks.folded for token in tokenise(f"{product.name} {product.name_en}")}
        foreign = word.origin != "typed" or not is_syllable(typed[0])
        return not (is_its_maker or foreign or typed[0] in in_names)

    def _has_other_stars(self, draft: Draft, decision: Decision, product: Product) -> bool:
        """Whether others of a kind have the stars that are asked for, and the one product called
        just so has not: "trái cây sấy 4 sao" asks for any of it."""
        kinds = {
            kind.meaning.key
            for kind in draft.kinds
            if decision.consumed == frozenset(range(kind.start, kind.end))
        }
        if not kinds or draft.stars in {None, product.stars}:
            return False
        if len(self._catalogue.products_at(kinds=kinds)) < MANY:
            return False  # "dưa mắm chay đã lên 4 sao chưa"
        return bool(self._catalogue.products_at(stars=draft.stars, kinds=kinds))

    def _is_a_kind_alone(self, draft: Draft, decision: Decision) -> bool:
        """Whether nothing but a kind with many products was typed, by its usual name or by what is
        only a part of the product's: "chà bông" is not just that of shrimp."""
        words = frozenset(range(len(draft.words)))
        if decision.consumed != words:
            return False
        whole = is_whole(decision.products[0].verdict)
        typed = " ".join(word.marks.folded for word in draft.words)
        return any(
            words == frozenset(range(kind.start, kind.end))
            and not (whole and typed not in self._usual_names(kind.meaning.key))
            and len(self._catalogue.products_at(kinds=(kind.meaning.key,))) >= MANY
            for kind in draft.kinds
        )

    def _usual_names(self, key: str) -> set[str]:
        kind = self._catalogue.kinds[key]
        names = (kind.name_vi, kind.name_en)
        return {" ".join(token.marks.folded for token in tokenise(name)) for name in names}

    def _place_of_all(self, draft: Draft, decision: Decision, product: Product) -> PlaceSpan | None:
        """The place from which several of the kind are, where only these two were typed: "nước mắm
        Huế" asks for all of it, though one alone has Huế in its name."""
        # "Yên Thế hill chicken OCOP rating" leaves out half a word of the one called so
        asked = max((cue.meaning.weight for cue in draft.resolved if _asks_of_one(cue)), default=0)
        own = any(kind.meaning.key in product.kinds for kind in draft.kinds)
        enough = BUT_LITTLE if own and asked >= SURELY_ASKS else MOSTLY
        if decision.products[0].verdict.covered >= enough:
            return None
        for place in draft.places:
            where = range(place.start, place.end)
            kinds = [kind for kind in draft.kinds if kind.start not in where]
            if (
                place.penalty >= DOUBTFUL
                or not kinds
                or decision.consumed != covered([place], kinds)
            ):
                continue
            if len({(kind.start, kind.end) for kind in kinds}) > 1:
                continue  # "bun bo hue seasoning" is one thing
            keys = [kind.meaning.key for kind in kinds]
            if not self._catalogue.lies_in(product, place.places[0]):
                continue
            if len(self._catalogue.products_at(place.places[:1], kinds=keys)) > 1:
                return place
        return None

    def _is_of_another_kind(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether words that name a kind were taken for words of something else: "xà bông dừa" is
        soap, and no melon."""
        groups = {self._catalogue.kinds[key].category for key in product.kinds}
        return bool(groups) and any(
            kind.length >= IN_WORDS
            and not kind.penalty
            and verdict.positions.issuperset(range(kind.start, kind.end))
            and self._catalogue.kinds[kind.meaning.key].category not in groups
            for kind in draft.kinds
        )


def _asks_of_one(cue: PhraseSpan[Cue]) -> bool:
    return cue.meaning.sense in ABOUT_ONE


def _is_of_talk(draft: Draft, decision: Decision) -> bool:
    """Whether a name took words of talk alone, beside a kind: the "ready to eat" of "ready to eat
    shrimp paste" names no jellyfish."""
    taken = decision.consumed
    return (
        decision.certainty in {Certainty.CLEAR, Certainty.RIVALS}
        and bool(taken)
        and taken <= draft.soft | draft.everyday
        and taken.isdisjoint(covered((), draft.kinds))
        and not is_whole(decision.products[0].verdict)
        and any(kind.length >= IN_WORDS and not kind.penalty for kind in decision.kinds)
    )


def _is_told_on(draft: Draft, decision: Decision) -> bool:
    """Whether a name that is but the kind's is followed by two more words, which end what was typed
    and may be a name without its marks: "banh trang my long" is not just any bánh tráng."""
    behind = max(decision.consumed, default=-1) + 1
    ending = range(behind, len(draft.words))
    if draft.writes_marks or len(ending) != OF_A_NAME:
        return False
    if not any(decision.consumed == frozenset(range(k.start, k.end)) for k in draft.kinds):
        return False
    talk = {
        place
        for cue in draft.resolved
        if cue.meaning.language == "vi" or cue.length > 1
        for place in range(cue.start, cue.end)
    }
    free = talk.isdisjoint(ending) and covered(draft.places, ()).isdisjoint(ending)
    syllables = all(is_syllable(word.text) for word in draft.words)
    return free and syllables and not any(draft.words[at].follows_break for at in ending)


def _has_another_word(draft: Draft, verdict: Verdict, product: Product) -> bool:
    """Whether a word that there is was taken for a slip of one in the name: the nhãn of "chôm chôm
    nhãn" is no Thái. A word in another language is none."""
    words = [draft.words[place] for place in verdict.positions - draft.soft]
    others = {
        word.marks.folded
        for word in words
        if word.is_known
        and word.origin == "typed"
        and len(word.text) >= SHORTEST
        and is_syllable(word.marks.folded)
        and not _is_in(word, verdict)
    }
    if not others:
        return False
    names = [name for name in (product.name_vi, product.name_en) if name]
    written = {token.marks.folded for name in names for token in tokenise(name)}
    return any(
        OSA.normalized_similarity(other, word) >= A_SLIP
        for other in others - written
        for word in written
    )


def _is_in(word: Word, verdict: Verdict) -> bool:
    """Whether a name has a typed word, or another for it."""
    return any(
        likeness >= SAME_WORD and number in verdict.name.words for number, likeness in word.readings
    )
