"""The phrases found in the words of an utterance, freed of those that only look like one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.understanding.asked.cues_read import (
    asking_origin,
    cues_read,
    is_slip_of_a_place,
    told_aside,
)
from knowledge.understanding.asked.places_beside_cues import undivided
from knowledge.understanding.drafts.drafts import DOUBTFUL, resolve
from knowledge.understanding.kinds.standing_kinds import not_cut, outside_cues, slipped, standing
from knowledge.understanding.places.places import READY
from knowledge.understanding.spotting.surroundings import Surroundings
from knowledge.understanding.spotting.typed import Typed
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import (
    Cue,
    KindReading,
    PlaceReading,
    Vocabularies,
)
from knowledge.understanding.words.lexicon import Word


@dataclass(slots=True)
class PhrasesFound:
    """Cues, places and kinds. What one of them explains, the others lose step by step."""

    cues: list[PhraseSpan[Cue]]
    """All of them, overlapping."""
    resolved: list[PhraseSpan[Cue]]
    """Those that remain without overlaps."""
    asides: list[PhraseSpan[Cue]]
    of_origin: frozenset[int]
    """Words that ask where something is from: "tinh gi" is no Tĩnh Gia."""
    places: list[PhraseSpan[PlaceReading]]
    """All of them that may be meant."""
    names_of_places: list[PhraseSpan[PlaceReading]]
    """Names of several words, typed rightly, that mean a place wherever they stand."""
    kinds: list[PhraseSpan[KindReading]]
    """Those that stand for themselves."""
    kinds_found: list[PhraseSpan[KindReading]]
    """All of them."""

    def leave_out(self, around: Surroundings) -> None:
        """Forget what was found in words that tell who writes."""
        self.resolved, self.cues = around.without(self.resolved), around.without(self.cues)
        self.kinds, self.places = around.without(self.kinds), around.without(self.places)

    def take_kinds_from_cues(self) -> None:
        """Forget kinds of which cues have the words."""
        self.kinds = outside_cues(self.kinds, self.resolved)

    def take_kinds_from_brand(self, brand: set[int]) -> None:
        """Forget kinds of which a brand has the words."""
        self.kinds = [span for span in self.kinds if brand.isdisjoint(range(span.start, span.end))]


def phrases_found(typed: Typed, vocabularies: Vocabularies) -> PhrasesFound:
    """Find the phrases of the vocabularies in the words of an utterance."""
    words, writes_marks = typed.words, typed.writes_marks
    asides, cues_found = told_aside(vocabularies.cues.find(words, writes_marks=writes_marks))
    of_origin = asking_origin(cues_found)
    kinds_found = _kinds_found(typed, vocabularies)
    places = [
        place
        for place in _places_found(typed, cues_found, of_origin, vocabularies)
        if not _is_a_thing(place, kinds_found, words)
    ]
    names_of_places = [span for span in _names(places) if span.penalty < DOUBTFUL]
    kinds = standing(kinds_found, words, names_of_places)
    places = not_cut(places, kinds)
    if names_of_places and not kinds:
        # Beside a place a kind is likely, and worth a look for slips: "mật on ở Hà Nam"
        kinds = slipped(vocabularies.kinds, words, names_of_places, writes_marks=writes_marks)
    slipped_places = [span for span in _names(places) if span.penalty >= DOUBTFUL]
    cues = cues_read(
        [cue for cue in cues_found if not is_slip_of_a_place(cue, slipped_places)],
        words,
        names_of_places,
        kinds,
    )
    return PhrasesFound(
        cues=cues,
        resolved=resolve(cues),
        asides=asides,
        of_origin=of_origin,
        places=places,
        names_of_places=names_of_places,
        kinds=kinds,
        kinds_found=kinds_found,
    )


def _places_found(
    typed: Typed,
    cues: Sequence[PhraseSpan[Cue]],
    of_origin: frozenset[int],
    vocabularies: Vocabularies,
) -> list[PhraseSpan[PlaceReading]]:
    """The names of places, but for those that are slips in words which ask where from, and for the
    South of "trong nam 2025", which is in the year."""
    words = typed.words
    found = vocabularies.places.find(words, writes_marks=typed.writes_marks)
    return [
        span
        for span in undivided(found, cues, words)
        if typed.of_dates.isdisjoint(range(span.start, span.end))
        and not (span.penalty >= DOUBTFUL and of_origin.issuperset(range(span.start, span.end)))
    ]


def _is_a_thing(
    place: PhraseSpan[PlaceReading], kinds: Sequence[PhraseSpan[KindReading]], words: Sequence[Word]
) -> bool:
    """Whether a place is the word "cái" before goods: the "cái nước" of "cái nước mắm đó" is no Cái
    Nước."""
    return words[place.start].marks.folded == "cai" and any(
        place.start + 1 == kind.start and place.end < kind.end and not kind.penalty
        for kind in kinds
    )


def _names(places: Sequence[PhraseSpan[PlaceReading]]) -> list[PhraseSpan[PlaceReading]]:
    """Names of several words that mean a place wherever they stand."""
    return [span for span in places if span.meaning.weight >= READY and span.length > 1]


def _kinds_found(typed: Typed, vocabularies: Vocabularies) -> list[PhraseSpan[KindReading]]:
    """The names of kinds, but for those in words of a time or of how much."""
    no_goods = typed.of_dates | typed.of_degree | typed.of_pack
    return [
        kind
        for kind in vocabularies.kinds.find(
            typed.words, writes_marks=typed.writes_marks, slips=False
        )
        if no_goods.isdisjoint(range(kind.start, kind.end))
    ]
