"""Brands made of words of talk: which words around the name of a kind belong to somebody's name."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from knowledge.search.judgement import Verdict
from knowledge.text.letters import Marks, marks_of
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import ORG
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, Vocabularies
from knowledge.understanding.words.lexicon import Word

_TITLES = """
    anh ba bà bá bác bắc bếp bò bố bơ cậu chị chú cô cổ cụ cua của dì em khả lam lâm lò lô má mã mẹ
    minh mình nhà ông quán quân thầy thế thu thư tiệm tư tứ vạn vân văn vườn
"""
TITLES = frozenset(marks_of(word) for word in _TITLES.split())
"""Words that brands begin with, which are talk as well: "bánh tráng chị Bảy". Marks tell: má may
begin a brand, mà does not."""
UNMARKED_TITLES = frozenset(marks_of(title.folded) for title in TITLES)
"""The same as typed without marks."""
BIRTHS = frozenset(("hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "ut"))
"""Folded numbers that people in the South are called by, the eldest Hai."""
SHORTEST_BRAND = 2
"""Words from which what stands behind a kind is a brand rather than a slip."""
MOSTLY_ENGLISH = 2
"""English words of talk from which a message without a phrase of it is in English."""
LONGEST_TITLE = 2
"""Empty words between a kind and a brand: "mật ong nhà cô Sáu"."""


def brand_words(
    words: Sequence[Word],
    kinds: Sequence[PhraseSpan[KindReading]],
    cues: Sequence[PhraseSpan[Cue]],
    vocabularies: Vocabularies,
    *,
    capitalised: AbstractSet[int] = frozenset(),
) -> set[int]:
    """Places of words that are a brand for where they stand, whatever they mean by themselves.

    ``cues`` are those that remain without overlaps; no word of a longer one is a brand.
    ``capitalised`` are the words that begin with a capital.
    """
    found = _before_an_english_kind(words, kinds, cues, vocabularies)
    if capitalised:
        found |= _in_capitals(words, kinds, cues, capitalised)
    found |= _behind_a_title(words, kinds)
    found |= _ends_of_makers(words, cues, vocabularies)
    return found.difference(*(range(cue.start, cue.end) for cue in cues if cue.length > 1))


def is_title(word: Word) -> bool:
    """Whether a brand may begin with the word: "chị Bảy", "nhà Thỏ"."""
    return word.marks in TITLES or word.marks in UNMARKED_TITLES


def is_within_content(place: int, draft: Draft) -> bool:
    """Whether an empty word stands between words of content: the mình of "miến dong Minh Khuê" is a
    part of the brand, and what is behind the chị of "bánh tráng chị Bảy Thoắt" belongs to it."""
    if place in draft.weak:
        apart = draft.soft | draft.placed | draft.doubtful | draft.everyday
        return not _breaks(place, draft) and apart.isdisjoint({place - 1, place + 1})
    first = last = place
    while first in draft.titles and not draft.words[first].follows_break:
        first -= 1
    while last in draft.titles and not _breaks_before(last + 1, draft):
        last += 1
    if first == last or last - first - 1 > LONGEST_TITLE or first < 0:
        return False
    apart = draft.soft | draft.placed | covered(draft.places, ())
    return apart.isdisjoint({first, last}) and _has_brand(last, draft)


def ends_name(verdict: Verdict, draft: Draft) -> bool:
    """Whether the last two words or more of a name were typed side by side, or the first two of a
    name in English: there the brand stands before "Co., Ltd"."""
    last = sorted(verdict.positions)[-SHORTEST_BRAND:]
    typed = tuple(
        draft.words[place].readings[0][0] for place in last if draft.words[place].is_known
    )
    together = len(last) == SHORTEST_BRAND == last[-1] - last[0] + 1
    name = verdict.name
    begins = not name.is_marked and typed == name.words[:SHORTEST_BRAND]
    return together and (begins or typed == name.words[-SHORTEST_BRAND:])


def words_before_kinds(
    words: Sequence[Word], kinds: Sequence[PhraseSpan[KindReading]], taken: AbstractSet[int]
) -> set[int]:
    """Syllables before a kind in Vietnamese: names begin with their kind, so that "rao gạo J02" is
    talk about Gạo J02.

    Not behind another kind, where brands stand; nor before words ``taken`` by phrases.
    """
    named = {place for kind in kinds for place in range(kind.start, kind.end)}
    found: set[int] = set()
    for kind in kinds:
        # "hong" typed without marks may as well be the Hồng of a brand
        plain = kind.length > 1 or any(
            word.marks.is_marked for word in words[kind.start : kind.end]
        )
        if kind.meaning.language != "vi" or kind.penalty or not plain:
            continue
        start = kind.start
        while (
            start
            and start - 1 not in named
            and start - 1 not in taken
            and not words[start].follows_break
            and is_syllable(words[start - 1].text)
        ):
            start -= 1
        if start - 1 not in named or words[start].follows_break:
            found.update(range(start, kind.start))
    return found


def _has_brand(start: int, draft: Draft) -> bool:
    """Whether the content from a word on holds more than everyday words."""
    for place in range(start, len(draft.words)):
        if place in draft.soft or place in draft.placed:
            return False
        common = place in draft.everyday or place in draft.doubtful
        if not common and len(draft.words[place].text) > 1:
            return True
    return False


def _breaks(place: int, draft: Draft) -> bool:
    return draft.words[place].follows_break or _breaks_before(place + 1, draft)


def _breaks_before(place: int, draft: Draft) -> bool:
    """Whether the sentence ends, or a punctuation mark stands, before a word."""
    return not 0 < place < len(draft.words) or draft.words[place].follows_break


def _before_an_english_kind(
    words: Sequence[Word],
    kinds: Sequence[PhraseSpan[KindReading]],
    cues: Sequence[PhraseSpan[Cue]],
    vocabularies: Vocabularies,
) -> set[int]:
    """Vietnamese syllables right before a kind in English, which are its brand, whatever they mean
    by themselves: "Lam Khuyen Thu coconut candy"."""
    phrases = {cue.meaning.language for cue in cues if cue.length > 1}
    english = {cue.start for cue in cues if cue.meaning.language == "en"}
    # Without a phrase two words tell: "price for Minh Huong bacon"
    if phrases != {"en"} and (phrases or len(english) < MOSTLY_ENGLISH):
        return set()
    asking = {
        place
        for cue in cues
        if cue.length > 1 or cue.meaning.language == "en"
        for place in range(cue.start, cue.end)
    }
    found: set[int] = set()
    for kind in kinds:
        if kind.meaning.language != "en" or kind.penalty:
            continue
        for place in range(kind.start - 1, -1, -1):
            typed = words[place].marks.folded
            if (
                words[place + 1].follows_break
                or place in asking
                or typed in vocabularies.english_talk
                or not is_syllable(typed)
            ):
                break
            found.add(place)
    return found


def _ends_of_makers(
    words: Sequence[Word], cues: Sequence[PhraseSpan[Cue]], vocabularies: Vocabularies
) -> set[int]:
    """A word of content and a word of talk behind it, with which the name of a maker ends: "công ty
    Lê Gia" asks for no price (giá) of pears."""
    # The "farm" of UCK Farm tells a maker by itself
    talk = {cue.start for cue in cues if cue.length == 1 and cue.meaning.sense != ORG}
    asking = {place for cue in cues for place in range(cue.start, cue.end)}
    found: set[int] = set()
    for place in range(len(words) - 1):
        if place in asking or place + 1 not in talk or words[place + 1].follows_break:
            continue
        if len(words[place + 1].text) == 1:
            continue  # "ạ" ends any sentence
        first, second = words[place].marks, words[place + 1].marks
        names = vocabularies.maker_ends.get((first.folded, second.folded), ())
        if any(_is_typed_as(first, name[0]) and _is_typed_as(second, name[1]) for name in names):
            found.update((place, place + 1))
    return found


def _is_typed_as(typed: Marks, written: Marks) -> bool:
    """Whether a word that folds alike is typed as it is written, or without its marks."""
    return typed == written or not typed.is_marked


def _in_capitals(
    words: Sequence[Word],
    kinds: Sequence[PhraseSpan[KindReading]],
    cues: Sequence[PhraseSpan[Cue]],
    capitalised: AbstractSet[int],
) -> set[int]:
    """Words of talk with a capital among those behind a kind: the "Anh" of "gạo Ngọc Anh" addresses
    nobody. Who asks with a capital in every word tells nothing by them."""
    asks = any(cue.length > 1 for cue in cues)
    if asks and len(capitalised) == len(words):
        return set()
    talk = {cue.start for cue in cues if cue.length == 1}
    found: set[int] = set()
    for kind in kinds:
        brand = takewhile(
            lambda place: place in capitalised and not words[place].follows_break,
            range(kind.end, len(words)),
        )
        found.update(talk.intersection(brand))
    return found


def _behind_a_title(words: Sequence[Word], kinds: Sequence[PhraseSpan[KindReading]]) -> set[int]:
    """The words behind a title and a number of birth behind a kind: "miến dong Bà Chín Nghiêng",
    "chả cá cô Bảy"."""
    found: set[int] = set()
    for kind in kinds:
        place = kind.end
        while (
            place < len(words)
            and is_title(words[place])
            # The Ba of "chú Ba Thành" is his number, though a brand may begin with "ba" too
            and (place == kind.end or words[place].marks.folded not in BIRTHS)
        ):
            place += 1
        if place == kind.end or place >= len(words) or words[place].follows_break:
            continue
        if words[place].marks.folded in BIRTHS:
            found.update(range(place, min(place + 2, len(words))))
    return found
