"""Some of a list by its makers, by who certified it or by several years: "của hợp tác xã thôi"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import OF_MAKERS, Topic, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.awards import Award
from knowledge.facts import ProducerType
from knowledge.understanding.asked.awards import standing_asked
from knowledge.understanding.meaning.makers_asked import SORTS_MEANT
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COMPARE,
    EMAIL,
    HOW_MANY,
    PHONE,
    QUANTITY,
    THAT_MAKER,
    WEBSITE,
)
from knowledge.understanding.words.years import years_in

_FEW = 7
"""Words of the longest message that only narrows a list."""
_LISTS = frozenset({Intent.SPECIALITIES, Intent.STATISTICS})
_OTHERWISE = frozenset({COMPARE, PHONE, WEBSITE, EMAIL, Intent.CONTACT.value})
"""What is asked of the makers shown, or of two of them."""
_COUNTS = frozenset({HOW_MANY, QUANTITY, Intent.STATISTICS.value})


def of_the_list(said: Said) -> FollowUp | None:
    """Those of the list last told that the message asks for; ``None`` where it names anything."""
    question, topic = said.question, said.topic
    if question.said.count(" ") >= _FEW or names_subject(question) or question.validity:
        return None
    if not question.cues.isdisjoint(_OTHERWISE):
        return None
    makers_told = topic.intent in OF_MAKERS and len(topic.producers) > 1 and topic.has_list
    if makers_told and (sorts := _sorts(question)):
        listed = replace(of_its_list(question, topic), makers=sorts)
        return FollowUp(replace(listed, intent=Intent.PRODUCER))
    if topic.intent not in _LISTS or not topic.has_list or topic.is_of_one:
        return None
    if Award.parse(said.session.award).made_by and (sorts := _sorts(question)):
        # "còn hộ kinh doanh thì sao" after the goods of cooperatives
        return FollowUp(replace(of_its_list(question, topic), made_by=sorts))
    return _narrowed(question, topic)


def _narrowed(question: Question, topic: Topic) -> FollowUp | None:
    standing, years = standing_asked(question.cues), years_in(question.text)
    if standing is None and years is None:
        return None
    read = of_its_list(question, topic)
    read = replace(read, standing=standing, years=years, period=None)
    counts = topic.intent is Intent.STATISTICS or not question.cues.isdisjoint(_COUNTS)
    # Of several years no official count tells
    if counts and years is None:
        read = replace(read, intent=Intent.STATISTICS)
    return FollowUp(read)


def _sorts(question: Question) -> tuple[ProducerType, ...]:
    """The one sort of makers that a message asks for."""
    told = SORTS_MEANT.keys() & question.cues
    if len(told) != 1 or THAT_MAKER in question.cues:
        return ()
    return SORTS_MEANT[told.pop()]
