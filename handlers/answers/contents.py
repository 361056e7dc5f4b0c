"""Whether something is in goods: names do not tell, the label does."""

from __future__ import annotations

from handlers.answers import cautions, goods_meant, products
from handlers.answers.choosing import settled
from handlers.answers.not_found import of_its_kind
from handlers.chat.answering import Answer, Asked
from handlers.words.wording import body
from knowledge.facts import Product


def answer(asked: Asked) -> Answer:
    """Say that it is not known, with the card of the product that is meant or those of the kind;
    and what there is of that which is asked to be in it, as it may have been asked for itself."""
    told = body(cautions.of_contents(asked.t))
    if isinstance(settled(asked), Product):
        given = products.answer(asked).after(told)
    else:
        given = goods_meant.told_of(asked, told) or cautions.answer(asked)
    for_itself = of_its_kind(asked, asked.question.contents)
    return given.telling(*given.reply.paragraphs, choices=(*given.reply.choices, *for_itself))
