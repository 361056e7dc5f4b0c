"""Which places an utterance names: provinces old and new, districts, communes, everyday names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from knowledge.facts import Place, PlaceLevel
from knowledge.text.syllables import is_syllable
from knowledge.understanding.places.place_phrases import (
    PROVINCES,
    cheapest,
    is_located,
    levels_before,
    readiest,
    stands_there,
)
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.senses import ABOUT_MANY, INTRODUCING
from knowledge.understanding.vocabulary.vocabularies import Cue, PlaceReading
from knowledge.understanding.words.lexicon import Word

READY = 0.5
"""Weight from which a bare name means a place without "ở" or "huyện" before it."""
INTRODUCED = 0.1
"""Weight that suffices behind such a word."""
SAME_WEIGHT = 0.05
"""Readings of one name this close in weight are rivals when they lie in different provinces."""
SAME_WEIGHT_SHORT = 0.2
"""The same of abbreviations: nobody can tell which province "QN" is."""
UNMISTAKABLE = 1.0
"""Weight from which an abbreviation is a place wherever it stands: TPHCM, but not HN."""
HIGHLAND = frozenset(("ia", "ea", "kon", "krong", "dak"))
"""Folded words that begin names of the Central Highlands, and no word of talk does: "Kon Gang"."""

_WIDE = frozenset({PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE})

_WHERE_FROM = ABOUT_MANY | {"goods"}
"""Senses of phrases behind which an abbreviation is a place: "đặc sản bt"."""


class PlaceSpan(Struct, frozen=True, gc=False):
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

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = places

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
            span.start
            for span in found
            if span.start in introducers and self._unit_fits(words, span, introducers)
        }
        usable: list[PhraseSpan[PlaceReading]] = []
        in_full = self._named_in_full(found)
        behind_goods = {
            span.end for span in cues if span.length > 1 and span.meaning.sense in _WHERE_FROM
        }
        beside = self._beside_their_own(found, words)
        for span in found:
            if beside.get((span.start, span.end), span.meaning.key) != span.meaning.key:
                continue
            if in_full and span.meaning.short and not self._agrees(span, in_full):
                continue
            told = span.start in introducers or (
                span.meaning.short
                # The "la" of "dac san la gi" is là
                and (
                    in_full
                    or (span.start in behind_goods and not is_syllable(words[span.start].text))
                )
            )
            told = told or (
                not span.penalty
                and span.length > 1
                and span.meaning.weight < READY
                and (
                    words[span.start].marks.folded in HIGHLAND
                    or (span.length == len(words) and any(each.marks.is_marked for each in words))
                    or (span.start, span.end) in beside
                )
            )
            needed = INTRODUCED if told else READY
            worth = span.meaning.weight - span.penalty
            if (
                worth >= needed
                # "tỉnh Buôn Ma Thuột" is no province, but surely that city; "tinh lang son la" is
                # Lạng Sơn, and no Láng
                and (self._unit_fits(words, span, introducers) or span.start not in fitting)
                # Of one syllable, a letter away, nearly everything is: "Khuê" is no slip in Huế
                and (span.length > 1 or not span.penalty or span.start in expected)
                and stands_there(span, words, cues, found, introduced=span.start in introducers)
            ):
                usable.append(span)
        if not in_full:
            usable += _other_meanings(usable, found, cues)
        groups: dict[tuple[int, int], list[PhraseSpan[PlaceReading]]] = {}
        for span in longest_first(cheapest(readiest(usable))):
            groups.setdefault((span.start, span.end), []).append(span)
        named: dict[tuple[Place, ...], PlaceSpan] = {}
        for (start, end), readings in sorted(groups.items()):
            located = is_located(words, start, end, introducers, cues)
            read = self._span(start, end, readings, located)
            same = named.setdefault(read.places, read)
            if same.end == start:
                # "đất Tổ Phú Thọ" names one place twice
                named[read.places] = replace(same, end=end)
        exact = [span for span in named.values() if not span.penalty]
        return [
            span
            for span in named.values()
            # "tỉh Bạc Liêu": what stands beside a place as it should be is no other place
            if not span.penalty or all(not _excludes(other, span) for other in exact)
        ]

    def place(self, key: str) -> Place:
        """The place with a key."""
        return self._places[key]

    def _named_in_full(self, found: Sequence[PhraseSpan[PlaceReading]]) -> frozenset[str]:
        """The former provinces of the places that are named in full, where an abbreviation stands
        beside them: the "qn" of "qn hội an" is Quảng Nam, where Hội An lies."""
        if not any(span.meaning.short for span in found):
            return frozenset()
        return frozenset(
            province
            for span in found
            if span.length > 1 and not span.penalty and span.meaning.weight >= READY
            for province in self._places[span.meaning.key].former_provinces
        )

    def _agrees(self, span: PhraseSpan[PlaceReading], provinces: frozenset[str]) -> bool:
        return not provinces.isdisjoint(self._places[span.meaning.key].former_provinces)

    def _beside_their_own(
        self, found: Sequence[PhraseSpan[PlaceReading]], words: Sequence[Word]
    ) -> dict[tuple[int, int], str]:
        """The stretches beside which the district or province stands where one of their places
        lies, and that place: "Thuận An Đắk Mil" is no city of Bình Dương."""
        starts = {span.start for span in found}
        if all(span.end not in starts for span in found):
            return {}
        named = [span for span in found if not span.penalty and span.length > 1]
        # "Cà Mau, Bạc Liêu" are two provinces, though there is a ward of Bạc Liêu in Cà Mau now
        wide = {
            (span.start, span.end)
            for span in named
            if self._places[span.meaning.key].level in _WIDE
        }
        best: dict[tuple[int, int], PhraseSpan[PlaceReading]] = {}
        for span in named:
            stretch = (span.start, span.end)
            if stretch in wide and not (
                # "Hòa Bình Bạc Liêu" is the district there, and not the province
                self._is_named_like_another_province(self._places[span.meaning.key])
                and span.end < len(words)
                and not words[span.end].follows_break
            ):
                continue
            if stretch in best and best[stretch].meaning.weight >= span.meaning.weight:
                continue
            if any(
                (span.end == other.start or (other.end == span.start and stretch not in wide))
                and other.meaning.weight >= READY
                and self._lies_in(self._places[span.meaning.key], self._places[other.meaning.key])
                for other in named
            ):
                best[stretch] = span
        return {stretch: span.meaning.key for stretch, span in best.items()}

    def _is_named_like_another_province(self, place: Place) -> bool:
        """Whether a district is not the town of its own province: "Hà Giang Tuyên Quang" are two
        provinces."""
        if place.level is not PlaceLevel.DISTRICT or place.parent is None:
            return False
        return self._places[place.parent].name != place.name

    def _lies_in(self, small: Place, wide: Place) -> bool:
        if wide.level is PlaceLevel.DISTRICT:
            return small.parent == wide.key
        if wide.level is PlaceLevel.FORMER_PROVINCE:
            return not set(small.former_provinces).isdisjoint(wide.former_provinces)
        return wide.level is PlaceLevel.PROVINCE and small.provinces == wide.provinces

    def _unit_fits(
        self,
        words: Sequence[Word],
        span: PhraseSpan[PlaceReading],
        introducers: Mapping[int, PhraseSpan[Cue]],
    ) -> bool:
        introducer = introducers.get(span.start)
        if introducer is None:
            return True
        levels = levels_before(words[introducer.start : span.start])
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
            if worse > (SAME_WEIGHT if first.meaning.short is None else SAME_WEIGHT_SHORT):
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


_LEVEL_ORDER = {
    PlaceLevel.PROVINCE: 0,
    PlaceLevel.FORMER_PROVINCE: 1,
    PlaceLevel.REGION: 2,
    PlaceLevel.DISTRICT: 3,
    PlaceLevel.COMMUNE: 4,
    PlaceLevel.FORMER_COMMUNE: 5,
}


def _excludes(exact: PlaceSpan, slipped: PlaceSpan) -> bool:
    """Whether a place that stands as it should leaves no room for a slip in another: right beside
    it, or anywhere in another province ("do uon noi tieng ho chi minh" is not in Đồ Sơn)."""
    if exact.end == slipped.start or slipped.end == exact.start:
        return True
    place, other = exact.places[0], slipped.places[0]
    is_wide = place.key.startswith(PROVINCES) and exact.end - exact.start > 1
    is_small = not other.key.startswith(PROVINCES) and not slipped.located
    return is_wide and is_small and set(place.provinces).isdisjoint(other.provinces)


def _other_meanings(
    usable: Sequence[PhraseSpan[PlaceReading]],
    found: Sequence[PhraseSpan[PlaceReading]],
    cues: Sequence[PhraseSpan[Cue]],
) -> list[PhraseSpan[PlaceReading]]:
    """What else the abbreviations stand for that are taken for places: "đặc sản qn" is of any of
    three; but "chả mực qn" names what the first of them is known for."""
    talk = {0, *(word + 1 for cue in cues for word in range(cue.start, cue.end))}
    kept = {span.start for span in usable if span.meaning.short and span.start in talk}
    return [
        span for span in found if span.start in kept and span.meaning.short and span not in usable
    ]
