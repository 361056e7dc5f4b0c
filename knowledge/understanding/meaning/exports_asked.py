"""Whether a question asks what is exported, and where to."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.markets import ANY, market_asked
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.meaning import BREAK, Meaning
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    CATEGORY,
    FILLER,
    MAKER_WHO,
    REFER_BACK,
    STAY,
    UNEXPORTED,
    WHICH,
)
from knowledge.understanding.vocabulary.vocabularies import Cue

MOSTLY_TYPED = 0.85
"""Share of a name from which "xuất khẩu" in it asks for no exports."""
OF_A_PERSON = 3
"""Words of the shortest phrase that tells of a person rather than of goods."""
LONGEST_EXPORT = 5
"""Words of "xuất khẩu sang Hàn Quốc"."""
_OF_EXPORTS = frozenset(
    {
        *(Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES, Intent.WHERE_TO_BUY),
        *(Intent.PRODUCER, Intent.STATISTICS),
    }
)
"""Intents that a question which products are exported may be taken for."""
_GIVING = frozenset({"bieu", "tang"})
_ASKING_WHICH = frozenset({WHICH, MAKER_WHO})


def market_of(draft: Draft, senses: dict[str, float], meaning: Meaning) -> str | None:
    """The market of which it is asked what is exported there; ``None`` where one product is named,
    pointed back at, or nothing is asked of exports."""
    hinted = meaning.intent is Intent.RATING and not meaning.is_of_one  # "hàng nào" as "hạng nào"
    # "product nào của Đà Lạt được export" asks for no shops there
    of_shops = meaning.intent is Intent.OUTLETS and Intent.OUTLETS not in senses
    if not (meaning.intent in _OF_EXPORTS or hinted or of_shops) or any(
        each.startswith(REFER_BACK) for each in senses
    ):
        return None
    said = _said(draft)
    market = market_asked(" ".join(said))
    if BREAK not in said and market in {None, ANY}:
        market = market_asked(draft.text) or market
    if market is None:
        return None
    decision = meaning.decision
    # "rượu xuất khẩu Nhật" names no Rượu gạo Nhật
    phrase = _export_phrase(said)
    misread = not decision.consumed.isdisjoint(phrase)
    if phrase[0] in decision.consumed and _is_mostly_typed(decision):
        return None  # "Muối xuất khẩu Nhật Bản NADISALT" is a name
    of_kind = decision.consumed <= covered(decision.places, decision.kinds) or (
        decision.consumed <= covered((), draft.kinds)
    )
    if any(match.whole for match in meaning.products) and not of_kind:
        return None
    unsure = decision.certainty in {Certainty.WEAK, Certainty.NONE}
    if decision.consumed and not (misread or of_kind or unsure):
        return None
    of_kinds = decision.kinds or kinds_exported(draft, meaning)
    asks_many = bool(of_kinds) or not {"goods", "specialities"}.isdisjoint(senses)
    asks_many = asks_many or any(each.startswith(CATEGORY) for each in senses)
    which = not draft.asides_outside(frozenset()).isdisjoint(_ASKING_WHICH)
    which = which or UNEXPORTED in draft.asides_outside(decision.consumed)
    return market if asks_many or which or (misread and market != ANY) else None


def _is_mostly_typed(decision: Decision) -> bool:
    found = decision.products or decision.producers
    return bool(found) and found[0].verdict.covered >= MOSTLY_TYPED


def kinds_exported(draft: Draft, meaning: Meaning) -> tuple[str, ...]:
    """The kinds of which it is asked what is exported, where a name was read into the words."""
    if meaning.decision.kinds:
        return ()
    exports = frozenset(_export_phrase(_said(draft)))
    outside = [span for span in draft.kinds if exports.isdisjoint(range(span.start, span.end))]
    return tuple(dict.fromkeys(span.meaning.key for span in outside))


def _said(draft: Draft) -> list[str]:
    """The words, short forms written out ("xk my"), each spelt as it was typed (of "mỹ" and "mì"
    one is a market), but those that tell of a person: "em ở công ty xuất khẩu"."""
    told = {
        place
        for cue in draft.resolved
        if cue.length >= OF_A_PERSON
        and (cue.meaning.sense in {FILLER, STAY} or _is_of_a_gift(cue, draft))
        for place in range(cue.start, cue.end)
    }
    return [BREAK if place in told else word.text for place, word in enumerate(draft.words)]


def _is_of_a_gift(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether it is told who gets a gift: "biếu khách nước ngoài" exports nothing."""
    return cue.meaning.sense == Intent.SPECIALITIES.value and not _GIVING.isdisjoint(
        word.marks.folded for word in draft.words[cue.start : cue.end]
    )


def _export_phrase(said: Sequence[str]) -> range:
    """The words that speak of exports, with those behind them that may name the market."""
    start = len(said)
    while start and market_asked(" ".join(said[start:])) is None:
        start -= 1
    return range(start, min(start + LONGEST_EXPORT, len(said)))
