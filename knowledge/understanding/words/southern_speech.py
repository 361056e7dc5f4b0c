"""Words of the South that are goods as well when they are typed without marks.

"Hong" is how "không" is said, and a persimmon (hồng); "nhut" is nhất, and pickled jackfruit (nhút).
Where they stand tells which.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.tokens import Token

_ASKING = frozenset(
    (
        *("co", "duoc", "dc", "đc", "con", "phai", "biet", "ship", "giao", "thiet", "that", "chua"),
        *("ngon", "re", "mac", "dat", "xa", "gan", "dung", "toi", "hieu", "nho", "bang", "lay"),
    )
)
"""Folded words behind which "hong" ends a question: "có ... không", "được không"."""
_BUYING = frozenset(("mua", "trai", "qua", "an", "kilo", "ki", "kg", "ky", "loai", "giong", "cay"))
"""Folded words right before the fruit."""
_ADDRESSING = frozenset(
    (
        *("em", "anh", "chi", "shop", "ad", "ban", "co", "chu", "di", "bac", "cau", "ong", "ba"),
        *("a", "ha", "vay", "z", "ta", "nha", "nhe", "ne", "nao", "troi", "minh", "may", "bot"),
        *("b", "c", "e", "ah", "hen", "ma", "zay", "da", "the"),
    )
)
"""Folded words that may still follow at the end of a question."""
_PRAISING = frozenset(
    (
        *("ngon", "tot", "re", "nhieu", "it", "cao", "thap", "gan", "xa", "dep", "lon", "nho"),
        *("mac", "dat", "xin", "moi", "cu", "hay", "tieng", "hot", "chay", "truoc", "sau", "uy"),
        *("tin", "bo", "giau", "on", "chat", "luong", "thom", "ngot", "duoc"),
    )
)
"""Folded words behind which "nhut" makes the most of something."""


def spoken(tokens: Sequence[Token]) -> dict[int, str]:
    """Places of the words that are said so in the South, with what they are written."""
    found: dict[int, str] = {}
    for place, token in enumerate(tokens):
        if token.text == "hong" and _ends_a_question(tokens, place):
            found[place] = "không"
        elif token.text == "nhut" and place and tokens[place - 1].marks.folded in _PRAISING:
            found[place] = "nhất"
    return found


def _ends_a_question(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing but words of address follows, and before it something is asked."""
    for token in tokens[place + 1 :]:
        if token.follows_break:
            break
        if token.marks.folded not in _ADDRESSING:
            return False
    start = place
    while start and not tokens[start].follows_break:
        start -= 1
    before = [token.marks.folded for token in tokens[start:place]]
    if not before or before[-1] in _BUYING:
        return False
    # "co hong" by itself may ask for the fruit
    asks = not _ASKING.isdisjoint(before)
    return asks and (len(before) > 1 or start > 0 or before[-1] != "co")
