"""A follow-up about all that the producer shown last makes: "htx Nam Yang", then "mấy sp 5 sao"."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from handlers.chat.topic import (
    ABOUT_PRODUCTS,
    MOST_MEANT,
    OF_MAKERS,
    Topic,
    beyond_doubt,
    names_one,
    names_programme,
)
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COUNTRY,
    ELSE,
    ENDS_WHEN,
    GIVEN,
    HOW_MANY,
    LACKING,
    MORE,
    MOVES_ON,
    ORIGIN,
    RANKING,
    THAT_MAKER,
    THAT_PLACE,
    WHICH,
)

_COUNTS = frozenset({Intent.STATISTICS, Intent.SPECIALITIES})
_OF_MANY = frozenset({COUNTRY, RANKING, LACKING, THAT_PLACE, MORE, ELSE, MOVES_ON, ORIGIN})
"""Senses of who asks beyond one producer."""
_WHICH_ONES = frozenset({WHICH, HOW_MANY})


def of_its_maker(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What is asked of all that the producer told last makes, though it names nothing."""
    maker = _maker(question, topic, catalogue)
    if maker is None or not _is_open(question):
        return None
    if question.intent is Intent.RATING or not question.cues.isdisjoint({ENDS_WHEN, GIVEN}):
        made = [product.code for product in catalogue.products_of(maker)][:MOST_MEANT]
        if not made or len(topic.products) == 1:
            return None
        certainty = Certainty.CLEAR if len(made) == 1 else Certainty.RIVALS
        products = beyond_doubt(*made)
        return replace(
            question,
            intent=Intent.RATING,
            intent_stated=True,
            certainty=certainty,
            products=products,
            stars=None,
        )
    if question.intent is Intent.CONTACT and len(topic.products) != 1:
        return _told(question, maker, Intent.CONTACT)
    which = question.stars is not None and not question.cues.isdisjoint(_WHICH_ONES)
    counts = question.intent in _COUNTS and (question.bare or question.stars is not None)
    if not (which or counts) or names_programme(question):
        return None
    return _told(question, maker, Intent.PRODUCER)


def _maker(question: Question, topic: Topic, catalogue: Catalogue) -> str | None:
    """The producer told last, or the one who makes most of what a name typed alone may mean."""
    if topic.intent in OF_MAKERS and len(topic.producers) == 1:
        return topic.producers[0]
    if topic.intent not in ABOUT_PRODUCTS or not topic.several or topic.places:
        return None
    counted = Counter(catalogue.products[code].producer for code in topic.products)
    maker, times = counted.most_common(1)[0]
    return maker if maker in catalogue.producers and 2 * times > len(topic.products) else None


def _is_open(question: Question) -> bool:
    """Whether nothing but stars is named, and nothing beyond one producer is asked about."""
    named = question.places or question.kinds or question.category or names_one(question)
    # "còn 4 sao" goes on to others of the same maker
    many = _OF_MANY - {MOVES_ON} if question.stars is not None else _OF_MANY
    beyond = not question.cues.isdisjoint(many) or THAT_MAKER in question.cues
    return not (named or beyond or question.makers is not None or question.shop)


def _told(question: Question, maker: str, intent: Intent) -> Question:
    return replace(
        question,
        intent=intent,
        intent_stated=True,
        products=(),
        producers=beyond_doubt(maker),
        certainty=Certainty.CLEAR,
    )
