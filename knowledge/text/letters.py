"""Letters as they arrive from keyboards, and the forms that names and questions are compared in.

Three forms of a word matter: the *clean* form (one code point a letter, lower case), the *folded*
form (no marks, plain a-z and digits), in which people who type without marks are understood, and
its *marks* (vowel qualities and tone), which decide among words that fold alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_LOOKALIKES = str.maketrans(
    {
        "Ð": "đ",  # U+00D0 Icelandic eth, typed for Đ on many keyboards
        "ð": "đ",
        "Ɖ": "đ",  # U+0189 African D
        "ɖ": "đ",
        "Đ": "đ",
        "ı": "i",
        # Cyrillic and Greek letters that look Latin
        **dict(zip("асеорхуіјѕһԁ", "aceopxyijshd", strict=True)),
        **dict(zip("АВСЕНІЈКМОРЅТХУҺԀ", "abcehijkmopstxyhd", strict=True)),
        **dict(zip("οαι", "oai", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True)),
        **dict.fromkeys("‘’ʼ`´ʹ", "'"),
    }
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_VOWELS = "aăâeêioôơuưy"
_PLAIN = re.compile(
    "[\\x00-_a-\\x7fđ"
    + "".join(
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in _VOWELS + _VOWELS.upper()
        for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    )
    + "]*"
)
"""Texts in which nothing is to be composed or mended, as are nearly all in Vietnamese: without the
backtick, which beside other letters is an apostrophe."""

_TONES = {"\u0301": 1, "\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
"""Combining mark to tone, numbered as VNI does: sắc 1, huyền 2, hỏi 3, ngã 4, nặng 5."""
_QUALITIES = {"\u0302", "\u0306", "\u031b"}
"""Circumflex, breve and horn: they make other vowels, not tones."""

STOPS = ("c", "ch", "k", "p", "t")
"""Endings under which a syllable carries sắc or nặng; k in names of the Central Highlands."""
LONE_Y = re.compile(r"(?:[bcdghklmnrstvx]|ch|gh|gi|kh|nh|ph|qu|th|tr)y")
"""Syllables in which y and i are two spellings of one sound: mỳ and mì, quý and quí, kỹ and kĩ."""


class Marks(Struct, frozen=True, gc=False):
    """A word taken apart: what marks do to it, apart from where a tone was placed."""

    folded: str
    """Without any marks, đ as d, final lone y as i."""
    quality: str
    """With vowel qualities and đ, without tone."""
    tone: int
    """0 (none) to 5."""
    is_marked: bool
    """Whether the writer put any mark."""


def leaves_out(typed: Marks, written: Marks) -> bool:
    """Whether a marked word has some of the marks of another and surely lost the rest: the tone,
    without which no syllable closed by a stop is ("nươc"), or all but its đ ("đac" for đặc)."""
    if typed.tone:
        return False
    if typed.quality == written.quality:
        return typed.is_marked and typed.folded.endswith(STOPS)
    only_its_d = typed.quality.startswith("đ") and typed.quality[1:].isascii()
    return only_its_d and written.quality.startswith("đ")


def composed(text: str) -> str:
    """Composed letters; look-alike letters mended, invisible characters taken out."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return text
    text = _SURROGATES.sub(" ", text)
    text = unicodedata.normalize("NFKC", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text).translate(_LOOKALIKES)
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """The same in lower case."""
    return unicodedata.normalize("NFC", composed(text).lower())


@lru_cache(maxsize=65536)
def marks_of(word: str) -> Marks:
    """Take a clean word apart. Both placements of a tone (hoà, hòa) give the same marks."""
    if word.isascii():
        folded = word
        quality = word
        tone = 0
    else:
        tone = 0
        kept: list[str] = []
        for character in unicodedata.normalize("NFD", word):
            if character in _TONES:
                tone = tone or _TONES[character]
            elif character in _QUALITIES or not unicodedata.combining(character):
                kept.append(character)
        quality = unicodedata.normalize("NFC", "".join(kept))
        folded = "".join(
            character
            for character in unicodedata.normalize("NFD", quality.replace("đ", "d"))
            if not unicodedata.combining(character)
        )
    if folded.endswith("y") and LONE_Y.fullmatch(folded):
        folded = folded[:-1] + "i"
        quality = quality[:-1] + "i"
    return Marks(folded, quality, tone, tone != 0 or not quality.isascii())


_FIRST_COMBINING = "\u0300"
"""No letter before it is put onto another one."""


def fold(text: str) -> str:
    """A text without marks, lower case, spaces as they were: for comparing whole strings."""
    lower = clean(text)
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower)
    bare = [
        character
        for character in parts
        if character < _FIRST_COMBINING or not unicodedata.combining(character)
    ]
    return "".join(bare).replace("đ", "d")


_HELD_DOWN = re.compile(r"(.)\1{2,}")


def single_letters(word: str) -> str:
    """A word with letters that a key held down repeated (``laooo``) typed once."""
    return _HELD_DOWN.sub(r"\1", word)
