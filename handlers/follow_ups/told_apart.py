"""Which of several products has more or fewer stars, or was recognised first, as lists tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.words.naming import choice_label
from handlers.words.wording import body
from knowledge.facts import Product
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import EARLIEST, FEWER_STARS, MORE_STARS, NEWEST

_ASKED = frozenset({MORE_STARS, FEWER_STARS, EARLIEST, NEWEST})
MOST_NAMED = 3
"""Products named in one sentence."""

Best = Callable[[Sequence[int]], int]
"""The least or the greatest of some numbers."""


def is_asked(question: Question) -> bool:
    """Whether products are to be told apart by what is known of them."""
    return not _ASKED.isdisjoint(question.cues)


class _Sentences(NamedTuple):
    """What is said of products by one thing that is known of them, with ``{names}`` and what the
    best of them have as ``{stars}`` or ``{year}``."""

    all_alike: str
    of_the_only_ones_known: str
    of_the_best: str
    of_those_unknown: str


def told(asked: Asked, products: Sequence[Product]) -> list[Paragraph]:
    """Which of some products has most or fewest stars, or was recognised first or last; and of
    which that is not known."""
    t, cues = asked.t, asked.question.cues
    lines: list[str] = []
    fewest, first = FEWER_STARS in cues, EARLIEST in cues
    if fewest or MORE_STARS in cues:
        of_stars = _Sentences(
            t.gettext("They all have {stars} stars."),
            t.gettext("{names}: {stars} stars."),
            t.gettext("Fewest stars: {names} ({stars} stars).")
            if fewest
            else t.gettext("Most stars: {names} ({stars} stars)."),
            t.gettext("How many stars I do not know of: {names}."),
        )
        lines += _by(lambda each: each.stars, min if fewest else max, asked, products, of_stars)
    if first or NEWEST in cues:
        best = min if first else max
        of_years = _Sentences(
            t.gettext("All were recognised in {year}."),
            t.gettext("{names}: recognised in {year}."),
            t.gettext("Recognised first: {names} ({year}).")
            if first
            else t.gettext("Recognised last: {names} ({year})."),
            t.gettext("In which year I do not know of: {names}."),
        )
        lines += _by(lambda each: _year(each, best), best, asked, products, of_years)
    return [body(" ".join(lines))] if lines else []


def _by(
    known_of: Callable[[Product], int | None],
    best_of: Best,
    asked: Asked,
    products: Sequence[Product],
    sentences: _Sentences,
) -> list[str]:
    """What one thing known of some products tells: who is best by it, and of whom it is unknown."""
    known = [(each, value) for each in products if (value := known_of(each)) is not None]
    unknown = [each for each in products if known_of(each) is None]
    lines: list[str] = []
    if known:
        best = best_of([value for _, value in known])
        winners = [each for each, value in known if value == best]
        if len(winners) == len(products):
            sentence = sentences.all_alike
        elif len(winners) == len(known):
            sentence = sentences.of_the_only_ones_known
        else:
            sentence = sentences.of_the_best
        lines.append(sentence.format(names=_names(asked, winners), stars=best, year=best))
    if unknown:
        lines.append(sentences.of_those_unknown.format(names=_names(asked, unknown)))
    return lines


def _year(product: Product, best_of: Best) -> int | None:
    """The year in which a product was recognised, for the first time or last."""
    years = [each.year for each in product.certificates if each.year is not None]
    return best_of(years) if years else None


def _names(asked: Asked, products: Sequence[Product]) -> str:
    labels = [
        choice_label(each, products, asked.catalogue, asked.t, brief=True) for each in products
    ]
    shown = labels[:MOST_NAMED]
    return ", ".join(shown) + (" …" if len(labels) > MOST_NAMED else "")
