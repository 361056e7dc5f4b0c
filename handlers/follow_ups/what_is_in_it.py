"""Whether something is in what was named or shown: "bánh pía có trứng không", "có đường không"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import contents
from handlers.chat.topic import (
    ABOUT_PLACES,
    OPEN,
    Topic,
    names_kind_alone,
    names_one,
    names_subject,
    of_its_list,
)
from handlers.follow_ups.of_shown import of_shown
from handlers.follow_ups.said import FollowUp, Said
from knowledge.catalogue import Catalogue
from knowledge.facts import Category
from knowledge.understanding.exclusion.diets import SUGARY
from knowledge.understanding.question import Certainty, Intent, Question, Without
from knowledge.understanding.vocabulary.senses import DIET

_EATEN = frozenset({Category.FOOD, Category.BEVERAGE})


def of_contents(said: Said) -> FollowUp | None:
    """What answers it; nothing where "có trứng không" asks for eggs."""
    question, catalogue = said.question, said.catalogue
    if not question.contents:
        return _of_diet(said) if DIET in question.cues else None
    alone = question.kinds == question.contents and not names_one(question)
    if alone:
        if question.intent not in {Intent.SPECIALITIES, Intent.PRODUCT, Intent.UNKNOWN}:
            return None
        if not _may_be_in_it(question, said.topic, catalogue):
            return None
        question = of_shown(replace(question, kinds=()), said.topic)
    elif names_kind_alone(question, catalogue):
        question = replace(question, products=(), certainty=Certainty.CLEAR)
    asked = replace(question, intent=Intent.PRODUCT, intent_stated=True)
    return FollowUp(asked, contents.answer)


def _of_diet(said: Said) -> FollowUp | None:
    """What answers "ít đường" behind goods of one kind, or "is it vegetarian" behind one product:
    names do not tell."""
    question, topic = said.question, said.topic
    told = not question.without or question.without.kinds == SUGARY
    if not told or names_subject(question) or question.intent not in OPEN:
        return None
    if topic.product is not None:
        question = replace(question, without=Without())
        card = replace(of_shown(question, topic), intent=Intent.PRODUCT, intent_stated=True)
        return FollowUp(card, contents.answer)
    if not topic.kinds or not question.without:
        return None
    return FollowUp(of_its_list(replace(question, without=Without()), topic), contents.answer)


def _may_be_in_it(question: Question, topic: Topic, catalogue: Catalogue) -> bool:
    """Whether food was shown in which it may be: one product, or goods of another kind."""
    shown = [catalogue.products[code] for code in topic.products]
    eaten = bool(shown) and all(product.category in _EATEN for product in shown)
    of_kind = topic.product is not None or (bool(topic.kinds) and topic.intent in ABOUT_PLACES)
    of_kind = of_kind or (topic.several and not topic.places)
    asked_for = catalogue.kinds_below(question.contents)
    own = asked_for.intersection(*[set(product.kinds) for product in shown]) if shown else ()
    wider = {parent for kind in question.contents for parent in catalogue.kinds[kind].parents}
    return eaten and of_kind and not own and wider.isdisjoint(topic.kinds)
