"""Makers asked for after a list, or of all goods of a kind though one is called just so."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers.makers import sorts_told
from handlers.chat.topic import (
    OF_MAKERS,
    Topic,
    beyond_doubt,
    names_kind_alone,
    names_subject,
    of_its_list,
)
from knowledge.catalogue import Catalogue
from knowledge.facts import ProducerType
from knowledge.understanding.meaning.makers_asked import SORTS_MEANT
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    ANOTHER,
    ELSE,
    EMAIL,
    HOW_MANY,
    MAKER_ANY,
    MORE,
    OTHER_MAKERS,
    PHONE,
    REFER_BACK,
    SEVERAL_MAKERS,
    THAT_MAKER,
    THEY,
    WEBSITE,
    WHICH,
)

_SORTS_TOLD: dict[str, tuple[ProducerType, ...]] = {**SORTS_MEANT, MAKER_ANY: ()}
_OF_SOME = frozenset({ANOTHER, ELSE, OTHER_MAKERS, REFER_BACK, THAT_MAKER, MORE})
"""Asking of one of what was shown, or of others."""
_WAYS_TO_REACH = frozenset({PHONE, EMAIL, WEBSITE})
"""What some of those who make what is listed may have: "cái nào có số điện thoại"."""
_ASKING_FOR_MAKERS = frozenset({Intent.SPECIALITIES, Intent.STATISTICS, Intent.UNKNOWN})
"""What words for makers may be taken for when they stand alone."""


def of_the_list(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Who makes the goods of the list last shown or counted: "các cơ sở nào", "list producers",
    "có bao nhiêu nhà làm", and "ai làm" where they are of a kind or were counted; their contact
    where it is one maker, or makers are spoken of."""
    if _counts_them(question, topic):
        return replace(of_its_list(question, topic), intent=Intent.STATISTICS, makers=())
    told = _SORTS_TOLD.keys() & question.cues
    several = SEVERAL_MAKERS in question.cues
    whole = bool(topic.kinds) or topic.counted
    asks_who = question.intent is Intent.PRODUCER and (bool(told) or whole)
    asks_list = (bool(told) or several) and question.intent in _ASKING_FOR_MAKERS
    counts = asks_list and HOW_MANY in question.cues
    which = not question.cues.isdisjoint(_WAYS_TO_REACH) and WHICH in question.cues
    reach = question.intent is Intent.CONTACT and bool(told or which or topic.maker(catalogue))
    if not (asks_who or asks_list or reach) or not _is_of_whole_list(question, topic):
        return None
    if not topic.counted and not any(catalogue.products[each].producer for each in topic.products):
        return None  # sources do not tell who makes any of it
    if topic.several and not _lists_any(topic, catalogue):
        return None  # there was none of it, and other goods were shown
    sorts = {sense: sorts for sense, sorts in _SORTS_TOLD.items() if sense in told}
    intent = Intent.STATISTICS if counts else Intent.CONTACT if reach else Intent.PRODUCER
    return replace(
        of_its_list(question, topic),
        intent=intent,
        makers=next(iter(sorts.values())) if len(sorts) == 1 else (),
    )


def _counts_them(question: Question, topic: Topic) -> bool:
    """Whether it is asked how many there are of the makers listed: "how many in all"."""
    listed = topic.intent in OF_MAKERS and len(topic.producers) > 1 and topic.has_list
    asks = question.intent is Intent.STATISTICS and HOW_MANY in question.cues
    return listed and asks and question.bare and not names_subject(question)


def _lists_any(topic: Topic, catalogue: Catalogue) -> bool:
    """Whether there is anything of the list talked about."""
    found = catalogue.products_at(
        topic.places, stars=topic.stars, category=topic.category, kinds=topic.kinds
    )
    return bool(found)


def _is_of_whole_list(question: Question, topic: Topic) -> bool:
    """Whether a question can be about all of a list of goods, and names nothing else."""
    shown = topic.several and topic.has_list and topic.intent is Intent.SPECIALITIES
    shown = shown or topic.counted
    # Of those counted none was told yet, so "who makes them" means all ("them" may be "thêm")
    them = question.language == "en" and THEY in question.cues
    some = _OF_SOME - {REFER_BACK, MORE} if topic.counted or them else _OF_SOME
    asks_more = not question.cues.isdisjoint(some)
    return (
        shown
        and question.bare
        and not (asks_more or names_subject(question) or question.export)
        and question.ordinal is None
    )


_OF_SALE = frozenset({Intent.WHERE_TO_BUY, Intent.PRICE})


def of_kind_alone(question: Question, catalogue: Catalogue) -> Question:
    """The question of all goods of a kind and some stars, or of all who make goods of a kind, where
    several are asked for, though a product or two are called just so: "contact of producers of
    bird's nest"."""
    if question.stars is not None and question.intent in _OF_SALE and question.products:
        # "mua mật ong 5 sao": any of them, though some other is called just so
        return _of_stars(question, catalogue)
    asks = question.intent in OF_MAKERS and question.makers is None and bool(question.products)
    several = SEVERAL_MAKERS in question.cues
    if not (asks and several and names_kind_alone(question, catalogue)):
        return question
    goods = catalogue.products_at(question.places, stars=question.stars, kinds=question.kinds)
    if not any(product.producer for product in goods):
        return question
    return replace(question, products=(), producers=(), makers=(), certainty=Certainty.CLEAR)


def _of_stars(question: Question, catalogue: Catalogue) -> Question:
    if not names_kind_alone(question, catalogue):
        return question
    goods = catalogue.products_at(question.places, stars=question.stars, kinds=question.kinds)
    one = beyond_doubt(goods[0].code) if len(goods) == 1 else ()
    return replace(question, products=one, certainty=Certainty.CLEAR)


def moved(read: Question, question: Question, topic: Topic, sort: str | None) -> Question:
    """A list asked for after a list of makers, as one of makers too, and of the same ``sort``: "còn
    Tuyên Quang"."""
    goes_on = read.intent is Intent.SPECIALITIES and not question.intent_stated
    if not goes_on or len(topic.producers) < 2 or topic.intent not in OF_MAKERS:
        return read
    return replace(read, intent=Intent.PRODUCER, intent_stated=True, makers=sorts_told(sort or ""))
