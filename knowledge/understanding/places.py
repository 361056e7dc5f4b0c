"""Which places an utterance names: provinces old and new, districts, communes, everyday names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.catalogue import PlaceName
from knowledge.facts import Place, PlaceLevel
from knowledge.text.letters import fold
from knowledge.understanding.lexicon import Word
from knowledge.understanding.phrases import PhraseSpan, longest_first
from knowledge.understanding.senses import ABOUT_MANY, INTRODUCING
from knowledge.understanding.vocabularies import Cue, PlaceReading

READY = 0.5
"""Weight from which a bare name means a place without "ở" or "huyện" before it."""
INTRODUCED = 0.1
"""Weight that suffices behind such a word."""
SAME_WEIGHT = 0.05
"""Readings of one name this close in weight are rivals when they lie in different provinces."""
WIDER = 0.01
"""What a province counts more than a district of the same weight."""
_PROVINCES = ("province:", "former:")
"""How the keys of provinces, of today and of before 2025, begin."""
ALIKE = 0.72
"""Letter likeness from which the words left over are a slipped name of a province."""
SURELY_ALIKE = 0.83
"""The same where any word might be meant."""
UNMISTAKABLE = 1.0
"""Weight from which an abbreviation is a place wherever it stands: TPHCM, but not HN."""
SHORTEST_SLIPPED = 4
"""Letters of the shortest name that is looked for so: of Huế, one letter is a third."""
WIDEST_SLIPPED = 5
"""Words in the longest province name ("Bà Rịa Vũng Tàu" has four, "tp" before)."""

_UNIT_LEVELS: dict[str, frozenset[PlaceLevel]] = {
    "tinh": frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}),
    "province": frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}),
    "huyen": frozenset({PlaceLevel.DISTRICT}),
    "district": frozenset({PlaceLevel.DISTRICT}),
    "quan": frozenset({PlaceLevel.DISTRICT}),
    "xa": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "phuong": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "commune": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "ward": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
    "thi xa": frozenset({PlaceLevel.DISTRICT}),
    "thi tran": frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE}),
}


class PlaceSpan(NamedTuple):
    """A stretch of the utterance that names a place."""

    start: int
    end: int
    places: tuple[Place, ...]
    """The place meant; several, best first, when the name alone does not tell."""
    weight: float
    penalty: float
    located: bool
    """Behind "ở", "tại", "in": surely meant as a place, not as part of a product's name."""
    is_short: bool = False
    """An abbreviation (HN, LS), which is a place only where one is expected."""


class Gazetteer:
    """Reads place names in utterances."""

    def __init__(self, places: Mapping[str, Place], names: Sequence[PlaceName]) -> None:
        self._places = places
        self._wide: dict[str, str] = {}
        for name in sorted(names, key=lambda name: name.weight):
            joined = _joined(name.name)
            wide = name.place.startswith(_PROVINCES) and len(joined) >= SHORTEST_SLIPPED
            if wide and name.weight >= READY:
                self._wide[joined] = name.place
        self._wide_names = list(self._wide)

    def spot(
        self,
        words: Sequence[Word],
        found: Sequence[PhraseSpan[PlaceReading]],
        cues: Sequence[PhraseSpan[Cue]],
    ) -> list[PlaceSpan]:
        """Place spans that do not overlap, in order.

        ``found`` are all phrases that could be places, ``cues`` tell which are introduced.
        """
        introducers = {span.end: span for span in cues if span.meaning.sense in INTRODUCING}
        expected = introducers.keys() | {
            span.end for span in cues if span.meaning.sense in ABOUT_MANY
        }
        fitting = {
            (span.start, span.end)
            for span in found
            if span.start in introducers and self._unit_fits(words, span, introducers)
        }
        usable: list[PhraseSpan[PlaceReading]] = []
        for span in found:
            needed = INTRODUCED if span.start in introducers else READY
            worth = span.meaning.weight - span.penalty
            if (
                worth >= needed
                # "tỉnh Buôn Ma Thuột" is no province, but surely that city
                and (
                    self._unit_fits(words, span, introducers)
                    or (span.start, span.end) not in fitting
                )
                and _is_surely_typed(words, span)
                # Of one syllable, a letter away, nearly everything is: "Khuê" is no slip in Huế
                and (span.length > 1 or not span.penalty or span.start in expected)
                and not _is_cue(span, cues, span.start in introducers)
            ):
                usable.append(span)
        groups: dict[tuple[int, int], list[PhraseSpan[PlaceReading]]] = {}
        for span in longest_first(_cheapest(_readiest(usable))):
            groups.setdefault((span.start, span.end), []).append(span)
        named: dict[tuple[Place, ...], PlaceSpan] = {}
        for (start, end), readings in sorted(groups.items()):
            located = _is_located(words, start, end, introducers, cues)
            read = self._span(start, end, readings, located)
            same = named.setdefault(read.places, read)
            if same.end == start:
                # "đất Tổ Phú Thọ" names one place twice
                named[read.places] = same._replace(end=end)
        exact = [span for span in named.values() if not span.penalty]
        return [
            span
            for span in named.values()
            # "tỉh Bạc Liêu": what stands beside a place as it should be is no other place
            if not span.penalty or all(not _touch(span, other) for other in exact)
        ]

    def slipped_province(
        self, words: Sequence[Word], free: Sequence[int], least: float = ALIKE
    ) -> PlaceSpan | None:
        """A province whose name was mistyped beyond recognition word by word.

        ``free`` are the positions not explained by anything else. Compares every stretch of them
        with all names of provinces, letter by letter and without spaces; ``least`` is how alike
        they must be, 0 to 1.
        """
        best: tuple[float, int, int, str] | None = None
        for start in sorted(free):
            typed = ""
            for end in range(start, min(start + WIDEST_SLIPPED, len(words))):
                if end not in free:
                    break
                typed += words[end].marks.folded
                if len(typed) < SHORTEST_SLIPPED:
                    continue
                match = process.extractOne(
                    typed,
                    self._wide_names,
                    scorer=OSA.normalized_similarity,
                    score_cutoff=best[0] if best else least,
                )
                if match is not None and (best is None or match[1] > best[0]):
                    best = (match[1], start, end + 1, match[0])
        if best is None:
            return None
        alike, start, end, name = best
        place = self._places[self._wide[name]]
        return PlaceSpan(start, end, (place,), 1.0, 1.0 - alike, False)

    def _unit_fits(
        self,
        words: Sequence[Word],
        span: PhraseSpan[PlaceReading],
        introducers: Mapping[int, PhraseSpan[Cue]],
    ) -> bool:
        introducer = introducers.get(span.start)
        if introducer is None or introducer.meaning.sense != "unit":
            return True
        unit = " ".join(word.marks.folded for word in words[introducer.start : span.start])
        levels = _UNIT_LEVELS.get(unit)
        return levels is None or self._places[span.meaning.key].level in levels

    def _span(
        self,
        start: int,
        end: int,
        spans: Sequence[PhraseSpan[PlaceReading]],
        located: bool,
    ) -> PlaceSpan:
        ordered = sorted(
            spans,
            key=lambda span: (
                span.penalty - span.meaning.weight,
                _LEVEL_ORDER[self._places[span.meaning.key].level],
            ),
        )
        first = ordered[0]
        places = [self._places[first.meaning.key]]
        for span in ordered[1:]:
            place = self._places[span.meaning.key]
            worse = (span.penalty - span.meaning.weight) - (first.penalty - first.meaning.weight)
            if worse > SAME_WEIGHT:
                break
            if all(set(place.provinces).isdisjoint(other.provinces) for other in places):
                places.append(place)
        return PlaceSpan(
            start,
            end,
            tuple(places),
            first.meaning.weight,
            first.penalty,
            located,
            first.meaning.short is not None and first.meaning.weight < UNMISTAKABLE,
        )


_NO_CUES = frozenset({"small", "filler", "country"})
"""Senses of words that mean nothing alone."""
_LEVEL_ORDER = {
    PlaceLevel.PROVINCE: 0,
    PlaceLevel.FORMER_PROVINCE: 1,
    PlaceLevel.REGION: 2,
    PlaceLevel.DISTRICT: 3,
    PlaceLevel.COMMUNE: 4,
    PlaceLevel.FORMER_COMMUNE: 5,
}


def _touch(one: PlaceSpan, other: PlaceSpan) -> bool:
    return one.end == other.start or other.end == one.start


def _is_surely_typed(words: Sequence[Word], span: PhraseSpan[PlaceReading]) -> bool:
    """Whether a name so short that it may be anything (HY, SG) was typed letter by letter."""
    name = span.meaning.short
    return name is None or words[span.start].text == name


def _is_cue(
    span: PhraseSpan[PlaceReading], cues: Sequence[PhraseSpan[Cue]], introduced: bool
) -> bool:
    """Whether the words are a cue, or within one: "là gì" is not the town of La Gi. A name read
    with a slip gives way to a longer cue that it shares a word with."""
    return any(
        (
            cue.meaning.sense not in _NO_CUES
            # "đồ Huế" is no slip in "đồ quê"
            and cue.penalty <= span.penalty
            and cue.start <= span.start
            and span.end <= cue.end
            # "ở thành phố Châu Đốc" typed without marks is in no commune of Thanh
            and not (introduced and cue.length == span.length)
        )
        or (
            span.penalty > cue.penalty
            and cue.length > 1
            and not introduced
            and cue.start < span.end
            and span.start < cue.end
        )
        for cue in cues
    )


def _is_located(
    words: Sequence[Word],
    start: int,
    end: int,
    introducers: Mapping[int, PhraseSpan[Cue]],
    cues: Sequence[PhraseSpan[Cue]],
) -> bool:
    """Whether a preposition stands before, with or without a unit word between.

    Without marks "tại" is also "tai" of a pig, "từ" also "tư": only "ở" is taken on trust.
    """
    before = introducers.get(start)
    if before is not None and before.meaning.sense == "unit":
        unit = before
        before = introducers.get(unit.start)
        if before is None or before.meaning.sense == "unit":
            # "huyện Ba Chẽ có bao nhiêu sản phẩm" is about the district, though "xã Đào Thịnh"
            # is a part of a product's name
            return any(cue.meaning.sense in ABOUT_MANY for cue in cues)
    if before is None:
        return False
    first = words[before.start].marks
    if before.meaning.language == "en" and _goes_on(words, end, cues):
        return False  # "interested in Luc Ngan rice noodles": the place belongs to the noun
    return (
        before.length > 1
        or before.meaning.language == "en"
        or first.is_marked
        or (first.folded == "o")
    )


def _readiest(
    spans: Sequence[PhraseSpan[PlaceReading]],
) -> list[PhraseSpan[PlaceReading]]:
    """Without those that overlap a stretch of the same length which more readily is a place:
    "đất Quảng Ninh" is Quảng Ninh, not "đất Quảng"; "đồ Sơn La" is Sơn La, not Đồ Sơn."""
    worth: dict[tuple[int, int], float] = {}
    for span in spans:
        stretch = (span.start, span.end)
        wide = WIDER if span.meaning.key.startswith(_PROVINCES) else 0.0
        worth[stretch] = max(worth.get(stretch, 0.0), span.meaning.weight - span.penalty + wide)
    beaten = {
        (start, end)
        for (start, end), own in worth.items()
        for shift in range(1 - (end - start), end - start)
        if shift and worth.get((start + shift, end + shift), 0.0) > own
    }
    return [span for span in spans if (span.start, span.end) not in beaten]


def _cheapest(
    spans: Sequence[PhraseSpan[PlaceReading]],
) -> list[PhraseSpan[PlaceReading]]:
    """For each stretch all readings under the least penalty found there, so that they compete by
    weight alone."""
    least: dict[tuple[int, int], float] = {}
    for span in spans:
        stretch = (span.start, span.end)
        least[stretch] = min(span.penalty, least.get(stretch, span.penalty))
    return [span for span in spans if span.penalty <= least[span.start, span.end]]


def _joined(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _goes_on(words: Sequence[Word], end: int, cues: Sequence[PhraseSpan[Cue]]) -> bool:
    """Whether a content word follows at once."""
    return (
        end < len(words)
        and not words[end].follows_break
        and not any(cue.start <= end < cue.end for cue in cues)
    )
