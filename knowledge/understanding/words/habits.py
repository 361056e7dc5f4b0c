"""Words as fingers in a hurry spell them: keys saved, and keys held down."""

from __future__ import annotations

import re

from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.understanding.words.lexicon import Lexicon

_REPEATED = re.compile(r"(.)\1+")
REPEATED_LETTERS = 0.93
"""Likeness of a word with letters held down too long (``ởở``, ``ngonnn``)."""
_ONSETS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^f", "ph"),
        (r"^z", "d"),
        (r"^z", "gi"),
        (r"^w", "qu"),
        (r"^j", "gi"),
        (r"^j", "ch"),
        (r"^k(?=[aoăâôơuư])", "c"),
        (r"^dz", "d"),
    )
)
_ENDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w)j$", "i"),
        (r"(?<=\w)(?<!n)g$", "ng"),
        (r"(?<=\w)(?<![cnptgk])h$", "nh"),
    )
)
"""Spellings that save a key, at the beginning of a word and at its end, each with what it stands
for."""


def by_habit(text: str, lexicon: Lexicon) -> list[str]:
    """The words behind a habit of quick typing: phúc typed ``fúc``, giang typed ``zang``; also with
    a key held down (``wàa`` for quà)."""
    for typed in dict.fromkeys((text, _once(text))):
        meant = [typed, *(pattern.sub(whole, typed) for pattern, whole in _ONSETS)]
        meant += [pattern.sub(whole, word) for word in meant for pattern, whole in _ENDS]
        known = [
            word
            for word in dict.fromkeys(meant)
            if word != typed and lexicon.table.ids.get(marks_of(word).folded) in lexicon.ordinary
        ]
        if known:
            return known
    return []


def meant_by_habit(text: str, lexicon: Lexicon) -> list[int]:
    """The numbers of the words behind a habit."""
    return [lexicon.table.ids[marks_of(word).folded] for word in by_habit(text, lexicon)]


def _once(text: str) -> str:
    """A word with repeated letters typed once; those repeated bear no marks (``quàa``)."""
    letters = [""]
    for letter in text:
        if letter != marks_of(letters[-1]).folded and letter != letters[-1]:
            letters.append(letter)
    return "".join(letters)


def as_typed_once(text: str) -> str:
    """The word with each letter that was repeated typed once: "ngon" of ``ngonnn``."""
    return _REPEATED.sub(r"\1", text)


def held_down(text: str, table: WordTable) -> tuple[tuple[int, float], ...]:
    """The word without letters repeated by a key held down (``ngonnn``, ``quàaa``), if there is
    one."""
    typed_once = as_typed_once(text)
    if typed_once == text:
        return ()
    for single in dict.fromkeys((typed_once, _once(text))):
        number = table.ids.get(marks_of(single).folded)
        if number is not None:
            return ((number, REPEATED_LETTERS),)
    return ()
