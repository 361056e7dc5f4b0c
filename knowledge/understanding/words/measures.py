"""How much is in the pack, as a label tells it: "hộp bốn trăm gam", "túi 5 kg", "lon 330 ml"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = frozenset(
    (
        *("g", "gr", "gam", "gram", "grams", "kg", "ký", "kí", "ki", "cân", "lạng", "lít", "ml"),
        *("lit", "kilo", "kilos", "kilogam", "kilogram", "litre", "litres", "liter", "liters"),
    )
)
_UNITS_OF_DIGITS = frozenset(("l", "ky", "lang", "can", "cl", "cc"))
"""Units behind digits alone: "tam ky" is a town, "hai lang" a village."""
_ANY_UNIT = _UNITS | _UNITS_OF_DIGITS
_TELLING = _ANY_UNIT | {"mi"}
"""Words without which, and without a digit, no measure is told."""
_NONE: frozenset[int] = frozenset()
_SPLIT_UNITS = (("ki", "lô", "gam"), ("mi", "li", "lít"), ("mi", "li", "lit"), ("ki", "lô"))
"""Units that are written in several words."""
_TOGETHER = re.compile(r"\d+(?:kg|gr|gram|gam|ml|l|lit|lít|cl|ký|ky)|\d{2,}g")
"""The 5g of "sim 5g" is none."""
_DIGITS = re.compile(r"\d+")
_NUMBERS = frozenset(
    (
        *("một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín"),
        *("mười", "mươi", "trăm", "nghìn", "ngàn", "nửa", "rưỡi", "linh", "lẻ"),
        *("mot", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "tram", "nghin"),
        *("ngan", "nua", "ruoi", "le"),
    )
)
"""Words of numbers."""
_PACKS = frozenset(
    (
        *("hộp", "chai", "túi", "gói", "lon", "hũ", "lọ", "bao", "bịch", "can", "thùng", "bình"),
        *("vỉ", "khối", "lượng", "tịnh", "trọng", "nặng", "loại"),
        *("hop", "tui", "goi", "hu", "lo", "bich", "thung", "box", "bottle", "bag", "jar", "pack"),
    )
)
"""Words before a measure that go with it; the "lượng" of "khối lượng tịnh" too."""
_ONE = frozenset(("một", "mot", "1"))
_MOST_PACKS = 3


def measures(words: Sequence[str]) -> frozenset[int]:
    """Places of the words that tell how much is in a pack, of clean words, with those for the pack
    before them."""
    if _TELLING.isdisjoint(words) and not _DIGITS.search(" ".join(words)):
        return _NONE
    found: set[int] = set()
    for place, word in enumerate(words):
        if word[0].isdigit() and _TOGETHER.fullmatch(word):
            first, end = place, place + 1
        elif place and word in _ANY_UNIT:
            first, end = _number_before(place, words), _unit_end(place, words)
            if first == place or (
                word in _UNITS_OF_DIGITS and not _DIGITS.fullmatch(words[place - 1])
            ):
                continue
        elif place and word == "mi":
            first, end = _number_before(place, words), _unit_end(place, words)
            if first == place or end == place + 1:
                continue
        else:
            continue
        least = max(first - _MOST_PACKS, 0)
        while first > least and (words[first - 1] in _PACKS or words[first] in _PACKS):
            if words[first - 1] not in _PACKS and words[first - 1] not in _ONE:
                break
            first -= 1
        if first:  # "1 ký mật ong Thanh Hảo" is what somebody would have
            found.update(range(first, end))
    return frozenset(found)


def _number_before(place: int, words: Sequence[str]) -> int:
    """Where the number right before a word begins."""
    first = place
    while first and (words[first - 1] in _NUMBERS or _DIGITS.fullmatch(words[first - 1])):
        first -= 1
    return first


def _unit_end(place: int, words: Sequence[str]) -> int:
    """Where the unit that begins with a word ends, with the half behind it: "một ký rưỡi"."""
    end = place + 1
    for unit in _SPLIT_UNITS:
        if tuple(words[place : place + len(unit)]) == unit:
            end = place + len(unit)
            break
    return end + 1 if words[end : end + 1] in (["rưỡi"], ["ruoi"]) else end
