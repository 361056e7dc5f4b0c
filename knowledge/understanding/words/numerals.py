"""Stars and times named in a question."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from knowledge.text.letters import clean, fold
from knowledge.text.tokens import tokenise

MOST_STARS = 5
"""The highest rating, in stars."""
NUMBERS = {
    **{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5},
    **{"mot": 1, "bon": 4, "tu": 4, "nam": 5},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5},
}
"""Words for numbers of stars."""
_EITHER_WAY = frozenset(("sao", "star", "stars", "nguoi", "people", "ngay", "days"))
COUNTED_OF_GOODS = _EITHER_WAY | frozenset(
    (
        *("hop", "goi", "chai", "ky", "kg", "can", "lit", "bich", "hu", "lo", "thung", "lang"),
        *("tui", "bao", "phan", "suat", "be", "trieu", "tram"),
        *("box", "boxes", "bottle", "bottles", "bag", "bags", "kilos"),
    )
)
"""Folded words that a number counts where goods are told of: the 3 of "cho 3 hộp trà" is none of
what was listed."""
COUNTED_OF_A_STAY = _EITHER_WAY | frozenset(
    (
        *("day", "night", "nights", "week", "weeks", "pax"),
        *("dem", "hom", "tuan", "thang", "buoi", "mon", "loai", "thu"),
    )
)
"""Folded words that a number counts behind a place: "ha giang 2 days" is in no ward. Behind what
was listed some tell of a day ("cái thứ 2 hôm qua"), as behind a place some of the goods are other
words ("bao" of "bao nhiêu")."""
_STARS = re.compile(
    rf"(?<![\w.,])([1-5]|{'|'.join(NUMBERS)})[\s-]*"
    r"(?:sao+|stars?|(?<=[3-5])s|\*|⭐|★|aso|soa|ssao|saao|sap|sal|sak|sqo|szo|sso|xao|zao"
    r"|satrs?|starss|tars|strs|srars?|stras)(?!\w)"
)
"""Also with the commonest slips of a thumb in the word for star; with its marks, so that neither
"Quảng Nam sắp" nor "của bà sao" tells stars."""
_MAY_HOLD_STARS = re.compile("[sSｓＳ1-5☆★⭐*]")
"""Most questions hold neither a number, a star nor the word for one: they need not be folded."""
_DRAWN = re.compile(r"[☆★⭐]{2,}|(?<!\*)\*{3,5}(?!\*)")
_STAR = re.compile(r"[☆★⭐]")
_WORDS = "|".join(word for word in NUMBERS if word not in {"nam", "tu"})
_BETWEEN = re.compile(
    rf"\b({_WORDS})(\s*-?\s+(?:or|to|and|hoặc|hay|đến|tới|và|hoac|den|toi|va)\s+)({_WORDS})"
    r"(?=[\s-]*(?:sao|stars?)\b)"
)
"""Two numbers of stars told in words; neither is the Nam of "Quảng Nam và ba sao"."""
_JOINED = r"\s*(?:[-–,/&+]|\b(?:hoặc|hay|với|và|hoac|voi|va|or|and)\b)\s*"
_PAIR = re.compile(
    rf"(?<![\w.,/])(?<!số )(?<!so )(?<!top )(?<!cái )(?<!cai )([1-5])(?:{_JOINED}|\s+)([1-5])"
    r"(?:\s*-?\s*(sao|stars?)(?!\w)|(?<=[3-5])s(?!\w)|\s*\*)"
)
"""Two numbers before one word for star ("4 5 sao"); neither is the number of a name ("số 4")."""
_SHORT = re.compile(r"(?<![\w.,/+-])([3-5])s(?!\w)", re.IGNORECASE)
"""The shortest of all words for stars: "trà 4s"."""
_ASKED = re.compile(r"\b(mấy|may|nhiêu|nhieu|many)\s*(?:ngôi\s*|ngoi\s*)?[☆★⭐]")
"""A star drawn instead of the word for it, in a clean text."""
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH_YEAR = re.compile(r"(?:thang\s*)?\b(1[0-2]|0?[1-9])\s*(?:[/.-]|nam\s*)\s*(20[12]\d)\b")
_NAMED_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(?:of\s+)?(20[12]\d)\b")
_A_YEAR = re.compile(r"20[12]\d")
_A_MONTH = re.compile(r"1[0-2]|0?[1-9]")
_OF_DATES = frozenset(("nam", "thang", "quy", "cuoi", "dau", "year", "month", *_MONTHS))
"""Folded words before a year that are a part of the date."""
_YEAR = re.compile(
    r"\b(?:nam|in|of|year|cuoi|dau|end of|as of|since|tinh den|den|cong nhan|chung nhan|certified"
    r"|awarded|ocop|sao|stars?|dot|moi(?: nhat)?|het han|het hieu luc"
    r"|expires?|expiring|until|by)\s+(20[12]\d)\b"
)

_BARE_YEAR = re.compile(
    r"(?:^|(?<![/-])\s)(20(?:1[7-9]|2\d))(?=\s+(?:co|duoc|thi|bao nhieu|may|how|ra sao|the nao)\b"
    r"|[\s?.!]*$)"
)
"""A year without its word, at the end of what is said or right before what is asked of it."""
_OF_RULES = re.compile(r"\b(?:qd|quyet dinh|decision|so|no|nghi dinh|thong tu)\.?\s*$")


def stars_in(text: str, named: Collection[int] = frozenset()) -> int | None:
    """The number of stars told (``5 sao``, ``five-star``, ``4*``, ``★★★``), 1 to 5, or none.

    ``named`` are the tokens of names of places: the "nam sao" of "ở Quảng Nam sao rẻ vậy" tells no
    stars.
    """
    if not _MAY_HOLD_STARS.search(text):
        return None
    cleaned = with_stars_apart(clean(text))
    for found in _STARS.finditer(cleaned):
        if not named or len(tokenise(cleaned[: found.start()])) not in named:
            word = found.group(1)
            return NUMBERS.get(word) or int(word)
    drawn = _DRAWN.search(cleaned)
    if drawn is not None and len(drawn.group()) <= MOST_STARS:
        return len(drawn.group())
    return None


def with_stars_said(text: str) -> str:
    """The text with the word for a star drawn where stars are asked for ("mấy ⭐"), or shortened
    ("4s"), with each of two numbers of stars before a word for star of its own ("4 5 sao"), and
    those told in words in figures ("four or five star")."""
    if _STAR.search(text):
        return _ASKED.sub(r"\1 sao", clean(text))
    if "sao" in text or "star" in text or "SAO" in text:
        cleaned = clean(text)
        if _BETWEEN.search(cleaned):
            return _BETWEEN.sub(_in_figures, cleaned)
        return with_stars_apart(cleaned) if _PAIR.search(cleaned) else text
    if _SHORT.search(text):
        return _SHORT.sub(r"\1*", with_stars_apart(clean(text)))
    return text


def with_stars_apart(text: str) -> str:
    """A clean text with each of two rising numbers of stars before a word of its own."""
    return _PAIR.sub(_apart, text)


def _apart(found: re.Match[str]) -> str:
    low, high, word = found.groups()
    if low >= high:
        return found.group()
    if word == "sao":
        return f"{low} sao và {high} sao"  # "sao 5 sao" asks why
    word = f" {word}" if word else "*"
    return f"{low}{word} {high}{word}"


def _in_figures(found: re.Match[str]) -> str:
    low, joined, high = found.groups()
    return f"{NUMBERS[low]}{joined}{NUMBERS[high]}"


def period_in(text: str) -> str | None:
    """The month or year asked about, ``"2023-11"`` or ``"2023"``, or none."""
    if "20" not in text:
        return None
    folded = fold(text)
    if found := _NAMED_MONTH.search(folded):
        return f"{found.group(2)}-{_MONTHS.index(found.group(1)) + 1:02d}"
    if found := _MONTH_YEAR.search(folded):
        return f"{found.group(2)}-{int(found.group(1)):02d}"
    if found := _YEAR.search(folded):
        return found.group(1)
    found = _BARE_YEAR.search(folded)
    return found.group(1) if found and not _OF_RULES.search(folded[: found.start(1)]) else None


_ASKING = frozenset({"nao", "dau", "mo"})
_MUCH = frozenset({"nhieu", "it", "dong"})
MOST_BETWEEN = 5
"""Words from "nhiều" to its "nhất"."""


def dated(words: Sequence[str]) -> frozenset[int]:
    """Places of the words that tell a month or year ("năm 2025", "tháng 5/2023"), of folded words
    among which one does."""
    found: set[int] = set()
    for place, word in enumerate(words):
        if _A_YEAR.fullmatch(word):
            first = place
            while first and (words[first - 1] in _OF_DATES or _A_MONTH.fullmatch(words[first - 1])):
                first -= 1
            found.update(range(first, place + 1))
    return frozenset(found)


_SUM = re.compile(r"\d+(?:k|tr|trieu|usd|vnd|d)\d*")
_MONEY = frozenset(
    (
        *("k", "nghìn", "ngàn", "nghin", "ngan", "triệu", "trieu", "tr", "đồng", "đô", "đ", "vnd"),
        *("usd", "dollar", "dollars", "bucks", "euro", "euros", "eur", "gbp", "aud", "baht"),
    )
)
"""Words behind a number that make it a sum of money."""
_COUNTING = frozenset(("một", "mot", "hai", "ba", "vài", "vai", "nửa", "nua", "trăm", "tram"))
"""Words that count as numbers do before "triệu"."""
_WEIGHT = re.compile(r"\d+(?:kg|g|gr|gram|ký|kí|ky|ki|cân|lạng|lít|l|ml)")
_ABOUT = frozenset(
    (
        *("dưới", "duoi", "trên", "tren", "khoảng", "khoang", "chừng", "tầm", "cỡ", "giá", "quá"),
        *("under", "below", "about", "around", "over"),
    )
)
"""Words before a sum that tell how near it is meant."""


_WRITTEN = re.compile(r"[$€£¥]\s*\d|\d\s*[$€£¥]|\d[.,]\d{3}\s*(?:k|đ|d|đồng|dong|vnd|usd)\b", re.I)
_SIGNS = frozenset("$€£¥.,")


def tells_a_sum(text: str, words: frozenset[int]) -> bool:
    """Whether a sum of money is told, by its ``words`` or by signs that are no words: "< $10"."""
    if words:
        return True
    return not _SIGNS.isdisjoint(text) and _WRITTEN.search(text) is not None


def sums(words: Sequence[str]) -> frozenset[int]:
    """Places of the words that tell a sum to spend ("dưới 200k", "khoảng 1 triệu", "under 20 usd"),
    or about how much there is to carry ("dưới 2 kg"), of clean words: "trà dưới 200k" is no Chè
    dưới tán hồi."""
    found: set[int] = set()
    for place, word in enumerate(words):
        is_number = word[0].isdigit()
        if not is_number and word not in _COUNTING:
            continue
        of_money = place + 1 < len(words) and words[place + 1] in _MONEY
        if is_number and (_SUM.fullmatch(word) or _is_weight(place, words, 1)):
            end = place + 1
        elif (of_money and (word.isdigit() or word in _COUNTING)) or (
            is_number and _is_weight(place, words, 2)
        ):
            end = place + 2
        else:
            continue
        first = place
        while first and (words[first - 1] in _ABOUT or words[first - 1] in _COUNTING):
            first -= 1
        found.update(range(first, end))
    return frozenset(found)


def _is_weight(place: int, words: Sequence[str], length: int) -> bool:
    """Whether that many words tell about how heavy something is: "dưới 2kg", "khoảng 1 ký"."""
    told = "".join(words[place : place + length])
    return place > 0 and words[place - 1] in _ABOUT and bool(_WEIGHT.fullmatch(told))


def superlatives(words: Sequence[str]) -> frozenset[int]:
    """Places of the "nhất" that goes with an asking "nhiều" before it, of folded words: "tỉnh nào
    nhiều gạo nhất" asks for no "gạo Nhật"."""
    if "nhat" not in words:
        return frozenset()
    asking = [place for place, word in enumerate(words) if word in _ASKING]
    much = [place for place, word in enumerate(words) if word in _MUCH]
    return frozenset(
        place
        for place, word in enumerate(words)
        if word == "nhat"
        and any(0 < place - each <= MOST_BETWEEN and any(a < each for a in asking) for each in much)
    )
