"""What a question asks of the certificates of a list: a range of stars, and whether they hold.

"4 sao trở lên", "4 hoặc 5 sao", "sản phẩm nào sắp hết hạn". Of one product the same words ask for
its rating, and of the programme for its rules: see :func:`asks_for_many`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.certificates import Standing, Validity
from knowledge.text.letters import fold
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import (
    ENDED,
    ENDING,
    ENDS_WHEN,
    HOLDING,
    HOW_LONG,
    HOW_MANY,
    LISTED,
    RANKING,
    STANDING_CERTIFIED,
    STANDING_DISTRICT,
    STANDING_NATIONAL,
    STANDING_PROPOSED,
    STANDING_PROVINCIAL,
    WHETHER,
    WHICH_MAKERS,
)
from knowledge.understanding.words.numerals import MOST_STARS, NUMBERS, with_stars_apart

_FOLDED = {fold(word): number for word, number in NUMBERS.items()}
_N = rf"([1-5]|{'|'.join(_FOLDED)})"
_WORDS = "|".join(word for word in _FOLDED if word != "nam")
_S = r"[\s-]*(?:ocop\s+)?(?:sao|stars?|(?<=[3-5])s|[*★⭐])(?!\w)"
_BEFORE = r"(?<![\w.,/])"
_JOINED = r"\s*(?:[-–,/&+]|\b(?:hoac|hay|va|den|toi|or|and|to)\b)\s*"
_UPWARDS = (
    r"tro len|do len|hoac (?:cao )?hon|hay (?:cao )?hon"
    r"|(?:and|or) (?:above|more|higher|better|over|up)|upwards?|plus"
)
_RANGES = (
    # "4 sao hoặc 5 sao", "4 sao 5 sao"; "từ 4 sao lên 5 sao" tells of an upgrade
    re.compile(rf"{_BEFORE}{_N}{_S}(?:{_JOINED}|\s+){_N}{_S}"),
    # "4 và 5 sao", "4- and 5-star"
    re.compile(rf"{_BEFORE}([1-5])(?:\s*-)?{_JOINED}([1-5]){_S}"),
    # "four or five stars", "ba đến bốn sao"; the Nam of "Quảng Nam và 3 sao" is no number
    re.compile(rf"{_BEFORE}({_WORDS})(?:\s*-)?{_JOINED}({_WORDS}|nam){_S}"),
)
_FROM = (
    re.compile(rf"{_BEFORE}{_N}{_S}\s*(?:san pham\s+|products?\s+)?(?:{_UPWARDS})\b"),
    re.compile(rf"{_BEFORE}([1-5])\s*\+{_S}"),
    re.compile(rf"{_BEFORE}([1-5]){_S}\s*\+"),
    re.compile(
        rf"(?:\b(?:tu|it nhat|toi thieu|at least|minimum|from)|>=|≥)\s*{_N}{_S}"
        r"(?!\s*(?:len|thanh|to)\b)"
    ),
)
_DOWNWARDS = (
    r"tro xuong|do xuong|do lai|tro lai|(?:hoac|hay) (?:thap|it|kem) hon"
    r"|(?:and|or) (?:below|less|lower|under|fewer)|downwards?"
)
_UP_TO = (
    re.compile(rf"{_BEFORE}{_N}{_S}\s*(?:{_DOWNWARDS})\b"),
    re.compile(
        r"(?:\b(?:(?:khong|ko|k|chang|dung)\s+(?:vuot\s+)?(?:qua|tren|hon|cao hon)|toi da"
        r"|(?:nhieu|cao) nhat(?: la)?|at most|up to|max(?:imum)?|(?:no|not) (?:more|higher) than"
        rf"|not (?:over|above))|<=|≤)\s*{_N}{_S}"
    ),
)
_UNDER = re.compile(
    r"(?:\b(?:duoi|thap hon|kem hon|it hon|chua (?:den|toi|duoc)|khong (?:toi|den)|below|under"
    rf"|(?:less|fewer|lower) than)|(?<![-=])<)\s*{_N}{_S}"
)
_LEAST_STARS = 3
"""The lowest rating that makes a product one of the programme's."""
_OVER = re.compile(rf"(?:\b(?:tren|over|above|more than)|(?<![-=])>)\s*{_N}{_S}")

_VALIDITIES = {
    ENDING: Validity.EXPIRING,
    HOLDING: Validity.VALID,
    ENDED: Validity.EXPIRED,
}
"""The senses that ask for a validity, the surest first."""
_STANDINGS = {
    STANDING_PROPOSED: Standing.PROPOSED,
    STANDING_CERTIFIED: Standing.CERTIFIED,
    STANDING_DISTRICT: Standing.DISTRICT,
    STANDING_PROVINCIAL: Standing.PROVINCIAL,
    STANDING_NATIONAL: Standing.NATIONAL,
}
_OF_A_LIST = 2
"""So much of a place, kind, group and stars told tells of a list rather than of one thing."""
_OPEN = frozenset({Intent.UNKNOWN, Intent.RATING, Intent.PRODUCT, Intent.SPECIALITIES})


def stars_asked(text: str, told: int | None) -> tuple[int | None, int | None]:
    """The lowest and, for a range, the highest number of stars asked for.

    ``told`` is the one number told. Both are ``None`` where no stars are told.
    """
    if told is None and not ("+" in text and re.search(r"[1-5]\s*\+", text)):
        return None, None
    folded = " ".join(fold(with_stars_apart(text.lower())).split())
    for pattern in _RANGES:
        if found := pattern.search(folded):
            low, high = sorted(_number(group) for group in found.groups())
            return (low, high) if low < high else (low, None)
    for pattern in _UP_TO:
        if found := pattern.search(folded):
            return _up_to(_number(found.group(1)))
    if found := _UNDER.search(folded):
        return _up_to(_number(found.group(1)) - 1)
    for pattern in _FROM:
        if found := pattern.search(folded):
            low = _number(found.group(1))
            return (low, MOST_STARS) if low < MOST_STARS else (low, None)
    if found := _OVER.search(folded):
        low = _number(found.group(1)) + 1
        if low <= MOST_STARS:
            return (low, MOST_STARS) if low < MOST_STARS else (low, None)
    return told, None


def _up_to(high: int) -> tuple[int, int]:
    """The range that ends with a number of stars; below what is certified, from one star on."""
    return (_LEAST_STARS if high >= _LEAST_STARS else 1), max(high, 1)


def validity_asked(senses: Collection[str]) -> Validity | None:
    """Whether certificates are to hold, end soon or have ended, by what was told aside; ``None`` as
    well where it is asked when they end."""
    if ENDS_WHEN in senses and WHETHER not in senses:
        return None
    return next((each for sense, each in _VALIDITIES.items() if sense in senses), None)


def standing_asked(senses: Collection[str]) -> Standing | None:
    """How far the goods asked for are to have come, or who is to have certified them, by what was
    told aside."""
    return next((each for sense, each in _STANDINGS.items() if sense in senses), None)


def asks_for_many(intent: Intent, senses: Collection[str], *, validity: bool, named: int) -> bool:
    """Whether a question with a time or validity in it asks for a list of products.

    ``named`` is how many of a place, kind, group and stars it names.
    """
    if intent is Intent.SPECIALITIES:
        return True
    many = LISTED in senses
    if validity:
        asked = {*_OPEN, Intent.PROGRAMME, Intent.STATISTICS}
        # "trà Thái Nguyên còn hiệu lực", "sản phẩm Thái Nguyên còn hiệu lực"
        of_goods = named >= _OF_A_LIST or (named > 0 and "goods" in senses)
        # "cơ sở nào ở Nghệ An sắp hết hạn"
        return intent in asked and (many or of_goods or WHICH_MAKERS in senses)
    return intent in _OPEN and (many or named > 0 or bool({"goods", "specialities"} & {*senses}))


def counts_certificates(intent: Intent, senses: Collection[str], *, named: int) -> bool:
    """Whether a question about certificates that hold or have ended asks how many, or where most:
    "Hà Giang có bao nhiêu sản phẩm sắp hết hạn", rather than for how long they hold."""
    counting = HOW_MANY in senses and HOW_LONG not in senses
    if intent is Intent.STATISTICS:
        return counting or RANKING in senses
    return counting and named > 0 and intent in {*_OPEN, Intent.PROGRAMME}


def _number(word: str) -> int:
    return _FOLDED.get(word) or int(word)
