"""Which place is asked about by who travels from one to another, or takes things there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.facts import PlaceLevel
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import PlaceSpan

_FROM = frozenset(("tu", "from"))
"""Folded words before the place that a journey begins at."""
_HOME = frozenset(("o", "tai", "in", "at"))
"""The same before the place where somebody lives, behind who that is: "mình ở Hà Nội"."""
_PERSONS = frozenset(
    ("em", "minh", "toi", "tui", "anh", "chi", "con", "chau", "nha", "me", "song", "dang")
) | frozenset(("live", "living", "am", "im", "i'm", "based", "staying"))
_MOVING = frozenset(
    ("len", "xuong", "vao", "vo", "ra", "di", "ve", "sang", "qua", "toi", "den", "ghe", "bay")
) | frozenset(("to", "going", "travel", "traveling", "visiting", "visit", "heading", "fly"))
"""Folded words of a journey between its two places."""
_BOTH = frozenset(
    ("va", "voi", "roi", "xong", "hoac", "hay", "cung", "lan", "sau", "cac", "tinh", "que", "duong")
) | frozenset(("and", "or", "then", "also", "between", "way", "both"))
"""Folded words beside which both places are asked about: "từ Thanh Hóa đến các tỉnh ..."."""
LONGEST_LEG = 5
"""Words that may stand between the two places of a journey."""


def of_one_end(draft: Draft, decision: Decision) -> Decision:
    """The decision with one of the two places between which somebody travels: "từ Hà Nội lên Hà
    Giang mua gì" asks about Hà Giang, "mua gì ở Hà Giang mang về Hà Nội" too."""
    if len(decision.places) != 2:
        return decision
    start, end = decision.places
    between = _folded(draft, range(start.end, end.start))
    for wider, other in ((start, end), (end, start)):
        if _holds(wider, other) and _BOTH.isdisjoint(between):
            return _only(other, decision)
    if draft.carries and (start.start in draft.stays) != (end.start in draft.stays):
        # "mình ở Hà Nội muốn mua đặc sản Cà Mau gửi về Huế" buys what Cà Mau has
        return _only(end if start.start in draft.stays else start, decision)
    before = _folded(draft, range(start.start))
    if not 0 < len(between) <= LONGEST_LEG or _MOVING.isdisjoint(between):
        return decision
    # "I live in Saigon and am going to Da Lat" joins no places
    joined = _BOTH.intersection(between[1:] if between[0] == "and" else between)
    if joined or draft.words[end.start].follows_break:
        return decision
    if not _begins_at(before):
        return decision
    # They are bought where the journey begins
    carried = any(place < start.start for place in draft.carries)
    return _only(start if carried else end, decision)


def _holds(region: PlaceSpan, place: PlaceSpan) -> bool:
    """Whether a region is told of around one of its places: "em ở miền Tây về Bến Tre mua gì"."""
    whole, part = region.places[0], place.places[0]
    return (
        whole.level is PlaceLevel.REGION
        and part.level is not PlaceLevel.REGION
        and set(part.provinces) <= set(whole.provinces)
    )


def _begins_at(before: Sequence[str]) -> bool:
    """Whether the words before a place say that a journey begins there."""
    if not before or _BOTH.intersection(before[-2:]):
        return False
    if before[-1] in _FROM:
        return True
    return before[-1] in _HOME and not _PERSONS.isdisjoint(before[-3:-1])


def _only(place: PlaceSpan, decision: Decision) -> Decision:
    return replace(decision, places=[place])


def _folded(draft: Draft, stretch: range) -> list[str]:
    return [draft.words[place].marks.folded for place in stretch]
