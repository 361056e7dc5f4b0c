"""Whether makers are asked for rather than goods: "htx nào làm chè", "coffee producers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.catalogue import Catalogue
from knowledge.facts import ProducerType
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.meaning import Meaning
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    HOW_MANY,
    LISTED,
    MAKER_ANY,
    MAKER_COMPANY,
    MAKER_COOPERATIVE,
    MAKER_HOUSEHOLD,
    MAKER_WHO,
    ORG,
    QUANTITY,
    SALES_POINT,
    SELL,
    SEVERAL_MAKERS,
    SHOP,
    SUPPLIERS,
    WHERE,
    WHICH_MAKERS,
)
from knowledge.understanding.vocabulary.vocabularies import Cue

SORTS_MEANT = {
    MAKER_COOPERATIVE: (ProducerType.COOPERATIVE, ProducerType.COOPERATIVE_GROUP),
    MAKER_COMPANY: (ProducerType.COMPANY,),
    MAKER_HOUSEHOLD: (ProducerType.HOUSEHOLD,),
}
"""The senses of words that mean just one sort of makers."""
_ANY = frozenset({MAKER_ANY, MAKER_WHO})
_GOODS_OF = re.compile(
    r"\b(?:san pham|mat hang|hang|dac san|products?|goods|specialit\w+)\b.*\b(?:cua|bi|from|of)\b"
)
"""Goods of makers: "sản phẩm của các hợp tác xã ở Sơn La" asks for no cooperatives. What was said
has y as i: "by"."""
_SAYING_WHO = frozenset({Intent.PRODUCER, Intent.STATISTICS})
_ASKING = _SAYING_WHO | {Intent.CONTACT, Intent.SPECIALITIES, Intent.UNKNOWN}
_GOODS_ASKED = _ASKING | {Intent.OUTLETS, Intent.PRODUCT, Intent.RATING}
_OF = frozenset(("cua", "do", "bi", "from", "of"))
_SEVERAL = frozenset(
    (*("cac", "nhung", "nhieu", "rieng", "may", "mot", "so"), *("the", "some", "all", "local"))
)
_WHICH_ONE = frozenset(("nao", "gi", "do", "nay", "kia", "ten", "ay", "hay", "hoac", "or"))
"""Folded words before and behind those for makers. What was said has y as i: "by"."""
_OF_SHOPS = frozenset({Intent.WHERE_TO_BUY.value, SELL, SHOP, WHERE})
_COUNTING = frozenset({Intent.STATISTICS.value, QUANTITY, HOW_MANY})
"""Senses of words that ask for a number."""


def makers_meant(
    draft: Draft,
    said: Sequence[str],
    senses: dict[str, float],
    meaning: Meaning,
    catalogue: Catalogue,
    *,
    listed: bool,
) -> tuple[ProducerType, ...] | None:
    """The sorts of makers asked for by kind or place, none for any; ``None`` where goods are asked
    for, or something about a product or producer named.

    ``said`` are the words of the draft as they were read; ``listed`` tells that stars or a group
    are told, which makers can be listed by too.
    """
    decision = meaning.decision
    asides = draft.asides_outside(frozenset())
    of_kind = bool(draft.kinds) and _of_kind_alone(draft, decision)
    # Who looks for suppliers of a kind takes any, though one thing is called just so
    any_supplier = of_kind and SUPPLIERS in asides
    if decision.left_over and not (any_supplier and meaning.products):
        return None  # something unknown was named
    # "Chả ốc bươu đen do cơ sở nào làm" asks of that one
    open_to_many = bool(meaning.producers) or meaning.intent is Intent.SPECIALITIES
    lists = of_kind and bool(decision.kinds) and open_to_many and WHICH_MAKERS in asides
    # "cơ sở sản xuất nước mắm 4 sao ở Phú Quốc": several are called no more than that
    any_of_them = listed or LISTED in asides or any(span.located for span in draft.places)
    any_of_them = any_of_them or decision.certainty is not Certainty.CLEAR
    if meaning.producers and not (lists and any_of_them):
        return None
    lists = lists or any_supplier
    if not (decision.places or decision.kinds or listed or any_supplier):
        return None
    counts = meaning.intent is Intent.STATISTICS and bool(decision.kinds)
    several = bool(decision.kinds) and SEVERAL_MAKERS in asides
    if (
        meaning.products
        and not (counts or several or lists)
        and _is_from_there(draft, meaning, catalogue)
    ):
        return None
    if not decision.kinds and not decision.consumed.isdisjoint(covered(decision.places, ())):
        return None
    saying = bool(meaning.producers) or any_supplier
    return _sorts_asked(draft, said, decision, senses, meaning.intent, saying=saying)


def _of_kind_alone(draft: Draft, decision: Decision) -> bool:
    """Whether all that was taken for a name are words for a kind, a place or sorts of makers."""
    words = set(covered(draft.places, draft.kinds))
    for cue in draft.cues:
        if cue.meaning.sense == ORG:
            words.update(range(cue.start, cue.end))
    return decision.consumed <= words


def sorts_of_goods(draft: Draft, said: Sequence[str], meaning: Meaning) -> tuple[ProducerType, ...]:
    """The sorts of makers whose goods are asked for: "sản phẩm 4 sao của hợp tác xã ở Sơn La"; none
    where any are meant, or something that is named."""
    if meaning.is_of_one or meaning.decision.left_over or meaning.intent not in _GOODS_ASKED:
        return ()
    sorts = {
        aside.meaning.sense: SORTS_MEANT[aside.meaning.sense]
        for aside in draft.asides
        if aside.meaning.sense in SORTS_MEANT and _is_behind_of(aside, said)
    }
    return next(iter(sorts.values())) if len(sorts) == 1 else ()


def _is_behind_of(aside: PhraseSpan[Cue], said: Sequence[str]) -> bool:
    """Whether the word for makers stands behind a word such as "của", and asks for none of them:
    "của công ty nào" does."""
    if aside.end < len(said) and said[aside.end] in _WHICH_ONE:
        return False
    before = aside.start - 1
    while before > 0 and said[before] in _SEVERAL:
        before -= 1
    return before >= 0 and said[before] in _OF


def counts_them(draft: Draft, senses: dict[str, float]) -> bool:
    """Whether words ask how many makers there are: "danh sách hộ kinh doanh ở Sơn La" does not."""
    return not _COUNTING.isdisjoint(draft.asides_outside(frozenset()).union(senses))


def places_named(draft: Draft, meaning: Meaning) -> Sequence[PlaceSpan]:
    """The places of which makers are asked for, those too that were read into a product's name: "cu
    đơ Hà Tĩnh những nhà nào làm"."""
    decision = meaning.decision
    of_one = meaning.is_of_one
    if decision.places or not (of_one and decision.kinds):
        return decision.places
    kinds = covered((), decision.kinds)
    return [
        span
        for span in draft.places
        if not span.penalty
        and span.end - span.start > 1
        and kinds.isdisjoint(range(span.start, span.end))
    ]


def kind_named(meaning: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """The kind of a product of another place that was taken to be named: "tiêu hữu cơ Chư Sê htx
    nào"."""
    if meaning.decision.kinds or not meaning.products:
        return ()
    return catalogue.products[meaning.products[0].code].kinds[:1]


def _is_from_there(draft: Draft, meaning: Meaning, catalogue: Catalogue) -> bool:
    """Whether the best of the products named is from a place named, or from anywhere where none
    is, or all of its name was typed."""
    best = meaning.products[0]
    # The "làm hả chú" of "của ai làm hả chú" is neither Lâm Hà nor Chũ
    talk = {place for cue in draft.resolved for place in range(cue.start, cue.end)}
    typed = [
        span
        for span in meaning.decision.places
        if not span.penalty
        and (span.located or span.end - span.start > 1)
        and talk.isdisjoint(range(span.start, span.end))
    ]
    places = [place for span in typed for place in span.places]
    return best.whole or catalogue.is_at(catalogue.products[best.code], places)


def _sorts_asked(
    draft: Draft,
    said: Sequence[str],
    decision: Decision,
    senses: dict[str, float],
    intent: Intent,
    *,
    saying: bool,
) -> tuple[ProducerType, ...] | None:
    """The same by the words alone; ``saying`` tells that makers were named."""
    named = covered(decision.places, decision.kinds)
    around = " ".join("…" if place in named else word for place, word in enumerate(said))
    asides = draft.asides_outside(frozenset())
    sorts = [sort for sense, sort in SORTS_MEANT.items() if sense in asides]
    of_any = not asides.isdisjoint(_ANY)
    saying = saying or intent in _SAYING_WHO or Intent.PRODUCER in senses or SUPPLIERS in asides
    who = saying and (bool(sorts) or of_any)
    shops = not _OF_SHOPS.isdisjoint(senses) or SALES_POINT in asides
    shops = shops or (Intent.OUTLETS in senses and WHICH_MAKERS not in asides)
    if intent is Intent.OUTLETS and not shops and (sorts or of_any):
        intent = Intent.PRODUCER  # "công ty nào ở Điện Biên có OCOP" names no shop
    if intent not in _ASKING or not (ORG in senses or who) or _GOODS_OF.search(around):
        return None
    return sorts[0] if len(sorts) == 1 and not of_any else ()
