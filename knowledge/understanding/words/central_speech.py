"""Words that look like others, as they are said in Nghệ An, Hà Tĩnh and southwards to Phú Yên.

"Nỏ" is không, "nầu" nào, "cấy" cái, "rầu" rồi, and "chi" gì where it is asked what there is; "mi"
is you and "tau" I, where a noodle and a ship are meant elsewhere. Where they stand tells which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.text.tokens import Token

_Reading = Callable[[Sequence[Token], int], str | None]

_KINDS_OF_CHI = frozenset(
    ("linh", "dia", "que", "tieu", "dong", "chung", "cong", "hoa", "gia", "bo")
)
"""Folded words that "chi" makes one with: linh chi, địa chỉ, quế chi."""
_OF_WHAT = frozenset(("ngon", "mô", "hè", "hầy", "hỉ", "đặc"))
"""Words behind "chi" where it asks what there is: "bánh chi ngon", "ăn bánh chi mô"."""
_PLACING = frozenset(("ở", "tại", "o", "tai"))
_TO_ONE = frozenset(
    ("hoi", "on", "nho", "cua", "chao", "bao", "giup", "thuong", "biet", "voi", "oi")
)
"""Folded words behind which somebody is spoken to: "hỏi mi", "cảm ơn o"."""
_DONE_BY_ONE = frozenset(
    (
        *(
            "nói",
            "ăn",
            "ơi",
            "biết",
            "là",
            "hỏi",
            "tên",
            "làm",
            "giúp",
            "cho",
            "kể",
            "khôn",
            "răng",
        ),
        *("mấy", "nghe", "coi", "bày", "tìm", "có", "ngu", "hiểu", "chỉ"),
    )
)
"""Words behind "mi" or "o" that begin what is said to somebody; with marks, for "mi an" may be
noodles."""
_OF_MINE = frozenset(
    ("muốn", "muon", "hỏi", "cần", "tìm", "mua", "nhờ", "thích", "ưng", "định", "nghe")
)
"""Words behind "mệ" where it is the one who asks."""
_SAD = frozenset(("buon", "au", "sau"))
_THOSE = frozenset(("ni", "nớ", "tê", "nầu", "mô", "nào", "này", "chi", "đó"))
"""Words behind "cấy" that make it a thing, and no planting."""


def _not(_tokens: Sequence[Token], _place: int) -> str:
    return "không"


def _which(_tokens: Sequence[Token], _place: int) -> str:
    return "nào"


def _what(tokens: Sequence[Token], place: int) -> str | None:
    """Gì, behind goods: "cà phê chi ở Bình Định", but not "nấm linh chi ở Quảng Nam"."""
    if not place or place + 1 == len(tokens) or tokens[place].follows_break:
        return None
    if tokens[place + 1].follows_break or tokens[place - 1].marks.folded in _KINDS_OF_CHI:
        return None
    after = tokens[place + 1].text
    return "gì" if after in _OF_WHAT or (after in _PLACING and place + 2 < len(tokens)) else None


def _you(tokens: Sequence[Token], place: int) -> str | None:
    """Bạn: "mi nói bậy", "tau hỏi mi"."""
    if place + 1 == len(tokens):
        return "bạn" if place and tokens[place - 1].marks.folded in _TO_ONE else None
    return "bạn" if not place and tokens[1].text in _DONE_BY_ONE else None


def _aunt(tokens: Sequence[Token], place: int) -> str | None:
    """Cô, as one is spoken to: "cảm ơn o nghe", "o nói chuyện vui hè"."""
    if place:
        thanked = tokens[place - 1].marks.folded in {"on", "chao"}
        ends = place + 1 == len(tokens) or tokens[place + 1].marks.folded in {"nghe", "hi", "nha"}
        return "cô" if thanked and ends else None
    begins = len(tokens) > 1 and tokens[1].marks.is_marked and tokens[1].text in _DONE_BY_ONE
    return "cô" if begins and tokens[1].text != "có" else None


def _me(tokens: Sequence[Token], place: int) -> str | None:
    """Tôi, where marks are written: without them "tau" may be a ship."""
    marked = any(token.marks.is_marked for token in tokens)
    return "tôi" if marked and (not place or tokens[place - 1].marks.folded != "ban") else None


def _thing(tokens: Sequence[Token], place: int) -> str | None:
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return "cái" if after in _THOSE or not place else None


def _already(tokens: Sequence[Token], place: int) -> str | None:
    return "rồi" if place and tokens[place - 1].marks.folded not in _SAD else None


def _grandmother(tokens: Sequence[Token], place: int) -> str | None:
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return "tôi" if not place and after in _OF_MINE else None


def _they(tokens: Sequence[Token], place: int) -> str | None:
    """Họ, where somebody has something or does it: no "xứ Nẫu"."""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return "họ" if after in {"có", "nói", "bán", "làm", "mần"} else None


def _boy(tokens: Sequence[Token], place: int) -> str | None:
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return "thằng" if after in {"cu", "con", "cháu", "nhỏ", "nớ", "ni"} else None


SAID: dict[str, _Reading] = {
    "nỏ": _not,
    "nầu": _which,
    "chi": _what,
    "mi": _you,
    "o": _aunt,
    "tau": _me,
    "cấy": _thing,
    "rầu": _already,
    "mệ": _grandmother,
    "nẫu": _they,
    "thèn": _boy,
}
"""For each such word, what it stands for at a place; ``None`` where it means what it looks like."""
