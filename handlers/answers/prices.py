"""Prices: we hold none, so the way to those who set them."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import specialities
from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product, after_producer
from handlers.answers.selling import at_the_producer, sellers
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome, Role
from handlers.chat.topic import MOST_MEANT
from handlers.words.naming import producer_name, producer_of, product_name
from handlers.words.wording import body, fill, strong
from knowledge.facts import Producer
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import WHAT_THERE_IS


def answer(asked: Asked) -> Answer:
    """Say that sellers set the price and name the sellers."""
    t, catalogue, question = asked.t, asked.catalogue, asked.question
    named = settled(asked)
    if isinstance(named, Producer):
        name = producer_name(named, t)
        sentence = t.gettext("I hold no prices for the goods of {name}: sellers set them.")
        direct = at_the_producer(asked, named)
        if direct:
            sentence += " " + t.gettext("Ask here:")
        paragraphs = [body(fill(sentence, name=strong(name))), *direct]
        return answered(
            Outcome.ANSWER,
            paragraphs,
            after_producer(asked, named),
            products=tuple(each.code for each in catalogue.products_of(named.code)[:MOST_MEANT]),
            producers=(named.code,),
        )
    if named is None:
        named_one = bool(question.products or question.producers)
        several = question.certainty is Certainty.RIVALS and named_one
        if not question.names_something and not WHAT_THERE_IS.isdisjoint(question.cues):
            # "quà biếu sếp dưới 500k": what there is, though not by the price
            gifts = replace(question, intent=Intent.SPECIALITIES, certainty=Certainty.CLEAR)
            return specialities.answer(replace(asked, question=gifts))
        if not several and (named_one or not question.names_something):
            return unsettled(asked)
        listed = unsettled(asked) if several else specialities.answer(asked)
        sentence = t.gettext(
            "I hold no prices: sellers set them. Pick a product and I will say who sells it."
        )
        return listed.after(body(sentence))
    sentence = t.gettext("I hold no price for {name}: sellers set it and it changes.")
    sold = sellers(asked, named, introduced=True)
    if sold and sold[0].role is Role.ITEM:
        # Its own sellers; others are introduced by a sentence that says what they are
        sentence += " " + t.gettext("Ask here:")
    paragraphs = [body(fill(sentence, name=strong(product_name(named, t)))), *sold]
    producer = producer_of(named, catalogue)
    if producer is not None:
        direct = at_the_producer(asked, producer)
        if direct:
            name = producer_name(producer, t)
            paragraphs.append(body(t.gettext("Straight from {producer}:", producer=name)))
            paragraphs += direct
    return about_product(asked, named, paragraphs)
