"""Raw Telex and VNI keystrokes: what arrives when the input method is off.

Rules as every Vietnamese keyboard has them. Telex: aa aw ee oo ow uw dd for the shapes, s f r x j
for the tones. VNI: 6 circumflex, 7 horn, 8 breve, 9 the bar of đ; 1 to 5 for the tones. The tone's
key comes right after its vowel with some people and at the end of the syllable with others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_WORD = re.compile(r"[^\W\d_]+")
_TONES = {"\u0301": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0323": 4}
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"


class Method(StrEnum):
    """An input method."""

    TELEX = "telex"
    VNI = "vni"


class ToneAt(StrEnum):
    """When the tone's key is pressed."""

    VOWEL = "vowel"
    END = "end"


@dataclass(frozen=True, slots=True)
class Habit:
    """How one person types."""

    method: Method
    tone_at: ToneAt
    short_uo: bool = True
    """One key for both letters of ươ: ``uow`` or ``uo7`` instead of ``uwow`` or ``u7o7``."""
    shapes_at_end: bool = False
    """VNI only: all digits at the end of the syllable, ``nuoc71``."""
    w_alone: bool = False
    """Telex only: ``w`` for ư by itself, ``nhw``."""


def keystrokes(text: str, habit: Habit, chosen: Callable[[str], bool] = lambda _: True) -> str:
    """The keys pressed for a text; words that ``chosen`` refuses stay as they are written."""

    def typed(match: re.Match[str]) -> str:
        word = match.group()
        return _keys_of(word, habit) if chosen(word) else word

    return _WORD.sub(typed, unicodedata.normalize("NFC", text))


def _keys_of(word: str, habit: Habit) -> str:
    letters: list[str] = []
    at_end = ""
    for position, letter in enumerate(word):
        base, shape, tone = _parts(letter)
        after = ""
        shape_key = _shape_key(base, shape, habit.method)
        if shape == _HORN and base in "uU":
            following = _parts(word[position + 1]) if position + 1 < len(word) else ("", "", "")
            if habit.short_uo and following[:2] in {("o", _HORN), ("O", _HORN)}:
                shape_key = ""
            elif habit.w_alone and habit.method is Method.TELEX:
                base, shape_key = ("W" if base == "U" else "w"), ""
        tone_key = _tone_key(tone, habit.method)
        if habit.shapes_at_end and habit.method is Method.VNI:
            at_end, shape_key = at_end + shape_key, ""
        if habit.tone_at is ToneAt.VOWEL and not habit.shapes_at_end:
            after, tone_key = tone_key, ""
        letters.append(base + shape_key + after)
        at_end += tone_key
    return "".join(letters) + at_end


def _parts(letter: str) -> tuple[str, str, str]:
    """Base letter, shape mark and tone mark of one letter."""
    if letter in "đĐ":
        return ("d" if letter == "đ" else "D"), "bar", ""
    decomposed = unicodedata.normalize("NFD", letter)
    shape = "".join(mark for mark in decomposed[1:] if mark in (_CIRCUMFLEX, _BREVE, _HORN))
    tone = "".join(mark for mark in decomposed[1:] if mark in _TONES)
    return decomposed[0], shape, tone


def _shape_key(base: str, shape: str, method: Method) -> str:
    if not shape:
        return ""
    if method is Method.VNI:
        return {"bar": "9", _CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"}[shape]
    return "w" if shape in (_HORN, _BREVE) else base.lower()


def _tone_key(tone: str, method: Method) -> str:
    if not tone:
        return ""
    keys = "sfrxj" if method is Method.TELEX else "12345"
    return keys[_TONES[tone]]
