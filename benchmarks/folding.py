"""The simplest folding of Vietnamese: what the peers search over and what makes two names alike.

Deliberately apart from :mod:`knowledge.text`: a benchmark that folds with the code it measures
would share its mistakes.
"""

from __future__ import annotations

import unicodedata


def strip_marks(text: str) -> str:
    """Drop tones and shapes and turn đ into d; case, spaces and punctuation stay."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D")


def fold(text: str) -> str:
    """Lower-case words of letters and digits without marks, one space between: ``nuoc mam``."""
    bare = strip_marks(unicodedata.normalize("NFKC", text)).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())
