"""Which of several products has more or fewer stars, or was recognised first, as lists tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.words.naming import choice_label
from handlers.words.wording import body
from knowledge.facts import Product
from knowledge.understanding.question import Question
from knowledge.understanding.senses import EARLIEST, FEWER_STARS, MORE_STARS, NEWEST

_ASKED = frozenset({MORE_STARS, FEWER_STARS, EARLIEST, NEWEST})
MOST_NAMED = 3
"""Products named in one sentence."""


def is_asked(question: Question) -> bool:
    """Whether products are to be told apart by what is known of them."""
    return not _ASKED.isdisjoint(question.cues)


def told(asked: Asked, products: Sequence[Product]) -> list[Paragraph]:
    """Which of some products has most or fewest stars, or was recognised first or last; and of
    which that is not known."""
    cues = asked.question.cues
    sentences: list[str] = []
    if FEWER_STARS in cues:
        sentences += _by_stars(asked, products, fewest=True)
    elif MORE_STARS in cues:
        sentences += _by_stars(asked, products, fewest=False)
    if EARLIEST in cues or NEWEST in cues:
        sentences += _by_year(asked, products, first=EARLIEST in cues)
    return [body(" ".join(sentences))] if sentences else []


def _by_stars(asked: Asked, products: Sequence[Product], *, fewest: bool) -> list[str]:
    t, sign = asked.t, -1 if fewest else 1
    winners, unknown = _split(
        products, lambda product: None if product.stars is None else sign * product.stars
    )
    sentences: list[str] = []
    if winners:
        stars, names = str(winners[0].stars), _names(asked, winners)
        if len(winners) == len(products):
            sentences.append(t.gettext("They all have {stars} stars.", stars=stars))
        elif len(winners) + len(unknown) == len(products):
            sentences.append(t.gettext("{names}: {stars} stars.", names=names, stars=stars))
        elif fewest:
            sentences.append(
                t.gettext("Fewest stars: {names} ({stars} stars).", names=names, stars=stars)
            )
        else:
            sentences.append(
                t.gettext("Most stars: {names} ({stars} stars).", names=names, stars=stars)
            )
    if unknown:
        names = _names(asked, unknown)
        sentences.append(t.gettext("How many stars I do not know of: {names}.", names=names))
    return sentences


def _by_year(asked: Asked, products: Sequence[Product], *, first: bool) -> list[str]:
    t, sign = asked.t, -1 if first else 1
    winners, unknown = _split(
        products, lambda product: None if (year := _year(product, first)) is None else sign * year
    )
    sentences: list[str] = []
    if winners:
        year, names = str(_year(winners[0], first)), _names(asked, winners)
        if len(winners) == len(products):
            sentences.append(t.gettext("All were recognised in {year}.", year=year))
        elif len(winners) + len(unknown) == len(products):
            sentences.append(t.gettext("{names}: recognised in {year}.", names=names, year=year))
        elif first:
            sentences.append(
                t.gettext("Recognised first: {names} ({year}).", names=names, year=year)
            )
        else:
            sentences.append(
                t.gettext("Recognised last: {names} ({year}).", names=names, year=year)
            )
    if unknown:
        names = _names(asked, unknown)
        sentences.append(t.gettext("In which year I do not know of: {names}.", names=names))
    return sentences


def _split(
    products: Sequence[Product], worth: Callable[[Product], int | None]
) -> tuple[list[Product], list[Product]]:
    """Those with most of something, and those of which it is not known."""
    unknown = [product for product in products if worth(product) is None]
    most = max((known for product in products if (known := worth(product)) is not None), default=0)
    return [product for product in products if worth(product) == most], unknown


def _year(product: Product, first: bool) -> int | None:
    """The year in which a product was recognised, for the first time or last."""
    years = [each.year for each in product.certificates if each.year is not None]
    return (min(years) if first else max(years)) if years else None


def _names(asked: Asked, products: Sequence[Product]) -> str:
    labels = [
        choice_label(each, products, asked.catalogue, asked.t, brief=True) for each in products
    ]
    shown = labels[:MOST_NAMED]
    return ", ".join(shown) + (" …" if len(labels) > MOST_NAMED else "")
