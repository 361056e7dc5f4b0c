"""How many stars, since when, and whether they still hold."""

from __future__ import annotations

from handlers.answers import labels, producers
from handlers.answers.alike_there import with_certified
from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Outcome, Paragraph
from handlers.words.naming import product_name
from handlers.words.places import province_phrase, unit_name
from handlers.words.sourcing import product_note
from handlers.words.stars import decision_number, rating
from handlers.words.wording import body, fill, strong
from knowledge.facts import Producer, Product
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.senses import DECISION


def answer(asked: Asked) -> Answer:
    """Say the stars of the product asked about; of a producer, those of its products."""
    verdict = labels.claimed_verdict(asked)
    if verdict is not None:
        return verdict
    named = settled(asked)
    if isinstance(named, Producer):
        return producers.card(asked, named)
    if named is None:
        given = unsettled(asked)
        unknown = (
            given.reply.outcome is Outcome.NOT_FOUND or asked.question.certainty is Certainty.WEAK
        )
        claimed = asked.question.stars is not None and unknown
        return (labels.mistyped(asked) or labels.not_listed(asked)) if claimed else given
    t = asked.t
    paragraphs = [
        body(
            fill(
                t.gettext("{product}, {place}:"),
                product=strong(product_name(named, t)),
                place=province_phrase(named.location, asked.catalogue, t),
            )
        ),
        *rating(asked, named),
        *_decision_unknown(asked, named),
        *product_note(named, t),
    ]
    return with_certified(asked, named, about_product(asked, named, paragraphs))


def _decision_unknown(asked: Asked, product: Product) -> list[Paragraph]:
    """That the number of the decision is not known, where that was asked for."""
    if DECISION not in asked.question.cues:
        return []
    if product.certificates and decision_number(product.certificates[0]):
        return []
    t = asked.t
    return [
        body(
            t.gettext(
                "I do not know the number of the decision: it stands on the label, and the OCOP "
                "office of {province} can tell it.",
                province=unit_name(asked.catalogue.province(product.location.province), t),
            )
        )
    ]
