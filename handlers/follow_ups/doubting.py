"""Doubts about what was shown: why its stars, who gave them, is it real, is it not too far."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import stars_explained
from handlers.chat.topic import MOST_MEANT, Topic, names_one, names_programme
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import GENUINE, JUDGED, OF_DOUBTS, TOO_FAR, WHY

_OF_STARS = frozenset(
    {
        *(Intent.UNKNOWN, Intent.PRODUCT, Intent.RATING, Intent.SPECIALITIES, Intent.PRODUCER),
        *(Intent.PROGRAMME, Intent.COMPARE),
    }
)
"""What is asked by words that doubt the stars; "vì sao không có số điện thoại" asks for more."""
MOST_WORDS = 8
"""Words of the longest message that only doubts."""


def doubted(said: Said) -> FollowUp | None:
    """What answers a doubt about the products shown."""
    question, topic = said.question, said.topic
    if question.cues.isdisjoint(OF_DOUBTS) or not (topic.products or topic.listed):
        return None
    if said.session.topic is not None or names_programme(question) or _names_another(said):
        return None
    if TOO_FAR in question.cues:
        return FollowUp(_nearby(question))
    if question.intent not in _OF_STARS:
        return None
    about = _of_shown(question, topic)
    if GENUINE in question.cues and WHY not in question.cues:
        return FollowUp(about, stars_explained.genuine)
    # "vì sao" alone asks why it is as it is
    if JUDGED in question.cues or question.stars or question.bare:
        return FollowUp(about, stars_explained.answer)
    return None


def _names_another(said: Said) -> bool:
    """Whether something else than what was shown is named, or the message tells of much more."""
    question = said.question
    sure = names_one(question) and question.certainty is Certainty.CLEAR
    others = not set(question.kinds) <= _kinds_shown(said)
    long = len(question.said.split()) > MOST_WORDS
    return bool(sure or others or long or question.places or question.category)


def _kinds_shown(said: Said) -> set[str]:
    shown = (said.catalogue.products[code] for code in said.topic.products or said.topic.listed)
    return {*said.topic.kinds, *(kind for product in shown for kind in product.kinds)}


def _of_shown(question: Question, topic: Topic) -> Question:
    """The question, of the products shown."""
    codes = (topic.products or topic.listed)[:MOST_MEANT]
    of_them = about(question, codes, Intent.RATING)
    return replace(of_them, intent_stated=True, kinds=(), stars=None, ordinal=None)


def _nearby(question: Question) -> Question:
    """The question, for what is near whoever asks."""
    return replace(
        question,
        intent=Intent.NEARBY,
        intent_stated=True,
        products=(),
        producers=(),
        kinds=(),
        stars=None,
        certainty=Certainty.NONE,
    )
