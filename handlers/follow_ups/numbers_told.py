"""Which numbers of a list a message tells: "cái thứ 12", "2,3", "số 2 và số 4", "c2"."""

from __future__ import annotations

import re

from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.reading import words_alone

LONGEST = 60
"""Characters of a message that may be nothing but numbers and what is to be done with them."""
_ABOVE_FIVE = (
    *("sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai", "muoi ba", "muoi bon"),
    *("muoi lam",),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
WRITTEN = {
    **{"nhat": 1, "mot": 1, "dau": 1, "dau tien": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4},
    **{"tu": 4, "nam": 5, **{word: at for at, word in enumerate(_ABOVE_FIVE, 6)}},
    **{word: at for at, word in enumerate(_ORDINALS, 1)},
    **dict.fromkeys(("last", "cuoi", "cuoi cung", "chot"), -1),
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
"""Numbers in words; -1 is the last."""

_ENTRY = (
    r"(?:cai|con|mon|loai|san pham|sp|muc|dong|hang|chai|hop|goi|lua chon|vi tri|stt|c|m|"
    r"items?|products?|choices?|options?|entry|entries|ones?|results?)"
)
_NUMBER = r"(?:so|thu|no|nr|num|numbers?|nos|#)"
_FIGURE = r"\d{1,2}(?: ?(?:st|nd|rd|th))?"
_WORD = "|".join(sorted(WRITTEN, key=len, reverse=True))
_OF_ITS_SORT = (
    r"(?! ?(?:sao|stars?|nam|thang|ngay|tuan|gio|do|kg|ky|can|lang|g|gr|gram|ml|l|lit|hop|"
    r"chai|goi|lon|tui|cai|nguoi|trieu|nghin|ngan|k|phan tram|dam|tinh|san pham|loai|mon|nha|htx|"
    r"years?|months?|days?|people|boxes|bottles|products|items)\b)"
)
"""Not a number of stars, years or things."""
_ONE = (
    rf"(?:(?:the )?(?:{_ENTRY} )?(?:{_NUMBER} )?(?P<figure>{_FIGURE})(?!\d){_OF_ITS_SORT}"
    rf"|(?:the )?(?:{_ENTRY} )?(?:{_NUMBER} )(?P<word>{_WORD})\b"
    rf"|(?:cai|con|mon) (?P<first>dau tien|dau)\b"
    rf"|(?:the |cai )?(?P<ordinal>{'|'.join(_ORDINALS)}|last|cuoi cung|cuoi|chot)\b)"
)
_JOINT = r"(?: (?:va|voi|v|and|n|with|vs|versus|so voi|to|hay|hoac|or|cung|them|roi|the))*"
_LEADS = ASKING | small_words(
    "so sanh ss compare comparing doi chieu between giua mo lay chon hoi ve thong tin chi "
    "tiet pick choose select tell about what how ca hai 2 cai bam cua is for which whats "
    "better nen mua nao tot ngon hon"
)
_TAILS = ENDING | small_words(
    "ca hai co khac gi nhau difference differences differ tot ngon re hon better cheaper "
    "nicer one ones chi tiet trong danh sach list o tren above on in of luon cung ok which is"
)
_SEVERAL = re.compile(rf"(?:@{_JOINT} )+@")
"""Each number stands as an @ in it."""
_ONLY = re.compile("@")
_FIND = re.compile(rf"\b{_ONE}")
_AFTER = re.compile(rf"{_JOINT} {_ONE}")
_SOME = r"[2-5]|hai|ba|bon|nam|two|three|four|five"
_FIRST_SOME = re.compile(
    rf"(?:(?P<vi>{_SOME}) (?:cai|mon|loai|san pham|sp) (?:dau|dau tien|tren|tren cung)"
    rf"|(?:the )?first (?P<en>{_SOME}))"
)
"""The first few: "2 cái đầu"."""
_SPLIT = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=(?!st\b|nd\b|rd\b|th\b)[a-z])")
_RANGE = re.compile(r"(?<!\d)(\d{1,2}) ?[-–] ?(\d{1,2})(?!\d)")
_MARKED = re.compile(
    rf"(?:\b(?:the )?(?:{_ENTRY} (?:{_NUMBER} )?|{_NUMBER} )"
    rf"|^(?=\d+ (?:va|voi|and|n) \d{{1,2}}(?!\d){_OF_ITS_SORT}))"
    rf"(?P<figure>{_FIGURE})(?!\d){_OF_ITS_SORT}"
)
"""A number that words before it make one of an entry, whatever is asked of it."""


_PRICE = re.compile(rf"\bgia(?: ca| ban| tien)?(?: cua)? {_ENTRY} (?:{_NUMBER} )?\d")
"""The price of an entry, typed as the province of Gia Lai nearly is."""


def asks_price(text: str) -> bool:
    """Whether the price of an entry is asked by its number: "gia cai 8"."""
    return _PRICE.search(words_and_numbers(text)) is not None


def words_and_numbers(text: str) -> str:
    """The folded words of a text, numbers apart from letters: "c2" is "c 2"."""
    return _SPLIT.sub(" ", words_alone(text.replace("#", " so ")))


def only_numbers(text: str) -> list[int]:
    """The numbers of the entries that a message names and nothing else: "số 2 và số 4"; none where
    it says more."""
    if len(text) > LONGEST:
        return []
    words = words_and_numbers(_RANGE.sub(_in_full, text))
    some = core(_FIRST_SOME, words, _LEADS, _TAILS)
    if some is not None:
        told = some["vi"] or some["en"]
        return list(range(1, 1 + (int(told) if told.isdecimal() else WRITTEN[told])))
    found = [_value(match) for match in _FIND.finditer(words)]
    shape = _FIND.sub("@", words)
    fits = _SEVERAL if len(found) > 1 else _ONLY
    return list(dict.fromkeys(found)) if found and core(fits, shape, _LEADS, _TAILS) else []


def marked_numbers(text: str) -> list[int]:
    """The numbers of entries beside which something is asked: "giá cái 12", "món 2 và món 3 ai
    làm"."""
    if len(text) > 2 * LONGEST:
        return []
    words = words_and_numbers(text)
    first = _MARKED.search(words)
    if first is None:
        return []
    found = [_value(first)]
    at = first.end()
    while (more := _AFTER.match(words, at)) is not None:
        found.append(_value(more))
        at = more.end()
    return list(dict.fromkeys(found))


def _in_full(ranged: re.Match[str]) -> str:
    first, last = int(ranged[1]), int(ranged[2])
    return " ".join(map(str, range(first, last + 1))) if first < last else ranged[0]


def _value(match: re.Match[str]) -> int:
    told = match.groupdict()
    if told.get("figure"):
        return int(re.sub(r"\D", "", told["figure"]))
    return WRITTEN[told.get("word") or told.get("first") or told["ordinal"]]
