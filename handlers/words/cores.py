"""The core of a short message: what it says without the small words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet


def small_words(words: str) -> frozenset[str]:
    """Folded words, written with spaces between."""
    return frozenset(words.split())


ASKING = small_words(
    "ok oke okay cho xem coi minh toi em anh chi tui the ban con muon hay vay thoi roi gio "
    "xin nay giup gium please pls show me us open see view give let lets s can you we i want "
    "would like take to a now"
)
"""Folded words that a wish begins with."""
ENDING = small_words(
    "di nhe nha a ah ha voi thoi nhi do kia ay day nay giup gium minh em ban duoc khong xem "
    "coi thi sao the nao lai cho cai roi nua please pls now again"
)
"""Folded words that a wish ends with."""


def core(
    pattern: re.Pattern[str],
    words: str,
    leads: AbstractSet[str] = ASKING,
    tails: AbstractSet[str] = ENDING,
) -> re.Match[str] | None:
    """What a pattern finds in folded words with single spaces between, once words of ``leads`` are
    taken off before it and words of ``tails`` behind it: as few as will do. The message should be
    short, since each way to take them off is tried."""
    told = words.split()
    first = next((at for at, word in enumerate(told) if word not in leads), len(told))
    last = next((at for at in range(len(told), 0, -1) if told[at - 1] not in tails), 0)
    for start in range(first + 1):
        for end in range(len(told), max(last, start + 1) - 1, -1):
            found = pattern.fullmatch(" ".join(told[start:end]))
            if found is not None:
                return found
    return None
