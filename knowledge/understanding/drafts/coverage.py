"""Which words of an utterance places, kinds and groups explain, and which of them give way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import CATEGORY
from knowledge.understanding.vocabulary.vocabularies import KindReading


def surely_placed(places: Sequence[PlaceSpan]) -> set[int]:
    """Words of places typed rightly: "đất Quảng Ninh" holds no slipped "đất Quảng"."""
    whole = [span for span in places if not span.penalty and span.end - span.start > 1]
    return covered(whole, ())


def is_of_place(kind: PhraseSpan[KindReading], place: PlaceSpan) -> bool:
    """Whether a kind was only read into the name of a place: "huyện Thốt Nốt" is no palm sugar."""
    return place.start <= kind.start and kind.end <= place.end


def cut_short(places: Sequence[PlaceSpan], free: Collection[int]) -> list[int]:
    """Words read as a small place of one word, though the next word may be the rest of a longer
    name: "o lang soon" is in Lạng Sơn rather than in the commune of Láng."""
    return [span.start for span in places if span.end - span.start == 1 and span.end in free]


def is_longer(place: PlaceSpan, kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether a place covers more words than any kind it overlaps."""
    return all(
        kind.length < place.end - place.start
        for kind in kinds
        if kind.start < place.end and place.start < kind.end
    )


def covered(places: Sequence[PlaceSpan], kinds: Sequence[PhraseSpan[KindReading]]) -> set[int]:
    """Words that places and kinds explain."""
    words: set[int] = set()
    for place in places:
        words.update(range(place.start, place.end))
    for kind in kinds:
        words.update(range(kind.start, kind.end))
    return words


def words_of_a_group(draft: Draft) -> set[int]:
    """Words that name a group of products: "đồ thủ công mỹ nghệ" is not only of sedge."""
    return {
        place
        for cue in draft.resolved
        if cue.meaning.sense.startswith(CATEGORY)
        for place in range(cue.start, cue.end)
    }


def outside(places: Sequence[PlaceSpan], taken: frozenset[int]) -> list[PlaceSpan]:
    """The places that share no word with a name."""
    return [span for span in places if taken.isdisjoint(range(span.start, span.end))]


def only_places(positions: Iterable[int], draft: Draft, places: Sequence[PlaceSpan]) -> bool:
    """Whether all a name explains is the name of a place."""
    return all(
        any(span.start <= position < span.end for span in places)
        for position in positions
        if position not in draft.soft
    )


def cuts(positions: AbstractSet[int], places: Sequence[PlaceSpan]) -> bool:
    """Whether a name takes only some words of a place's as it is written: "mật ong Quảng Bình" is
    no Mật ong Bình Liêu."""
    return any(
        not span.penalty
        and 0 < len(positions & set(range(span.start, span.end))) < span.end - span.start
        for span in places
    )
