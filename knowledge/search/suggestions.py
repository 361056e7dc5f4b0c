"""What somebody who is still typing may mean: names that begin so, then names nearly so.

Exact bookkeeping alone, so that an answer comes between two keystrokes: words stand in order of the
alphabet, and the names that hold them in one array in the same order, so that "every name with a
word that begins with these letters" is one slice of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue import Catalogue, best_first
from knowledge.facts import PlaceLevel
from knowledge.search.words import WordTable
from knowledge.text.keystrokes import from_telex, from_vni
from knowledge.text.letters import Marks, marks_of
from knowledge.text.tokens import tokenise, words_of

MOST_WORDS = 12
"""Words that are read: no name is told apart by its thirteenth."""
MOST_SUGGESTED = 20
SHORTEST_SLIPPED = 3
"""Letters of a beginning in which a slip is looked for: of two, one wrong leaves nothing."""
LONGEST_BEGINNING = 8
"""Letters of the beginnings kept for finding slips; a longer word is looked up whole."""
_WEIGHED = 150
"""Names of which the marks are compared: the best ones by stars among those that fit."""
_AFTER_ALL = "\U0010ffff"


class SuggestionSort(StrEnum):
    """What is suggested. The names are part of the JSON contract."""

    PRODUCT = "product"
    PRODUCER = "producer"
    PLACE = "place"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be meant."""

    sort: SuggestionSort
    code: str
    """The product's or producer's code, the place's or kind's key."""
    name: str
    """The name that was matched, as written."""


_TYPED_WHOLE = {
    SuggestionSort.KIND: 0,
    SuggestionSort.PLACE: 1,
    SuggestionSort.PRODUCT: 2,
    SuggestionSort.PRODUCER: 3,
}
"""Of names typed in full the wider ones come first: who types "trà" may want all teas."""
_TYPED_IN_PART = {
    SuggestionSort.PLACE: 0,
    SuggestionSort.PRODUCT: 1,
    SuggestionSort.KIND: 2,
    SuggestionSort.PRODUCER: 3,
}
_PLACES = (PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE, PlaceLevel.REGION)


class Suggestions:
    """Completes what is typed, over one catalogue. Built once for each version of the data."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._entries: list[Suggestion] = []
        self._marks: list[tuple[Marks, ...]] = []
        holders: dict[str, list[int]] = {}
        origins = {place.key: _marks(place.name) for place in catalogue.facts.places}
        for number, (entry, places) in enumerate(_named(catalogue)):
            marks = _marks(entry.name)
            self._entries.append(entry)
            self._marks.append(marks)
            words = [mark.folded for mark in marks]
            words += [mark.folded for key in places for mark in origins[key]]
            for folded in dict.fromkeys(words):
                holders.setdefault(folded, []).append(number)
        self._words = sorted(holders)
        ends = np.cumsum([0, *(len(holders[word]) for word in self._words)])
        self._ends: NDArray[np.int64] = ends
        self._holders: NDArray[np.uint32] = np.fromiter(
            (number for word in self._words for number in holders[word]),
            dtype=np.uint32,
            count=int(ends[-1]),
        )
        names = [" ".join(mark.folded for mark in marks) for marks in self._marks]
        self._by_name = _Beginnings(names)
        self._by_letters = _Beginnings([name.replace(" ", "") for name in names])
        self._slips = WordTable()
        for word in self._words:
            self._slips.add(word)
            for length in range(SHORTEST_SLIPPED, min(len(word), LONGEST_BEGINNING + 1)):
                self._slips.add(word[:length])
        self._slips.freeze()

    def suggest(self, text: str, limit: int = 8) -> list[Suggestion]:
        """At most ``limit`` (1 to 20) things that the typed beginning may mean, likeliest first.

        Every word counts as a beginning, in any order, and may also be of the province a product
        is from. Marks are optional, but who types them is given the names with those marks first.
        A slip is looked for only where nothing begins as typed. Each thing comes once. Empty for a
        text without letters; never raises.
        """
        limit = max(1, min(limit, MOST_SUGGESTED))
        typed, found = self._found(text)
        return self._chosen(typed, found, limit) if typed else []

    def products(self, text: str) -> frozenset[str]:
        """Codes of all products that :meth:`suggest` would come to for a text."""
        _, found = self._found(text)
        entries = (self._entries[number] for number in found.tolist())
        return frozenset(each.code for each in entries if each.sort is SuggestionSort.PRODUCT)

    def _found(self, text: str) -> tuple[list[Marks], NDArray[np.uint32]]:
        """The typed words as meant, and the names that fit them."""
        tokens = tokenise(text)[:MOST_WORDS]
        typed = [token.marks for token in tokens]
        if not typed:
            return [], np.empty(0, dtype=np.uint32)
        found = self._fitting([self._ranges(mark.folded) for mark in typed])
        found = np.union1d(found, self._by_letters.beginning("".join(m.folded for m in typed)))
        if not found.size:
            typed = [self._as_meant(token.text, token.marks) for token in tokens]
            found = self._fitting([self._ranges(mark.folded) for mark in typed])
        if not found.size:
            found = self._fitting([self._slipped(mark.folded) for mark in typed])
        return typed, found

    def _fitting(self, wanted: Sequence[Sequence[tuple[int, int]]]) -> NDArray[np.uint32]:
        """Names that hold, for each typed word, a word in one of its ranges."""
        kept: NDArray[np.bool_] | None = None
        for ranges in wanted:
            held = np.zeros(len(self._entries), dtype=np.bool_)
            for first, last in ranges:
                held[self._holders[self._ends[first] : self._ends[last]]] = True
            kept = held if kept is None else kept & held
        if kept is None:
            return np.empty(0, dtype=np.uint32)
        return np.flatnonzero(kept).astype(np.uint32)

    def _ranges(self, folded: str) -> list[tuple[int, int]]:
        """Where in the alphabet the words stand that begin so."""
        first = bisect_left(self._words, folded)
        last = bisect_left(self._words, folded + _AFTER_ALL)
        return [(first, last)] if first < last else []

    def _slipped(self, folded: str) -> list[tuple[int, int]]:
        """The same, also for the words and beginnings one slip away."""
        ranges = self._ranges(folded)
        if not ranges and len(folded) >= SHORTEST_SLIPPED:
            for number in self._slips.neighbours(folded):
                ranges += self._ranges(self._slips.words[number])
        return ranges

    def _as_meant(self, text: str, marks: Marks) -> Marks:
        """The syllable that raw keystrokes make, where the word as typed begins no name."""
        if self._ranges(marks.folded):
            return marks
        made = from_telex(text) or from_vni(text)
        return marks_of(made) if made else marks

    def _chosen(
        self, typed: Sequence[Marks], found: NDArray[np.uint32], limit: int
    ) -> list[Suggestion]:
        begun = self._by_name.beginning(" ".join(mark.folded for mark in typed))
        # Entries are numbered best first: the lowest numbers are the best ones
        weighed = np.union1d(found[:_WEIGHED], np.sort(begun)[:_WEIGHED])
        beginning = set(weighed[np.isin(weighed, begun)].tolist())
        order = sorted(weighed.tolist(), key=lambda number: self._rank(number, typed, beginning))
        chosen: dict[tuple[SuggestionSort, str], Suggestion] = {}
        for number in order:
            entry = self._entries[number]
            chosen.setdefault((entry.sort, entry.code), entry)
            if len(chosen) == limit:
                break
        return list(chosen.values())

    def _rank(
        self, number: int, typed: Sequence[Marks], beginning: set[int]
    ) -> tuple[int, bool, bool, int, int]:
        """Sort key: marks as typed, then names that begin so, whole ones before longer ones."""
        written = self._marks[number]
        begins = number in beginning
        whole = begins and len(written) == len(typed) and written[-1].folded == typed[-1].folded
        sorts = _TYPED_WHOLE if whole else _TYPED_IN_PART
        sort = sorts[self._entries[number].sort]
        return _differing(typed, written), not begins, not whole, sort, number


class _Beginnings:
    """Names in alphabetical order, for finding those that begin with given letters."""

    def __init__(self, names: Sequence[str]) -> None:
        order = sorted(range(len(names)), key=names.__getitem__)
        self._names = [names[number] for number in order]
        self._numbers = np.array(order, dtype=np.uint32)

    def beginning(self, text: str) -> NDArray[np.uint32]:
        first = bisect_left(self._names, text)
        return self._numbers[first : bisect_left(self._names, text + _AFTER_ALL)]


def _named(catalogue: Catalogue) -> Iterator[tuple[Suggestion, tuple[str, ...]]]:
    """Every name that can be suggested, of each sort the best first, with keys of its places."""
    for kind in catalogue.facts.kinds:
        if catalogue.products_at(kinds=(kind.key,)):
            yield from _each(SuggestionSort.KIND, kind.key, (kind.name_vi, kind.name_en))
    called: set[str] = set()
    for level in _PLACES:
        for place in catalogue.facts.places:
            # A former province whose name is also today's would be offered twice
            if place.level is level and place.name not in called:
                called.add(place.name)
                yield Suggestion(SuggestionSort.PLACE, place.key, place.name), ()
    for product in sorted(catalogue.facts.products, key=best_first):
        names = (product.name_vi, product.name_en)
        origin = [f"province:{product.location.province}"]
        if product.location.former_province is not None:
            origin.append(f"former:{product.location.former_province}")
        yield from _each(SuggestionSort.PRODUCT, product.code, names, tuple(origin))
    for producer in catalogue.facts.producers:
        names = (producer.name_vi, producer.name_en)
        yield from _each(SuggestionSort.PRODUCER, producer.code, names)


def _each(
    sort: SuggestionSort, code: str, names: Iterable[str | None], places: tuple[str, ...] = ()
) -> Iterator[tuple[Suggestion, tuple[str, ...]]]:
    for name in dict.fromkeys(filter(None, names)):
        yield Suggestion(sort, code, name), places


def _marks(name: str) -> tuple[Marks, ...]:
    return tuple(marks_of(word) for word in words_of(name))


def _differing(typed: Sequence[Marks], written: Sequence[Marks]) -> int:
    """How many of the words typed with marks no word of the name begins with, marks and all."""
    return sum(
        not any(
            mark.quality.startswith(wanted.quality) and wanted.tone in {0, mark.tone}
            for mark in written
        )
        for wanted in typed
        if wanted.is_marked
    )


def suggestions_of(catalogue: Catalogue) -> Suggestions:
    """The suggestions over a catalogue, built once for it (0.5 s for 3,000 products).

    May be called from several threads: those that come while it is being built wait for it.
    """
    global _latest  # noqa: PLW0603 - one catalogue is current at a time
    with _building:
        if _latest is None or _latest[0] is not catalogue:
            _latest = catalogue, Suggestions(catalogue)
        return _latest[1]


def built_suggestions(catalogue: Catalogue) -> Suggestions | None:
    """The suggestions over a catalogue if they are built already."""
    latest = _latest
    return latest[1] if latest is not None and latest[0] is catalogue else None


_building = Lock()
_latest: tuple[Catalogue, Suggestions] | None = None
