"""Going on with what was told: more of a list, what else a maker makes, a mere nod."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import producers, smalltalk
from handlers.chat.actions import Action
from handlers.chat.topic import (
    ABOUT_PLACES,
    OPEN,
    Topic,
    beyond_doubt,
    names_one,
    names_subject,
    of_its_list,
)
from handlers.follow_ups import list_ended, other_ones
from handlers.follow_ups.offered import following_page
from handlers.follow_ups.said import FollowUp, Said
from handlers.follow_ups.whereabouts import place_shown
from handlers.words.speaking import nods_in_vietnamese
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    ELSE,
    EMPTY,
    MORE,
    THAT_MAKER,
    THAT_PLACE,
    WHETHER,
)
from locales import LOCALES

_MORE_ALONE = frozenset(("nhieu hon", "nhieu hon nua", "nhieu hon di", "them nhieu hon"))
"""Whole messages, without their marks, that ask for more though "hơn" compares."""
_FEW = 2
"""Words of a message that says "nữa" or "next" and nothing of what."""
_NODDING = frozenset("👍👌🙏❤♥🥰😍😊😂🤣😁😀😃😄🙂👏💯")


def more_of_it(said: Said) -> FollowUp | None:
    """The next page of the list last shown, or that there is none; after one product, others."""
    question, session, topic = said.question, said.session, said.topic
    if not _asks_on(question, topic) or _asks_there(said):
        return None
    if topic.counted:
        return FollowUp(of_its_list(question, topic))  # how many there are was told, and not which
    following = following_page(session.choices) or session.following
    action = Action.parse(following) if following else None
    if action is not None:
        return FollowUp(question, action=action)
    of_maker = _of_its_maker(said)
    if of_maker is not None:
        return of_maker
    if topic.has_list and (topic.product is None or topic.intent in ABOUT_PLACES):
        return FollowUp(of_its_list(question, topic), list_ended.answer)
    rest = other_ones.asked_for(question, topic, said.catalogue)
    if rest is None and question.bare and question.intent is Intent.UNKNOWN and _is_curt(question):
        return FollowUp(question, smalltalk.of_what)
    return FollowUp(rest, other_ones.answer) if rest is not None else None


def _is_curt(question: Question) -> bool:
    return question.said.count(" ") < _FEW


def _of_its_maker(said: Said) -> FollowUp | None:
    """What the maker told last makes, where that was not shown yet, or that it was all."""
    question, topic = said.question, said.topic
    maker = topic.maker_alone
    if maker is None:
        return None
    made = {product.code for product in said.catalogue.products_of(maker)}
    if question.kinds or not made:
        return None
    told = replace(
        question,
        intent=Intent.PRODUCER,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        producers=beyond_doubt(maker),
    )
    return FollowUp(told, producers.nothing_else if made <= set(topic.products) else None)


def _asks_on(question: Question, topic: Topic) -> bool:
    """Whether it asks for more of the list last shown: "xem thêm", "còn trà nào nữa không"."""
    if THAT_MAKER in question.cues:
        return False
    if question.intent is Intent.PRODUCER:
        # "có món khác không" asks what else a maker has, but of a list for the rest of it
        of_several = topic.several and len(topic.producers) != 1
        return of_several and question.bare and ELSE in question.cues
    if question.said in _MORE_ALONE and topic.products:
        return True
    if MORE not in question.cues or question.intent not in OPEN:
        return False
    if question.places or question.category or question.stars:
        return False
    if question.kinds:
        return question.kinds == topic.kinds
    return not names_one(question)


def _asks_there(said: Said) -> bool:
    """Whether it asks for all that the place of some goods has: "ở đó còn gì nữa" of honey."""
    question, topic = said.question, said.topic
    if THAT_PLACE not in question.cues:
        return False
    narrowed = topic.kinds or topic.stars or topic.category
    there = topic.places or place_shown(question, topic, said.catalogue)
    return bool(narrowed and there)


def all_was_told(said: Said) -> FollowUp | None:
    """That a maker makes nothing else, where it is asked what else it makes, and all of that was
    told: "còn làm gì nữa"."""
    question = said.question
    if question.intent is not Intent.PRODUCER or not question.bare or names_subject(question):
        return None
    if THAT_PLACE in question.cues:
        return None  # "tỉnh đó có gì nữa"
    maker = said.topic.maker(said.catalogue)
    if maker is None or ELSE not in question.cues:
        return None
    made = {product.code for product in said.catalogue.products_of(maker)}
    if not made <= set(said.topic.products):
        return None
    return FollowUp(replace(question, producers=beyond_doubt(maker)), producers.nothing_else)


def nodded(said: Said) -> FollowUp | None:
    """Listening on after a word of assent or address, or a picture: "ok", "dạ vâng", 👍."""
    if not _only_nods(said.question):
        return None
    return FollowUp(_in_its_language(said.question), smalltalk.listening)


def _only_nods(question: Question) -> bool:
    """Whether it is nothing but a word of assent or address, or a picture: "ok", "dạ vâng", 👍."""
    silent = question.intent is Intent.UNKNOWN and question.bare and not question.spends
    pictured = not _NODDING.isdisjoint(question.text)
    asked = question.cues - {WHETHER}  # "vâng ạ" asks nothing
    return silent and (bool(question.cues) or pictured) and asked <= EMPTY


def _in_its_language(nod: Question) -> Question:
    """A nod with the language it tells: "dạ vâng" does, "ok" is said in every one."""
    if nods_in_vietnamese(nod.text):
        return replace(nod, language="vi", language_sure=True)
    return replace(nod, language=LOCALES[0], language_sure=False)
