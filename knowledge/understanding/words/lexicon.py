"""The words of an utterance, and what is known of words before any is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, leaves_out
from knowledge.understanding.words.run_together import Pieces

SYNONYM = 0.9
"""Likeness of another word for the same thing (chè, trà)."""


class Synonym(NamedTuple):
    """A word for which another may stand."""

    written: Marks
    """The word as it is written: giò, not gió."""
    stands_for: int
    """Number of the other word."""


class Word(Struct, frozen=True, gc=False):
    """One word of the utterance."""

    text: str
    marks: Marks
    readings: tuple[tuple[int, float], ...]
    """Pairs (word number, likeness), most alike first; empty for an unknown word."""
    token: int
    """The token it was made from."""
    origin: str
    """``typed``, ``telex``, ``vni``, ``short``, ``joined``, ``split`` or ``unknown``."""
    follows_break: bool

    @property
    def is_known(self) -> bool:
        """Whether it is a word as it stands, without any slip or short form."""
        return bool(self.readings) and self.readings[0][1] == 1.0

    @property
    def surely(self) -> list[int]:
        """The numbers of the words that it is as it stands."""
        return [number for number, likeness in self.readings if likeness == 1.0]


class Lexicon(NamedTuple):
    """What is needed to read tokens."""

    table: WordTable
    short_forms: dict[str, tuple[tuple[str, ...], ...]]
    """Clean short form, of one word or two, to what it may stand for, likeliest first."""
    followers: frozenset[tuple[str, str]]
    """Folded words that stand side by side in cues and fillers: what "cs" means in "cs bán" (có),
    "bn" in "vậy bn" (bạn)."""
    abbreviations: dict[str, tuple[str, ...]]
    """Those that are written out in the index too, and so always."""
    synonyms: dict[int, tuple[Synonym, ...]]
    """Word number to the single words that are written with its letters and have a synonym."""
    in_names: frozenset[int]
    """Words that some product's or producer's name holds."""
    place_abbreviations: frozenset[str]
    """HN, SG, BMT ... in lower case."""
    beside_abbreviations: Mapping[str, frozenset[tuple[str, str]]]
    """For each of them the first two folded words of places there: "qn hội an"."""
    ordinary: frozenset[int]
    """Those, and words of cues and kinds: none of them is a short form. BN may be Bắc Ninh, but is
    first of all "bao nhiêu"."""
    english: frozenset[str]
    """Words of everyday English, which are no keystrokes: "thats" is no "thát"."""
    pieces: Pieces
    """What may come out of a run-together token."""
    read: dict[tuple[str, bool], tuple[Word, ...]]
    """What tokens were read as before, by their text and whether keystrokes were typed: most words
    of a question come again and again. Filled by
    :mod:`knowledge.understanding.words.token_readings`."""

    def synonyms_of(self, number: int, typed: Marks) -> list[tuple[int, float]]:
        """The words that a typed one may stand for besides, as readings: dò for "giò" or "gio",
        none for "gió", which is another word."""
        return [
            (synonym.stands_for, SYNONYM)
            for synonym in self.synonyms.get(number, ())
            if not typed.is_marked
            or (typed.tone == synonym.written.tone and typed.quality == synonym.written.quality)
            or leaves_out(typed, synonym.written)
        ]
