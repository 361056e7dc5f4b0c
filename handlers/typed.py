"""What a typed message asks, in the light of what was said before."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.answers import (
    belonging,
    certificate_ends,
)
from handlers.chat.answering import Answer, Asked
from handlers.chat.session import Session
from handlers.chat.topic import Topic, beyond_doubt, names_subject
from handlers.follow_ups import (
    all_of_it,
    bought_there,
    by_decision,
    by_numbers,
    called_like_a_place,
    correcting,
    counting_on,
    doubting,
    exported,
    first_or_newest,
    from_where,
    going_on,
    in_a_shop,
    kept_how_long,
    leaving_out,
    makers_asked_on,
    narrowed,
    nearer,
    of_lists,
    of_the_pair,
    of_two_places,
    ordered,
    other_makers,
    other_ones,
    passing_on,
    programme_talk,
    said_again,
    said_alone,
    saving,
    sources_asked,
    taken_along,
    unknown_name,
    walking,
    weighing,
    what_is_in_it,
    which_maker,
)
from handlers.follow_ups.context import in_context
from handlers.follow_ups.meant import as_meant
from handlers.follow_ups.of_makers import of_its_maker
from handlers.follow_ups.offered import counted
from handlers.follow_ups.said import FollowUp, Said
from handlers.follow_ups.still_valid import of_the_one, those_of_validity
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    BELONGING,
    COMPARE,
    ENDS_WHEN,
    THAT_MAKER,
    WHERE,
)

_PICKING_NOTHING = frozenset({Intent.PROGRAMME, Intent.THANKS, Intent.GOODBYE, Intent.GREETING})
"""Intents beside which "first" counts nothing that was shown."""


def follow_up(question: Question, session: Session, catalogue: Catalogue) -> FollowUp:
    """A question read from a text, in its context."""
    topic = Topic.of(session, catalogue)
    said = Said(as_meant(question, session, topic), session, topic, catalogue)
    for way in _WAYS:
        found = way(said)
        if found is not None:
            return found
    return _in_context(said)


def _of_certificate(said: Said) -> FollowUp | None:
    """What is asked of the certificate of the one product shown, or of those of the maker told."""
    asked = of_the_one(said.question, said.session, said.topic)
    if asked is None and ENDS_WHEN in said.question.cues:
        asked = of_its_maker(said.question, said.topic, said.catalogue)
    return FollowUp(asked) if asked is not None else None


def _where_it_belongs(said: Said) -> FollowUp | None:
    """Where the product or place told of belongs today."""
    question, topic = said.question, said.topic
    if BELONGING not in question.cues or names_subject(question):
        return None
    if topic.product is not None:
        # The card says where it is made, and what became of that place
        one = beyond_doubt(topic.product)
        card = replace(question, intent=Intent.PRODUCT, intent_stated=True, products=one)
        return FollowUp(replace(card, certainty=Certainty.CLEAR))
    if not topic.places:
        return None
    return FollowUp(replace(question, places=topic.places), belonging.answer)


def _ending_soon(said: Said) -> FollowUp | None:
    """Which certificates end soon."""
    return (
        FollowUp(said.question, certificate_ends.answer)
        if certificate_ends.is_asked(said.question)
        else None
    )


def _of_the_list(said: Said) -> FollowUp | None:
    """Some of the list just shown, or who makes what is on it."""
    question, topic = said.question, said.topic
    compared = from_where.of_those_compared(question, topic)
    if compared is not None:
        return FollowUp(compared, from_where.answer)
    part = exported.of_the_list(question, topic, said.catalogue)
    part = part or leaving_out.of_the_list(question, topic, said.catalogue)
    part = part or from_where.of_the_list(question, topic)
    part = part or those_of_validity(question, topic)
    if part is not None:
        return FollowUp(part)
    who_makes_it = makers_asked_on.of_the_list(question, topic, said.catalogue)
    return FollowUp(who_makes_it) if who_makes_it is not None else None


def _by_its_name(said: Said) -> FollowUp | None:
    """What is asked of something that is named."""
    question = said.question
    if not names_subject(question):
        return None
    read = in_context(question, said.topic, said.catalogue)
    read = makers_asked_on.moved(read, question, said.topic, said.session.makers)
    return FollowUp(read, _of_several(read, question))


def _in_context(said: Said) -> FollowUp:
    """What is asked of what was shown: one of a list, all of it side by side, or just that."""
    question = said.question
    read = in_context(question, said.topic, said.catalogue)
    found = _picked(read, said) or going_on.nodded(said)
    found = found or _side_by_side(question, read, said.topic)
    return found or FollowUp(read, _of_several(read, question))


def _picked(read: Question, said: Said) -> FollowUp | None:
    """What an ordinal picks from a list; "tỉnh nào làm OCOP đầu tiên" picks nothing, nor does
    "thank you, I will ask my wife first"."""
    question = said.question
    if question.ordinal is None or question.intent in _PICKING_NOTHING:
        return None
    if COMPARE not in question.cues:
        asks = question.intent_stated or WHERE in question.cues
        action = None if asks else counted(question.ordinal, said.session)
        if action is not None:
            return FollowUp(question, action=action)
        return FollowUp(read) if read.products else by_numbers.not_there(question.ordinal, said)
    if read.intent is not Intent.COMPARE:
        return by_numbers.not_there(question.ordinal, said)
    return None


def _side_by_side(question: Question, read: Question, topic: Topic) -> FollowUp | None:
    """Several things shown, compared with one another: "cái nào ngon hơn"."""
    shown = (topic.products if topic.several else topic.listed) or topic.products
    weighs = COMPARE in question.cues and THAT_MAKER not in question.cues
    if weighs and question.intent is Intent.CONTACT and question.intent_stated:
        return None  # "cái nào có số điện thoại" weighs nothing
    if not weighs or not shown or read.intent is Intent.COMPARE:
        return None
    weighed = replace(
        question,
        intent=Intent.COMPARE,
        certainty=Certainty.RIVALS,
        products=beyond_doubt(*shown),
    )
    return FollowUp(weighed, weighing.answer)


def _of_several(read: Question, question: Question) -> Callable[[Asked], Answer] | None:
    """The handler for several products that only the context knows."""
    if read.products != question.products and bought_there.is_of_several(read):
        return bought_there.answer
    return None


_WAYS: tuple[Callable[[Said], FollowUp | None], ...] = (
    said_alone.asked,
    said_again.told,
    all_of_it.told,
    exported.to_another_market,
    walking.walked,
    of_the_pair.compared,
    of_lists.weighed,
    of_lists.with_another,
    nearer.weighed,
    which_maker.asked,
    unknown_name.told,
    called_like_a_place.meant,
    by_numbers.picked,
    passing_on.errand,
    ordered.invoiced,
    kept_how_long.of_shelf_life,
    what_is_in_it.of_contents,
    saving.saved_in_words,
    in_a_shop.of_shops,
    _of_certificate,
    _where_it_belongs,
    by_decision.asked,
    first_or_newest.listed,
    narrowed.of_the_list,
    counting_on.of_before_the_merger,
    counting_on.of_another_time,
    counting_on.told_again,
    sources_asked.asked,
    counting_on.of_those_stars,
    of_two_places.weighed,
    _ending_soon,
    doubting.doubted,
    programme_talk.of_programme,
    taken_along.from_nowhere,
    other_ones.alike,
    other_makers.who_else,
    leaving_out.another_place,
    _of_the_list,
    going_on.all_was_told,
    going_on.more_of_it,
    weighing.weighed,
    _by_its_name,
    correcting.not_that,
)
"""What a message may be in a conversation, the more telling first: each gives the follow-up, or
``None`` where it is not that."""
