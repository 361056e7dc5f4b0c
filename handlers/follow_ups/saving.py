"""Saving the product just shown, or taking it off the list, in words: "lưu lại", "save it"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import saved
from handlers.chat.actions import Action, Verb
from handlers.chat.topic import Topic, beyond_doubt
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import OF_THE_LIST, TAKE_IT_OFF

_MAY_SAVE = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES})
"""What words for saving look like by themselves; who asks for the list says so."""
MOST_WORDS = 6
"""Words of the longest message that only saves."""


def saved_in_words(said: Said) -> FollowUp | None:
    """The choice below a product that its saving in words takes."""
    question, product = said.question, said.topic.product
    if question.cues.isdisjoint(OF_THE_LIST):
        return None
    if question.intent not in _MAY_SAVE or _names_another(question):
        return None
    if product is None:
        return _one_of_several(question, said.topic)
    verb = Verb.REMOVE if TAKE_IT_OFF in question.cues else Verb.SAVE
    return FollowUp(question, action=Action(verb, product))


def _one_of_several(question: Question, topic: Topic) -> FollowUp | None:
    """Which of several products shown is to be saved: that is asked back."""
    if not topic.several or TAKE_IT_OFF in question.cues:
        return None
    shown = beyond_doubt(*topic.products)
    of_them = replace(question, intent=Intent.SAVED, intent_stated=True, products=shown)
    return FollowUp(replace(of_them, producers=(), certainty=Certainty.RIVALS), saved.which)


def _names_another(question: Question) -> bool:
    """Whether something else than what was shown is named: "trà Lưu Gia" saves nothing."""
    return bool(
        question.certainty is Certainty.CLEAR
        or question.kinds
        or question.kinds_beside
        or question.places
        or len(question.said.split()) > MOST_WORDS
    )
