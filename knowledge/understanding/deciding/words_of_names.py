"""The words of an utterance that only a product's name explains, and no kind or place in it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from knowledge.search.judgement import Verdict
from knowledge.understanding.deciding.rivals import Rivals
from knowledge.understanding.deciding.taken_words import halves_of_talk, talk_slipped
from knowledge.understanding.drafts.certainty import MOSTLY, is_whole
from knowledge.understanding.drafts.coverage import covered, words_of_a_group
from knowledge.understanding.drafts.drafts import LONG_NAME
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading

BUT_A_SYNONYM = 0.95
"""Share of a name that was typed in full, with another word for one of it."""


def words_of_the_name_only(
    rivals: Rivals, product: Verdict, *, asks_many: bool
) -> AbstractSet[int]:
    """The words of a name that neither kinds and places explain nor what is asked."""
    draft, structure = rivals.draft, rivals.structure
    # Of a list only kinds tell: "chè Thái Nguyên loại nào ngon" asks for any of it
    things = [kind for kind in structure.kinds if kind.meaning.key != QUALITY]
    parts = {(kind.start, kind.end) for kind in things}
    parts |= set() if asks_many else {(span.start, span.end) for span in structure.places}
    held = [part for part in parts if product.positions.issuperset(range(*part))]
    together = max(product.positions) - min(product.positions) < len(product.positions)
    if product.covered >= BUT_A_SYNONYM and len(held) > 1 and together:
        # "vịt quay Hồng Xiêm" is one duck, no sapodillas; "kẹo lạc trà xanh" are sweets, no tea
        return product.positions
    if (
        is_whole(product)
        and len(product.positions) >= LONG_NAME
        and _is_of_two_kinds(product, things)
    ):
        return product.positions  # "chè đậu xanh nước cốt dừa" is called so but for one word
    # "đặc sản Quảng Ninh" asks, though a liquor has it as a part of its name
    name_only = product.positions - covered(structure.places, structure.kinds)
    name_only -= frozenset(rivals.asking)
    name_only -= talk_slipped(product, draft)
    if not is_whole(product):
        name_only -= words_of_a_group(draft)
        name_only -= halves_of_talk(product, draft)
        if asks_many and product.covered < MOSTLY:
            # "gạo ngon miền Tây" asks for rice that is good, and no Gạo ngon Phú Xuân
            name_only -= draft.soft
    return name_only


def _is_of_two_kinds(product: Verdict, kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether a name takes words of kinds that stand side by side, all but one word of theirs."""
    parts = {range(kind.start, kind.end) for kind in kinds}
    parts = {part for part in parts if not product.positions.isdisjoint(part)}
    all_words = {place for part in parts for place in part}
    return len({part.start for part in parts}) > 1 and (
        product.positions <= all_words
        and len(all_words - product.positions) <= 1
        and max(all_words) - min(all_words) < len(all_words)
    )
