"""What is to be taken off a list by what stands around it: "bỏ trà ra", "loại nước mắm đi"."""

from __future__ import annotations

from knowledge.understanding.drafts.drafts import Draft

_TAKING = frozenset({"bo", "loai", "gat", "dep"})
"""Folded words that take something off, if one of the next stands behind it."""
_OFF = frozenset({"ra", "di"})
_CLOSING = frozenset({"nhe", "nha", "a", "giup", "gium", "luon", "minh", "toi", "em", "cho", "het"})
"""Folded words that may follow."""
_SMALL = frozenset({"cai", "may", "mon", "loai", "thang", "hang", "nhung", "cac"})
"""Those that may stand before what is taken off."""


def taken_off(draft: Draft) -> tuple[tuple[str, ...], range] | None:
    """The kinds that a whole message takes off, and its words."""
    folded = [word.marks.folded for word in draft.words]
    end = len(folded)
    while end and folded[end - 1] in _CLOSING:
        end -= 1
    if end < 3 or folded[end - 1] not in _OFF:
        return None
    start = next((place for place in (0, 1) if folded[place] in _TAKING), end)
    first = start + 1
    while first < end and folded[first] in _SMALL:
        first += 1
    spans = [span for span in draft.kinds if (span.start, span.end) == (first, end - 1)]
    if not spans:
        return None
    return tuple(dict.fromkeys(span.meaning.key for span in spans)), range(len(folded))
