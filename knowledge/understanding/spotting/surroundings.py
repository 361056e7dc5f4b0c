"""What is told around a question: who writes, the hotel where somebody stays, where goods are taken
to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.vocabulary.phrase_nodes import Meaning
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    CARRIED,
    CARRYING,
    EMPTY,
    LODGING,
    SELF,
    SIGNED,
    WHAT_THERE_IS,
)
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, PlaceReading
from knowledge.understanding.words.lexicon import Word

LONGEST_NAME = 3
"""Words of a hotel's name."""
LONGEST_OWN_NAME, LONGEST_SIGNATURE = 4, 8
"""Words of the name by which somebody writes, and of that under a letter."""
SHORTEST_LETTER = 12
"""Words of a message that may be signed."""
SHORTEST_LINE = 3
"""Words of a question that may be signed by "Best regards," and a name."""
LETTER = 0.75
"""Share of a letter behind which it is signed."""
THANKS = "thanks"
_OF_THE_WRITER = frozenset({SIGNED, THANKS, SELF})
"""Senses of what stands before somebody's own name."""
_MADE_OUT = frozenset({"split", "unknown"})
"""Origins of words that were hardly typed as they are read."""
_TOWARDS = frozenset(("ve", "ra", "vao", "vo", "len", "xuong", "den", "toi", "sang", "qua", "to"))
"""Folded words before the place where goods are taken: the "về" of "gửi mật ong về Sài Gòn"."""
_OF_TAKING = frozenset({CARRIED, CARRYING})


class Surroundings(Struct, frozen=True):
    """Words that only tell who writes, or where somebody stays or goes."""

    words: frozenset[int]
    is_bound: bool
    """Whether the only place named is where goods are taken to."""
    carries: frozenset[int] = frozenset()
    """First words of what says that goods are taken or sent: "gửi", "mang về"."""

    def without(self, spans: Sequence[PhraseSpan[Meaning]]) -> list[PhraseSpan[Meaning]]:
        """The phrases outside."""
        return [span for span in spans if self.words.isdisjoint(range(span.start, span.end))]

    def joined(self, more: Surroundings) -> Surroundings:
        """These and more of them, of which one may tell where goods are taken to."""
        return Surroundings(self.words | more.words, more.is_bound, more.carries)

    def places_left(self, places: Sequence[PlaceSpan]) -> list[PlaceSpan]:
        """The places outside."""
        return [span for span in places if span.start not in self.words]

    def asides(self, asides: list[PhraseSpan[Cue]]) -> list[PhraseSpan[Cue]]:
        """The asides, with "mang về" only where the one place named is where goods are taken."""
        if not self.carries:
            return asides
        return [
            replace(aside, meaning=replace(aside.meaning, sense=CARRIED))
            if aside.meaning.sense == CARRYING
            else aside
            for aside in asides
            if self.is_bound or aside.meaning.sense not in _OF_TAKING
        ]


def surroundings(
    words: Sequence[Word],
    places: Sequence[PlaceSpan],
    kinds: Sequence[PhraseSpan[KindReading]],
    asides: Sequence[PhraseSpan[Cue]],
    cues: Sequence[PhraseSpan[Cue]],
) -> Surroundings:
    """What is told around a question: "khách sạn Mường Thanh" in "gần khách sạn Mường Thanh Hạ
    Long", which is in no Mường Thanh; the Sài Gòn of "mua gì ở Đà Lạt mang về Sài Gòn"."""
    taken: set[int] = set()
    ends: set[int] = set()
    carries: set[int] = set()
    named = covered((), kinds)
    for aside in asides:
        if aside.meaning.sense == LODGING:
            taken.update(range(aside.start, _end_of_name(aside.end, words, places, kinds, cues)))
        elif aside.meaning.sense == CARRIED:
            ends.add(aside.end)
            carries.add(aside.start)
        elif aside.meaning.sense == CARRYING and aside.start not in named:
            carries.add(aside.start)
    if carries:
        goods = named.union(cue.start for cue in cues if cue.meaning.sense in WHAT_THERE_IS)
        ends.update(_towards(words, places, min(carries), goods))
    bound = [span for span in places if span.start in ends]
    is_bound = bool(bound) and len(bound) == len(places)
    if not is_bound:
        taken.update(*[range(span.start, span.end) for span in bound])
    return Surroundings(frozenset(taken), is_bound, frozenset(carries))


def _towards(
    words: Sequence[Word],
    places: Sequence[PlaceSpan],
    verb: int,
    goods: Iterable[int],
) -> set[int]:
    """Where places begin that goods are taken to, which stand behind a verb of it: "gửi mật ong về
    Huế", but not "take a bus to Hue"."""
    first = min((place for place in goods if place > verb), default=len(words))
    return {
        span.start
        for span in places
        if span.start - 1 > first and words[span.start - 1].marks.folded in _TOWARDS
    }


def around_the_writer(
    cues: Sequence[PhraseSpan[Cue]],
    words: Sequence[Word],
    kinds: Sequence[PhraseSpan[KindReading]],
    places: Sequence[PhraseSpan[PlaceReading]],
) -> Surroundings:
    """The name by which somebody introduces himself, or that stands under a letter; ``places`` are
    names of places of two words or more."""
    if all(cue.meaning.sense not in _OF_THE_WRITER for cue in cues):
        return Surroundings(frozenset(), is_bound=False)
    found: set[int] = set()
    # The "len" of Lena asks for nothing, nor is the "thom" of Thomas a pineapple
    asking = {
        cue.start
        for cue in cues
        if cue.length > 1
        or (cue.meaning.sense not in EMPTY and words[cue.start].origin not in _MADE_OUT)
    }
    asking -= {place for place in asking if words[place].text == "from"}  # "Anna from Berlin"
    for cue in cues:
        rest = range(cue.end, len(words))
        longest = {SIGNED: LONGEST_SIGNATURE, THANKS: LONGEST_OWN_NAME}.get(cue.meaning.sense)
        if longest is not None and len(rest) <= longest:
            # "Thank you, Anna"; but "cảm ơn, trà Thái Nguyên" thanks before it asks
            thanks = cue.meaning.sense == THANKS and len(words) >= SHORTEST_LETTER
            signs = thanks or (cue.meaning.sense == SIGNED and _is_under_a_letter(cue, words))
            if signs and asking.isdisjoint(rest) and not _are_goods(rest, words, kinds, places):
                found.update(rest)
        elif cue.meaning.sense == SELF:
            for place in range(cue.end, min(cue.end + LONGEST_OWN_NAME, len(words))):
                if (place > cue.end and words[place].follows_break) or place in asking:
                    break
                found.add(place)
    return Surroundings(frozenset(found), is_bound=False)


def _is_under_a_letter(cue: PhraseSpan[Cue], words: Sequence[Word]) -> bool:
    """Whether words of respect begin what stands under a letter, or under a line that asks: "bạn
    thân mến" begins it, and "mình rất trân trọng sản phẩm" is a sentence of it."""
    if not words[cue.start].follows_break:
        return False
    if len(words) >= SHORTEST_LETTER and cue.start >= LETTER * len(words):
        return True
    before_a_name = cue.end < len(words) and words[cue.end].follows_break
    return before_a_name and cue.start >= SHORTEST_LINE


def _are_goods(
    rest: range,
    words: Sequence[Word],
    kinds: Sequence[PhraseSpan[KindReading]],
    places: Sequence[PhraseSpan[PlaceReading]],
) -> bool:
    """Whether goods or a place are named behind thanks, and no person: the "Đào" under a letter
    about fish sauce is no peach."""
    if any(place.start in rest for place in places):
        return True
    told = [kind.start for kind in kinds] + [place.start for place in places]
    before = min(told, default=rest.start) < rest.start
    return any(
        kind.start in rest
        and not kind.penalty
        and words[kind.start].origin != "split"
        and (kind.length > 1 or not before)
        for kind in kinds
    )


def _end_of_name(
    start: int,
    words: Sequence[Word],
    places: Sequence[PlaceSpan],
    kinds: Sequence[PhraseSpan[KindReading]],
    cues: Sequence[PhraseSpan[Cue]],
) -> int:
    """Where the name of a hotel ends; a place in it is its own where another one follows."""
    # The pearl of Vinpearl is none
    stops = {kind.start for kind in kinds if words[kind.start].origin != "split"}
    stops |= {cue.start for cue in cues if cue.length > 1 or cue.meaning.sense not in EMPTY}
    ends = {span.start: span.end for span in places}
    end = start
    while end < len(words) and end - start < LONGEST_NAME and not words[end].follows_break:
        is_the_last_place = end in ends and ends[end] not in ends
        if is_the_last_place or (end in stops and end not in ends):
            break
        end = ends.get(end, end + 1)
    return end
