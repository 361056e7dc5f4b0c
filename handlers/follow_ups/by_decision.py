"""Decisions asked about: what one of them recognised, and by which the products shown were."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from handlers.answers import decisions, ratings
from handlers.chat.topic import MOST_MEANT, OPEN, names_one
from handlers.follow_ups import list_ended
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import DECISION, MORE

_OF_RULES = frozenset({Intent.PROGRAMME, Intent.UNKNOWN, Intent.SPECIALITIES})
_DECISION = ("quyet dinh", "qd", "decision")


def asked(said: Said) -> FollowUp | None:
    """What a decision named by its number recognised; or the decisions of what was shown."""
    question = said.question
    if question.intent in _OF_RULES and any(word in question.said for word in _DECISION):
        number = decisions.number_in(question)
        if number is not None and not decisions.is_of_rules(number, said.catalogue):
            intent = Intent.SPECIALITIES if question.intent is Intent.UNKNOWN else question.intent
            named = replace(question, intent=intent, products=(), producers=(), stars=None)
            return FollowUp(named, decisions.answer)
    if said.topic.intent is Intent.PROGRAMME and said.topic.shown:
        return _of_the_same(said)
    return _of_shown(said) if DECISION in question.cues else None


def _of_the_same(said: Said) -> FollowUp | None:
    """Those of a place that the decision told last recognised, "của Hải Dương"; that there are no
    others, where more of them are asked for."""
    question, topic = said.question, said.topic
    one = names_one(question) and not question.places  # goods have the names of places
    named = question.kinds or question.category or question.stars or one
    if question.intent not in OPEN or named:
        return _of_shown(said) if DECISION in question.cues else None
    products = (said.catalogue.products[code] for code in topic.products or topic.listed)
    number = decisions.number_of_all(products)
    if number is None:
        return None
    if question.places:
        of_place = replace(question, intent=Intent.PROGRAMME, intent_stated=True, products=())
        return FollowUp(replace(of_place, topic=None), partial(decisions.answer, number=number))
    return FollowUp(question, list_ended.answer) if MORE in question.cues else None


def _of_shown(said: Said) -> FollowUp | None:
    question, topic = said.question, said.topic
    codes = (topic.products or topic.listed)[:MOST_MEANT]
    if names_one(question) or question.places or question.kinds or not codes:
        return None
    of_them = replace(
        about(question, codes, Intent.RATING), intent_stated=True, ordinal=None, topic=None
    )
    return FollowUp(of_them, ratings.answer if len(codes) == 1 else decisions.of_shown)
