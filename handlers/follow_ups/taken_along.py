"""What is taken or sent to a place, which is not the one that it is from: "mang về Sài Gòn"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PLACES, Topic, beyond_doubt, names_one, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.naming import both
from handlers.words.places import place_name
from handlers.words.wording import body
from knowledge.understanding.question import Certainty, Intent, Question, Without
from knowledge.understanding.vocabulary.senses import CARRIED, FLIGHT

_OPEN = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES, Intent.WHERE_TO_BUY})
"""Intents that ask what there is to take."""


def is_asked(question: Question) -> bool:
    """Whether the place named is only where goods are taken to, and no one product is named."""
    open_ = question.intent in _OPEN
    return open_ and CARRIED in question.cues and bool(question.places) and not names_one(question)


def as_meant(question: Question, topic: Topic) -> Question:
    """The question of the goods themselves: those it names, else those talked about, from the place
    talked about or from anywhere but where they are taken to. As it is where neither is known."""
    elsewhere = question.without.joined(Without(places=question.places))
    without = question.without if topic.places else elsewhere
    if question.kinds or question.category or question.stars:
        there = replace(question, places=topic.places, without=without)
        return replace(there, intent=Intent.SPECIALITIES, certainty=Certainty.CLEAR)
    listed = topic.has_list and topic.intent in ABOUT_PLACES
    if topic.products and not listed:
        return replace(
            question,
            intent=Intent.PRODUCT,
            certainty=Certainty.RIVALS if topic.several else Certainty.CLEAR,
            products=beyond_doubt(*topic.products),
            places=(),
        )
    return replace(of_its_list(question, topic), without=without) if topic.has_list else question


def from_nowhere(said: Said) -> FollowUp | None:
    """What to take to a place, of which neither the goods nor where they are from is told."""
    question, topic = said.question, said.topic
    goods = question.kinds or question.category or question.stars
    asks = is_asked(question) and FLIGHT not in question.cues
    if not asks or goods or topic.places or topic.has_list or topic.products:
        return None
    return FollowUp(question, _ask_from_where)


def _ask_from_where(asked: Asked) -> Answer:
    """Ask which province the goods are to be from."""
    t = asked.t
    line = t.gettext(
        "From which province are the goods that you take to {place}? Type its name, and I will say "
        "what it has.",
        place=both([place_name(place, t) for place in asked.question.places], t),
    )
    provinces = choice(t.pgettext("button", "Pick a province"), Verb.PROVINCES)
    return answered(Outcome.TALK, [body(line)], provinces)
