"""Whether what was found by its name is meant by it: a product, or who makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.drafts.certainty import (
    CLEAR_EXPLAINED,
    EXACT,
    certainty_of,
    is_exact,
    is_whole,
)
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.other_brands import has_another_brand, is_another_brand
from knowledge.understanding.names.slips_beside import is_slipped_talk
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import ends_name
from knowledge.understanding.vocabulary.senses import (
    OF_MAKERS,
    ORG,
    ORG_HINT,
    PRODUCT,
    may_ask_the_maker,
)
from knowledge.understanding.vocabulary.vocabularies import Vocabularies

PART_TELLS = 0.85
"""A part of a name tells who is meant from this share of an unknown word's weight on."""
PRODUCER_LEAD = 0.06
"""By how much a producer's name must beat a product's where no "công ty" tells."""
IN_FULL = 1.6
"""A name typed in full is meant whatever else was typed from this weight on, in unknown words."""
_MAKING = frozenset(("lam", "nau", "trong", "nuoi", "ban", "xuat"))
"""Folded words between a maker and what it makes or sells."""
SHORTEST_IN_FULL = 3
"""The same in words."""


class NamesMeant:
    """Chooses between the product and the producer that were found."""

    def __init__(
        self, product_unknown: float, producer_unknown: float, vocabularies: Vocabularies
    ) -> None:
        """What a word weighs that is in no name of a product, and in none of a producer."""
        self._in_full = product_unknown * IN_FULL
        self._product_tells = product_unknown * PART_TELLS
        self._producer_tells = producer_unknown * PART_TELLS
        self._table = vocabularies.table.words
        self._vocabularies = vocabularies

    def reading(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        products: list[Found],
        producers: list[Found],
    ) -> Decision:
        """The reading of the draft as a name, of a producer or else of a product."""
        if producers and (maker := self._of_a_producer(draft, senses, products, producers)):
            return maker
        if not products:
            return Decision(left_over=len(draft.soft) < len(draft.words))
        return self._of_a_product(draft, products)

    def _of_a_producer(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        products: Sequence[Found],
        producers: list[Found],
    ) -> Decision | None:
        """The reading as a producer's name; ``None`` where a product's explains more."""
        product = products[0].verdict if products else None
        if ORG in senses:
            producers = _by_their_ends(producers, draft)
        producer = producers[0].verdict
        means_it = _means_the_maker(draft, senses, products, producer)
        if product is not None:
            lead = _lead(draft, senses, product, producer, means_it=means_it)
            if producer.score <= product.score + lead:
                return None
        by_its_end = (ORG in senses or means_it) and ends_name(producer, draft)
        certainty = self.certainty_of_maker(producers, by_its_end=by_its_end)
        if certainty is Certainty.NONE or has_another_brand(producer, draft, self._table):
            return None
        return Decision(
            certainty=certainty,
            producers=producers,
            consumed=producer.positions,
            left_over=producer.explained < CLEAR_EXPLAINED,
        )

    def _of_a_product(self, draft: Draft, products: list[Found]) -> Decision:
        """The reading as a product's name."""
        product = products[0].verdict
        certainty = certainty_of(products, self._product_tells)
        in_full = self._is_typed_in_full(product, draft)
        if in_full and certainty in {Certainty.NONE, Certainty.WEAK}:
            certainty = Certainty.CLEAR
        other = is_another_brand(product.positions, draft)
        other = other or has_another_brand(product, draft, self._table)
        if other:
            certainty = Certainty.NONE
        elif (
            certainty is Certainty.NONE
            and is_whole(product)
            and product.told >= self._product_tells
            and is_slipped_talk(product, draft, self._vocabularies)
        ):
            certainty = Certainty.WEAK
        return Decision(
            certainty=certainty,
            another_brand=other,
            products=products,
            consumed=product.positions,
            left_over=product.explained < CLEAR_EXPLAINED and not in_full,
        )

    def certainty_of_maker(self, found: Sequence[Found], *, by_its_end: bool) -> Certainty:
        """How sure a maker is meant; the end of its name tells, however common its words: "cty Thu
        Trang" is how people call it."""
        least = 0.0 if by_its_end else self._producer_tells
        return certainty_of(found, least)

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
            and product.told >= self._in_full
        )


def may_be_a_bare_brand(products: Sequence[Found], senses: Mapping[str, float]) -> bool:
    """Whether a part of products' names was typed that may be what their maker is called."""
    return (
        bool(products)
        and not is_whole(products[0].verdict)
        and may_ask_the_maker(senses)
        and _may_be_a_brand(products, senses)
    )


def _by_their_ends(producers: list[Found], draft: Draft) -> list[Found]:
    """The producers found, with one first that is called just so: "cty Hoàn Ngọc" is the one whose
    long name ends so before the one of Cao Ngọc Hoàn."""
    least = producers[0].verdict.explained
    if ends_name(producers[0].verdict, draft):
        return producers
    return sorted(
        producers,
        key=lambda found: (
            not (found.verdict.explained >= least and ends_name(found.verdict, draft))
        ),
    )


def _lead(
    draft: Draft,
    senses: Mapping[str, float],
    product: Verdict,
    producer: Verdict,
    *,
    means_it: bool,
) -> float:
    """By how much the producer's name must beat the product's."""
    if is_whole(producer) and product.positions < producer.positions:
        # "cơ sở sản xuất bò khô Thu Trang" is no question about Bò khô Thu Trang
        return -PRODUCER_LEAD
    if _is_called_after(draft, senses, product, producer):
        return -1.0
    if means_it:
        return -1.0
    if ORG in senses or (ORG_HINT in senses and not is_exact(product)):
        return -PRODUCER_LEAD
    return PRODUCER_LEAD


def _is_called_after(
    draft: Draft, senses: Mapping[str, float], product: Verdict, producer: Verdict
) -> bool:
    """Whether a maker is called after its product, and told to be meant by the word before the name
    and by what is asked: "cơ sở lạp xưởng Mỹ Yến sđt nhiêu"."""
    # "cơ sở mì gạo Hùng Lô tên gì" asks who makes them
    asks = "contact" in senses or may_ask_the_maker(senses.keys() - {"producer"})
    before = draft.words[max(min(product.positions) - 1, 0)].marks.folded
    return (
        asks
        and before not in _MAKING  # "cơ sở làm cá kho đặc biệt" is whoever makes it
        and is_whole(product)
        and product.positions <= producer.positions
        and producer.explained >= EXACT
        and draft.is_behind(product.positions, ORG)
    )


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
