"""Raw keystrokes of the two common input methods, typed where the method was switched off.

Telex spells marks with letters (``nuowcs mawms``), VNI with digits (``nu7o7c1 ma81m``): nước mắm.
Marks may be typed where they belong or at the end of the syllable; both are habits.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from knowledge.text.syllables import is_syllable

_TELEX_TONES = {"s": 1, "f": 2, "r": 3, "x": 4, "j": 5}
_COMBINING_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_HORNED = {"u": "ư", "o": "ơ"}
_ROOFED = {"a": "â", "e": "ê", "o": "ô"}
_VOWELS = frozenset("aăâeêioôơuưy")
LONGEST_TYPED_SYLLABLE = 11
"""``nghieengs`` with late tone and doubled vowel needs 9 keys, VNI ``nghi6e6ng1`` 10."""


@lru_cache(maxsize=16384)
def from_telex(word: str) -> str | None:
    """The syllable that these Telex keys make, or ``None`` when they make none.

    ``word`` is clean, unmarked. A word that holds no Telex key gives ``None``.
    """
    if len(word) > LONGEST_TYPED_SYLLABLE or not (word.isascii() and word.isalpha()):
        return None
    letters: list[str] = []
    tone = 0
    for key in word:
        has_vowel = any(letter in _VOWELS for letter in letters)
        if key in _TELEX_TONES and has_vowel:
            if tone:
                return None
            tone = _TELEX_TONES[key]
        elif key == "w":
            if not _put_horn_or_breve(letters):
                letters.append("ư")
        elif key in _ROOFED and _put_roof(letters, key):
            pass
        elif key == "d" and letters and letters[0] == "d":
            letters[0] = "đ"
        else:
            letters.append(key)
    return _checked(letters, tone, word)


@lru_cache(maxsize=16384)
def from_vni(word: str) -> str | None:
    """The syllable that these VNI keys make, or ``None`` when they make none."""
    if len(word) > LONGEST_TYPED_SYLLABLE or not word.isascii() or not word[:1].isalpha():
        return None
    letters: list[str] = []
    tone = 0
    marked = False
    for key in word:
        if not key.isdigit():
            letters.append(key)
            continue
        marked = True
        if key in "12345":
            if tone:
                return None
            tone = int(key)
        elif key == "6":
            for vowel in "aeo":
                if vowel in letters:
                    letters[letters.index(vowel)] = _ROOFED[vowel]
                    break
            else:
                return None
        elif key == "7":
            if not _put_horn(letters):
                return None
        elif key == "8":
            if "a" not in letters:
                return None
            letters[letters.index("a")] = "ă"
        elif key == "9" and letters and letters[0] == "d":
            letters[0] = "đ"
        elif key != "0":
            return None
    return _checked(letters, tone, word) if marked else None


def _put_roof(letters: list[str], key: str) -> bool:
    """Double a vowel into its roofed form, at once (``aa``) or late (``caya`` for cây)."""
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] == key:
            letters[place] = _ROOFED[key]
            return True
    return False


def _put_horn_or_breve(letters: list[str]) -> bool:
    if _put_horn(letters):
        return True
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] == "a":
            letters[place] = "ă"
            return True
    return False


def _put_horn(letters: list[str]) -> bool:
    """Horn the last u or o; in ``uo`` both, as every input method does, even before a third vowel:
    ``ruou75`` is rượu."""
    if (pair := "".join(letters).find("uo")) >= 0 and letters[pair + 2 : pair + 3] == ["u"]:
        letters[pair : pair + 2] = "ươ"
        return True
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in _HORNED:
            # "uoa", "ua" + w is ưa; the horn never goes on the o of "oa"
            if letters[place] == "o" and letters[place + 1 : place + 2] == ["a"]:
                return False
            letters[place] = _HORNED[letters[place]]
            if place and letters[place] == "ơ" and letters[place - 1] == "u":
                letters[place - 1] = "ư"
            return True
    return False


def _checked(letters: list[str], tone: int, typed: str) -> str | None:
    if not letters:
        return None
    plain = "".join(letters)
    made = plain
    if tone:
        place = next(
            (index for index in range(len(plain) - 1, -1, -1) if plain[index] in _VOWELS), None
        )
        if place is None:
            return None
        toned = plain[place] + _COMBINING_TONES[tone]
        made = unicodedata.normalize("NFC", plain[:place] + toned + plain[place + 1 :])
    return made if made != typed and is_syllable(made) else None
