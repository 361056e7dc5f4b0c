"""From a message to its words."""

from __future__ import annotations

import re

from msgspec import Struct

from knowledge.text.letters import Marks, composed, marks_of

MAX_LENGTH = 500
"""Longest stretch of a message that is read, in characters: three times the longest polite question
around the longest product name. What lies beyond is left out and the reply says so."""
MAX_TOKENS = 64
"""Bound on words, so that "a a a a ..." costs no more than a long sentence."""

_GENITIVE = re.compile(r"'s?\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b[dđ]/c\b", re.IGNORECASE)
"""How people write "địa chỉ"; the stroke would make two words of it."""
_COOP = re.compile(r"\b(co)\.(op)", re.IGNORECASE)
"""The chain of shops writes itself "Co.opmart"; the dot ends nothing."""
_WORD = re.compile(r"[^\W_]+")


class Token(Struct, frozen=True, gc=False):
    """One word of a message."""

    text: str
    """Clean: composed, lower case."""
    marks: Marks
    follows_break: bool = False
    """Whether punctuation stands between it and the word before."""
    is_capitalised: bool = False
    """Whether it was typed with a capital, and small letters behind it."""
    follows_hyphen: bool = False
    """Whether nothing but a hyphen stands between it and the word before."""
    capital: int = 0
    """Where in it a capital stands behind a small letter, as if a space were lost; 0 if nowhere."""


def cut(text: str) -> tuple[str, bool]:
    """The part of a message that is read, and whether something was left out."""
    if len(text) <= MAX_LENGTH:
        return text, False
    return text[:MAX_LENGTH], True


def tokenise(text: str) -> list[Token]:
    """The words of a text; punctuation, emoji and symbols only separate them."""
    typed = _spelt_out(text)
    tokens: list[Token] = []
    end = 0
    for found in _WORD.finditer(typed):
        word = found.group()
        gap = typed[end : found.start()]
        end = found.end()
        lower = word.lower()
        small = word[1:] == lower[1:]
        capitalised = word[0] != lower[0] and small
        capital = 0 if small else _inner_capital(word)
        broken = bool(gap.strip())
        tokens.append(Token(lower, marks_of(lower), broken, capitalised, gap == "-", capital))
        if len(tokens) == MAX_TOKENS:
            break
    return tokens


def _inner_capital(word: str) -> int:
    """Where the first capital stands behind a small letter; 0 if nowhere."""
    places = range(1, len(word))
    return next((at for at in places if word[at].isupper() and word[at - 1].islower()), 0)


def _spelt_out(text: str) -> str:
    """A text in composed letters, "địa chỉ" written out, without the English genitive and the dot
    of a name."""
    typed = composed(text)
    if "'" in typed:
        typed = _GENITIVE.sub("", typed)
    if "." in typed:
        typed = _COOP.sub(r"\1\2", typed)
    return _ADDRESS.sub("địa chỉ", typed) if "/" in typed else typed


def words_of(name: str) -> tuple[str, ...]:
    """The clean words of a name, as :func:`tokenise` would give them."""
    return tuple([word.lower() for word in _WORD.findall(_spelt_out(name))[:MAX_TOKENS]])


def words_as_written(name: str) -> list[str]:
    """The same words with the capitals they were written with."""
    return _WORD.findall(_GENITIVE.sub("", composed(name)))
