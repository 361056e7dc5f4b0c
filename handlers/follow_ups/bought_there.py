"""Buying what was shown in a place named afterwards: "mua ở hà nội được không"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import outlets
from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.chat.topic import (
    ABOUT_PLACES,
    MOST_MEANT,
    OF_PRODUCTS,
    Topic,
    beyond_doubt,
    names_one,
    names_programme,
)
from handlers.lists.entries import entries
from handlers.words.naming import choice_label
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import ANOTHER, GOODS_OR_HOW_MANY, MOVES_ON

_BUYING = frozenset({"where_to_buy", "sell"})
_OF_SHOPS = frozenset({Intent.OUTLETS, Intent.WHERE_TO_BUY})


def bought_there(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Where in the place named to buy what was shown; ``None`` when that is not asked."""
    if not question.places or question.kinds or question.category or question.stars:
        return None
    if names_one(question) and question.intent not in ABOUT_PLACES:
        return None
    if ANOTHER in question.cues and topic.kinds and only_moves(question):
        # "còn cái nào ở Sơn La": what else of the kind is from there
        return replace(_listed(question, topic), intent=Intent.SPECIALITIES)
    if topic.intent is Intent.WHERE_TO_BUY and only_moves(question):
        # "còn sài gòn", "and Hue" go on with the same
        goes_on = MOVES_ON in question.cues or question.said.startswith("and ")
        as_well = question.refers_back or goes_on
        if topic.kinds and topic.product is None and not as_well:
            of_kind = catalogue.products_at(question.places, kinds=topic.kinds)
            if of_kind:
                return _listed(question, topic)
    elif not _asks_to_buy(question, topic):
        return None
    shown = topic.products
    a_few = topic.intent in OF_PRODUCTS or topic.kinds or topic.category
    if not shown or question.place_rivals or (len(shown) > 1 and not a_few):
        return None
    return replace(
        question,
        intent=Intent.WHERE_TO_BUY,
        intent_stated=True,
        products=beyond_doubt(*shown[:MOST_MEANT]),
        producers=(),
        certainty=Certainty.CLEAR if len(shown) == 1 else Certainty.RIVALS,
    )


def only_moves(question: Question) -> bool:
    """Whether nothing but a place is named: "ở Sài Gòn" after where to buy something."""
    other = question.kinds or question.category or question.stars or question.place_rivals
    return bool(question.places) and not other and not question.intent_stated


def is_of_several(question: Question) -> bool:
    """Whether it asks where in a place to buy one of several products shown."""
    several = question.certainty is Certainty.RIVALS and len(question.products) > 1
    return several and question.intent is Intent.WHERE_TO_BUY and bool(question.places)


def answer(asked: Asked) -> Answer:
    """The outlets of the place to ask at, and the products shown to pick one from."""
    t, catalogue = asked.t, asked.catalogue
    products = asked.products
    paragraphs: list[Paragraph] = []
    for place in asked.question.places[:2]:
        paragraphs += outlets.some_of(asked, place, PAGE) or [outlets.none_in(asked, place)]
    anywhere = replace(asked, question=replace(asked.question, places=()))
    paragraphs.append(body(t.gettext("Pick a product and I will say where it is sold.")))
    paragraphs += entries(anywhere, products[:PAGE])
    choices: list[Choice] = []
    for product in products[:PAGE]:
        label = choice_label(product, products, catalogue, t, brief=True)
        choices += choice(label, Verb.WHERE_TO_BUY, product.code)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in products),
        places=asked.question.places,
    )


def _asks_to_buy(question: Question, topic: Topic) -> bool:
    # "bán ở Vũng Tàu" says no more than that
    open_to_it = question.intent is Intent.SPECIALITIES and not question.intent_stated
    if not (open_to_it or question.intent in _OF_SHOPS) or question.cues.isdisjoint(
        _BUYING | {"outlets"}
    ):
        return False
    if not question.cues.isdisjoint(GOODS_OR_HOW_MANY):
        return False
    if "outlets" not in question.cues:
        return True
    # "điểm bán OCOP ở Hà Nội" asks for shops, "cửa hàng nào ở Hà Nội bán" for what was shown
    sells = not question.cues.isdisjoint(_BUYING)
    return sells and topic.product is not None and not names_programme(question)


def _listed(question: Question, topic: Topic) -> Question:
    return replace(
        question,
        intent=Intent.WHERE_TO_BUY,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        stars=topic.stars,
        kinds=topic.kinds,
    )
