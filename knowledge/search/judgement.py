"""The judge: how well one name explains what was typed.

Works on the short list that :class:`~knowledge.search.names.NameIndex` hands over. Here marks,
order, neighbourhood and slips inside words count, and words that were typed but are in no name
count against every candidate: a name is right only if it explains what the person wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.search.names import Name, NameIndex
from knowledge.search.words import WordTable
from knowledge.text.letters import Marks

HOI_FOR_NGA = 0.93
HOI_NGA = frozenset({3, 4})
"""Half of the country speaks these two tones alike and spells them so."""
OTHER_TONE = 0.66
"""Likeness of words that differ in marks though both were written with them: another word, or a
slip of the mark. Low enough that a name with the typed marks always wins."""
OTHER_LETTER_MARK = 0.6
"""The same when the vowels themselves differ (``bò``, ``bơ``)."""
MARK_MISSING = 0.94
"""A word without marks from somebody who otherwise writes them."""
MARK_EXTRA = 0.8
"""Marks where the name has none (``khoái``, ``khoai``)."""
UNMARKED_NAME = 0.97
"""Marks typed, but the name is known only from an English page, without any."""

SHORT = 3
LEAST_ALIKE = 0.5
"""Words less alike than this are different words, not slips of one another."""
SLIP_FACTOR = 0.92
"""A likeness found letter by letter counts a little less than one found in the table."""

WORTH_SLIPS = 0.25
"""Share of a name that must be typed rightly before slips are looked for in the rest."""
KNOWN_FACTOR = 0.75
"""The same for a typed word that is one by itself: hardly ever a slip of another."""

REMOTE = 0.3
"""Weight of unexplained words that stand apart from the name, behind a cue or a comma: probably
talk around the question. Next to the name they count in full: "trà sữa Toco" is no tea."""
MOST_REMOTE = 0.15
"""However long the talk around it: a whole name is not typed by chance. Share of its weight."""
WHOLE = 0.9
"""Share of a name from which it counts as whole."""
CONTEXT = 0.75
"""Likeness of a typed word that is in the producer's name or place instead of the product's."""
IN_A_RUN = 0.6
"""What a cue or everyday word counts for beside another word of the name."""
CONTIGUITY_BONUS = 0.02


class QueryWord(NamedTuple):
    """One typed word as the judge sees it."""

    text: str
    marks: Marks
    readings: tuple[tuple[int, float], ...]
    weight: float
    """What it costs to leave it unexplained; 0 for cues and fillers."""
    chunk: int
    """Stretches without cues, fillers or punctuation between share a number."""
    soft: bool
    """A cue, filler or preposition: it belongs to a name only beside other words of it."""
    sources: tuple[int, ...]
    """The words of the utterance that it came from."""


@dataclass(slots=True)
class Query:
    """A way to read the typed words, ready for judging names."""

    words: Sequence[QueryWord]
    writes_marks: bool
    """Whether this person types marks: then a word without any is probably meant so."""
    where: dict[int, list[tuple[int, float]]] = field(init=False)
    """Word number to positions and likeness."""
    content: list[int] = field(init=False)
    """Positions of the words that must be explained."""
    soft: set[int] = field(init=False)
    """Positions of cues and fillers."""

    def __post_init__(self) -> None:
        self.where = {}
        for position, word in enumerate(self.words):
            for number, likeness in word.readings:
                self.where.setdefault(number, []).append((position, likeness))
        self.content = [position for position, word in enumerate(self.words) if word.weight]
        self.soft = {position for position, word in enumerate(self.words) if word.soft}


class Verdict(NamedTuple):
    """The judge's finding on one name."""

    score: float
    """0 to about 1: both coverages together."""
    explained: float
    """Share of what was typed that the name explains, by weight."""
    covered: float
    """Share of the name that was typed, by weight."""
    weight: float
    """Weight of the part of the name that was typed: of two names typed in full the longer one
    was meant."""
    told: float
    """Weight of the typed words that the name explains, everyday words counting little."""
    positions: frozenset[int]
    """Words of the utterance used."""
    name: Name


def judge(
    query: Query,
    name: Name,
    index: NameIndex,
    table: WordTable,
    context: Collection[int] = (),
) -> Verdict:
    """Compare a query with one name. ``context`` holds the words of the producer and place."""
    used, likeness_at = _pair(query, name)
    if not query.soft.isdisjoint(used):
        _drop_strays(query.soft, used, likeness_at)
    total, gained = _weigh(name, likeness_at, index.weights)
    if len(used) < len(likeness_at) and gained > total * WORTH_SLIPS:
        _match_slips(query, name, used, likeness_at, table)
        total, gained = _weigh(name, likeness_at, index.weights)
    covered = gained / total if total else 0.0
    paired = [(position, name.words[place], place) for position, place in used.items()]
    whole = covered >= WHOLE
    share, told, adjacent = _explained(
        query, paired, likeness_at, weights=index.weights, context=context, whole=whole
    )
    contiguity = adjacent / (len(name.words) - 1) if len(name.words) > 1 else float(bool(used))
    score = share**1.5 * (0.72 + 0.28 * covered) + CONTIGUITY_BONUS * (contiguity - 1)
    words = query.words
    sources = frozenset([source for position in used for source in words[position].sources])
    return Verdict(score, share, covered, gained, told, sources, name)


def _weigh(
    name: Name, likeness_at: Sequence[float], weights: Mapping[int, float]
) -> tuple[float, float]:
    """The weight of a name and of the part of it that was typed."""
    total = gained = 0.0
    for number, likeness in zip(name.words, likeness_at, strict=True):
        weight = weights[number]
        total += weight
        gained += weight * likeness
    return total, gained


def _pair(query: Query, name: Name) -> tuple[dict[int, int], list[float]]:
    """Give each word of the name the typed word that is most like it.

    Returns typed positions with their place in the name, and the likeness at each place.
    """
    words, where, writes_marks = query.words, query.where, query.writes_marks
    used: dict[int, int] = {}
    likeness_at = [0.0] * len(name.words)
    before = -2
    for place, number in enumerate(name.words):
        candidates = where.get(number)
        if candidates is None:
            continue
        best, best_rank, best_likeness = -1, -1.0, 0.0
        mark = name.marks[place]
        for position, likeness in candidates:
            if position in used:
                continue
            typed = words[position].marks
            alike = likeness
            if typed is not mark:
                alike *= _marks_alike(typed, mark, name.is_marked, writes_marks)
            # Of two places in the sentence the one that continues the name is meant
            rank = alike + 0.3 if position == before + 1 else alike
            if rank > best_rank:
                best, best_rank, best_likeness = position, rank, alike
        if best >= 0:
            used[best] = place
            likeness_at[place] = best_likeness
            before = best
    return used, likeness_at


def _explained(
    query: Query,
    paired: Sequence[tuple[int, int, int]],
    likeness_at: Sequence[float],
    *,
    weights: Mapping[int, float],
    context: Collection[int],
    whole: bool,
) -> tuple[float, float, int]:
    """How much of what was typed a name explains.

    ``paired`` holds typed positions with the word number and the place in the name; ``whole`` tells
    that the whole name was typed. Returns the share by weight, the weight told
    (:attr:`Verdict.told`) and how many neighbours in the sentence are neighbours in the name.
    """
    words = query.words
    used = {position: place for position, _, place in paired}
    asked = explained = told = gained = 0.0
    adjacent = 0
    chunks = set()
    for position, number, place in paired:
        word = words[position]
        if not word.soft:
            chunks.add(word.chunk)
        in_name = weights[number]
        likeness = likeness_at[place]
        weight = max(word.weight, in_name)
        asked += weight
        explained += weight * likeness
        gained += in_name * likeness
        follows = used.get(position + 1) == place + 1
        adjacent += follows
        tells = min(word.weight, in_name)
        if follows or used.get(position - 1) == place - 1:
            # Words that stand together as in the name are not there by chance, whatever they are
            tells = max(tells, in_name * IN_A_RUN)
        told += tells * likeness
    remote = 0.0
    for position in query.content:
        if position in used:
            continue
        word = words[position]
        if word.chunk not in chunks:
            remote += word.weight * REMOTE
            continue
        asked += word.weight
        for number, likeness in word.readings:
            if likeness == 1.0 and number in context:
                explained += word.weight * CONTEXT
                break
    asked += min(remote, gained * MOST_REMOTE) if whole else remote
    return (explained / asked if asked else 0.0), told, adjacent


def _marks_alike(typed: Marks, written: Marks, name_marked: bool, writes_marks: bool) -> float:
    if typed.tone == written.tone and typed.quality == written.quality:
        return 1.0
    if typed.folded != written.folded:
        return 1.0  # a slip or a synonym: its likeness already says so
    if not typed.is_marked:
        return MARK_MISSING if writes_marks else 1.0
    if not written.is_marked:
        return MARK_EXTRA if name_marked else UNMARKED_NAME
    if typed.quality != written.quality:
        return OTHER_LETTER_MARK
    return HOI_FOR_NGA if typed.tone in HOI_NGA and written.tone in HOI_NGA else OTHER_TONE


def _drop_strays(soft: set[int], used: dict[int, int], likeness_at: list[float]) -> None:
    """Give back cue words that only by chance are also in the name.

    "dầu" of "ở đâu" typed without marks is no oil, unless it continues the name: a soft word stays
    only in a run of words, neighbours in the name too, of which one is no cue; or when the run is
    the whole name.
    """
    position = -1
    for start in sorted(used):
        if start <= position:
            continue
        run = [start]
        while used.get(run[-1] + 1) == used[run[-1]] + 1:
            run.append(run[-1] + 1)
        position = run[-1]
        whole = len(run) == len(likeness_at) > 1
        if not whole and soft.issuperset(run):
            for place in run:
                likeness_at[used.pop(place)] = 0.0


def _match_slips(
    query: Query,
    name: Name,
    used: dict[int, int],
    likeness_at: list[float],
    table: WordTable,
) -> None:
    """Pair what is left on both sides by letters: the rest of a name under two slips."""
    left_words = [position for position in query.content if position not in used]
    if not left_words:
        return
    left_places = [place for place, likeness in enumerate(likeness_at) if likeness == 0.0]
    for position in left_words:
        typed = query.words[position].marks.folded
        best_place, best = -1, LEAST_ALIKE
        for place in left_places:
            if likeness_at[place]:
                continue
            alike = OSA.normalized_similarity(
                typed, table.words[name.words[place]], score_cutoff=best
            )
            if alike > best or (alike == best == LEAST_ALIKE and len(typed) > SHORT):
                best_place, best = place, alike
        if best_place >= 0:
            used[position] = best_place
            readings = query.words[position].readings
            known = bool(readings) and readings[0][1] == 1.0
            likeness_at[best_place] = best * (KNOWN_FACTOR if known else SLIP_FACTOR)
