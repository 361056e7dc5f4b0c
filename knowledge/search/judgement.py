"""The judge: how well one name explains what was typed.

Works on the short list that :class:`~knowledge.search.names.NameIndex` hands over. Here marks,
order, neighbourhood and slips inside words count, and words that were typed but are in no name
count against every candidate: a name is right only if it explains what the person wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from knowledge.search.names import Name, NameIndex
from knowledge.search.query import LEAST_ALIKE, Query, QueryWord
from knowledge.search.words import WordTable
from knowledge.text.syllables import is_syllable

__all__ = ["Query", "QueryWord", "Verdict", "judge"]

SLIP_FACTOR = 0.92
"""A likeness found letter by letter counts a little less than one found in the table."""
WORTH_SLIPS = 0.25
"""Share of a name that must be typed rightly before slips are looked for in the rest."""
WORTH_A_SLIP = 0.3
"""Share of the weight of a word of a name that a typed word must weigh to be its slip: "muốn" is
talk before it is the "miến" of HTX Miến Việt Cường."""
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
CONTINUES = 0.3
"""What it counts for a typed word, in likeness, to stand behind the word of the name before."""
GOES_ON = 0.2
"""The same to stand before the next word of the name."""


class Verdict(Struct, frozen=True, gc=False):
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
    words: tuple[QueryWord, ...]
    """The words of the query that it took."""
    positions: frozenset[int]
    """The words of the utterance that those came from."""
    name: Name


def judge(
    query: Query,
    name: Name,
    index: NameIndex,
    table: WordTable,
    context: Sequence[int] = (),
) -> Verdict:
    """Compare a query with one name. ``context`` holds the words of the producer and place."""
    weights = index.weights
    used, likeness_at = _pair(query, name, index)
    if not query.soft.isdisjoint(used):
        _drop_strays(query.soft, used, likeness_at)
    if len(used) < len(likeness_at):
        numbers = name.words
        gained = sum([weights[numbers[place]] * likeness_at[place] for place in used.values()])
        if gained > name.weight * WORTH_SLIPS:
            _match_slips(query, name, used, likeness_at, table=table, weights=weights)
    share, covered, told, adjacent = _explained(
        query, name, used, likeness_at, weights=weights, context=context
    )
    contiguity = adjacent / (len(name.words) - 1) if len(name.words) > 1 else float(bool(used))
    score = share**1.5 * (0.72 + 0.28 * covered) + CONTIGUITY_BONUS * (contiguity - 1)
    words = query.words
    taken = tuple([words[position] for position in used])
    positions = frozenset([source for word in taken for source in word.sources])
    return Verdict(score, share, covered, name.weight * covered, told, taken, positions, name)


def _pair(query: Query, name: Name, index: NameIndex) -> tuple[dict[int, int], list[float]]:
    """Give each word of the name the typed word that is most like it.

    Returns typed positions with their place in the name, and the likeness at each place.
    """
    typed, fits = query.where, query.fits[name.is_marked]
    used: dict[int, int] = {}
    likeness_at = [0.0] * len(name.words)
    before = -2
    for place, number in enumerate(name.words):
        if number not in typed:
            continue
        form = name.forms[place]
        fitting = fits.get(form)
        if fitting is None:
            fitting = query.fitting(form, number, index.forms[form], name.is_marked)
        best, best_rank, best_likeness = -1, -1.0, 0.0
        several = len(fitting) > 1
        for position, alike in fitting:
            if position in used:
                continue
            # Of two places in the sentence the one that continues the name is meant, then the one
            # that it goes on behind: "quán phở ... loại phở khô Hoàng Quyên"
            rank = alike + CONTINUES if position == before + 1 else alike
            if several and _goes_on(query, name, place, position):
                rank += GOES_ON
            if rank > best_rank:
                best, best_rank, best_likeness = position, rank, alike
        if best >= 0:
            used[best] = place
            likeness_at[place] = best_likeness
            before = best
    return used, likeness_at


def _goes_on(query: Query, name: Name, place: int, position: int) -> bool:
    """Whether the next word of a name was typed right behind a position."""
    if place + 1 == len(name.words):
        return False
    return any(at == position + 1 for at, _ in query.where.get(name.words[place + 1], ()))


def _explained(
    query: Query,
    name: Name,
    used: Mapping[int, int],
    likeness_at: Sequence[float],
    *,
    weights: Mapping[int, float],
    context: Sequence[int],
) -> tuple[float, float, float, int]:
    """How much of what was typed a name explains, and how much of the name that is.

    ``used`` holds typed positions with their place in the name. Returns both shares by weight, the
    weight told (:attr:`Verdict.told`) and how many neighbours in the sentence are neighbours in the
    name.
    """
    words, numbers = query.words, name.words
    asked = explained = told = gained = 0.0
    adjacent = 0
    chunks = set()
    for position, place in used.items():
        word = words[position]
        if not word.soft:
            chunks.add(word.chunk)
        own = word.weight
        in_name = weights[numbers[place]]
        likeness = likeness_at[place]
        weight = own if own > in_name else in_name
        asked += weight
        explained += weight * likeness
        gained += in_name * likeness
        tells = own if own < in_name else in_name
        follows = used.get(position + 1) == place + 1
        if follows:
            adjacent += 1
        if follows or used.get(position - 1) == place - 1:
            # Words that stand together as in the name are not there by chance, whatever they are
            of_a_run = in_name * IN_A_RUN
            tells = of_a_run if of_a_run > tells else tells
        told += tells * likeness
    remote = 0.0
    for position, word, surely in query.asked:
        if position in used:
            continue
        own = word.weight
        if word.chunk not in chunks:
            remote += own * REMOTE
            continue
        asked += own
        for number in surely:
            if number in context:
                explained += own * CONTEXT
                break
    covered = gained / name.weight if name.weight else 0.0
    asked += min(remote, gained * MOST_REMOTE) if covered >= WHOLE else remote
    return (explained / asked if asked else 0.0), covered, told, adjacent


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
        # "thịt trâu Thiết Hà" leaves out words of the name before its brand
        behind = len(run) > 1 and used.get(start - 1, len(likeness_at)) < used[start]
        if not whole and not (behind and start - 1 not in soft) and soft.issuperset(run):
            for place in run:
                likeness_at[used.pop(place)] = 0.0


def _match_slips(
    query: Query,
    name: Name,
    used: dict[int, int],
    likeness_at: list[float],
    *,
    table: WordTable,
    weights: Mapping[int, float],
) -> None:
    """Pair what is left on both sides by letters: the rest of a name under two slips."""
    slips = query.slips(name, table)
    near: dict[int, list[tuple[int, float]]] = {}
    for place, number in enumerate(name.words):
        if likeness_at[place] == 0.0 and number in slips:
            least = weights[number] * WORTH_A_SLIP
            for position, alike in slips[number]:
                word = query.words[position]
                if position in used or word.weight < least:
                    continue
                if not query.reworded.isdisjoint(word.sources) and (
                    is_syllable(table.words[number]) and not is_syllable(word.text)
                ):
                    continue  # the "mango" put in for a xoài is no slip of the mãng in Mãng cầu
                near.setdefault(position, []).append((place, alike))
    for position in sorted(near):
        best_place, best = -1, LEAST_ALIKE
        for place, alike in near[position]:
            if not likeness_at[place] and (alike > best or alike == best == LEAST_ALIKE):
                best_place, best = place, alike
        if best_place >= 0:
            used[position] = best_place
            factor = KNOWN_FACTOR if query.is_known(position) else SLIP_FACTOR
            likeness_at[best_place] = best * factor
