"""Why something has its stars, who gave them, and whether it is what it says: as far as we know."""

from __future__ import annotations

from handlers.answers.choosing import settled
from handlers.answers.next_steps import after_product
from handlers.answers.programme import topic_name
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Outcome, Paragraph
from handlers.lists.entries import product_choices
from handlers.words.naming import product_name
from handlers.words.places import province_phrase
from handlers.words.rules import rule_text
from handlers.words.sourcing import sources_note
from handlers.words.stars import rating
from handlers.words.wording import body, fill, item, strong
from knowledge.facts import Product, ProgrammeTopic

OFFERED = 3
"""Of several products shown those that can be picked below the rules."""


def answer(asked: Asked) -> Answer:
    """Who gave the stars, by which decision, and by what they are given: why they are so many."""
    t = asked.t
    reason = body(
        t.gettext(
            "The stars are given by a council, by the same criteria for every product; how many "
            "points each part of it got I do not know."
        )
    )
    topics = (ProgrammeTopic.WHO_CERTIFIES, ProgrammeTopic.STARS)
    return _explained(asked, reason, topics, rules_of_each=1)


def genuine(asked: Asked) -> Answer:
    """What is known of it, and how to make sure of the one in hand."""
    t = asked.t
    reason = body(
        t.gettext(
            "I know what was published of it, not the one in your hand. This is how to make sure:"
        )
    )
    topics = (ProgrammeTopic.CHECKING, ProgrammeTopic.MARK)
    return _explained(asked, reason, topics[:1], rules_of_each=2, related=topics)


def _explained(
    asked: Asked,
    reason: Paragraph,
    topics: tuple[ProgrammeTopic, ...],
    *,
    rules_of_each: int,
    related: tuple[ProgrammeTopic, ...] = (),
) -> Answer:
    """What is known of the one product meant, then the rules, of which there is more to tap."""
    t, named = asked.t, settled(asked)
    product = named if isinstance(named, Product) else None
    paragraphs: list[Paragraph] = []
    if product is not None:
        paragraphs += [
            body(
                fill(
                    t.gettext("{product}, {place}:"),
                    product=strong(product_name(product, t)),
                    place=province_phrase(product.location, asked.catalogue, t),
                )
            ),
            *rating(asked, product),
        ]
    if product is None or product.stars or related:
        paragraphs.append(reason)
    rules = [rule for topic in topics for rule in asked.catalogue.programme(topic)[:rules_of_each]]
    paragraphs += [item(rule_text(rule, t)) for rule in rules]
    told = product.sources if product is not None else ()
    paragraphs += sources_note([*told, *(each for rule in rules for each in rule.sources)], t)
    choices = [
        offered
        for topic in related or topics
        for offered in choice(topic_name(topic, t), Verb.TOPIC, 0, topic.value)
    ]
    shown = [product] if product is not None else list(asked.products)
    if product is not None:
        choices += after_product(asked, product)
    else:
        choices += product_choices(asked, shown[:OFFERED])
    return answered(
        Outcome.ANSWER, paragraphs, choices, products=tuple(each.code for each in shown)
    )
