"""Which places found in an utterance are more than words of a question around another name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.understanding.asked.cues_read import is_sure
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import FILLER, INTRODUCING, SURE_CUE
from knowledge.understanding.vocabulary.vocabularies import Cue, PlaceReading
from knowledge.understanding.words.lexicon import Word

_BEFORE_PLACES = frozenset(("o", "tai", "cua", "tu", "ve", "den", "di", "huyen", "xa", "san"))
"""Folded words behind which a place is expected."""
_SURELY_A_PLACE = 1.0
"""Weight of names that mean their place whatever they look like."""


def undivided(
    places: Sequence[PhraseSpan[PlaceReading]],
    cues: Iterable[PhraseSpan[Cue]],
    words: Sequence[Word],
) -> list[PhraseSpan[PlaceReading]]:
    """The places that divide no other name from a question: "ha long an gi" asks what to eat in Hạ
    Long, not about Long An; "cong ty hong duc co san pham gi" is not about Đức Cơ."""
    ends: dict[int, int] = {}
    """Where the longest cue ends that begins at a word."""
    for cue in cues:
        if cue.length > 1 and not cue.penalty:
            ends[cue.start] = max(cue.end, ends.get(cue.start, 0))
    before: dict[int, dict[int, float]] = {border: {} for border in ends}
    """Where the places begin that end before such a cue, with their least penalty."""
    for place in places:
        if place.end in before:
            starts = before[place.end]
            starts[place.start] = min(place.penalty, starts.get(place.start, place.penalty))
    return [
        place
        for place in places
        if not any(
            place.end <= ends.get(border, 0)
            and not _is_told_a_province(place, words)
            and any(
                start < place.start and penalty <= place.penalty
                for start, penalty in before[border].items()
            )
            for border in range(place.start + 1, place.end)
            if border in before
        )
        and not _takes_from_a_question(place, ends, words)
        and not _takes_a_preposition(place, places, words)
        and not _takes_going_on(place, places, words)
    ]


def _is_told_a_province(place: PhraseSpan[PlaceReading], words: Sequence[Word]) -> bool:
    """Whether the unit before a province tells what it is: "ghe tinh ha tinh mua gi" is in no
    Tịnh Hà."""
    before = words[place.start - 1].marks.folded if place.start else ""
    return before == "tinh" and not place.penalty and place.meaning.key.startswith(PROVINCES)


def outside_talk(
    places: Sequence[PhraseSpan[PlaceReading]], cues: Sequence[PhraseSpan[Cue]]
) -> list[PhraseSpan[PlaceReading]]:
    """The places that are no part of a longer phrase of talk: the "que vo" of "về quê vợ ở" is not
    Quế Võ; nor are they the words for whom something is: "qua cho con" is of no Chợ Cồn, but "o cho
    con" is."""
    # Cues resolved do not overlap, so that each word is in one at most
    stretches = {
        word: cue
        for cue in cues
        if cue.length > 1 and is_sure(cue)
        for word in range(cue.start, cue.end)
    }
    return [
        place
        for place in places
        if (cue := stretches.get(place.start)) is None
        or cue.end < place.end
        or (cue.length <= place.length and not _is_said_of_whom(cue, place, cues))
    ]


def _is_said_of_whom(
    cue: PhraseSpan[Cue], place: PhraseSpan[PlaceReading], cues: Sequence[PhraseSpan[Cue]]
) -> bool:
    """Whether a small place is a phrase without content as it stands, and nothing says that a place
    follows."""
    empty = cue.meaning.sense == FILLER and not cue.penalty
    return (
        empty
        and (cue.start, cue.end) == (place.start, place.end)
        and place.meaning.weight < _SURELY_A_PLACE
        and not any(
            other.end == place.start and other.meaning.sense in INTRODUCING for other in cues
        )
    )


def _takes_a_preposition(
    place: PhraseSpan[PlaceReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    words: Sequence[Word],
) -> bool:
    """Whether the last word of a place is the "o" before another: "nam o cao bang" is mushrooms
    (nấm) in Cao Bằng, not Nam Ô."""
    return words[place.end - 1].text == "o" and any(
        other.start == place.end and other.length > 1 and not other.penalty for other in places
    )


def _takes_going_on(
    place: PhraseSpan[PlaceReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    words: Sequence[Word],
) -> bool:
    """Whether the first word of a place is the "con" that goes on before another: "con son la thi
    sao" asks about Sơn La (còn), not Côn Sơn."""
    return words[place.start].text == "con" and any(
        other.start == place.start + 1
        and other.end > place.end
        and not other.penalty
        and other.meaning.weight >= place.meaning.weight
        for other in places
    )


def _takes_from_a_question(
    place: PhraseSpan[PlaceReading], ends: Mapping[int, int], words: Sequence[Word]
) -> bool:
    """Whether the last word of a place begins a long cue, and the first is not the first of all nor
    behind a preposition, but the last of another name."""
    last = place.end - 1
    before = words[place.start - 1].marks.folded if place.start else ""
    return (
        last > place.start > 0
        and ends.get(last, 0) - last >= SURE_CUE
        and not words[last].marks.is_marked
        and not words[place.start].follows_break
        and before not in _BEFORE_PLACES
    )
