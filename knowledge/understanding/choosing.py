"""Last step of the reading: whether a name was meant, or a place, a kind or both.

"Nước mắm Phú Quốc" is a name, "nước mắm ở Phú Quốc" a kind in a place, and either can stand inside
the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.facts import Place
from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.brands import ends_name
from knowledge.understanding.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    MOSTLY,
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
    words_of_a_group,
)
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    ORG,
    ORG_HINT,
    PRODUCT,
    RANKING,
    TALK,
    VARIETIES,
)
from knowledge.understanding.taken_words import (
    has_all_of,
    is_one_kind_of_several,
    overlaps,
    slips_from_a_place,
    talk_slipped,
)

BUYING = "where_to_buy"
"""The sense of who looks for a seller."""
HALF = 0.5
"""Share of a name from which more than a word of it was meant."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The two readings of one draft, and what tells which was meant."""

    draft: Draft
    senses: Mapping[str, float]
    """What is asked, with the weight of the cues for it."""
    asking: Collection[int]
    """Words of cues that ask for many."""
    named: Decision
    """The reading as a product's or producer's name."""
    structure: Decision
    """The reading as places, kinds or both."""

    @property
    def asks_many(self) -> bool:
        """Whether a list is asked for rather than one thing."""
        return bool(ABOUT_MANY & self.senses.keys())

    @property
    def asks_one(self) -> bool:
        """Whether something is asked that only one product or producer can answer."""
        return bool(ABOUT_ONE & self.senses.keys()) and not self.asks_many

    @property
    def has_structure(self) -> bool:
        """Whether places or kinds answer the question, and no name is surer."""
        named, structure = self.named, self.structure
        found = named.products or named.producers
        slipped = bool(structure.places) and all(span.penalty for span in structure.places)
        return structure.certainty is Certainty.CLEAR and not (
            # "Hà Quyên có sản phẩm gì": what is exactly a name is no slip in Hà Tuyên, nor is
            # "đáng" one in Đà Nẵng where a whole name stands beside it
            slipped
            and (
                is_all_explained(named.certainty, found)
                or (bool(found) and is_whole(found[0].verdict) and self._are_words_by_themselves)
            )
        )

    @property
    def _are_words_by_themselves(self) -> bool:
        """Whether all that was read as places was typed in words that there are."""
        return all(
            word.is_known
            for span in self.structure.places
            for word in self.draft.words[span.start : span.end]
        )


class Chooser:
    """Chooses between the two readings."""

    def __init__(self, telling: float, lies_in: Callable[[int, Place], bool]) -> None:
        """``telling`` is the weight from which a name is more than a kind's; ``lies_in`` tells
        whether a product, by its number, is from a place."""
        self._telling = telling
        self._lies_in = lies_in

    def choose(self, rivals: Rivals) -> Decision:
        """The reading that was meant, with what the other one adds to it."""
        rivals = _without_stays(rivals)
        named, structure = rivals.named, rivals.structure
        if named.producers:
            return _of_a_producer(rivals, named.producers[0].verdict)
        if not named.products:
            return structure if rivals.has_structure else _nothing_named(rivals)
        if named.certainty in {Certainty.NONE, Certainty.WEAK}:
            if rivals.has_structure:
                return self._of_structure(rivals)
            return _nothing_named(rivals) if named.certainty is Certainty.NONE else named
        if rivals.has_structure:
            return self._of_a_product(rivals, named.products[0].verdict)
        return replace(named, places=outside(structure.places, named.consumed))

    def _of_a_product(self, rivals: Rivals, product: Verdict) -> Decision:
        """Choose where both a product's name and a structure can be meant."""
        draft, named, structure = rivals.draft, rivals.named, rivals.structure
        kinds_and_places = covered(structure.places, structure.kinds)
        # "đặc sản Quảng Ninh" asks, though a liquor has it as a part of its name
        name_only = product.positions - kinds_and_places - frozenset(rivals.asking)
        name_only -= talk_slipped(product, draft)
        if not is_whole(product):
            name_only -= words_of_a_group(draft)
        asks_many = rivals.asks_many or self._asks_for_stars(rivals, product)
        # Of a list only kinds tell: "chè Thái Nguyên loại nào ngon" asks for any of it
        parts = {(kind.start, kind.end) for kind in structure.kinds}
        parts |= set() if asks_many else {(span.start, span.end) for span in structure.places}
        held = [part for part in parts if product.positions.issuperset(range(*part))]
        if is_whole(product) and len(held) > 1:
            # "vịt quay Hồng Xiêm" is one duck, no sapodillas
            name_only = product.positions
        elsewhere = _elsewhere(rivals, product)
        only_place = only_places(product.positions, draft, structure.places)
        only_place = only_place or cuts(product.positions, structure.places)
        little = asks_many or elsewhere or product.covered < NEARLY_WHOLE
        if _is_the_only_one(rivals, product):
            little = False
        little = little or self._is_one_of_those_there(rivals, product)
        if VARIETIES in rivals.senses and any(
            product.positions == set(range(kind.start, kind.end)) for kind in structure.kinds
        ):
            # "tỏi Lý Sơn có những loại nào" asks about more than the one called just so
            return replace(structure, namesakes=named.products)
        found = named.products[0]
        places = structure.places
        if slips_from_a_place(product, places, draft, lambda span: self._is_from(found, [span])):
            return structure
        if is_one_kind_of_several(product, structure, draft):
            return structure
        if not is_exact(product) and (only_place or (not name_only and little)):
            return self._of_structure(rivals)
        if not name_only and (self._asks_for_stars(rivals, product) or _asks_of_all(rivals)):
            # "mật ong 5 sao": any honey, though one or two are just called so
            return self._of_structure(rivals)
        if not name_only and is_exact(product) and elsewhere:
            # "mật ong ở Hà Giang": the kind in a place, unless one just called so is from there;
            # who buys has the choice
            there = [found for found in named.products if self._is_from(found, elsewhere)]
            buying = BUYING in rivals.senses
            if asks_many or buying or not there or not is_exact(there[0].verdict):
                return self._of_structure(rivals)
            named = replace(named, products=there, certainty=certainty_of(there, 0.0))
        return replace(
            named,
            places=outside(structure.places, named.consumed),
            kinds=structure.kinds,
        )

    def _of_structure(self, rivals: Rivals) -> Decision:
        """The kinds and places, with the products that one thing asked of them may be about:
        "trà mấy sao" asks about no tea that has a longer name, "trà hoa vàng Ba Chẽ mấy sao" does.
        """
        named, structure = rivals.named, rivals.structure
        best = named.products[0].verdict
        of_place = only_places(best.positions, rivals.draft, structure.places)
        # "banh pia soc trang" has no slip of Sơn in it
        cut = [span for span in structure.places if cuts(best.positions, [span])]
        beyond = best.positions - covered(cut, structure.kinds) - frozenset(rivals.asking)
        sure = named.certainty in {Certainty.CLEAR, Certainty.RIVALS}
        # "nuoc mam cat hai" is about no Nước mắm Thái An of another province
        places = [
            span
            for span in structure.places
            if span in cut
            or not (overlaps(best, span) if sure else has_all_of(best, span, rivals.draft))
        ]
        fits = not places or self._is_from(named.products[0], places)
        if of_place:
            tells = best.covered >= NEARLY_WHOLE
        elif beyond:
            # "ky tom kho" asks for a kilo, and about no Kỳ Như
            enough = best.explained >= CLEAR_EXPLAINED or best.covered >= HALF
            tells = (fits and enough) or best.covered >= MOSTLY
        else:
            tells = fits and best.covered >= MOSTLY
        if tells:
            return replace(structure, products=named.products)
        namesakes = [found for found in named.products if is_whole(found.verdict)]
        return replace(structure, namesakes=namesakes)

    def _asks_for_stars(self, rivals: Rivals, product: Verdict) -> bool:
        """Whether the stars choose among many: "tỏi Lý Sơn 5 sao" is about that garlic, "mật ong 5
        sao" about any honey."""
        if rivals.draft.stars is None:
            return False
        located = any(span.located for span in rivals.structure.places)
        typed = is_exact(product) or (
            product.explained >= EXACT and product.covered >= MOSTLY and not located
        )
        is_telling = typed and product.told > self._telling
        one_asked = "rating" in rivals.senses and not located and not rivals.asks_many
        return not one_asked and not is_telling

    def _is_one_of_those_there(self, rivals: Rivals, product: Verdict) -> bool:
        """Whether a kind and the place it is from are all that was typed, and several products that
        are called by more words are from there: "vải thiều Bắc Giang" asks for all of it."""
        structure = rivals.structure
        if not (structure.kinds and structure.places) or product.covered >= MOSTLY:
            return False
        explained = covered(structure.places, structure.kinds)
        words = range(len(rivals.draft.words))
        if not rivals.senses.keys() <= TALK | ABOUT_MANY or explained.union(
            rivals.draft.soft
        ) != set(words):
            return False
        there = [self._is_from(each, structure.places) for each in rivals.named.products]
        return there[0] and sum(there) > 1

    def _is_from(self, found: Found, places: Sequence[PlaceSpan]) -> bool:
        return any(self._lies_in(found.owner, place) for span in places for place in span.places)


def _asks_of_all(rivals: Rivals) -> bool:
    """Whether it is asked how many there are, where most are or which is best: "có bao nhiêu loại
    mật ong", "cà phê nào ngon nhất"."""
    senses = rivals.senses
    counts = "statistics" in senses and "price" not in senses
    return counts or not {RANKING, "compare"}.isdisjoint(senses)


def _is_the_only_one(rivals: Rivals, product: Verdict) -> bool:
    """Whether one thing is asked about, and one product alone has both the kind and the place in
    its name: "who makes cucumber An Phú" asks about Dưa leo baby An Phú."""
    structure = rivals.structure
    return (
        rivals.asks_one
        and rivals.named.certainty is Certainty.CLEAR
        and bool(structure.kinds and structure.places)
        and product.explained >= EXACT
        and not any(span.located for span in structure.places)
    )


def _nothing_named(rivals: Rivals) -> Decision:
    structure = rivals.structure
    return Decision(
        places=structure.places, kinds=structure.kinds, left_over=rivals.named.left_over
    )


def _of_a_producer(rivals: Rivals, producer: Verdict) -> Decision:
    """Choose where a producer's name can be meant."""
    draft, structure = rivals.draft, rivals.structure
    named = replace(rivals.named, kinds=structure.kinds)
    if not rivals.has_structure:
        return named
    explained = covered(structure.places, structure.kinds)
    talk = draft.soft | talk_slipped(producer, draft)
    of_structure = explained.issuperset(producer.positions - talk)
    # "coop" may be a slip in ocop
    of_org = ORG in rivals.senses or (ORG_HINT in rivals.senses and is_whole(producer))
    # "hàng của bên Hương Sen" asks for no lotus
    whole_enough = producer.explained >= EXACT and producer.covered >= NEARLY_WHOLE
    of_org = of_org or (whole_enough and draft.is_behind(producer.positions, ORG_HINT))
    # "cơ sở bánh pía Sóc Trăng" is any, though one is called by its kind and somebody's name
    half = producer.covered < NEARLY_WHOLE and not ends_name(producer, draft)
    half = half and bool(structure.kinds)
    named_as_one = of_org and (
        is_whole(producer)
        or not (rivals.asks_many or half)
        # "các sản phẩm của công ty Lâm Ngọc Hội" is not about Ngọc Hồi
        or (draft.is_behind(producer.positions, ORG) and _holds_more(producer, structure.places))
    )
    # "5 sao ở tỉnh Lào Cai": a few words of a company's name that are a place's as well
    surely_place = producer.covered < NEARLY_WHOLE or any(span.located for span in structure.places)
    if of_structure and not named_as_one and (surely_place or not rivals.asks_one):
        return structure
    sure = named.certainty is Certainty.CLEAR and not named.left_over
    return named if ORG in rivals.senses or sure else structure


def _holds_more(named: Verdict, places: Sequence[PlaceSpan]) -> bool:
    """Whether a name has all the words of every place and more beside them."""
    of_places = covered(places, ())
    return bool(of_places) and of_places < named.positions


def _elsewhere(rivals: Rivals, product: Verdict) -> list[PlaceSpan]:
    """Places beside a name to look for it in."""
    draft = rivals.draft
    elsewhere = outside(rivals.structure.places, rivals.named.consumed)
    if not is_whole(product):
        return elsewhere
    # Where the asker lives, or what was told before, is not where to look for it
    clause = draft.clause_of(product.positions)
    return [span for span in elsewhere if span.start >= clause and span.start not in draft.stays]


def _without_stays(rivals: Rivals) -> Rivals:
    """Without the places where the asker is or was, where one thing is asked of a product by its
    name: "tui ở Sài Gòn, bò khô Thu Trang của công ty nào". Who buys, or names but a kind, may
    want it there."""
    stays, named, senses = rivals.draft.stays, rivals.named, rivals.senses
    if not stays or rivals.asks_many or not named.products:
        return rivals
    asked = max((senses.get(sense, 0.0) for sense in (*ABOUT_ONE, PRODUCT)), default=0.0)
    if asked <= senses.get(BUYING, 0.0):
        return rivals
    structure = rivals.structure
    typed = named.products[0].verdict.positions
    if typed <= covered((), structure.kinds) or typed <= rivals.draft.soft:
        return rivals
    places = [span for span in structure.places if span.start not in stays]
    if len(places) == len(structure.places):
        return rivals
    certainty = structure.certainty if places or structure.kinds else Certainty.NONE
    return replace(rivals, structure=replace(structure, places=places, certainty=certainty))
