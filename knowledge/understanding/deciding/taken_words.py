"""How a product's name takes the words of an utterance that name kinds and places as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.facts import PlaceLevel
from knowledge.search.judgement import Verdict
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.kinds.standing_kinds import are_joined
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading
from knowledge.understanding.words.lexicon import Word

LEFT_OF_A_WORD = 2
"""Letters that may be all that was typed of a word."""


def is_around_a_place(product: Verdict, places: Sequence[PlaceSpan]) -> bool:
    """Whether a name was read from words on both sides of a place to look in: the Quế Yên Bái of
    "quế ở Lạng Sơn và Yên Bái"."""
    first, last = min(product.positions), max(product.positions)
    return any(
        before.located
        and first < before.start
        and product.positions.isdisjoint(range(before.start, before.end))
        and after.start <= last < after.end
        for before, after in pairwise(places)
    )


def slips_from_a_place(
    product: Verdict,
    places: Sequence[PlaceSpan],
    draft: Draft,
    is_from: Callable[[PlaceSpan], bool],
) -> bool:
    """Whether a name takes a word of a place typed as it is written for a slip in its own: "tinh
    dầu Huế" is no tinh dầu quế, "mật ong hoa nhãn Hưng Yên" none of Yên Nhân.

    ``is_from`` tells whether the product is from a place: then it may have a part of its name.
    """
    return any(
        not span.penalty
        and not span.is_short
        # Of one syllable, only a province is named so readily; BMT is none
        and (
            span.end - span.start > 1
            or span.places[0].level is PlaceLevel.PROVINCE
            or not is_syllable(draft.words[span.start].marks.folded)
        )
        and overlaps(product, span)
        and not has_all_of(product, span, draft)
        and not is_from(span)
        for span in places
    )


def is_one_kind_of_several(product: Verdict, structure: Decision, draft: Draft) -> bool:
    """Whether kinds are named one after the other, and a name holds but some of them: "ở Huế có mè
    xửng, tôm chua của nhà nào" asks about both."""
    if len(structure.kinds) < 2 or not product.positions <= covered(
        structure.places, structure.kinds
    ):
        return False
    return any(
        left.meaning.key != right.meaning.key
        and right.start - left.end <= 1
        and are_joined(draft.words[left.end : right.start + 1])
        and len(product.positions.intersection((left.start, right.start))) == 1
        for left, right in pairwise(structure.kinds)
    )


def cuts_a_kind(product: Verdict, kinds: Sequence[PhraseSpan[KindReading]], draft: Draft) -> bool:
    """Whether a name takes but a part of a kind of several words typed as it is written: the "ca"
    of "mắc ca" is in no Cà phê."""
    return any(
        kind.length > 1
        and not kind.penalty
        and not product.positions.isdisjoint(range(kind.start, kind.end))
        and not product.positions.issuperset(range(kind.start, kind.end))
        and not any(
            has(product, draft.words[place])
            for place in range(kind.start, kind.end)
            if place not in product.positions
        )
        for kind in kinds
    )


def lacks_its_head(product: Verdict, draft: Draft) -> bool:
    """Whether a kind alone was typed, without the word that says what a thing called so is: "gạo
    thơm" is rice, and no Bánh gạo thơm, "Ngọc Linh ginseng" no extract of it."""
    name = product.name
    alone = [kind for kind in draft.kinds if product.positions == set(range(kind.start, kind.end))]
    if not alone:
        return False
    first = min(product.positions)
    if first and len(draft.words[first - 1].text) <= LEFT_OF_A_WORD:
        return False  # "ch ca tuoi" may be Chả cá tươi
    typed = {number for place in product.positions for number, _ in draft.words[place].readings}
    if all(kind.meaning.language == "en" for kind in alone):
        return name.words[-1] not in typed
    return name.is_marked and name.words[0] not in typed


def overlaps(product: Verdict, place: PlaceSpan) -> bool:
    """Whether a name takes any word of a place."""
    return not product.positions.isdisjoint(range(place.start, place.end))


def has_all_of(product: Verdict, place: PlaceSpan, draft: Draft) -> bool:
    """Whether a name has the very words of a place in it."""
    return all(has(product, word) for word in draft.words[place.start : place.end])


def has(named: Verdict, word: Word) -> bool:
    """Whether a name has a word just as it was typed."""
    return any(likeness == 1.0 and number in named.name.words for number, likeness in word.readings)


def talk_slipped(verdict: Verdict, draft: Draft) -> set[int]:
    """Everyday words that a name takes only as slips of its own: the "nên" of "nên mua gì ở Kon
    Tum" is not the Yến of Yến Kon Tum."""
    slipped = verdict.positions & draft.everyday
    return {place for place in slipped if not has(verdict, draft.words[place])}


def halves_of_talk(verdict: Verdict, draft: Draft) -> set[int]:
    """Words that a name takes out of a phrase of talk, leaving the rest: the "hỏi" of "cho hỏi nước
    mắm nào ngon" is not the Hội of Nước mắm Cửa Hội."""
    taken: set[int] = set()
    for cue in draft.resolved:
        stretch = set(range(cue.start, cue.end))
        if len(stretch) > 1 and not cue.penalty and not stretch <= verdict.positions:
            taken |= stretch & verdict.positions
    return taken
