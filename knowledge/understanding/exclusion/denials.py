"""Whether a word denies what stands behind it, rather than asks, corrects, or is in a name."""

from __future__ import annotations

from msgspec.structs import replace

from knowledge.search.words import WordTable
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.exclusion.diets import INGREDIENTS
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import Cue

_DENYING = frozenset({"khong", "no"})
"""Folded words that deny what stands behind them."""
_CONTAINING = frozenset({"co", "chua", "dinh"})
_EITHER = frozenset({"co", "hay"})
_HAVING = frozenset(("", "has", "have", "with"))
"""Words before a "no" that denies, or none."""
_BEING_THERE = frozenset({"is", "are", "there", "was", "were"})
"""Words before the "no" of "are there no teas"."""
_ASKING_BACK = frozenset({"à", "hả", "hở", "ư"})
"""Last words of a question that doubts something."""
_ASKING_WHETHER = frozenset({"is", "isn", "are", "am", "why"})
"""English words with which such a question begins."""
_BEING = frozenset({"am", "m", "is", "are"})
"""Words before "not" in "I am not from Hanoi"."""
_STARS = frozenset("12345")


def denies(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether a bare "không" or "no" stands right behind a kind: "kẹo dừa không sầu riêng"; or a
    "no" at the very beginning, behind "has", or before a kind: "no seafood gifts", "which tea has
    no jasmine", "snacks, no pork please"."""
    if cue.length > 1 or draft.words[cue.start].marks.folded not in _DENYING:
        return False
    if _denies_an_ingredient(cue, draft):
        return True
    if draft.words[cue.start].text == "no" and cue.end < len(draft.words):
        before = draft.words[cue.start - 1].text if cue.start else ""
        if before in _HAVING and draft.words[cue.end].text not in _STARS:
            return True
        denied = (*draft.kinds, *draft.denied)
        if before not in _BEING_THERE and any(kind.start == cue.end for kind in denied):
            return True
    return any(kind.end == cue.start for kind in draft.kinds)


def is_of_a_name(cue: PhraseSpan[Cue], draft: Draft, decision: Decision, table: WordTable) -> bool:
    """Whether the short form of a denial is a slip in the name around it: the "kh" of "bún kh Phước
    Hòa" is khô."""
    typed = draft.tokens[draft.words[cue.start].token].marks.folded
    if typed in _DENYING or not decision.products:
        return False
    best = decision.products[0].verdict
    told = {number for word in best.words for number, _ in word.readings}
    rest = table.within_a_letter(typed).intersection(best.name.words) - told
    return bool(rest) and {cue.start - 1, cue.start + 1} <= best.positions


def without_makers_of_denied(draft: Draft, decision: Decision) -> Decision:
    """The decision without makers found but by a kind of which there is to be none: "no pork
    product please" asks for no maker of pork rolls."""
    denied = {place for kind in draft.denied for place in range(kind.start, kind.end)}
    if not denied.intersection(decision.consumed) or decision.consumed - denied - draft.soft:
        return decision
    return replace(
        decision, certainty=Certainty.NONE, products=[], producers=[], consumed=frozenset()
    )


def asks_whether(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether it is asked if something is so, rather than what else there is: "không phải của Thái
    Nguyên à", "is it not from Hue"."""
    last = draft.words[-1].text
    begins = draft.soft.issuperset(range(cue.start))
    if begins and (last in _ASKING_BACK or (last == "a" and not draft.writes_marks)):
        return True
    before = draft.words[cue.start - 1].text if cue.start else ""
    # "which honey is not organic" asks for what is not, as "I am not from Hanoi" does not
    of_goods = any((kind.start, kind.meaning.key) == (cue.end, QUALITY) for kind in draft.denied)
    return draft.words[0].text in _ASKING_WHETHER or (before in _BEING and not of_goods)


def corrects(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether a message begins with a "no" that stands alone, and says what was meant: "không phải,
    Đắk Lắk cơ", "no, I mean tea"."""
    begins = draft.soft.issuperset(range(cue.start))
    return begins and cue.end < len(draft.words) and draft.words[cue.end].follows_break


def _denies_an_ingredient(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether goods without something are asked for: "không có nuts", "không muối"; not "có hay
    không trứng vịt"."""
    before = draft.words[cue.start - 1].marks.folded if cue.start else ""
    behind = draft.words[cue.end].marks.folded if cue.end < len(draft.words) else ""
    here = cue.end + (behind in _CONTAINING)
    return before not in _EITHER and any(
        span.start == here and span.meaning.key in INGREDIENTS
        for span in (*draft.kinds, *draft.denied)
    )
