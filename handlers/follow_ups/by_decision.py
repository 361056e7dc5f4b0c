"""Decisions asked about: what one of them recognised, and by which the products shown were."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import decisions, ratings
from handlers.chat.topic import MOST_MEANT, names_one
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import DECISION

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
    return _of_shown(said) if DECISION in question.cues else None


def _of_shown(said: Said) -> FollowUp | None:
    question, topic = said.question, said.topic
    codes = (topic.products or topic.listed)[:MOST_MEANT]
    if names_one(question) or question.places or question.kinds or not codes:
        return None
    of_them = replace(
        about(question, codes, Intent.RATING), intent_stated=True, ordinal=None, topic=None
    )
    return FollowUp(of_them, ratings.answer if len(codes) == 1 else decisions.of_shown)
