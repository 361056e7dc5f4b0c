"""What to say when a person tells us that the answer was not what they meant."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers.choosing import OFFERED, product_verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome
from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PRODUCTS, Topic, beyond_doubt
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.entries import entries
from handlers.words.naming import choice_label
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import NOT_THAT

_CURT = 4
"""Spaces in the longest message that says no more than that something is not meant: "không phải
cái này đâu"."""


def not_that(said: Said) -> FollowUp | None:
    """What else may have been meant: "không phải cái đó"."""
    question = said.question
    short = question.bare and question.said.count(" ") <= _CURT
    if NOT_THAT not in question.cues or not (said.session.intent or short):
        return None
    meant = _candidates(said.session, said.catalogue)
    intent = said.topic.intent if said.topic.intent in ABOUT_PRODUCTS else Intent.PRODUCT
    read = replace(
        question,
        intent=intent or Intent.PRODUCT,
        products=beyond_doubt(*meant),
        producers=(),
        certainty=Certainty.RIVALS if meant else Certainty.NONE,
    )
    return FollowUp(read, answer)


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


def _candidates(session: Session, catalogue: Catalogue) -> tuple[str, ...]:
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
