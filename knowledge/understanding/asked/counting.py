"""The fewest of several counts, told apart from at least so many: "tỉnh nào ít sản phẩm nhất"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from knowledge.facts import PlaceLevel
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    AT_LEAST,
    BELONGING,
    FEWEST,
    PROVINCES,
    QUANTITY,
    RANKING,
)
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import NUMBERS

_NUMBERS = NUMBERS.keys() | frozenset(
    (
        *("sáu", "bảy", "tám", "chín", "mười", "muoi", "chục", "trăm", "vài", "mấy"),
        *("six", "seven", "eight", "nine", "ten", "a"),
    )
)
"""Words for numbers that may stand behind "ít nhất"."""
_AT_LEAST_SAID = "nhat"
"""The last folded word of "ít nhất": the 5 of "ít sản phẩm 5 sao nhất" is no limit."""
_SOME = "may"
"""The folded word of "mấy", which asks how many or tells of some."""
_ADDRESSED = frozenset(("anh", "chi", "bac", "ban", "chu", "co", "di", "ong", "ba", "em", "mo"))
"""Folded words for those who are addressed."""
_SURELY = 1.0


def with_at_least(asides: list[PhraseSpan[Cue]], words: Sequence[Word]) -> list[PhraseSpan[Cue]]:
    """The asides, with "ít nhất" before a number as a lower limit: "ít nhất 2 sản phẩm"."""
    if not any(aside.meaning.sense == FEWEST for aside in asides):
        return asides
    return [
        replace(aside, meaning=replace(aside.meaning, sense=AT_LEAST))
        if aside.meaning.sense == FEWEST and _is_before_number(aside.end, words)
        else aside
        for aside in asides
    ]


def _is_before_number(place: int, words: Sequence[Word]) -> bool:
    if place >= len(words) or words[place - 1].marks.folded != _AT_LEAST_SAID:
        return False
    return words[place].text.isdecimal() or words[place].text in _NUMBERS


def without_plurals(
    cues: Sequence[PhraseSpan[Cue]], draft: Draft, named: AbstractSet[int]
) -> list[PhraseSpan[Cue]]:
    """The cues, but for "mấy cái" right before what is named, which counts nothing: "mấy cái Trà
    Oolong nè"; nor does the "mấy" of "mấy bác ơi", which is how people are addressed."""
    words = [word.marks.folded for word in draft.words]
    return [
        cue
        for cue in cues
        if cue.meaning.sense != QUANTITY
        or words[cue.start] != _SOME
        or (
            cue.end not in named
            if cue.length > 1
            else not _ADDRESSED.intersection(words[cue.end : cue.end + 1])
        )
    ]


def of_the_fewest(draft: Draft, decision: Decision, senses: dict[str, float]) -> dict[str, float]:
    """The senses, with those of an order of provinces where the fewest are asked for beside a word
    for provinces, and none is named."""
    asides = {aside.meaning.sense for aside in draft.asides}
    if not asides >= {FEWEST, PROVINCES} or AT_LEAST in asides or decision.consumed:
        return senses
    if any(span.places[0].level is not PlaceLevel.REGION for span in decision.places):
        return senses
    ranked = {sense: worth for sense, worth in senses.items() if sense != BELONGING}
    return ranked | {RANKING: _SURELY, Intent.STATISTICS.value: _SURELY}
