"""Names of persons who ask, or for whom somebody asks: "hỏi giúp anh Nam cà phê 5 sao", "anh Tân
hỏi nước mắm nào 5 sao". They are in no name of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from knowledge.text.tokens import Token
from knowledge.understanding.spotting.phrases_found import PhrasesFound
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    ASKING,
    BEHALF,
    EMPTY,
    INTRODUCING,
    STARS,
)
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Word

LONGEST_NAME = 3
"""Words of a person's name, as people say it."""
OF_PERSONS = frozenset({BEHALF, ASKING})
"""Senses of what stands before a person's name, and behind it."""
_ADDRESSING = frozenset(
    (
        *("anh", "chị", "chi", "cô", "chú", "chu", "bác", "bac", "em", "ông", "bà", "cậu", "dì"),
        *("sếp", "thầy", "bạn", "khách", "mr", "mrs", "ms", "miss", "uncle", "aunt", "auntie"),
    )
)
"""Words before a person's name, as they are written; of those that may as well be something else
without marks only with them."""
_TITLES = frozenset(("mr", "mrs", "ms"))
"""Those that may be written with a dot."""


class _Around(Struct, frozen=True):
    """What stands around a name, by the first words of each."""

    words: Sequence[Word]
    tokens: Sequence[Token]
    goods: AbstractSet[int]
    """Kinds, places of two words or more and stars."""
    telling: AbstractSet[int]
    """These, what asks something, and what a preposition stands before."""
    kinds: AbstractSet[int]
    """Kinds of one word, as persons are called too: "chị Trà"."""


def persons_named(
    found: PhrasesFound, words: Sequence[Word], tokens: Sequence[Token]
) -> frozenset[int]:
    """The words of persons' names, and what stands beside them and means nothing else."""
    about = [aside for aside in found.asides if aside.meaning.sense in OF_PERSONS]
    if not about:
        return frozenset()
    goods = {kind.start for kind in found.kinds if not kind.penalty}
    goods.update(place.start for place in found.names_of_places)
    goods.update(cue.start for cue in found.resolved if cue.meaning.sense == STARS)
    telling = goods.union(
        cue.start for cue in found.resolved if cue.length > 1 or cue.meaning.sense not in EMPTY
    )
    # "Em ở Huế muốn mua": what a preposition stands before is a place
    telling |= {cue.end for cue in found.resolved if cue.meaning.sense in INTRODUCING}
    kinds = {kind.start for kind in found.kinds if kind.length == 1}
    around = _Around(words, tokens, goods, telling, kinds)
    named: set[int] = set()
    for aside in about:
        if aside.meaning.sense == BEHALF:
            named.update(range(aside.end, _end_of_name(aside.end, around)))
        elif any(start >= aside.end for start in goods):
            name = _name_before(aside.start, around)
            if name:
                named.update(name, range(aside.start, aside.end))
    return frozenset(named.difference(*_asking(found.resolved)))


def _asking(cues: Sequence[PhraseSpan[Cue]]) -> Iterator[range]:
    """Words that ask something beside being told of a person: the "mua" of "chị Hà muốn mua"."""
    for cue in cues:
        if cue.meaning.sense not in EMPTY:
            yield range(cue.start, cue.end)


def _end_of_name(start: int, around: _Around) -> int:
    """Where a name ends that begins at a word: at a break or before goods; its start for none."""
    words, last = around.words, len(around.words) - 1
    breaks = start < last and words[start].follows_break and words[start - 1].text not in _TITLES
    if start >= last or breaks:
        return start
    for end in range(start + 1, min(start + LONGEST_NAME, last) + 1):
        ends = words[end].follows_break
        if ends or end in around.goods:
            if start not in around.telling:
                return end
            # "hỏi giúp chị Trà: mật ong", but "hỏi giúp chị trà Thái Nguyên"
            capitalised = around.tokens[words[start].token].is_capitalised
            is_name = start in around.kinds and end == start + 1
            return end if is_name and (ends or (capitalised and end in around.kinds)) else start
        if end in around.telling:
            return start
    return start


def _name_before(end: int, around: _Around) -> range:
    """The words of a name between a word of address and what is asked; none where there is none."""
    words = around.words
    for start in range(end - 1, max(end - LONGEST_NAME, 1) - 1, -1):
        if words[start].follows_break:
            break
        if words[start - 1].text in _ADDRESSING and (start == 1 or words[start - 1].follows_break):
            return range(start, end)
        if start in around.telling and start not in around.kinds:
            break
    return range(0)
