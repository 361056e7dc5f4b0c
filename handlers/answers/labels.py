"""Whether a label tells the truth: stars claimed against the stars in our list.

Absence is never taken for "not certified": the list does not have every product. Reached by the
intent ``RATING`` when the question claims stars, and by the action ``LABEL``.
"""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers.alike_there import with_certified
from handlers.answers.choosing import pick, settled
from handlers.answers.next_steps import about_product
from handlers.answers.not_found import list_date
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Outcome
from handlers.words.naming import choice_label, product_name
from handlers.words.places import province_phrase
from handlers.words.sourcing import product_note
from handlers.words.stars import rating, undated
from handlers.words.wording import body, fill, strong
from knowledge.certificates import Validity, term_of
from knowledge.facts import Product, Status
from knowledge.understanding.question import Certainty
from locales import Translator

SURE = 0.75
"""Score from which a name on a label is taken for the product's own."""
WORTH_OFFERING = 0.5
ALIKE = 3
"""Similar names to pick from."""


def verdict(asked: Asked, product: Product, claimed: int) -> Answer:
    """Compare the stars claimed with the newest certificate we know of."""
    t = asked.t
    named = strong(product_name(product, t))
    where = province_phrase(product.location, asked.catalogue, t)
    paragraphs = [
        body(fill(_judgement(asked, product, claimed), product=named, place=where)),
        # Where no stars are known the judgement has said all there is
        *(rating(asked, product) if product.stars is not None else ()),
    ]
    if product.stars != claimed:
        newer = t.gettext(
            "As of {date}. A newer decision may have changed it: compare the decision number and "
            "date on the label.",
            date=list_date(asked),
        )
        paragraphs.append(body(newer))
    given = about_product(asked, product, [*paragraphs, *product_note(product, t)])
    return with_certified(asked, product, given)


def claimed_verdict(asked: Asked) -> Answer | None:
    """The verdict on the product clearly meant; ``None`` when it is not clear which.

    A label is judged by its whole name only: what is merely alike is offered to pick from, and
    asked about where it differs by slips alone.
    """
    named, claimed = settled(asked), asked.question.stars
    if not isinstance(named, Product) or claimed is None:
        return None
    best = asked.question.products[0]
    if best.score < SURE and not best.whole:
        return mistyped(asked) or not_listed(asked)
    return verdict(asked, named, claimed)


def mistyped(asked: Asked) -> Answer | None:
    """Whether the one product is meant that is called so but for slips: "rượu gạo hanh Lâm"."""
    best = asked.question.products[:1]
    if not best or not best[0].mistyped:
        return None
    weak = replace(asked.question, certainty=Certainty.WEAK, producers=(), kinds=())
    return pick(replace(asked, question=weak))


def not_listed(asked: Asked) -> Answer:
    """Nothing in our list is called so: that says nothing about the product."""
    t = asked.t
    alike = [
        asked.catalogue.products[match.code]
        for match in asked.question.products[:ALIKE]
        if match.score >= WORTH_OFFERING and match.code in asked.catalogue.products
    ]
    choices = [
        offered
        for product in alike
        for offered in choice(
            choice_label(product, alike, asked.catalogue, t),
            Verb.LABEL,
            asked.question.stars,
            product.code,
        )
    ]
    return answered(
        Outcome.NOT_FOUND,
        [
            body(
                t.gettext(
                    "I cannot check that label: I find no product of exactly that name in the "
                    "list I hold (as of {date}).",
                    date=list_date(asked),
                )
            ),
            body(
                t.gettext(
                    "That does not mean it is not certified: the list does not have every product. "
                    "Ask for the decision number on the label at the OCOP office of the province."
                )
            ),
            *([body(t.gettext("Under a similar name I know:"))] if choices else []),
        ],
        choices,
        products=tuple(product.code for product in alike),
    )


def _judgement(asked: Asked, product: Product, claimed: int) -> str:
    t, held = asked.t, product.stars
    if held is None:
        return _unawarded(product, t)
    term = term_of(product.certificates[0], asked.today)
    if claimed == undated(product):
        return t.gettext(
            "One source lists {{product}}, {{place}}, with {claimed} stars, but without a year; "
            "the newest award of which we know the year is {held} stars.",
            held=str(held),
            claimed=str(claimed),
        )
    if held != claimed:
        return t.gettext(
            "Not as the label says: {{product}}, {{place}}, has {held} stars in our list, not "
            "{claimed}.",
            held=str(held),
            claimed=str(claimed),
        )
    if term.validity is Validity.EXPIRED:
        return t.gettext(
            "{{product}}, {{place}}, did have {claimed} stars, but the certificate we know of has "
            "expired.",
            claimed=str(claimed),
        )
    if term.validity is Validity.UNKNOWN:
        return t.gettext(
            "Yes: {{product}}, {{place}}, is listed with {claimed} stars. Whether they still hold "
            "we cannot tell.",
            claimed=str(claimed),
        )
    return t.gettext(
        "Yes: {{product}}, {{place}}, is listed with {claimed} stars.", claimed=str(claimed)
    )


def _unawarded(product: Product, t: Translator) -> str:
    if product.status is Status.SPECIALITY:
        return t.gettext(
            "Our list has {product}, {place}, only as a local speciality; no award of stars is "
            "known to us."
        )
    if product.status is Status.CANDIDATE:
        return t.gettext(
            "Our list has {product}, {place}, only as proposed for stars; no award is known to us."
        )
    return t.gettext(
        "{product}, {place}, is in our list as an OCOP product, but its stars are not known to us."
    )
