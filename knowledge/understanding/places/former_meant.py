"""Which of the places that a name may be is meant: "Cà Mau cũ" is the province before the merger,
"vải thiều Thanh Hà" from the Thanh Hà where lychees are from."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Place, PlaceLevel
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.words.lexicon import Word

_AFTER = frozenset({"cũ", "xưa"})
_BARE_AFTER = "cu"
"""The same without its mark, which may be the root "củ" where something follows."""
_GOES_ON = frozenset({"co", "gi", "bao", "nhieu", "may", "ban", "thi", "la", "truoc", "san", "nao"})
"""Folded words that no root is called by."""
_BEFORE = frozenset({"former", "old", "previous"})


def place_meant(span: PlaceSpan, words: Sequence[Word], catalogue: Catalogue) -> Place:
    """The place of a span, of the old map where it is called an old one."""
    place = span.places[0]
    if place.level is not PlaceLevel.PROVINCE or len(place.former_provinces) < 2:
        return place
    if not (_is_old_behind(words, span.end) or _is_old_before(words, span.start)):
        return place
    former = map(catalogue.former_province, place.former_provinces)
    return next((each for each in former if each.name == place.name), place)


def without_rivals(
    spans: Sequence[PlaceSpan], kinds: Sequence[str], catalogue: Catalogue
) -> Sequence[PlaceSpan]:
    """The spans without those of their rival places that are out of the question: they lie in none
    of the provinces of another place named ("Thanh Hà, Hội An"), or have no goods of the kinds
    asked for while another has some."""
    named = {
        province for span in spans if len(span.places) == 1 for province in span.places[0].provinces
    }
    left: list[PlaceSpan] = []
    for span in spans:
        places = tuple(each for each in span.places if not named.isdisjoint(each.provinces))
        places = places or span.places
        if kinds and len(places) > 1:
            made = tuple(each for each in places if catalogue.products_at((each,), kinds=kinds))
            places = made or places
        left.append(replace(span, places=places))
    return left


def _is_old_behind(words: Sequence[Word], end: int) -> bool:
    if end >= len(words):
        return False
    if words[end].text in _AFTER:
        return True
    alone = end + 1 == len(words) or words[end + 1].marks.folded in _GOES_ON
    return words[end].text == _BARE_AFTER and alone


def _is_old_before(words: Sequence[Word], start: int) -> bool:
    before = [word.marks.folded for word in words[max(start - 2, 0) : start]]
    return not _BEFORE.isdisjoint(before[-1:]) or (
        before[-1:] == ["province"] and not _BEFORE.isdisjoint(before)
    )
