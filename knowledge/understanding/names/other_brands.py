"""Brands of others: a name that a brand was typed beside, or into, which it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from rapidfuzz.distance import OSA

from knowledge.search.judgement import Verdict
from knowledge.text.letters import fold, marks_of
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.spotting.brands import LONGEST_TITLE, SHORTEST_BRAND, is_title
from knowledge.understanding.words.lexicon import Word

LEAST_OF_A_BRAND = 5
"""Letters of a word like no other from which it is somebody's brand."""
_CALLING_ONE = frozenset(marks_of(word) for word in ("hiệu", "hãng", "nhãn", "brand"))
_CALLING_UNMARKED = frozenset(("hieu", "hang", "nhan"))
"""Words before a brand, as they are written and typed."""
ALIKE = 0.8
"""Likeness from which a typed word is the one of the name."""


def is_another_brand(named: AbstractSet[int], draft: Draft) -> bool:
    """Whether words of a kind alone are named, and a brand stands beside them: "cà phê An Huyên
    Thụ" is not just any coffee, nor is "Blorvex dragon fruit wine" just any such wine."""
    if not named:
        return False
    kinds = [kind for kind in draft.kinds if named <= set(range(kind.start, kind.end))]
    if not kinds:
        return False
    known = (draft.soft - draft.empty_words) | draft.placed | draft.everyday | draft.doubtful
    known |= covered(draft.places, draft.kinds)
    kind = kinds[0]
    titled = sum(1 for _ in _titles_from(kind.end, draft))
    brand = list(
        takewhile(
            lambda place: place not in known and not draft.words[place].follows_break,
            range(kind.end + titled, len(draft.words)),
        )
    )
    brand_there = len(brand) + titled >= SHORTEST_BRAND and any(
        draft.words[place].is_known and len(draft.words[place].text) > 1
        for place in brand
        if place not in draft.soft
    )
    if brand_there or any(is_no_slip(draft.words[place]) for place in brand[:1]):
        return True
    english = any(each.meaning.language == "en" for each in kinds)
    before = kind.start - 1
    if not english or before < 0 or before in known | draft.soft:
        return False
    word = draft.words[before]
    return not draft.words[kind.start].follows_break and (
        is_no_slip(word) or word.is_known or is_syllable(word.text)
    )


def calls_another(draft: Draft, chosen: Decision) -> bool:
    """Whether a brand is told that what was chosen does not have: called one ("mắm tôm Hậu Lộc hiệu
    Brunza"), or like no word we know, behind a kind and its place ("kẹo dừa Bến Tre Poltava")."""
    if chosen.exact or chosen.producers:
        return False
    explained = covered(draft.places, draft.kinds) | chosen.consumed
    known = explained | draft.soft | draft.placed | draft.everyday | draft.doubtful
    behind_places = {
        place.end for place in draft.places if any(kind.end == place.start for kind in draft.kinds)
    }
    return any(
        place not in known
        and not draft.words[place].follows_break
        and draft.words[place].text.isalpha()
        and (_is_called(place, draft, explained) or _is_like_none(place, behind_places, draft))
        for place in range(1, len(draft.words))
    )


def _is_called(place: int, draft: Draft, explained: AbstractSet[int]) -> bool:
    """Whether a word stands behind one that calls it a brand."""
    before = draft.words[place - 1]
    if place - 1 in explained or any(
        cue.length > 1 and cue.start <= place - 1 < cue.end for cue in draft.resolved
    ):
        return False  # the fruit nhãn, or "tìm hiểu"
    if before.marks in _CALLING_ONE:
        return len(draft.words[place].text) > 1
    return before.marks.folded in _CALLING_UNMARKED and is_no_slip(draft.words[place])


def _is_like_none(place: int, behind_places: AbstractSet[int], draft: Draft) -> bool:
    return place in behind_places and is_no_slip(draft.words[place])


def _titles_from(start: int, draft: Draft) -> Iterator[int]:
    """The titles that a brand begins with: the bà of "bánh cuốn Bà Xuân"."""
    for place in range(start, min(start + LONGEST_TITLE, len(draft.words) - 1)):
        word = draft.words[place]
        # "đông trùng của Thiên Phúc" names its maker
        if not is_title(word) or word.follows_break or word.marks.folded == "cua":
            return
        yield place


def is_no_slip(word: Word) -> bool:
    """Whether a word is like none that we know: somebody's brand rather than a slip."""
    return not word.readings and len(word.text) >= LEAST_OF_A_BRAND and word.text.isalpha()


def has_another_brand(verdict: Verdict, draft: Draft, words: Sequence[str]) -> bool:
    """Whether one of two words of a brand was typed with another beside it than the name has:
    "nấm linh chi Tâm Nhuận" is no Nấm linh chi Đức Nhuận. ``words`` is the table of words."""
    name = verdict.name.words
    typed_at = {
        name.index(number): place
        for place in verdict.positions
        for number, likeness in draft.words[place].readings
        if likeness > ALIKE and number in name
    }
    of_kinds = covered((), draft.kinds)
    no_name = draft.soft | draft.placed | draft.titles | covered(draft.places, ())
    for at, place in typed_at.items():
        if place in of_kinds | no_name:
            continue
        first, last = place - 1, place + 1
        if (
            at > 1
            and at - 1 not in typed_at
            and typed_at.get(at - 2) == first - 1 in of_kinds
            # The khô of "chuối khô dẻo" is in the kind's name, another word for the sấy of it
            and first not in no_name | of_kinds
            and _is_another(draft.words[first], words[name[at - 1]])
        ):
            return True
        if (
            at + 2 == len(name)
            and at + 1 not in typed_at
            and typed_at.get(at - 1) == first in of_kinds
            and last < len(draft.words)
            and not draft.words[last].follows_break
            and last not in no_name | draft.everyday | draft.doubtful
            and _is_another(draft.words[last], words[name[at + 1]])
        ):
            return True
    return False


def _is_another(word: Word, meant: str) -> bool:
    """Whether a syllable was typed that is no slip in the one of a name."""
    folded = word.marks.folded
    whole = word.origin == "typed" and len(word.text) > 1 and is_syllable(folded)
    # The "thy" of "Thúy" is as near as it was typed; folded its y is the i of "thi"
    return whole and all(
        OSA.distance(typed, meant, score_cutoff=1) > 1 for typed in (folded, fold(word.text))
    )
