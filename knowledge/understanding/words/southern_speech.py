"""Words as they are said in the South and the Centre, or typed in chats, that are goods or places
as well.

"Hong" is how "không" is said, and a persimmon (hồng); "nhut" is nhất, and pickled jackfruit (nhút);
"lak" is how "là" is typed, and the lake Lắk; "mô" is nào behind what is counted, else đâu, and
"chi" is gì before "nữa", where "tiêu chi" is no criterion. Where they stand tells which.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.tokens import Token
from knowledge.understanding.words.central_speech import SAID

_NO = frozenset(("hong", "kong", "kum", "kông", "kg"))
_IS = frozenset(("lak", "lè"))
"""Không and là, as they are said and typed."""
_MEASURED = frozenset(
    (
        *("nhieu", "nhiu", "moi", "mot", "nua", "theo", "tinh", "gia", "hai", "ba", "bon", "nam"),
        *("sau", "bay", "tam", "chin", "muoi", "chuc", "vai", "ban", "mua", "loai", "bn", "may"),
    )
)
"""Folded words behind which "kg" is a measure."""
_BEFORE_LAK = frozenset(("dak", "dac", "huyen", "ho", "son", "o", "tai", "ve", "den", "di"))
"""Folded words behind which Lắk is a place."""
_TOLD = frozenset(
    (
        *("gi", "j", "ji", "zi", "z", "ai", "may", "mi", "bn", "bao", "bnhiu", "nhieu", "nhiu"),
        *("cty", "cong", "cua", "c", "loai", "loaj", "sp", "san", "nha", "cho", "dau", "the", "tn"),
        *("mon", "do", "hang", "co", "chu", "htx", "hop", "dac", "cai", "con", "sao", "ocop"),
    )
)
"""Folded words before which something is told: "là gì", "là của nhà nào"."""
_WHICH = frozenset(("mô", "mo"))
"""Nào, as it is said in the Centre."""
_SO = frozenset(("rứa", "rua"))
"""Vậy, as it is said in the Centre."""
_COUNTED = frozenset(("sao", "cái", "loại", "tiền", "sản", "sp", "công", "cty", "chỗ", "nơi"))
"""Words that follow mấy."""
_ASKING = frozenset(
    (
        *("co", "duoc", "dc", "đc", "con", "phai", "biet", "ship", "giao", "thiet", "that", "chua"),
        *("ngon", "re", "mac", "dat", "xa", "gan", "dung", "toi", "hieu", "nho", "bang", "lay"),
    )
)
"""Folded words behind which "hong" ends a question: "có ... không", "được không"."""
_ASKED_OF = frozenset(
    (
        *("sao", "ocop", "nay", "do", "nua", "roi", "nam"),
        *("cay", "ngot", "man", "chua", "beo", "dai", "gion", "dang", "nhe", "ben"),
    )
)
"""The same right before it: "5 sao hong", "cái này hong", "cay hong"."""
_DENIED = frozenset(("biet", "thay", "duoc", "dc", "phai", "muon", "xai", "ranh", "chiu", "rua"))
"""Folded words that "hong" before them denies: "hong biet", "hong thấy"."""
_LACKED = frozenset(
    (
        *("co", "con", "ngon", "an", "mua", "ban", "ghi", "de", "cho", "kiem", "hieu", "ra", "tin"),
        *("doc", "thich", "nghe", "giao", "ship", "gui"),
    )
)
"""The same where somebody stands before it of whom it is told: "sao hong co", "tui hong mua"."""
_REFUSED = frozenset(("lay", "thich", "thik", "them", "can", "doi", "dinh", "mun", "ung"))
"""The same where it begins a message: "hong lấy bánh nữa"."""
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
_LACKING = frozenset(
    ("so", "sdt", "sđt", "dia", "dien", "gia", "gi", "j", "hinh", "ten", "thong", "ai")
)
"""Folded words behind "hong co" that are no goods: "hong co số điện thoại"."""
_BUYING = frozenset(
    ("hong", "mua", "trai", "qua", "an", "kilo", "ki", "kg", "ky", "loai", "giong", "mut")
)
"""Folded words right before the fruit, or before the Kong of Hong Kong."""
_ADDRESSING = frozenset(
    (
        *("em", "anh", "chi", "shop", "ad", "ban", "co", "chu", "di", "bac", "cau", "ong", "ba"),
        *("a", "ha", "vay", "z", "ta", "nha", "nhe", "ne", "nao", "troi", "minh", "may", "bot"),
        *("b", "c", "e", "ah", "ak", "hen", "ma", "zay", "da", "the", "nhi", "nghe", "tr", "luon"),
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


_BEFORE_WHICH = frozenset(
    (
        *("cai", "cay", "loai", "nha", "mon", "thu", "pham", "sp", "chai", "hop", "goi", "hieu"),
        *("ba", "ong", "me", "chi", "anh", "co", "tra", "phe", "mam", "ruou", "gao"),
    )
)
"""Folded words behind which "mô" asks which: "cái mô", "mệ mô làm"."""
_NO_WHICH = frozenset(("hình", "tả", "cau", "nang", "hinh", "ta", "phỏng", "phong"))
"""Words before which it is a part of another word: "mô hình", "mo cau"."""
_PRAISED = frozenset(("ngon", "thật", "rẻ", "tốt", "nhiều", "mắc", "gần", "uy", "nổi", "xịn"))
"""Words behind "mô" where it asks which is."""
_AT_THE_END = frozenset(("hí", "hỉ", "hỷ", "hè", "hầy"))
"""What closes a question in the Centre; "hí" greets where it stands alone."""

_SAID_OTHERWISE = frozenset(("hong", "dậy", "mí", "nhut", "chi", "hí")).union(
    _NO, _IS, SAID, _WHICH, _AT_THE_END, _SO
)
"""All words that may stand for another."""


def spoken(tokens: Sequence[Token]) -> dict[int, str]:
    """Places of the words that are said so in the South, with what they are written."""
    return {
        place: written
        for place, token in enumerate(tokens)
        # Most words are said everywhere as they are written
        if token.text in _SAID_OTHERWISE and (written := _written(tokens, place)) is not None
    }


def _written(tokens: Sequence[Token], place: int) -> str | None:
    """What a word that may be said so in the South is written, if it is."""
    text = tokens[place].text
    denied = text == "hong" and _denies(tokens, place)
    if denied or (text in _NO and _ends_a_question(tokens, place)):
        return "không"
    if text in _IS and _tells(tokens, place):
        return "là"
    if text == "dậy" and _ends(tokens, place):
        return "vậy"
    if text == "mí" and place + 1 < len(tokens) and tokens[place + 1].text in _COUNTED:
        return "mấy"
    if text == "nhut" and place and tokens[place - 1].marks.folded in _PRAISING:
        return "nhất"
    if text in SAID and (said := SAID[text](tokens, place)) is not None:
        return said
    if text in _WHICH and _asks_which(tokens, place):
        return "nào"
    if text == "chi" and place and _goes_on(tokens, place):
        return "gì"
    if text in _AT_THE_END and place and _closes(tokens, place):
        return "nhé"
    if text in _SO and _begins(tokens, place):
        return "vậy"
    return "chào" if text == "hí" and not place else None


def _asks_which(tokens: Sequence[Token], place: int) -> bool:
    """Whether one of several is asked for: "cái mô 4 sao", but not "mua mô" and "mô hình"."""
    if not place or tokens[place].follows_break:
        return False
    before = tokens[place - 1].marks.folded
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if tokens[place].text == "mô" and after in _PRAISED:
        return True  # "cu đơ mô ngon", as "cái mô ngon"
    if tokens[place].text == "mo" and before not in {"cai", "loai"}:
        return False
    return before in _BEFORE_WHICH and after not in _NO_WHICH


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is asked what else there is: "còn cà phê chi nữa"."""
    after = tokens[place + 1].marks.folded if place + 1 < len(tokens) else ""
    return after == "nua"


def _begins(tokens: Sequence[Token], place: int) -> bool:
    """Whether it begins a follow-up: "rứa còn Quảng Bình"."""
    if place or len(tokens) == 1 or tokens[1].follows_break:
        return False
    return tokens[0].text == "rứa" or tokens[1].marks.folded in {"con", "thi"}


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is the last word of a sentence, and no season: "mùa hè"."""
    return _ends(tokens, place) and tokens[place - 1].marks.folded not in {"mua", "ngay", "dip"}


def _denies(tokens: Sequence[Token], place: int) -> bool:
    """Whether what follows is denied: "sao hong co so dien thoai" asks for no persimmons."""
    behind = [token.marks.folded for token in tokens[place + 1 : place + 3]]
    if not behind:
        return False
    if tokens[place + 1].follows_break:
        return not place and _is_written_beside_marks(tokens)
    before = tokens[place - 1].marks.folded if place else ""
    if before in _BUYING:
        return False
    if behind[0] in _DENIED or (behind[0] in _LACKED and before in _TOLD_OF):
        return True
    if not place and behind[0] in _REFUSED:
        return True
    if before in _TRIED and behind[0] in _FAILED:
        return True
    pair = (behind[0], behind[1] if len(behind) > 1 else "")
    if pair[0] == "ai":
        return pair[1] in _ANSWERED
    return pair[0] == "co" and pair[1] in _LACKING


def _is_written_beside_marks(tokens: Sequence[Token]) -> bool:
    """Whether others are written with marks, as the fruit would be too: "hong, trà đi"."""
    return any(token.marks.is_marked for token in tokens)


def _tells(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands there tells what something is: "lak gì", but not "hồ Lak có gì"."""
    if not place or place + 1 == len(tokens) or tokens[place + 1].follows_break:
        return False
    before, after = tokens[place - 1].marks.folded, tokens[place + 1].marks.folded
    return before not in _BEFORE_LAK and after in _TOLD


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing but words of address follows in the sentence."""
    for token in tokens[place + 1 :]:
        if token.follows_break:
            break
        if token.marks.folded not in _ADDRESSING:
            return False
    return True


def _ends_a_question(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing but words of address follows, and before it something is asked."""
    if not _ends(tokens, place):
        return False
    start = place
    while start and not tokens[start].follows_break:
        start -= 1
    before = [token.marks.folded for token in tokens[start:place]]
    if not before or before[-1] in _BUYING:
        return False
    if tokens[place].text == "kg" and (before[-1] in _MEASURED or before[-1][-1].isdigit()):
        return False
    # "co hong" by itself may ask for the fruit, and "bán hong" sells it
    asks = (
        not _ASKING.isdisjoint(before)
        or before[-1] in _ASKED_OF
        or (tokens[place].text != "hong" and "ban" in before)
    )
    return asks and (len(before) > 1 or start > 0 or before[-1] != "co")
