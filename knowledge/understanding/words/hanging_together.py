"""What hangs together besides plain words: the programme's name, short forms, swapped letters.

Plain words run together are taken apart by :mod:`knowledge.understanding.words.run_together`.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.letters import marks_of
from knowledge.understanding.words.habits import by_habit
from knowledge.understanding.words.lexicon import Lexicon

PROGRAMME = "ocop"
"""What words hang together with more than with any other."""
SHORTEST = 2
"""Letters of the shortest word beside it."""
SHORTEST_FORM = 3
"""Letters of the shortest short form that hangs together with a word, and of such a word."""
_SAVES_KEYS = frozenset("fjwz")
"""Letters that tell of a habit of quick typing."""


def beside_the_programme(text: str, lexicon: Lexicon) -> Sequence[str]:
    """The programme's name and the word before or behind it: "hàngocop", which is no "hà ngọc",
    "ocophue"; empty where it is not so."""
    if PROGRAMME not in text or len(text) < len(PROGRAMME) + SHORTEST:
        return ()
    before, _, behind = text.partition(PROGRAMME)
    if (before and behind) or text in lexicon.short_forms:
        return ()
    return (before, PROGRAMME) if before else (PROGRAMME, behind)


def short_form_and_word(text: str, lexicon: Lexicon) -> Sequence[str]:
    """The words of a short form of one meaning and the word behind it: "dchishop" is địa chỉ shop;
    empty where there are none."""
    for at in range(SHORTEST_FORM, len(text) - SHORTEST_FORM + 1):
        forms = lexicon.short_forms.get(text[:at], ())
        behind = lexicon.table.ids.get(marks_of(text[at:]).folded)
        if len(forms) == 1 and behind in lexicon.ordinary:
            return (*forms[0], text[at:])
    return ()


def swapped(text: str, lexicon: Lexicon) -> str | None:
    """The word behind a habit of quick typing of which two letters were swapped: "ẩfm" is phẩm."""
    if _SAVES_KEYS.isdisjoint(text) or not text.isalpha():
        return None
    for at in range(len(text) - 1):
        other = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
        if other != text and (meant := by_habit(other, lexicon)):
            return meant[0]
    return None
