"""Where a question about two things may be taken apart: at "với", "hay", a comma, "vs"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import AND, AVOID, COMPARE, EXCEPT, EXCEPT_GOODS, OR
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Word

SEPARATORS = frozenset({AND, OR, COMPARE})
_WHICH = frozenset(("nao", "mo", "which"))
"""Folded words with which it is asked which of two is better: behind both, or before them."""
_NOT_WANTED = frozenset({EXCEPT, EXCEPT_GOODS, AVOID})
ASKED_OF_EACH = frozenset({"where_to_buy", "contact"})
"""What cannot be told of two things in one line."""


def borders_in(
    draft: Draft, cues: Sequence[PhraseSpan[Cue]], *, comparing: bool
) -> list[tuple[tuple[int, int], str]]:
    """Stretches that may divide two things, in order, each with its sense."""
    content = sorted(set(range(len(draft.words))) - draft.soft)
    if not content:
        return []
    borders = {
        (span.start, span.end): span.meaning.sense
        for span in cues
        if span.meaning.sense in SEPARATORS and content[0] < span.start and span.end <= content[-1]
    }
    if borders:
        borders = _parting(borders, draft)
    if comparing:
        # "mua mực khô, cái nào ngon", "loại nào ngon, có sao càng tốt": the rest names nothing
        which = [span for span in cues if compares(span) and asks_which(span, draft)]
        asked = {place for span in which for place in (span.start, span.end)}
        commas = [
            place
            for place, word in enumerate(draft.words)
            if word.follows_break and place and place not in asked
        ]
        # "Compare A to B": elsewhere "to" divides nothing
        english = any(compares(span) and span.meaning.language == "en" for span in cues)
        to = [place for place in range(content[0], content[-1]) if draft.words[place].text == "to"]
        borders |= {(place, place + 1): "to" for place in to if english}
        return sorted({**{(place, place): "," for place in commas}, **borders}.items())
    joining = [stretch for stretch, sense in borders.items() if sense == AND]
    # "A và B mua ở đâu": two answers, each at its place; of three things none is half a pair
    asks_each = any(span.meaning.sense in ASKED_OF_EACH for span in cues)
    if asks_each or len(joining) > 1:
        for stretch in joining:
            del borders[stretch]
    return sorted(borders.items())


def _parting(borders: dict[tuple[int, int], str], draft: Draft) -> dict[tuple[int, int], str]:
    """Those of the borders that part two things: not "cái nào hơn", and none behind what is to be
    left out: "mua gì ngoài dâu tây với mứt" wants neither."""
    denying = [span.start for span in draft.resolved if span.meaning.sense in _NOT_WANTED]
    left_out = min(denying, default=len(draft.words))
    return {
        (start, end): sense
        for (start, end), sense in borders.items()
        if start < left_out and not (sense == COMPARE and _has_which(draft.words[start:end]))
    }


def compares(cue: PhraseSpan[Cue]) -> bool:
    """Whether a cue asks to compare: "so sánh", "vs"."""
    return cue.meaning.sense == "compare"


def asks_which(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether a word for comparing asks which of them: "cái nào hơn" parts no two things."""
    return _has_which(draft.words[cue.start : cue.end])


def _has_which(words: Sequence[Word]) -> bool:
    return any(word.marks.folded in _WHICH for word in words)
