"""Questions about two things: "so sánh A với B", "A hay B ngon hơn", "A vs B"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from knowledge.search.finder import Found
from knowledge.search.judgement import Verdict
from knowledge.understanding.comparison.borders import asks_which, borders_in, compares
from knowledge.understanding.drafts.certainty import EXACT, NEARLY_WHOLE, is_exact, is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import DOUBTFUL, Draft
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    AND,
    CATEGORY,
    OR,
)
from knowledge.understanding.vocabulary.vocabularies import Cue

_MORE = frozenset(("hon", "better"))
"""Folded words with which two things are weighed."""
_ENDING_A_STATE = frozenset(("khong", "roi", "chua", "san", "lien"))
_BEGINNING_A_STATE = frozenset(("con", "phai", "da", "chua", "bi", "de", "can", "nen", "khong"))
"""Folded words of a question of yes or no, before its "or" and behind."""
_OR = frozenset(("hay", "hoac", "la"))
_WHETHER_DONE = ["roi", "hay"]
MOST_SEPARATORS = 6
"""Places at which a question is tried to be taken apart: bounds the work."""
SURE = 0.7
"""Score from which a side is taken to be found without a word for comparing."""
FOUND = 0.5
"""Score from which a side counts as found when a word for comparing is there."""
EXPLAINED = 0.97
"""Share of the words of a side that a brand and its kind explain."""
LONG_PHRASE = 12
"""Letters of a phrase that a slip makes no other of."""
ONE_SLIP = 0.3
"""Penalty under which no more than one slip was made."""
FULL_NAME = 3
"""Words of a name that is more than a kind's."""


class Sides(NamedTuple):
    """The two things compared."""

    left: list[Found]
    right: list[Found]
    either: bool = False
    """Whether an "or" parts them."""

    @property
    def weakest(self) -> float:
        """Score of the side that was recognised less well."""
        return min(self.left[0].verdict.score, self.right[0].verdict.score)

    def are_whole_beside(self, name: Verdict, *, comparing: bool) -> bool:
        """Whether one that seems to explain it all is but one of both, and both are whole names, or
        brands where a word for comparing is: the rest may look like talk around it."""
        left, right = self.left[0].verdict, self.right[0].verdict
        one_of_both = name.positions.isdisjoint(left.positions) or name.positions.isdisjoint(
            right.positions
        )
        whole = is_whole(left) and is_whole(right)
        explained = min(left.explained, right.explained) >= EXACT
        return one_of_both and (whole or (comparing and explained))

    def are_told(self, *, comparing: bool) -> bool:
        """Whether both are recognised well enough for the word that parts them. Beside an "or" a
        name in full is, whatever talk stands around it: "nen lay ca phe phin hay kho ca loc ta"."""
        if self.weakest >= (FOUND if comparing else SURE):
            return True
        return self.either and all(
            side[0].verdict.score >= (FOUND if _is_covered(side) else SURE)
            for side in (self.left, self.right)
        )


def compared_sides(
    draft: Draft,
    cues: Sequence[PhraseSpan[Cue]],
    find: Callable[[frozenset[int]], list[Found]],
) -> Sides | None:
    """The two sides of a comparison, or ``None`` when the utterance is none.

    ``find`` finds products in the utterance read as if only the given words stood there. Every
    conjunction, comma and word for comparing is tried as the border; the border under which both
    sides are recognised best wins. A comma divides only where a word for comparing is; "and" also
    between two names in full: who names two things wants to see them side by side. Where a word for
    comparing is and nothing divides, the end of the name found first does: "compare A B".
    """
    rated = any(span.meaning.sense == "rating" for span in cues)
    cues = [
        span
        for span in cues
        if span.penalty < DOUBTFUL * span.length or _is_slipped_comparison(span, draft)
    ]
    comparing = any(map(compares, cues))
    borders = borders_in(draft, cues, comparing=comparing)
    words = range(len(draft.words))
    best: Sides | None = None
    for (start, end), sense in borders[:MOST_SEPARATORS]:
        both = (words[:start], words[end:])
        if any(_names_only_a_place(side, draft) or _is_a_letter(side, draft) for side in both):
            continue
        if not comparing and _asks_of_states(start, end, draft):
            continue
        left = find(frozenset(words[:start]))
        joined = not comparing and sense == AND
        if not left or (joined and not _is_told(left, draft, rated=rated)):
            continue
        right = _second(left, words[end:], draft, find)
        if (
            not right
            or (joined and not _is_told(right, draft, rated=rated))
            or left[0].owner == right[0].owner
            or any(_is_talk(found, draft) for found in (left, right))
        ):
            continue
        sides = Sides(left, right, sense == OR)
        of_places = _is_of_a_place(words[:start], draft) and _is_of_a_place(words[end:], draft)
        if of_places and not (_is_named(left) and _is_named(right)):
            continue  # "mật ong Hà Giang hay mật ong Cao Bằng" asks for two lists
        # "mắm ruốc hơn hay bánh cáy hơn" weighs them
        either = sense == OR and not (comparing or _weighs(draft)) and draft.kinds
        if either and all(_is_of_kinds(side, draft) for side in both):
            called_so = zip(both, (left, right), strict=True)
            if not all(_is_all_of(side, found, draft) for side, found in called_so):
                continue  # "Gia Lai có mật ong hay hạt tiêu không": a list of both
        if best is None or sides.weakest > best.weakest:
            best = sides
    if best is not None and best.are_told(comparing=comparing):
        return best
    return _side_by_side(draft, cues, find) if comparing else None


def _is_slipped_comparison(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether a letter slipped in a phrase that asks to compare, too long to be anything else:
    "difference bettween"."""
    letters = sum(len(word.text) for word in draft.words[cue.start : cue.end])
    return compares(cue) and letters >= LONG_PHRASE and cue.penalty < ONE_SLIP


def _side_by_side(
    draft: Draft,
    cues: Sequence[PhraseSpan[Cue]],
    find: Callable[[frozenset[int]], list[Found]],
) -> Sides | None:
    """Two names in full with nothing between them that asks which: "muối loại nào ăn trái cây"."""
    words = frozenset(range(len(draft.words)))
    found = find(words)
    if not found or not _is_covered(found):
        return None
    taken = found[0].verdict.positions
    before, behind = range(min(taken)), range(max(taken) + 1, len(draft.words))
    content = [frozenset(side) for side in (before, behind) if not draft.soft.issuperset(side)]
    if len(content) != 1:
        return None
    other = find(content[0])
    if not other or not _is_covered(other) or other[0].owner == found[0].owner:
        return None
    if any(_names_only_a_place(side, draft) for side in (taken, before, behind)):
        return None  # "Kon Tum có cà phê nào xịn" asks what there is
    ends = sorted((min(taken), max(taken), *other[0].verdict.positions))
    if any(
        ends[0] < span.start < ends[-1] and asks_which(span, draft)
        for span in filter(compares, cues)
    ):
        return None
    both = (other, found) if content[0] == frozenset(before) else (found, other)
    sides = Sides(*both)
    return sides if sides.weakest >= FOUND else None


def _is_covered(side: list[Found]) -> bool:
    """Whether a name was typed in full, but for a word."""
    return side[0].verdict.covered >= NEARLY_WHOLE


def _second(
    left: list[Found],
    side: range,
    draft: Draft,
    find: Callable[[frozenset[int]], list[Found]],
) -> list[Found]:
    """The second of two things, with the kind of the first where none stands beside its brand: "trà
    cà gai leo Tiến Hiệp với Bảo Khánh"."""
    right = find(frozenset(side))
    if any(kind.start in side for kind in draft.kinds):
        return right
    taken = left[0].verdict.positions
    kinds = covered((), [kind for kind in draft.kinds if kind.start in taken])
    alike = find(frozenset(side) | kinds) if kinds else []
    own = [each for each in alike if not each.verdict.positions.isdisjoint(side)]
    surely = bool(right) and right[0].verdict.covered >= NEARLY_WHOLE
    return own if own and not surely and own[0].owner != left[0].owner else right


def _names_only_a_place(side: Collection[int], draft: Draft) -> bool:
    """Whether nothing but a place is named there: "nước mắm Phú Quốc và Phan Thiết"."""
    content = [place for place in side if place not in draft.soft]
    if any(
        span.meaning.sense.startswith(CATEGORY) and span.start in side for span in draft.resolved
    ):
        return False  # "Pha Din tourism" is more than the place
    return any(
        not span.penalty and set(content) <= set(range(span.start, span.end))
        for span in draft.places
        if content
    )


def _is_a_letter(side: range, draft: Draft) -> bool:
    """Whether letters are all that stands there beside talk: the v of "nào ngon nhất v" names
    nothing."""
    content = [place for place in side if place not in draft.soft]
    return bool(content) and all(len(draft.words[place].text) == 1 for place in content)


def _asks_of_states(start: int, end: int, draft: Draft) -> bool:
    """Whether an "or" parts two states of one thing: "có mặn không hay ngọt", "rút xương rồi hay
    còn xương"."""
    if any(kind.start >= end for kind in draft.kinds):
        return False
    said = [word.marks.folded for word in draft.words[start - 1 : end + 1]]
    if said[1:] == _WHETHER_DONE:
        return True
    return said[-2] in _OR and (said[0] in _ENDING_A_STATE or said[-1] in _BEGINNING_A_STATE)


def _is_of_a_place(side: range, draft: Draft) -> bool:
    """Whether a place and at most a kind of goods beside it are all that is named there."""
    content = {place for place in side if place not in draft.soft}
    places = [span for span in draft.places if not span.penalty and span.start in side]
    return bool(places) and content <= covered(places, draft.kinds)


def _weighs(draft: Draft) -> bool:
    return any(word.marks.folded in _MORE for word in draft.words)


def _is_of_kinds(side: range, draft: Draft) -> bool:
    """Whether kinds of goods and at most a place beside them are all that is named there. Two kinds
    in a row are a name: "kẹo dừa sầu riêng"."""
    content = {place for place in side if place not in draft.soft}
    kinds = [span for span in draft.kinds if span.start in side]
    places = [span for span in draft.places if not span.penalty]
    ends = {span.end for span in kinds}
    return (
        bool(kinds)
        and content <= covered(places, kinds)
        and all(span.start not in ends for span in kinds)
    )


def _is_all_of(side: range, found: list[Found], draft: Draft) -> bool:
    """Whether what stands there is the whole name of a product: "tré bò"."""
    content = {place for place in side if place not in draft.soft}
    return _is_named(found) and content <= found[0].verdict.positions


def _is_named(side: list[Found]) -> bool:
    """Whether a product's name, but for a word, is all that was typed."""
    verdict = side[0].verdict
    return verdict.explained >= EXACT and verdict.covered >= NEARLY_WHOLE


def _is_talk(side: list[Found], draft: Draft) -> bool:
    """Whether one ordinary word is all that was taken for a name, and a part of it: the người of
    "lưu lại và đưa cho người khác" names no milk."""
    verdict = side[0].verdict
    content = verdict.positions - draft.soft
    kinds = covered((), draft.kinds)
    return (
        len(content) <= 1
        and content <= draft.everyday
        and verdict.positions.isdisjoint(kinds)
        and not is_whole(verdict)
    )


def _is_told(side: list[Found], draft: Draft, *, rated: bool) -> bool:
    """Whether a name was typed in full, or a kind and its brand, and nothing else that tells.

    Where stars are asked for, a brand is enough: "nước mắm Lê Gia và Khải Hoàn mấy sao".
    """
    verdict = side[0].verdict
    brand = verdict.positions - covered(draft.places, draft.kinds)
    return _is_full(side) or (
        bool(brand)
        and verdict.explained >= EXPLAINED
        and (rated or verdict.covered >= NEARLY_WHOLE)
    )


def _is_full(side: list[Found]) -> bool:
    """Whether a name of more than a kind was typed in full, and nothing else that tells."""
    verdict = side[0].verdict
    return is_exact(verdict) and len(verdict.words) >= FULL_NAME
