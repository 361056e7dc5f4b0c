"""Which of a list still holds its stars: "loại nào còn hạn"."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.answering import PAGE, Answer, Asked, answered
from handlers.listing import Listing
from handlers.naming import product_name
from handlers.places import entries, product_choices
from handlers.reading import folded
from handlers.reply import Choice, Outcome, Paragraph
from handlers.topic import Topic, names_one
from handlers.wording import body
from knowledge.catalogue import Catalogue
from knowledge.certificates import Validity, term_of
from knowledge.facts import Product, Status
from knowledge.understanding.question import Certainty, Intent, Match, Question

_WHICH = r"(?:nao|gi|which|what|any|only|ones|thoi|chi)"
_HOLDS = (
    r"(?:con (?:thoi )?han|con hieu luc|con gia tri|chua het han|khong het han|"
    r"still valid|not expired|unexpired|valid|in date|still certified)"
)
_STILL = re.compile(rf"\b{_WHICH}\b.*\b{_HOLDS}\b|\b{_HOLDS}\b.*\b{_WHICH}\b")
NAMED = 3
"""Products named of those whose year is not known."""


def asked_for(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The list last shown, to be sorted by whether its certificates hold."""
    shown = topic.products if topic.several else topic.listed
    if len(shown) < 2 or not _STILL.search(folded(question.text)):
        return None
    if question.places or (names_one(question) and not question.bare):
        return None
    codes = list(shown)
    if topic.has_list:
        whole = catalogue.products_at(
            topic.places, stars=topic.stars, category=topic.category, kinds=topic.kinds
        )
        listed = [product.code for product in whole]
        if set(shown) <= set(listed):
            codes = listed  # all pages of it
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=tuple(Match(code, 1.0) for code in codes),
        producers=(),
        places=topic.places,
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
    )


def answer(asked: Asked) -> Answer:
    """Those that hold today, those that may have to be renewed, and how many cannot be told."""
    t, catalogue = asked.t, asked.catalogue
    found: dict[Validity, list[Product]] = {each: [] for each in Validity}
    for match in asked.question.products:
        product = catalogue.products[match.code]
        found[_validity(asked, product)].append(product)
    holding, ending = found[Validity.VALID], found[Validity.EXPIRING]
    paragraphs: list[Paragraph] = []
    if holding:
        line = t.ngettext(
            "{count} of them surely holds its stars today:",
            "{count} of them surely hold their stars today:",
            len(holding),
        )
        paragraphs += [body(line), *entries(asked, holding[:PAGE])]
    else:
        paragraphs.append(body(t.gettext("I know of none of them that surely holds today.")))
    told = holding[:PAGE]
    if ending:
        line = t.ngettext(
            "{count} ends soon or this year and may need renewing:",
            "{count} end soon or this year and may need renewing:",
            len(ending),
        )
        told += ending[: PAGE - len(told)] or ending[:NAMED]
        paragraphs += [body(line), *entries(asked, [each for each in told if each in ending])]
    unknown, ended = found[Validity.UNKNOWN], found[Validity.EXPIRED]
    if ended:
        line = t.ngettext(
            "{count} has passed its 36 months, and I know of no renewal.",
            "{count} have passed their 36 months, and I know of no renewal.",
            len(ended),
        )
        paragraphs.append(body(line))
    if unknown:
        line = t.ngettext(
            "Of {count} I do not know the year, so I cannot tell: {names}.",
            "Of {count} I do not know the year, so I cannot tell: {names}.",
            len(unknown),
            names=_names(asked, unknown),
        )
        paragraphs.append(body(line))
    choices = product_choices(asked, told)
    if len(asked.question.products) > len(told) and Listing.of(asked.question) != Listing():
        first = Listing.of(asked.question).page(0)
        choices.append(Choice(t.gettext("See all of them"), first.text))
    # With nothing to show the list itself stays what the next words point at
    listed = [match.code for match in asked.question.products[:PAGE]]
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in told) or tuple(listed),
        places=asked.question.places,
    )


def _validity(asked: Asked, product: Product) -> Validity:
    if product.status is not Status.CERTIFIED or not product.certificates:
        return Validity.UNKNOWN
    return term_of(product.certificates[0], asked.today).validity


def _names(asked: Asked, products: list[Product]) -> str:
    names = [product_name(product, asked.t) for product in products[:NAMED]]
    return ", ".join(names) + ("…" if len(products) > NAMED else "")
