"""Names of persons who ask, or for whom somebody asks: "hỏi giúp anh Nam cà phê 5 sao", "anh Tân hỏi
nước mắm nào 5 sao". They are in no name of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from knowledge.text.tokens import Token
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import ASKING, BEHALF, EMPTY, STARS
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, PlaceReading
from knowledge.understanding.words.lexicon import Word

LONGEST_NAME = 3
"""Words of a person's name, as people say it."""
OF_PERSONS = frozenset({BEHALF, ASKING})
"""Senses of what stands before a person's name, and behind it."""
_ADDRESSING = frozenset(
    ("anh", "chị", "chi", "cô", "chú", "chu", "bác", "bac", "em", "ông", "bà", "cậu", "dì", "sếp")
    + ("thầy", "bạn", "khách", "mr", "mrs", "ms", "miss", "uncle", "aunt", "auntie")
)
"""Words before a person's name, as they are written; of those that may as well be something else
without marks only with them."""
_TITLES = frozenset(("mr", "mrs", "ms"))
"""Those that may be written with a dot."""


def persons_named(
    asides: Sequence[PhraseSpan[Cue]],
    cues: Sequence[PhraseSpan[Cue]],
    words: Sequence[Word],
    tokens: Sequence[Token],
    kinds: Sequence[PhraseSpan[KindReading]],
    places: Sequence[PhraseSpan[PlaceReading]],
) -> frozenset[int]:
    """The words of persons' names, and what stands beside them and means nothing else; ``places``
    are names of places of two words or more."""
    about = [aside for aside in asides if aside.meaning.sense in OF_PERSONS]
    if not about:
        return frozenset()
    goods = {kind.start for kind in kinds if not kind.penalty}
    goods.update(place.start for place in places)
    goods.update(cue.start for cue in cues if cue.meaning.sense == STARS)
    telling = goods.union(
        cue.start for cue in cues if cue.length > 1 or cue.meaning.sense not in EMPTY
    )
    one_word = {kind.start for kind in kinds if kind.length == 1}
    found: set[int] = set()
    for aside in about:
        if aside.meaning.sense == BEHALF:
            end = _end_of_name(aside.end, words, tokens, goods, telling, one_word)
            found.update(range(aside.end, end))
        elif any(start >= aside.end for start in goods):
            name = _name_before(aside.start, words, telling, one_word)
            if name:
                found.update(name, range(aside.start, aside.end))
    return frozenset(found.difference(*_asking(cues)))


def _asking(cues: Sequence[PhraseSpan[Cue]]) -> Iterator[range]:
    """Words that ask something beside being told of a person: the "mua" of "chị Hà muốn mua"."""
    for cue in cues:
        if cue.meaning.sense not in EMPTY:
            yield range(cue.start, cue.end)


def _end_of_name(
    start: int,
    words: Sequence[Word],
    tokens: Sequence[Token],
    goods: AbstractSet[int],
    telling: AbstractSet[int],
    one_word: AbstractSet[int],
) -> int:
    """Where a name ends that begins at a word: at a break or before goods; its start for none."""
    last = len(words) - 1
    breaks = start < last and words[start].follows_break and words[start - 1].text not in _TITLES
    if start >= last or breaks:
        return start
    for end in range(start + 1, min(start + LONGEST_NAME, last) + 1):
        ends = words[end].follows_break
        if ends or end in goods:
            if start not in telling:
                return end
            # "hỏi giúp chị Trà: mật ong", but "hỏi giúp chị trà Thái Nguyên"
            capitalised = tokens[words[start].token].is_capitalised
            is_name = start in one_word and end == start + 1
            return end if is_name and (ends or (capitalised and end in one_word)) else start
        if end in telling:
            return start
    return start


def _name_before(
    end: int, words: Sequence[Word], telling: AbstractSet[int], one_word: AbstractSet[int]
) -> range:
    """The words of a name between a word of address and what is asked; none where there is none."""
    for start in range(end - 1, max(end - LONGEST_NAME, 1) - 1, -1):
        if words[start].follows_break:
            break
        if words[start - 1].text in _ADDRESSING and (start == 1 or words[start - 1].follows_break):
            return range(start, end)
        if start in telling and start not in one_word:
            break
    return range(0)
