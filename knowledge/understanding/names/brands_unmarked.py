"""Brands typed without marks in syllables that are words of talk as well: "tra sua da ngan"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.search.finder import Found
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.certainty import NEARLY_WHOLE
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import SHORTEST_BRAND
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading, Vocabularies

LONGEST = 4
"""Words of the longest brand looked at."""
SHORT = 2
"""Letters of words that are as likely what is left of longer ones."""
LIBERTY = 0.3
"""Penalty for each word but one from which a phrase of talk is hardly one."""
_WORDS_OF_TALK = """
    ai an bao bi boi ca cac cai chai cham chien cho chung co con cua cung cuon dang dau day de
    di do du dung duoc gi gia goi ha hap hay hen hop huyen khac kho khong kieu la len loai lon
    luoc luon ma may mot nao nau nay ne ngam ngon nha nhe nhieu nhu nhung nuong o ocop oi pha
    phai que rang sach sao sdt ship shop thi thoi tren tron tuoi uong va vao vay ve voi vung xa
    xai xao zalo
"""
TELLING = frozenset(_WORDS_OF_TALK.split())
"""Folded words with which something is told or asked of goods: "uong ngon", "cham rau"."""


class SideBySide:
    """Which words stand side by side, in talk or in names."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._talk = vocabularies.talk
        self._ids = vocabularies.table.ids
        self._pieces = vocabularies.lexicon.pieces

    def stand_so(self, first: str, second: str) -> bool:
        """Whether two folded words are said side by side of anything, or stand so in a name."""
        return bool(self._talk.together(first, second)) or self.in_a_name(first, second)

    def stand_only_in_names(self, first: str, second: str) -> bool:
        """Whether they stand so in a name, and are said so of nothing."""
        return not self._talk.together(first, second) and self.in_a_name(first, second)

    def in_a_name(self, first: str, second: str) -> bool:
        """Whether two folded words stand side by side in a name."""
        one, other = self._ids.get(first), self._ids.get(second)
        if one is None or other is None:
            return False
        return self._pieces.are_side_by_side(one, other)


class UnmarkedBrands:
    """Tells a brand behind a kind from talk there, by which words stand side by side."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._side_by_side = SideBySide(vocabularies)

    def is_of_nobody(self, draft: Draft, chosen: Decision, products: Sequence[Found]) -> bool:
        """Whether nothing but a kind was found, and the words behind it are somebody's name: never
        said side by side of anything, nor in any name that we know.

        ``products`` are those whose names explain most: the "ta nam" of "gio ta nam" may be a slip.
        """
        if chosen.producers or chosen.certainty is Certainty.NONE:
            return False
        for kind in draft.kinds:
            named = range(kind.start, kind.end)
            if kind.meaning.language != "vi" or not chosen.consumed <= set(named):
                continue
            brand = _behind(kind, draft)
            typed = range(kind.end, kind.end + len(brand))
            if (
                len(brand) >= SHORTEST_BRAND
                and not any(self._side_by_side.stand_so(*pair) for pair in pairwise(brand))
                and any(len(word) > SHORT for word in brand)
                and not _is_a_slip(typed, products)
            ):
                return True
        return False


def _is_a_slip(typed: range, products: Sequence[Found]) -> bool:
    """Whether words are rather the rest of a name of which most was typed, with a slip in it."""
    if not products:
        return False
    best = products[0].verdict
    return best.positions.issuperset(typed) or (
        best.covered >= NEARLY_WHOLE and not best.positions.isdisjoint(typed)
    )


def _behind(kind: PhraseSpan[KindReading], draft: Draft) -> Sequence[str]:
    """The folded words behind a kind up to a phrase of talk, a place or another kind."""
    talk = {
        place
        for cue in draft.resolved
        if cue.length > 1 and cue.penalty < LIBERTY * (cue.length - 1)
        for place in range(cue.start, cue.end)
    }
    talk |= draft.placed | covered(
        [place for place in draft.places if not place.penalty],
        [other for other in draft.kinds if other.length > 1],
    )
    found: list[str] = []
    for place in range(kind.end, len(draft.words)):
        word = draft.words[place]
        folded = word.marks.folded
        if (
            place in talk
            or word.follows_break
            or len(folded) == 1
            or folded in TELLING
            or not is_syllable(folded)
        ):
            break
        if not word.is_known:
            return ()  # "banh trang poi suong" has a slip
        found.append(folded)
    # Before anything else "tinh" tells where it is from
    return found if len(found) <= LONGEST and "tinh" not in found[:-1] else ()
