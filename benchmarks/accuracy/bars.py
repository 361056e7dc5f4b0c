"""What has to be reached, as shares of the questions of a class."""

from __future__ import annotations

_EASY = ("clean", "lower", "no_marks", "nfd", "tone_place", "look_alikes", "upper")
_RAW = ("telex", "telex_part", "vni", "vni_part", "teen", "run_together", "word_order")
_PLACES = ("clean", "no_marks", "nfd", "upper", "telex", "vni", "teen", "look_alikes", "en")

BARS: dict[str, float] = {
    **dict.fromkeys(_EASY, 0.99),
    **dict.fromkeys(_RAW, 0.97),
    "one_slip": 0.97,
    "two_slips": 0.93,
    "no_marks_slip": 0.95,
    "messy": 0.92,
    **dict.fromkeys(("en_name", "en_lower", "en_kind", "en_slip", "mixed"), 0.93),
    **dict.fromkeys(("producer_clean", "producer_no_marks", "producer_short"), 0.95),
    **dict.fromkeys(("producer_slip", "producer_brand", "producer_en"), 0.95),
    **{f"place_{noise}": 0.99 for noise in (*_PLACES, "everyday", "district")},
    **dict.fromkeys(("place_slip", "place_no_marks_slip"), 0.95),
    "place_messy": 0.92,
    "foreign": 0.98,
    "foreign_made": 0.98,
}
"""Least share of right answers in a class; of foreign questions, of those without an answer."""

OWN_BARS: dict[str, float] = {
    "split": 0.97,
    "words_left_out": 0.95,
    "extra_words": 0.97,
    "regional": 0.95,
    "long_sentence": 0.97,
    "compare": 0.95,
    "handwritten": 0.95,
    "own_words": 0.8,
}
"""Bars of our own for classes that nobody set one for."""

INTENT = 0.97
"""Least share of questions, all classes together, whose intent is right."""
REAL_REFUSED = 0.01
"""Largest share of questions about real things that are refused."""
LARGEST_FALL = 0.03
"""How much a class may lose when the knowledge base grows to 20,000 products."""


def bar_of(noise: str) -> float:
    """The bar of a class. Raises ``KeyError`` for an unknown one."""
    return BARS[noise] if noise in BARS else OWN_BARS[noise]
