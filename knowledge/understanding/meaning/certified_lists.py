"""Whether goods that are certified are to be listed: "trà Thái Nguyên đạt OCOP"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.understanding.asked.intents import Named
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import LISTED, WHETHER, WHICH
from knowledge.understanding.vocabulary.vocabularies import Cue

_TELLING = frozenset(
    {
        *("dat", "duoc", "nhan", "chuan"),
        *("certified", "rated", "recognised", "recognized", "awarded", "approved", "accredited"),
    }
)
"""Folded words of a phrase about stars that may tell of goods which have them: "đạt OCOP"."""
_HOW_MANY = frozenset({"may", "bao", "nhieu", "nhiu", "how"})
"""Folded words with which the same phrase asks how many there are."""
_ASKING = frozenset({"nao", "gi", "khong", "chua", "is", "it"})
"""Folded words with which it asks whether there are any."""
_BEHIND = frozenset({"gi", "nao"})
_BEFORE = frozenset({"what", "any"})
_STARS = frozenset({"star", "stars", "certificate", "certification"})
_OCOP_AT_ALL = ["ocop", "khong"]
_HAVING = "with"
"""Before stars in English, tells of goods that have them: "lacquer with an OCOP rating"."""


def lists_certified(draft: Draft, named: Named) -> bool:
    """Whether words about stars, beside goods of many, only tell which of them are meant.

    "gốm sứ Hà Nội loại nào có chứng nhận", "any handicrafts with OCOP stars": all that are listed
    have some. "gốm sứ Hà Nội mấy sao" and "có đạt OCOP không" ask for them.
    """
    if named.product or named.producer or not (named.kind or named.category):
        return False
    told = [cue for cue in draft.resolved if cue.meaning.sense == Intent.RATING]
    of_stars = {place for cue in told for place in range(cue.start, cue.end)}
    words = [word.marks.folded for word in draft.words]
    asides = {
        span.meaning.sense
        for span in draft.asides
        if of_stars.isdisjoint(range(span.start, span.end))
        and not _asks_for_stars(span, words, of_stars)
    }
    phrase = {words[place] for place in of_stars}
    if not phrase.isdisjoint(_HOW_MANY):
        return False
    if not asides.isdisjoint({LISTED, WHICH}):
        return True
    if _asks_for_any(draft, told, words):
        return True
    if WHETHER in asides or not phrase.isdisjoint(_ASKING):
        return False
    first = min(of_stars, default=0)
    having = _HAVING in words[max(first - 3, 0) : first]
    return having or (named.place and not phrase.isdisjoint(_TELLING))


def _asks_for_any(draft: Draft, told: Sequence[PhraseSpan[Cue]], words: Sequence[str]) -> bool:
    """Whether a place is asked whether it has any goods of the programme: "Phù Cát có sản phẩm làng
    nghề OCOP không"."""
    asks = any(words[cue.start : cue.end] == _OCOP_AT_ALL for cue in told)
    return asks and any(words[span.end : span.end + 1] == ["co"] for span in draft.places)


def _asks_for_stars(
    aside: PhraseSpan[Cue], words: Sequence[str], of_stars: Collection[int]
) -> bool:
    """Whether a word that asks which asks for the stars: "any OCOP stars", "xếp hạng gì"."""
    word = words[aside.start]
    if aside.start - 1 in of_stars and word in _BEHIND:
        return True
    behind = words[aside.end : aside.end + 2]
    return word in _BEFORE and (aside.end in of_stars or not _STARS.isdisjoint(behind))
