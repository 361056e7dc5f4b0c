"""Which of a list still hold their stars, or no longer: "loại nào còn hạn"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import (
    ABOUT_PRODUCTS,
    Topic,
    beyond_doubt,
    names_one,
    names_programme,
    names_subject,
    of_its_list,
)
from knowledge.certificates import Validity
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.asked.awards import validity_asked
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    ENDS_WHEN,
    HOW_MANY,
    IN_DATE,
    LISTED,
    ONLY,
    WHETHER,
    WHICH,
)

_OF_ENDS = frozenset({Intent.RATING, Intent.UNKNOWN})
"""Intents that "until when" may be taken for."""
_END_ALONE = frozenset(("han", "thoi han", "hieu luc", "han sao", "con hieu luc", "expiry"))
"""Whole messages, without their marks, that ask for it in a word."""
_OF_HOLDING = _OF_ENDS | {Intent.SPECIALITIES, Intent.STATISTICS, Intent.PRODUCT}
"""Intents that words of certificates that hold or have ended may be taken for."""


def of_the_one(question: Question, session: Session, topic: Topic) -> Question | None:
    """How long the certificate of the one product shown holds, "còn hạn đến khi nào", rather than
    the rule for all; ``None`` where something else is asked."""
    if topic.product is None or session.topic is not None or topic.intent not in ABOUT_PRODUCTS:
        return None
    of_rule = question.intent is Intent.PROGRAMME and question.topic is ProgrammeTopic.VALIDITY
    of_its_end = question.intent in _OF_ENDS and ENDS_WHEN in question.cues
    if question.said not in _END_ALONE and (
        not (of_rule or of_its_end) or not question.bare or LISTED in question.cues
    ):
        return None
    if names_subject(question) or names_programme(question):
        return None
    return replace(
        question,
        intent=Intent.RATING,
        intent_stated=True,
        topic=None,
        products=beyond_doubt(topic.product),
        certainty=Certainty.CLEAR,
    )


def those_of_validity(question: Question, topic: Topic) -> Question | None:
    """The list last shown, of those only whose certificates hold, end soon or have ended; ``None``
    where something else is asked or no list was shown."""
    if not topic.has_list or not _is_of_several(question, topic):
        return None
    validity = validity_asked(question.cues)
    if validity is None and IN_DATE in question.cues:
        validity = Validity.VALID
    if validity is None:
        return None
    if question.places or (names_one(question) and not question.bare):
        return None
    if topic.intent is Intent.COMPARE and topic.several and question.bare:
        both = beyond_doubt(*topic.products)
        of_both = replace(question, intent=Intent.RATING, intent_stated=True, products=both)
        told = question.cues | {ENDS_WHEN}
        return replace(of_both, certainty=Certainty.RIVALS, stars=None, cues=told)
    read = replace(of_its_list(question, topic), validity=validity)
    # "bao nhiêu còn hạn"
    return replace(read, intent=Intent.STATISTICS) if HOW_MANY in question.cues else read


def _is_of_several(question: Question, topic: Topic) -> bool:
    """Whether those of a list are asked for, "loại nào còn hạn", or no more is said than whether
    they hold after several were shown or counted: "hết hạn chưa", "sản phẩm còn hạn"."""
    of_one = ENDS_WHEN in question.cues and WHETHER not in question.cues
    if not of_one and not question.cues.isdisjoint({WHICH, ONLY}):
        return True
    if not (topic.several or topic.counted) or not question.bare or question.ordinal is not None:
        return False
    return question.intent in _OF_HOLDING and not of_one
