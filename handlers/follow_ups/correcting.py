"""What to say when a person tells us that the answer was not what they meant."""

from __future__ import annotations

from handlers.answers.choosing import OFFERED, product_verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome
from handlers.chat.session import Session
from handlers.chat.topic import Topic
from handlers.lists.entries import entries
from handlers.words.naming import choice_label
from handlers.words.wording import body
from knowledge.catalogue import Catalogue


def answer(asked: Asked) -> Answer:
    """Apologise briefly, and offer what else may have been meant or ask for the name."""
    t, question, catalogue = asked.t, asked.question, asked.catalogue
    products = [
        catalogue.products[match.code]
        for match in question.products[:OFFERED]
        if match.code in catalogue.products
    ]
    if not products:
        line = t.gettext(
            "Sorry, I misunderstood. Which product do you mean? Give me the name on its label, the "
            "producer or the province."
        )
        return answered(Outcome.TALK, [body(line)])
    choices: list[Choice] = []
    for product in products:
        label = choice_label(product, products, catalogue, t)
        choices += choice(label, product_verb(question.intent), product.code)
    return answered(
        Outcome.CHOICES,
        [
            body(t.gettext("Sorry, I misunderstood. Do you mean one of these?")),
            *entries(asked, products),
            body(t.gettext("If not, give me the name on its label, the producer or the province.")),
        ],
        choices,
        products=tuple(product.code for product in products),
    )


def candidates(session: Session, catalogue: Catalogue) -> tuple[str, ...]:
    """What may have been meant instead of what was shown: the next readings, the rest of the list
    it came from, what else its maker makes, what else is of its kind."""
    topic = Topic.of(session, catalogue)
    if topic.product is None:
        return ()
    shown = catalogue.products[topic.product]
    maker = topic.maker(catalogue)
    pools = (
        (code for code in session.others if code in catalogue.products),
        topic.listed,
        (each.code for each in catalogue.products_of(maker)) if maker else (),
        (each.code for each in catalogue.products_at(kinds=shown.kinds[:1])),
    )
    for pool in pools:
        found = tuple(dict.fromkeys(code for code in pool if code != shown.code))
        if found:
            return found[:OFFERED]
    return ()
