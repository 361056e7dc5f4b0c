"""Which kinds and places spotted in an utterance it can be about, where a name is not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.understanding.drafts.coverage import covered, is_longer, is_of_place
from knowledge.understanding.drafts.drafts import LONG_MESSAGE, Draft
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import CATEGORY, STARS
from knowledge.understanding.vocabulary.vocabularies import KindReading


def asking_clause(draft: Draft, content: Sequence[int]) -> tuple[Draft, Sequence[int]]:
    """What was spotted from the clause on that asks, and the content there: what a letter tells
    before it asks is no part of the question."""
    asking = _clause_with_place(draft)
    if not asking:
        return draft, content
    asked = dataclasses.replace(
        draft,
        places=_places_from(asking, draft),
        kinds=[span for span in draft.kinds if span.start >= asking],
    )
    return asked, [place for place in content if place >= asking]


def kinds_of(draft: Draft, *, asks_many: bool) -> list[PhraseSpan[KindReading]]:
    """The kinds that are no parts of places."""
    located = [span for span in draft.places if span.located]
    return [
        kind
        for kind in draft.kinds
        if not any(is_of_place(kind, span) for span in located)
        # "xã Cao Bồ" has no avocado in it
        and not any(_is_inside(kind, span) for span in draft.places)
        # "dac san con dao" asks about Côn Đảo
        and not (asks_many and any(_is_the_same(kind, span) for span in draft.places))
    ]


def places_of(
    draft: Draft, kinds: Sequence[PhraseSpan[KindReading]], *, asks_many: bool
) -> list[PlaceSpan]:
    """The places that a preposition introduces, or that are meant beside the kinds."""
    of_kinds = covered((), kinds)
    return [
        span
        for span in draft.places
        if span.located
        # "miến dong" typed without marks is no Miền Đông
        or (
            (of_kinds.isdisjoint(range(span.start, span.end)) or is_longer(span, kinds))
            and (asks_many or not span.is_short or _is_where_it_is_from(span, draft))
        )
    ]


def _clause_with_place(draft: Draft) -> int:
    """The first word of the last clause of a long message, if that asks for a list or a number of a
    place; 0 where it does not."""
    clause = draft.clause_of_many() if len(draft.words) >= LONG_MESSAGE else 0
    return clause if any(not span.penalty for span in _places_from(clause, draft)) else 0


def _places_from(start: int, draft: Draft) -> list[PlaceSpan]:
    """The places from a word on, with those that were named before and are named there again."""
    typed = [word.marks.folded for word in draft.words]
    found: list[PlaceSpan] = []
    for span in draft.places:
        length = span.end - span.start
        again = next(
            (
                place
                for place in range(max(start, span.start), len(typed) - length + 1)
                if typed[place : place + length] == typed[span.start : span.end]
            ),
            None,
        )
        if again is not None:
            found.append(replace(span, start=again, end=again + length))
    return found


def _is_inside(kind: PhraseSpan[KindReading], place: PlaceSpan) -> bool:
    """Whether a kind of one word is a part of a longer name of a place typed rightly."""
    longer = place.end - place.start > 1 == kind.length and not place.penalty
    return longer and place.start <= kind.start and kind.end <= place.end


def _is_where_it_is_from(place: PlaceSpan, draft: Draft) -> bool:
    """Whether an abbreviation stands right behind a kind or stars, and nothing else of a name
    behind it: "nước mắm PQ" is from Phú Quốc, but "trà TN Organic" is a brand's; or it is what has
    something: "hn có hàng ocop không"."""
    behind = range(place.end, len(draft.words))
    if len(draft.words) == 1 and draft.words[0].origin == "typed":
        return True  # "đn", after what was asked of the whole country
    if place.start == 0 and place.end in behind and draft.words[place.end].marks.folded == "co":
        return True
    ends = place.end not in behind or draft.words[place.end].follows_break
    goods = {kind.end for kind in draft.kinds if not kind.penalty}
    goods.update(
        cue.end
        for cue in draft.resolved
        if cue.meaning.sense == STARS or cue.meaning.sense.startswith(CATEGORY)
    )
    return (ends or place.end in draft.soft) and place.start in goods


def _is_the_same(kind: PhraseSpan[KindReading], place: PlaceSpan) -> bool:
    return (kind.start, kind.end) == (place.start, place.end) and not place.penalty
