"""Decisions that gave stars: what was recognised by one, and by which something was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Outcome, Paragraph
from handlers.lists.entries import entries, product_choices
from handlers.words.naming import product_name
from handlers.words.places import place_name
from handlers.words.rules import rule_text
from handlers.words.sourcing import sources_note
from handlers.words.stars import decision_number
from handlers.words.wording import body, item, title
from knowledge.catalogue import Catalogue
from knowledge.facts import Product, ProgrammeTopic
from knowledge.text.letters import fold
from knowledge.understanding.question import Question

_NAMED = re.compile(
    r"\b(?:qd|quyet dinh|decision)\W*(?:so|no|number)?\W*(?P<after>\d{2,5})(?![\d.])"
    r"|\b(?P<before>\d{2,5})\s*/\s*qd"
)
_NUMBER = re.compile(r"\d+")
_LISTED_AT_MOST = 25
"""Products told of one decision: as many as the longest known has."""


def number_in(question: Question) -> str | None:
    """The number of the decision that is named: ``2361`` of "QĐ 2361/QĐ-BNNMT"."""
    found = _NAMED.search(fold(question.text))
    return (found["after"] or found["before"]) if found else None


def is_of_rules(number: str, catalogue: Catalogue) -> bool:
    """Whether a decision gave the programme its rules, and no product its stars."""
    return any(
        rule.topic is not ProgrammeTopic.ROUNDS and f"{number}/QĐ" in rule.text_vi
        for rule in catalogue.facts.programme
    )


def number_of_all(products: Iterable[Product]) -> str | None:
    """The number of the one decision by which all of some products got their newest stars."""
    found = (_NUMBER.search(_number(product)) for product in products)
    numbers = {number.group() if number is not None else "" for number in found}
    return (numbers.pop() or None) if len(numbers) == 1 else None


def answer(asked: Asked, number: str | None = None) -> Answer:
    """What was recognised by a decision, that which is named if none is given, as far as our own
    list tells."""
    t, number = asked.t, number or number_in(asked.question) or ""
    every = asked.catalogue.programme(ProgrammeTopic.ROUNDS)
    rounds = [rule for rule in every if f"{number}/QĐ" in rule.text_vi]
    told = [body(rule_text(rule, t)) for rule in rounds]
    name = title(t.gettext("Decision {number}", number=number))
    found = [
        product
        for product in asked.catalogue.products_at(asked.question.places)
        if _is_by(product, number)
    ]
    if not found and asked.question.places and told:
        nothing = t.gettext(
            "Our own list has no product of {place} that decision {number} recognised.",
            place=place_name(asked.question.places[0], t),
            number=number,
        )
        return answered(Outcome.TALK, [name, *told, body(nothing)])
    if not found:
        unknown = t.gettext(
            "What decision {number} recognised I do not know: I have no product with that number.",
            number=number,
        )
        return answered(Outcome.TALK, [name, *told, body(unknown)])
    shown = sorted(found, key=lambda each: (each.location.province, each.name))[:_LISTED_AT_MOST]
    heading = t.ngettext(
        "By decision {number} our own list has {count} product",
        "By decision {number} our own list has {count} products",
        len(found),
        number=number,
    )
    return answered(
        Outcome.ANSWER,
        [
            name,
            *told,
            title(heading),
            *entries(asked, shown),
            *sources_note((source for rule in rounds for source in rule.sources), t),
        ],
        product_choices(asked, shown[:PAGE]),
        products=tuple(product.code for product in shown),
    )


def of_shown(asked: Asked) -> Answer:
    """By which decision each of several products shown got its stars."""
    t, products = asked.t, asked.products
    paragraphs: list[Paragraph] = [
        item(
            t.gettext(
                "{product}: {number}", product=product_name(product, t), number=_number(product)
            )
            if _number(product)
            else t.gettext(
                "{product}: the number of the decision is not known to me",
                product=product_name(product, t),
            )
        )
        for product in products
    ]
    return answered(
        Outcome.ANSWER,
        [title(t.gettext("Decisions that gave the stars")), *paragraphs],
        product_choices(asked, products[:PAGE]),
        products=tuple(product.code for product in products),
    )


def _number(product: Product) -> str:
    return decision_number(product.certificates[0]) if product.certificates else ""


def _is_by(product: Product, number: str) -> bool:
    """Whether one of its certificates was given by the decision."""
    numbers = (_NUMBER.search(each.decision or "") for each in product.certificates)
    return any(found is not None and found.group() == number for found in numbers)
