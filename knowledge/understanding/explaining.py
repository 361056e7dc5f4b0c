"""Telling how a reading came about, for :mod:`knowledge.understanding.explanation`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.search.finder import Found
from knowledge.text.tokens import tokenise
from knowledge.understanding.asked.ballots import ballot
from knowledge.understanding.asked.intents import weigh
from knowledge.understanding.comparison.comparing import Sides
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.explanation import CandidateSeen, SpanSeen, WordSeen
from knowledge.understanding.vocabulary.vocabularies import Vocabularies

VOTES_SHOWN = 3
"""Candidates whose votes an explanation shows."""
RIVALS_SHOWN = 3
"""Candidates shown for each side of a comparison."""


def read_as(draft: Draft) -> str | None:
    """The words that were read instead of those typed, or ``None`` when they are the same."""
    read = [token.text for token in draft.tokens]
    return None if read == [token.text for token in tokenise(draft.text)] else " ".join(read)


def words_seen(draft: Draft, vocabularies: Vocabularies) -> Iterator[WordSeen]:
    """The words with their readings."""
    table = vocabularies.table.words
    for place, word in enumerate(draft.words):
        readings = tuple((table[number], likeness) for number, likeness in word.readings)
        yield WordSeen(word.text, word.origin, readings, _part(draft, place))


def _part(draft: Draft, place: int) -> str:
    if place in draft.placed:
        return "placed"
    if place in draft.soft:
        return "soft"
    return "doubtful" if place in draft.doubtful else "content"


def spans_seen(draft: Draft, decision: Decision) -> Iterator[SpanSeen]:
    """All phrases that were found, and whether they counted."""

    def typed(start: int, end: int) -> str:
        return " ".join(word.text for word in draft.words[start:end])

    kept = draft.cues_outside(decision.consumed)
    for cue in draft.cues:
        words = typed(cue.start, cue.end)
        yield SpanSeen(words, "cue", cue.meaning.sense, cue.penalty, cue in kept)
    for aside in draft.asides:
        yield SpanSeen(
            typed(aside.start, aside.end), "aside", aside.meaning.sense, aside.penalty, True
        )
    for place in draft.places:
        meaning = ", ".join(found.key for found in place.places)
        words = typed(place.start, place.end)
        yield SpanSeen(words, "place", meaning, place.penalty, place in decision.places)
    for kind in draft.kinds:
        words = typed(kind.start, kind.end)
        yield SpanSeen(words, "kind", kind.meaning.key, kind.penalty, kind in decision.kinds)
    for foreign in draft.foreign:
        words = typed(foreign.start, foreign.end)
        yield SpanSeen(words, "foreign", foreign.meaning.topic, foreign.penalty, True)


def candidates_seen(
    sort: str, finds: Sequence[Found], codes: Sequence[str], vocabularies: Vocabularies
) -> Iterator[CandidateSeen]:
    """The names judged; ``sort`` is ``product`` or ``producer``."""
    table = vocabularies.table.words
    for found in finds:
        verdict = found.verdict
        yield CandidateSeen(
            sort,
            codes[found.owner],
            " ".join(table[number] for number in verdict.name.words),
            round(verdict.score, 3),
            round(verdict.explained, 3),
            round(verdict.covered, 3),
        )


def sides_seen(
    sides: Sides | None, codes: Sequence[str], vocabularies: Vocabularies
) -> Iterator[tuple[CandidateSeen, ...]]:
    """The best candidates of each of two products compared."""
    for finds in () if sides is None else (sides.left, sides.right):
        yield tuple(candidates_seen("product", finds[:RIVALS_SHOWN], codes, vocabularies))


def evidence(draft: Draft, decision: Decision) -> Iterator[tuple[str, float]]:
    """What the cues of the question weigh."""
    cues = draft.of_the_question(draft.cues_outside(decision.consumed), decision.consumed)
    yield from sorted(weigh(cues).items())


def votes_seen(
    draft: Draft, decision: Decision, vocabularies: Vocabularies
) -> Iterator[tuple[str, float]]:
    """What the words vote for, the intent with most votes first."""
    held = ballot(draft, decision, vocabularies)
    for intent, count in held.votes[:VOTES_SHOWN] if held else ():
        yield intent, round(count, 1)
