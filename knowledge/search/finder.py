"""Finding products or producers: retrieve a short list, let the judge order it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from knowledge.search.judgement import Query, QueryWord, Verdict, judge
from knowledge.search.names import NameIndex, Wanted, worth_of
from knowledge.search.words import MAX_SUGGESTIONS, WordTable
from knowledge.text.syllables import is_syllable

SHORT_LIST = 12
"""Names handed to the judge when all words were recognised."""
QUICK_LIST = 5
"""The same where only a name that stands there plainly counts."""
LONG_LIST = 16
"""Names judged when nothing on the short list was good: slips may hide the telling words."""
LONG_MESSAGE = 6
"""Content words from which each stretch of them is looked up by itself too: a name is one stretch,
and many words of talk around it would crowd it out of the short list."""
MOST_STRETCHES = 3
"""Longest stretches looked up so, whatever the length of the message."""
STRETCH_LIST = 3
"""Names handed to the judge for each stretch."""
SURE = 0.97
"""A verdict at least this good needs no other wording."""
EXPLAINED = 0.96
"""Share of the words explained from which no slip needs to be looked for."""
GOOD = 0.8
"""A verdict at least this good ends the search."""
FAIR = 0.6
"""A verdict at least this good is not looked for in other words for what it explains."""
MOST = 0.6
"""Share of a name that must be typed for that."""
TELLING = 1.5
"""Weight from which a known word that a find leaves out may be of another name: not of talk."""
WORTH_MISSING = 0.82
"""Once a good name is found, names worth less than this share of it cannot be better."""
WORTH_MISSING_SURE = 0.95
"""The same once the whole name typed is found: only names as near to it are of interest."""
SOFT_FACTOR = 0.35
"""What a cue or filler beside content counts for in retrieval, in case it is part of a name."""
NEARLY_AS_GOOD = 0.05
"""How much less good a name may be that explains more of the words typed than the best."""
NEIGHBOURS = 2
SHORTEST_BESIDE = 2
"""Letters of the shortest word that may be a slip of any beside whose neighbours it stands."""
SLIPPED_KNOWN = 0.6
"""Likeness of a word one slip from a word that is itself known: rarely meant."""


Stretch = tuple[tuple[tuple[int, float], ...], ...]
"""The readings of each word of a stretch of content."""


class Found(Struct, frozen=True, gc=False):
    """An owner found, with the judge's verdict on its best name."""

    owner: int
    verdict: Verdict


class Finder:
    """Search over the names of one sort of owner."""

    def __init__(
        self,
        table: WordTable,
        index: NameIndex,
        contexts: Sequence[Sequence[int]],
        are_side_by_side: Callable[[int, int], bool],
    ) -> None:
        """``contexts`` holds, for each owner, words of its producer and places;
        ``are_side_by_side`` tells whether some name has two words one behind the other."""
        self._table = table
        self.index = index
        self._contexts = contexts
        self._are_side_by_side = are_side_by_side

    def find(self, queries: Iterable[Query], limit: int, *, thorough: bool = True) -> list[Found]:
        """Owners whose names best explain any of the queries (wordings of one utterance).

        Later wordings are tried only while nothing explains it all but perfectly, and only where
        they may bring something nearer. Unless ``thorough``, only the names nearest to a whole
        query are judged: no part of it is looked up by itself, and no word for the words one slip
        away.
        """
        best: dict[int, Verdict] = {}
        top: Verdict | None = None
        likeliest: Query | None = None
        looked_up: set[Stretch] = set()
        for query in queries:
            if top and likeliest and _says_nothing_new(query, top, likeliest):
                continue
            size = SHORT_LIST if thorough else QUICK_LIST
            found_here = self._search(query, size, best, looked_up, in_parts=thorough)
            if likeliest is None or (found_here and top and found_here.score > top.score):
                likeliest = query
            if found_here and (top is None or found_here.score > top.score):
                top = found_here
            if top and top.score >= GOOD and (top.score >= SURE or top.explained >= EXPLAINED):
                break
        unexplained = top is None or (top.score < GOOD and top.explained < EXPLAINED)
        if thorough and likeliest is not None and unexplained:
            widened = self._with_slips(likeliest.words)
            self._search(
                Query(widened, likeliest.writes_marks), LONG_LIST, best, looked_up, in_parts=True
            )
        found = [Found(owner, verdict) for owner, verdict in best.items() if verdict.score > 0]
        # Owners are numbered best product first, so that equals come in that order
        found.sort(key=_order)
        return _most_typed_first(found[:limit])

    def among(self, queries: Iterable[Query], owners: Collection[int]) -> list[Found]:
        """How well the names of some owners explain the best of the queries, best first."""
        best: dict[int, Verdict] = {}
        names = [name for owner in dict.fromkeys(owners) for name in self.index.names_of(owner)]
        for query in queries:
            query.listed = names
            for name in names:
                verdict = judge(query, name, self.index, self._table, self._context(name.owner))
                known = best.get(name.owner)
                if known is None or verdict.score > known.score:
                    best[name.owner] = verdict
            if any(verdict.score >= SURE for verdict in best.values()):
                break
        found = [Found(owner, verdict) for owner, verdict in best.items() if verdict.score > 0]
        found.sort(key=_order)
        return found

    def _search(
        self,
        query: Query,
        size: int,
        best: dict[int, Verdict],
        looked_up: set[Stretch],
        *,
        in_parts: bool,
    ) -> Verdict | None:
        """Judge the names nearest to a query into ``best``; returns the best verdict of these.

        In a long message stretches of it are looked up too, if asked for ``in_parts``; those
        ``looked_up`` in another wording already are not looked up again.
        """
        words = query.words
        wanted = [
            Wanted(word.readings, SOFT_FACTOR if word.soft else 1.0)
            for place, word in enumerate(words)
            if word.readings and (not word.soft or _may_be_of_a_name(query, place))
        ]
        judged: dict[int, Verdict] = {}
        top = self._judge_nearest(query, wanted, size, judged)
        if in_parts and len(query.content) >= LONG_MESSAGE and (top is None or top.score < GOOD):
            stretches = _stretches(query)
            # The only stretch there is was just looked up
            for stretch in stretches if len(stretches) > 1 else ():
                readings = tuple([words[place].readings for place in stretch])
                if readings in looked_up:
                    continue
                looked_up.add(readings)
                wanted = [Wanted(each) for each in readings]
                found = self._judge_nearest(query, wanted, STRETCH_LIST, judged)
                if found and (top is None or found.score > top.score):
                    top = found
        for verdict in judged.values():
            owner = verdict.name.owner
            known = best.get(owner)
            if known is None or (verdict.score, verdict.weight) > (known.score, known.weight):
                best[owner] = verdict
        return top

    def _judge_nearest(
        self, query: Query, wanted: Sequence[Wanted], size: int, judged: dict[int, Verdict]
    ) -> Verdict | None:
        """The best verdict on the names nearest to some words; ``judged`` holds those on names
        that were judged for the query already."""
        top: Verdict | None = None
        least = 0.0
        nearest = self.index.nearest(wanted, size)
        query.listed = [self.index.names[number] for number, _ in nearest]
        for name, (number, worth) in zip(query.listed, nearest, strict=True):
            if worth < least:
                break
            verdict = judged.get(number)
            if verdict is None:
                verdict = judge(query, name, self.index, self._table, self._context(name.owner))
                judged[number] = verdict
            if top is None or verdict.score > top.score:
                top = verdict
                if verdict.score >= GOOD:
                    sure = verdict.score >= SURE
                    # A word typed once may have counted twice: "trà" for the Trà and the Chẽ of
                    # Trà hoa vàng Ba Chẽ
                    told = min(worth, worth_of(verdict.weight, name.weight))
                    least = told * (WORTH_MISSING_SURE if sure else WORTH_MISSING)
        return top

    def _context(self, owner: int) -> Sequence[int]:
        return self._contexts[owner] if self._contexts else ()

    def _with_slips(self, words: Sequence[QueryWord]) -> list[QueryWord]:
        """Let every content word stand also for the words one slip away from it: the likeliest, and
        those that stand in names beside the words beside it."""
        widened: list[QueryWord] = []
        for place, word in enumerate(words):
            if word.soft or not word.weight:
                widened.append(word)
                continue
            have = {number for number, _ in word.readings}
            near = self._table.near(word.marks.folded)
            is_known = bool(have) and word.readings[0][1] == 1.0
            unlisted = len(near) == MAX_SUGGESTIONS and not is_known
            # VN is an abbreviation, no slip of "vị"
            is_short = len(word.marks.folded) == SHORTEST_BESIDE
            if unlisted or (is_short and not (is_known and not is_syllable(word.text))):
                near = *near, *self._beside(words, place)
            found = tuple(
                (number, SLIPPED_KNOWN)
                for number in dict.fromkeys(near)
                if number not in have and self.index.weight(number)
            )
            widened.append(replace(word, readings=word.readings + found))
        return widened

    def _beside(self, words: Sequence[QueryWord], place: int) -> list[int]:
        """Words one slip away, of all there are, that some name has beside a word that stands
        there: the "ốm" of "chả ốm" may be a cốm."""
        before = words[place - 1].readings if place else ()
        after = words[place + 1].readings if place + 1 < len(words) else ()
        are_side_by_side, weights = self._are_side_by_side, self.index.weights
        return [
            number
            for number in self._table.within_a_letter(words[place].marks.folded)
            if number in weights
            and (
                any(are_side_by_side(other, number) for other, _ in before)
                or any(are_side_by_side(number, other) for other, _ in after)
            )
        ]


def _says_nothing_new(query: Query, top: Verdict, typed: Query) -> bool:
    """Whether a fair find explains all that a query says in other words, and leaves out nothing
    typed that may tell of another name: "baked coconut cracker" for its "bánh dừa nướng" brings
    none nearer. Words taken for slips explain little: "sapa" is Sa Pa, and no slip of Sa."""
    taken = top.positions
    if top.score < FAIR or top.covered < MOST or not query.reworded <= taken:
        return False
    if any(
        not query.reworded.isdisjoint(word.sources)
        and not any(number in top.name.words for number, _ in word.readings)
        for word in top.words
    ):
        return False
    return not any(
        typed.words[place].weight > TELLING
        and typed.is_known(place)
        and taken.isdisjoint(typed.words[place].sources)
        for place in typed.content
    )


def _order(found: Found) -> tuple[float, float, int]:
    verdict = found.verdict
    return -round(verdict.score, 3), -round(verdict.weight, 2), found.owner


def _most_typed_first(found: list[Found]) -> list[Found]:
    """The finds with that one first which explains all the first does and words beside it, if it is
    nearly as good: of "le gia fish sauce" Tĩnh Gia leaves out a word, Lê Gia none."""
    if not found:
        return found
    first = found[0].verdict
    for place, other in enumerate(found[1:], 1):
        if other.verdict.score < first.score - NEARLY_AS_GOOD:
            break
        words = other.verdict.positions
        together = words and max(words) - min(words) < len(words)
        if together and first.positions < words:
            return [other, *found[:place], *found[place + 1 :]]
    return found


def _stretches(query: Query) -> list[list[int]]:
    """The longest stretches of content words between cues, fillers and punctuation."""
    stretches: dict[int, list[int]] = {}
    for place in query.content:
        stretches.setdefault(query.words[place].chunk, []).append(place)
    return sorted(stretches.values(), key=len, reverse=True)[:MOST_STRETCHES]


def _may_be_of_a_name(query: Query, place: int) -> bool:
    """Whether a cue stands beside content ("Phương Di" typed "phuong di"); without any content
    every word may be of a name."""
    near = range(max(0, place - NEIGHBOURS), min(len(query.words), place + NEIGHBOURS + 1))
    return len(query.soft) == len(query.words) or not query.soft.issuperset(near)
