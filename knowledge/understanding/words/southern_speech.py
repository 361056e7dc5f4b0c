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
_DENIED = frozenset(("biet", "thay", "duoc", "dc", "phai", "muon", "xai", "ranh", "chiu", "rua"))
"""Folded words that "hong" before them denies: "hong biet", "hong thấy"."""
_LACKED = frozenset(
    (
        *("co", "con", "ngon", "an", "mua", "ban", "ghi", "de", "cho", "kiem", "hieu", "ra", "tin"),
        *("doc", "thich", "nghe", "giao", "ship", "gui"),
    )
)
"""The same where somebody stands before it of whom it is told: "sao hong co", "tui hong mua"."""
_TOLD_OF = frozenset(
    (
        *("sao", "ma", "tui", "toi", "minh", "em", "anh", "chi", "bot", "ban", "ho", "cung", "thi"),
        *("nha", "shop", "day", "do", "app", "nay", "no", "con", "ong", "ba", "may", "qua", "bi"),
    )
)
_TRIED = frozenset(
    (
        *("doc", "tim", "bam", "go", "xem", "coi", "mo", "tai", "nghe", "kiem", "goi", "nhin"),
        *("nghi", "lam", "doan", "nho", "dich", "gui", "vao", "vo"),
    )
)
_FAILED = frozenset(("ra", "vo", "vao", "duoc", "noi", "toi", "len", "di"))
"""What "hong" between them denies that was tried: "đọc hong ra", "bấm hong được"."""
_ANSWERED = frozenset(("bat", "tra", "nghe", "biet", "noi", "thay", "hieu", "lo", "giup", "chi"))
"""Folded words behind "hong ai" that nobody does: "hong ai bắt máy"."""
_LACKING = frozenset(("so", "sdt", "sđt", "dia", "dien", "gia", "gi", "hinh", "ten", "thong", "ai"))
"""Folded words behind "hong co" that are no goods: "hong co số điện thoại"."""
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
        if token.text == "hong" and (_denies(tokens, place) or _ends_a_question(tokens, place)):
            found[place] = "không"
        elif token.text == "nhut" and place and tokens[place - 1].marks.folded in _PRAISING:
            found[place] = "nhất"
    return found


def _denies(tokens: Sequence[Token], place: int) -> bool:
    """Whether what follows is denied: "sao hong co so dien thoai" asks for no persimmons."""
    behind = [token.marks.folded for token in tokens[place + 1 : place + 3]]
    if not behind or tokens[place + 1].follows_break:
        return False
    before = tokens[place - 1].marks.folded if place else ""
    if before in _BUYING:
        return False
    if behind[0] in _DENIED or (behind[0] in _LACKED and before in _TOLD_OF):
        return True
    if before in _TRIED and behind[0] in _FAILED:
        return True
    pair = (behind[0], behind[1] if len(behind) > 1 else "")
    if pair[0] == "ai":
        return pair[1] in _ANSWERED
    return pair[0] == "co" and pair[1] in _LACKING


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
