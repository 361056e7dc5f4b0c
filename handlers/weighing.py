"""Which of the products shown is best: only what is known, the stars, can tell."""

from __future__ import annotations

from dataclasses import replace

from handlers import comparison
from handlers.answering import PAGE, Answer, Asked, answered
from handlers.places import entries, product_choices
from handlers.reply import Outcome
from handlers.wording import body
from knowledge.catalogue import best_first
from knowledge.understanding.question import Certainty


def answer(asked: Asked) -> Answer:
    """Say honestly what we cannot tell, and set the products asked about in order of stars."""
    t = asked.t
    sentence = body(
        t.gettext(
            "I know no prices and have not tasted anything, so I cannot say which is cheaper or "
            "nicer. What I do know is how many stars each was given:"
        )
    )
    products = [
        asked.catalogue.products[match.code]
        for match in asked.question.products
        if match.code in asked.catalogue.products
    ]
    if 1 < len(products) <= comparison.COMPARED_AT_MOST:
        question = replace(asked.question, certainty=Certainty.CLEAR)
        beside = comparison.answer(replace(asked, question=question))
        paragraphs = (sentence, *beside.reply.paragraphs)
        return replace(beside, reply=replace(beside.reply, paragraphs=paragraphs))
    ranked = sorted(products[: 2 * PAGE], key=best_first)
    hint = body(t.gettext("Pick one and I will tell you who sells it, to ask for the price."))
    return answered(
        Outcome.ANSWER,
        [sentence, *entries(asked, ranked), hint],
        product_choices(asked, ranked),
        products=tuple(product.code for product in ranked),
        places=asked.question.places,
    )
