"""Last step of the reading: whether a name was meant, or a place, a kind or both.

"Nước mắm Phú Quốc" is a name, "nước mắm ở Phú Quốc" a kind in a place, and either can stand inside
the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from knowledge.facts import Place, PlaceLevel
from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.deciding.called_alike import called_alike
from knowledge.understanding.deciding.choosing_makers import of_a_producer
from knowledge.understanding.deciding.rivals import BUYING, Rivals, asks_of_all, without_stays
from knowledge.understanding.deciding.taken_words import (
    cuts_a_kind,
    has_all_of,
    is_around_a_place,
    is_one_kind_of_several,
    lacks_its_head,
    overlaps,
    slips_from_a_place,
)
from knowledge.understanding.deciding.words_of_names import words_of_the_name_only
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    MOSTLY,
    NEARLY_WHOLE,
    certainty_of,
    is_exact,
    is_whole,
)
from knowledge.understanding.drafts.coverage import (
    covered,
    cuts,
    only_places,
    outside,
    words_of_a_group,
)
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import LONG_NAME
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    TALK,
    VARIETIES,
)

HALF = 0.5
"""Share of a name from which more than a word of it was meant."""
OF_A_KIND = 2
"""Words of a name up to which it may be any of its kind: "mật ong"."""
_IS = frozenset(("is", "are", "isnt"))
"""First words of a question whether a thing has the stars told."""


class Chooser:
    """Chooses between the two readings."""

    def __init__(self, telling: float, lies_in: Callable[[int, Place], bool]) -> None:
        """``telling`` is the weight from which a name is more than a kind's; ``lies_in`` tells
        whether a product, by its number, is from a place."""
        self._telling = telling
        self._lies_in = lies_in

    def choose(self, rivals: Rivals) -> Decision:
        """The reading that was meant, with what the other one adds to it."""
        rivals = without_stays(rivals)
        named, structure = rivals.named, rivals.structure
        if rivals.only_a_province_is_named:
            if not rivals.has_structure:
                return _nothing_named(rivals)
            if named.producers:
                return structure
        if named.producers:
            return of_a_producer(rivals, named.producers[0].verdict)
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
        named, structure = rivals.named, rivals.structure
        asks_for_stars = self._asks_for_stars(rivals, product)
        asks_many = rivals.asks_many or asks_for_stars
        if _asks_for_varieties(rivals, product):
            # "tỏi Lý Sơn có những loại nào" asks about more than the one called just so
            return replace(structure, namesakes=named.products)
        if self._breaks_the_structure(rivals, product):
            return structure
        name_only = words_of_the_name_only(rivals, product, asks_many=asks_many)
        elsewhere = self._elsewhere(rivals, product)
        if not is_exact(product) and (
            (_is_of_a_place(rivals, product) and not _is_the_only_one(rivals, product))
            or (not name_only and self._tells_little(rivals, product, elsewhere, asks_many))
        ):
            return self._of_structure(rivals)
        if not name_only and (asks_for_stars or asks_of_all(rivals)):
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

    def _breaks_the_structure(self, rivals: Rivals, product: Verdict) -> bool:
        """Whether a name takes out what belongs together: a word of a place, or one kind of
        several."""
        draft, structure = rivals.draft, rivals.structure
        if is_around_a_place(product, structure.places):
            return True
        found = rivals.named.products[0]
        return slips_from_a_place(
            product, structure.places, draft, lambda span: self._is_from(found, [span])
        ) or is_one_kind_of_several(product, structure, draft)

    def _tells_little(
        self,
        rivals: Rivals,
        product: Verdict,
        elsewhere: Sequence[PlaceSpan],
        asks_many: bool,
    ) -> bool:
        """Whether too little of a name was typed for it to be meant, and no more than kinds and
        places."""
        little = asks_many or bool(elsewhere) or product.covered < NEARLY_WHOLE
        if little and not _is_the_only_one(rivals, product):
            return True
        return self._is_one_of_those_there(rivals, product) or lacks_its_head(product, rivals.draft)

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
        told_by_both = best.positions <= covered(structure.places, structure.kinds)
        if named.certainty is Certainty.RIVALS and told_by_both and not is_whole(best):
            tells = False  # "nước mắm Phú Quốc mấy sao" is about none before the others
        # Nor is "mắc ca Điện Biên mấy sao" about Cà phê Mường Ảng - Điện Biên
        tells = tells and not cuts_a_kind(best, structure.kinds, rivals.draft)
        tells = tells and not self._breaks_the_structure(rivals, best)
        if tells:
            same = called_alike(rivals, self._is_from)
            if same:
                return replace(structure, products=same, certainty=Certainty.RIVALS)
            return replace(structure, products=named.products)
        namesakes = [found for found in named.products if is_whole(found.verdict)]
        return replace(structure, namesakes=namesakes)

    def _asks_for_stars(self, rivals: Rivals, product: Verdict) -> bool:
        """Whether the stars choose among many: "tỏi Lý Sơn 5 sao" is about that garlic, "mật ong 5
        sao" about any honey."""
        if rivals.draft.stars is None:
            return False
        located = any(span.located for span in rivals.structure.places)
        long = is_whole(product) and len(product.positions) >= LONG_NAME
        # "có đúng mì gạo Hùng Lô vừa được 5 sao": a long name, whatever is said around it
        typed = (
            long
            or is_exact(product)
            or (product.explained >= EXACT and product.covered >= MOSTLY and not located)
        )
        # Of several called by their kind alone any may be meant: "đông trùng hạ thảo 4 sao"
        several = rivals.named.certainty is Certainty.RIVALS
        # "5 star organic pepper" asks for any, though one is called just so
        several = several or any(kind.meaning.key == QUALITY for kind in rivals.structure.kinds)
        by_kind = several and product.positions <= covered((), rivals.structure.kinds)
        by_kind = by_kind or _is_of_a_region(rivals, product)
        is_telling = typed and product.told > self._telling and not by_kind
        # "is ST25 rice really 5 stars" asks of that rice
        whether = "rating" in rivals.senses or rivals.draft.words[0].text in _IS
        one_asked = whether and not located and not rivals.asks_many
        return not one_asked and not is_telling

    def _elsewhere(self, rivals: Rivals, product: Verdict) -> list[PlaceSpan]:
        """Places beside a name to look for it in."""
        draft, structure = rivals.draft, rivals.structure
        elsewhere = outside(structure.places, rivals.named.consumed)
        if not is_whole(product):
            return elsewhere
        by_kind = len(product.positions) <= OF_A_KIND and product.told <= self._telling
        by_kind = by_kind and product.positions <= covered((), structure.kinds)
        if by_kind and BUYING in rivals.senses:
            return elsewhere  # "tui ở quận 7 mua mật ong ở đâu": any honey, sold there
        # Where the asker lives, or what was told before, is not where to look for it
        clause = draft.clause_of(product.positions)
        return [
            span for span in elsewhere if span.start >= clause and span.start not in draft.stays
        ]

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


def _asks_for_varieties(rivals: Rivals, product: Verdict) -> bool:
    """Whether varieties are asked for of a kind, and the name is just that kind's."""
    return VARIETIES in rivals.senses and any(
        product.positions == set(range(kind.start, kind.end)) for kind in rivals.structure.kinds
    )


def _is_of_a_region(rivals: Rivals, product: Verdict) -> bool:
    """Whether but the kind of a name and a whole region were typed: "mật ong 4 sao miền Bắc" is no
    Mật ong rừng miền Bắc."""
    return not is_whole(product) and any(
        span.places[0].level is PlaceLevel.REGION and overlaps(product, span)
        for span in rivals.structure.places
    )


def _is_of_a_place(rivals: Rivals, product: Verdict) -> bool:
    """Whether of a name only places were typed, or a part of a place's name."""
    places = rivals.structure.places
    return only_places(product.positions, rivals.draft, places) or cuts(product.positions, places)


def _is_the_only_one(rivals: Rivals, product: Verdict) -> bool:
    """Whether one thing is asked about, and one product alone has both the kind and the place in
    its name: "who makes cucumber An Phú" asks about Dưa leo baby An Phú."""
    structure = rivals.structure
    return (
        rivals.asks_one
        and rivals.named.certainty is Certainty.CLEAR
        # "homestay bản Lác mấy sao": a group of goods is told by its word
        and bool(structure.kinds or words_of_a_group(rivals.draft) & product.positions)
        and bool(structure.places)
        and product.explained >= EXACT
        and not any(span.located for span in structure.places)
        # "Huế essential oil how many stars" is about no cinnamon oil of Thanh Hóa
        and any(overlaps(product, span) for span in structure.places)
    )


def _nothing_named(rivals: Rivals) -> Decision:
    named, structure = rivals.named, rivals.structure
    left_over = named.left_over or structure.left_over
    return Decision(places=structure.places, kinds=structure.kinds, left_over=left_over)
