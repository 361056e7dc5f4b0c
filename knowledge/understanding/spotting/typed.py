"""The words of an utterance as they were typed, and those of them that name no goods."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from knowledge.certificates import Years
from knowledge.text.tokens import Token
from knowledge.understanding.words.lexicon import Lexicon, Word
from knowledge.understanding.words.measures import measures
from knowledge.understanding.words.numerals import dated, period_in, sums, superlatives, tells_a_sum
from knowledge.understanding.words.utterance import read_words
from knowledge.understanding.words.years import years_in

MARKS_WRITER = 0.4
"""From this share of marked words on, a person is taken to write marks where they belong."""


class Typed(Struct, frozen=True):
    """The words of an utterance."""

    words: list[Word]
    writes_marks: bool
    """Whether a person writes marks where they belong."""
    period: str | None
    years: Years | None
    """Several years told at once."""
    of_dates: frozenset[int]
    """Words of a time: "nam 2025" tells the year, it asks for no "nấm"."""
    of_degree: frozenset[int]
    """Words that tell how much: the "nhất" of "nhiều trà nhất", "dưới 200k"."""
    of_pack: frozenset[int]
    """Words that tell how much is in a pack, "hộp 400 gam", which some names hold."""
    spends: bool
    """Whether a sum of money is told."""


def typed(text: str, tokens: list[Token], lexicon: Lexicon) -> Typed:
    """Read the words of a text, from its tokens."""
    words = read_words(tokens, lexicon)
    period, years = period_in(text), years_in(text)
    folded = [word.marks.folded for word in words]
    texts = [word.text for word in words]
    of_money = sums(texts)
    return Typed(
        words=words,
        writes_marks=_writes_marks(tokens, words),
        period=period,
        years=years,
        of_dates=dated(folded) if period or years else frozenset(),
        # Who writes marks means Japan by "nhật"
        of_degree=superlatives(["" if word.text == "nhật" else word.marks.folded for word in words])
        | of_money,
        of_pack=measures(texts),
        spends=tells_a_sum(text, of_money),
    )


def _writes_marks(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    """Whether a person writes marks where they belong.

    Of the tokens, not the words: the marks of a short form written out are ours.
    """
    marked = sum([token.marks.is_marked for token in tokens])
    marked += sum([word.origin in {"telex", "vni"} for word in words])
    return marked >= max(1, MARKS_WRITER * len(tokens))
