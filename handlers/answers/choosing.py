"""Whether it is clear what was meant; if not, letting the person pick, never guessing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from handlers.answers import not_found
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.lists.entries import entries
from handlers.lists.listing import Listing
from handlers.words.naming import choice_label, maker_label
from handlers.words.places import province_phrase
from handlers.words.wording import body
from knowledge.facts import Location, Producer, Product
from knowledge.understanding.question import Certainty, Intent, Match, Question
from locales import Translator

OFFERED = 5
"""Readings to pick from: more is not a help but a list."""
AS_GOOD = 0.8
"""Share of the best score from which another reading is worth offering beside it."""

Named = TypeVar("Named")

_PRODUCT_VERBS = {
    Intent.RATING: Verb.RATING,
    Intent.WHERE_TO_BUY: Verb.WHERE_TO_BUY,
    Intent.PRODUCER: Verb.MAKER,
    Intent.CONTACT: Verb.CONTACT,
    Intent.PRICE: Verb.PRICE,
}
_OF_THE_MAKER = frozenset({Intent.PRODUCER, Intent.CONTACT})
"""What is the same of all that one maker makes."""
_PRODUCER_VERBS = {
    Intent.WHERE_TO_BUY: Verb.PRODUCER_BUYING,
    Intent.PRICE: Verb.PRODUCER_BUYING,
    Intent.CONTACT: Verb.PRODUCER_CONTACT,
}


def settled(asked: Asked) -> Product | Producer | None:
    """The one product or producer that was clearly meant; ``None`` when that is not so."""
    question = asked.question
    if question.certainty is Certainty.RIVALS and question.intent in _OF_THE_MAKER:
        return _maker_of_all(asked)
    if question.certainty is not Certainty.CLEAR:
        return None
    product = _known(question.products, asked.catalogue.products.get)
    producer = _known(question.producers, asked.catalogue.producers.get)
    if product is None:
        return producer[0] if producer else None
    if producer is not None and producer[1] > product[1]:
        return producer[0]
    return product[0]


def _maker_of_all(asked: Asked) -> Producer | None:
    """The one producer behind all readings: whichever was meant, what is asked of it is the same.

    ``None`` where they differ or one's maker is not known.
    """
    question, catalogue = asked.question, asked.catalogue
    products = _as_good(_all_known(question.products, catalogue.products.get))
    there: list[Product] = []
    if question.places:
        # "sdt cty Lê Gia Thanh Hóa": not of one called so elsewhere
        there = [product for product in products if catalogue.is_at(product, question.places)]
    if not there and len(products) < 2:
        return None
    named = {
        producer.code for _, producer in _all_known(question.producers, catalogue.producers.get)
    }
    makers = {product.producer for product in there or products} | named
    if len(makers) != 1:
        return None
    return catalogue.producers.get(makers.pop() or "")


_YEARS = re.compile(
    r"\b(?:nam (?:nao|may|bao nhieu|cong nhan|chung nhan|cap)|hoi nao|khi nao|bao gio|luc nao"
    r"|ngay (?:nao|may|cong nhan|chung nhan|cap|duoc)|hom nao|(?:what|which) (?:year|date)|when)\b"
)
"""Folded words that ask when something was certified."""


def unsettled(asked: Asked) -> Answer:
    """What to say when :func:`settled` found nothing: choices, or that it is not known."""
    if asked.question.certainty in {Certainty.RIVALS, Certainty.WEAK}:
        offered = pick(asked)
        if offered is not None:
            return offered
    return not_found.answer(asked)


def pick(asked: Asked) -> Answer | None:
    """Offer the readings of an unclear name; ``None`` when none of them is in the catalogue."""
    question, catalogue, t = asked.question, asked.catalogue, asked.t
    readings: list[tuple[float, Product | Producer]] = [
        *_all_known(question.products, catalogue.products.get),
        *_all_known(question.producers, catalogue.producers.get),
    ]
    if not readings:
        return None
    meant = _as_good(readings)
    shown = meant[:OFFERED]
    products = [named for named in shown if isinstance(named, Product)]
    choices: list[Choice] = []
    outcome = Outcome.CHOICES
    for named in shown:
        if isinstance(named, Product):
            label = choice_label(named, products, catalogue, t)
            if question.intent is Intent.RATING and question.stars:
                choices += choice(label, Verb.LABEL, question.stars, named.code)
                continue
            verb = product_verb(question.intent, export=question.export)
            choices += choice(label, verb, named.code)
        else:
            verb = _PRODUCER_VERBS.get(question.intent, Verb.PRODUCER)
            choices += choice(_producer_label(asked, named), verb, named.code)
    if question.kinds and len(catalogue.products_at(kinds=question.kinds)) > len(products):
        choices.append(Choice(t.gettext("See all of them"), Listing.of(question).page(0).text))
    if question.certainty is Certainty.WEAK:
        line = t.gettext("I am not sure which product that is. Did you mean:")
    elif question.intent is Intent.RATING and not question.stars and len(products) == len(meant):
        # Each is told with its stars, and that is all that was asked
        line, outcome = _starred(products, question, t), Outcome.ANSWER
    else:
        line = t.gettext("Which of these do you mean?")
    listed: list[Paragraph] = []
    if question.certainty is Certainty.RIVALS:
        # Of rivals the standing is told with the name: often that is all that was asked. Each says
        # its province, for that may be what tells them apart.
        anywhere = replace(asked, question=replace(question, places=()))
        listed = entries(anywhere, products)
    return answered(
        outcome,
        [body(line), *listed],
        choices,
        products=tuple(product.code for product in products),
        producers=tuple(named.code for named in shown if isinstance(named, Producer)),
    )


def _starred(products: Sequence[Product], question: Question, t: Translator) -> str:
    """What leads the stars of several products that may be meant, or the years they got them."""
    if _YEARS.search(question.said):
        return t.gettext("The year of each stands beside its stars; where none does, I know none:")
    stars = {product.stars for product in products}
    same = stars.pop() if len(stars) == 1 else None
    if same is None:
        return t.gettext("These are their stars:")
    return t.gettext("Each of these has {stars} stars:", stars=str(same))


def _as_good(readings: Sequence[tuple[float, Named]]) -> list[Named]:
    """Of the readings those worth offering beside the best, the best first."""
    best = max((score for score, _ in readings), default=0.0)
    good = [reading for reading in readings if reading[0] >= best * AS_GOOD]
    return [named for _, named in sorted(good, key=lambda reading: -reading[0])]


def product_verb(intent: Intent, *, export: bool = False) -> Verb:
    """The action that answers this intent about a product."""
    if export and intent is Intent.WHERE_TO_BUY:
        return Verb.EXPORT
    return _PRODUCT_VERBS.get(intent, Verb.PRODUCT)


def _producer_label(asked: Asked, producer: Producer) -> str:
    name = maker_label(producer, asked.t)
    location: Location | None = producer.location
    if location is None:
        return name
    return f"{name} · {province_phrase(location, asked.catalogue, asked.t)}"


def _known(
    matches: tuple[Match, ...], find: Callable[[str], Named | None]
) -> tuple[Named, float] | None:
    for match in matches:
        named = find(match.code)
        if named is not None:
            return named, match.score
    return None


def _all_known(
    matches: tuple[Match, ...], find: Callable[[str], Named | None]
) -> list[tuple[float, Named]]:
    return [(match.score, named) for match in matches if (named := find(match.code)) is not None]
