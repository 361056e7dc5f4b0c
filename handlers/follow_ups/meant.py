"""A question with what the words before it make of its own: what was asked of what is named now."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PRODUCTS, Topic, names_one, names_subject
from handlers.follow_ups import (
    ordered,
    place_beside,
    said_alone,
    taken_along,
    thanked,
    their_others,
)
from handlers.words.stars import FULL
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    MORE_STARS,
    MOST,
    QUANTITY,
    WHAT_THERE_IS,
    WHERE,
)

_MOST_STARS = frozenset({MOST, MORE_STARS})


def as_meant(question: Question, session: Session, topic: Topic) -> Question:
    """The question as the chat before makes it be meant."""
    if session.awaiting in ABOUT_PRODUCTS:
        question = _told_at_last(question, Intent(session.awaiting))
    if session.awaiting == Intent.NEARBY and _names_a_place_alone(question):
        question = replace(question, intent=Intent.NEARBY, intent_stated=True)
    question = place_beside.as_meant(question, topic)
    if taken_along.is_asked(question):
        question = taken_along.as_meant(question, topic)
    question = said_alone.as_meant(question, topic)
    question = _with_most_stars(question, topic)
    question = their_others.as_meant(thanked.as_meant(question, topic), topic)
    if _asks_for_anything(question, topic):
        intent = Intent.OUTLETS if WHERE in question.cues else Intent.SPECIALITIES
        # What else is told of such a gift, "something elegant", is no name of goods
        return replace(question, intent=intent, not_known="")
    return ordered.as_meant(_priced(question, topic), topic)


def _asks_for_anything(question: Question, topic: Topic) -> bool:
    """Whether gifts or local goods are to be bought, whichever: "muốn mua quà tết"."""
    if question.intent is Intent.UNKNOWN:
        # "gift for old friend, something elegant"
        asks = {"goods", "specialities"} <= question.cues and not question.foreign
        return asks and not question.other_topic and not names_subject(question)
    if question.intent is not Intent.WHERE_TO_BUY or question.refers_back:
        return False
    if WHAT_THERE_IS.isdisjoint(question.cues) or names_subject(question) or question.shop:
        return False
    strongly = "specialities" in question.cues and topic.product is None
    return strongly or (question.bare and not topic.products)


def _with_most_stars(question: Question, topic: Topic) -> Question:
    """The question, for the products of five stars where those with the most are to be shown and
    nothing was listed: "show me some with the most stars"."""
    if not question.cues >= _MOST_STARS or question.intent not in {Intent.RATING, Intent.UNKNOWN}:
        return question
    if topic.products or topic.has_list or names_subject(question):
        return question
    wanted = replace(question, intent=Intent.SPECIALITIES, intent_stated=True, stars=FULL)
    return replace(wanted, not_known="")


def _told_at_last(question: Question, intent: Intent) -> Question:
    """The question asked before, of the name or place that was asked for: "mấy sao", "nước mắm Lê
    Gia"."""
    if question.intent_stated or not names_subject(question):
        return question
    if intent is Intent.WHERE_TO_BUY and question.places and not names_one(question):
        intent = intent if question.kinds else Intent.OUTLETS
    return replace(question, intent=intent, intent_stated=True)


def _names_a_place_alone(question: Question) -> bool:
    """Whether it is but a place, as we asked where the person is."""
    named = names_one(question) or question.kinds or question.category or question.stars
    return bool(question.places) and not named and not question.intent_stated


def _priced(question: Question, topic: Topic) -> Question:
    """The question, for the price where it is "bao nhiêu vậy" after one product."""
    bare = question.intent is Intent.UNKNOWN and QUANTITY in question.cues and question.bare
    if not bare or topic.product is None:
        return question
    return replace(question, intent=Intent.PRICE, intent_stated=True)
