"""What a typed message asks, in the light of what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from handlers import (
    belonging,
    bought_there,
    correcting,
    ended,
    ending,
    exporting,
    leaving_out,
    makers,
    other_makers,
    other_ones,
    outlets,
    passing_on,
    places,
    producers,
    programme_talk,
    shops_named,
    smalltalk,
    sold_at,
    weighing,
)
from handlers.actions import Action
from handlers.answering import Answer, Asked
from handlers.beside import COMPARE
from handlers.context import in_context
from handlers.of_makers import of_its_maker
from handlers.offered import counted, following_page
from handlers.pointing import MAKER, PLACE
from handlers.session import Session
from handlers.speaking import nods_in_vietnamese
from handlers.still_valid import of_the_one, those_of_validity
from handlers.topic import (
    ABOUT_PLACES,
    ABOUT_PRODUCTS,
    Topic,
    names_one,
    names_subject,
    of_its_list,
)
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.senses import (
    BEFORE_MERGER,
    BELONGING,
    CARRIED,
    ELSE,
    EMPTY,
    ENDS_WHEN,
    LISTED,
    QUANTITY,
    WHETHER,
)
from locales import LOCALES

_NODDING = frozenset("👍👌🙏❤♥🥰😍😊😂🤣😁😀😃😄🙂👏💯")
MORE, NOT_THAT = "more", "not_that"
_LISTS_AND_COUNTS = frozenset({Intent.STATISTICS, Intent.SPECIALITIES})
_OPEN = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES})


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question in its context."""

    question: Question
    handler: Callable[[Asked], Answer] | None = None
    """The one that answers, where it is not the intent's."""
    action: Action | None = None
    """The choice that the message takes, instead of the question."""


def follow_up(question: Question, session: Session, catalogue: Catalogue) -> FollowUp:
    """A question read from a text, in its context."""
    if session.awaiting in ABOUT_PRODUCTS:
        question = _told_at_last(question, Intent(session.awaiting))
    topic = Topic.of(session, catalogue)
    if CARRIED in question.cues and topic.places and not names_one(question):
        # "mua gì mang về Sài Gòn" after Huế asks what there is in Huế
        question = replace(question, places=topic.places)
    if passing_on.is_asked(question):
        return FollowUp(passing_on.of_whom(question, topic, catalogue), passing_on.answer)
    question = _priced(question, topic)
    of_shown = _of_shops(question, topic, catalogue) or _of_certificate(
        question, session, topic, catalogue
    )
    if of_shown is not None:
        return of_shown
    if BELONGING in question.cues and not names_subject(question):
        if topic.product is not None:
            # The card says where it is made, and what became of that place
            one = (Match(topic.product, 1.0),)
            card = replace(question, intent=Intent.PRODUCT, intent_stated=True, products=one)
            return FollowUp(replace(card, certainty=Certainty.CLEAR))
        if topic.places:
            return FollowUp(replace(question, places=topic.places), belonging.answer)
    if _asks_of_before(question, topic):
        again = replace(question, intent=Intent.STATISTICS, intent_stated=True)
        return FollowUp(replace(again, places=topic.places, certainty=Certainty.CLEAR))
    if _counts_of_another_time(question, topic):
        return FollowUp(_counted_then(question, topic))
    if ending.is_asked(question):
        return FollowUp(question, ending.answer)
    of_programme = _of_programme(question, session, catalogue)
    if of_programme is not None:
        return of_programme
    others = other_makers.asked_for(question, topic, catalogue)
    if others is not None:
        return FollowUp(others, other_makers.answer)
    if leaving_out.asks_another_place(question, topic):
        return FollowUp(question, places.pick_province)
    for some_of_it in (exporting.of_the_list, leaving_out.of_the_list, those_of_validity):
        part = some_of_it(question, topic)
        if part is not None:
            return FollowUp(part)
    who_makes_it = makers.of_the_list(question, topic, catalogue)
    if who_makes_it is not None:
        return FollowUp(who_makes_it)
    maker = _maker_told_whole(question, topic, catalogue)
    if maker is not None:
        told = replace(question, producers=(Match(maker, 1.0),))
        return FollowUp(told, producers.nothing_else)
    if _asks_on(question, topic):
        following = following_page(session.choices) or session.following
        action = Action.parse(following) if following else None
        if action is not None:
            return FollowUp(question, action=action)
        if topic.has_list and (topic.product is None or topic.intent in ABOUT_PLACES):
            return FollowUp(of_its_list(question, topic), ended.answer)
        rest = other_ones.asked_for(question, topic, catalogue)
        if rest is not None:
            return FollowUp(rest, other_ones.answer)
    weighed = weighing.tasted(question, topic, catalogue) or weighing.told_by_facts(question, topic)
    if weighed is not None:
        named = weighed.intent is not Intent.COMPARE
        return FollowUp(weighed, None if named else weighing.answer)
    if names_subject(question):
        read = makers.moved(in_context(question, session, catalogue), question, topic, catalogue)
        return FollowUp(read, _of_several(read, question))
    if NOT_THAT in question.cues and session.intent:
        return _corrected(question, session, topic, catalogue)
    read = in_context(question, session, catalogue)
    picked = _picked(question, read, session)
    if picked is not None:
        return picked
    if _only_nods(question):
        return FollowUp(_in_its_language(question), smalltalk.listening)
    shown = topic.products if topic.several else topic.listed
    weighs = COMPARE in question.cues and MAKER not in question.cues
    if weighs and (shown or topic.products) and read.intent is not Intent.COMPARE:
        weighed = replace(
            question,
            intent=Intent.COMPARE,
            certainty=Certainty.RIVALS,
            products=tuple(Match(code, 1.0) for code in shown or topic.products),
        )
        return FollowUp(weighed, weighing.answer)
    return FollowUp(read, _of_several(read, question))


def _of_programme(question: Question, session: Session, catalogue: Catalogue) -> FollowUp | None:
    """What is asked on about the programme: its rules, or whom to ask in a province."""
    rules = programme_talk.topic_asked(question, session, catalogue)
    if rules is not None:
        return FollowUp(question, action=rules)
    rule = programme_talk.rule_asked(question, session, catalogue)
    if rule is not None:
        return FollowUp(rule)
    office = programme_talk.office_asked(question, session)
    return FollowUp(office, programme_talk.office) if office is not None else None


def _of_certificate(
    question: Question, session: Session, topic: Topic, catalogue: Catalogue
) -> FollowUp | None:
    """What is asked of the certificate of the one product shown, or of those of the maker told."""
    asked = of_the_one(question, session, topic)
    if asked is None and ENDS_WHEN in question.cues:
        asked = of_its_maker(question, topic, catalogue)
    return FollowUp(asked) if asked is not None else None


def _of_shops(question: Question, topic: Topic, catalogue: Catalogue) -> FollowUp | None:
    """What is asked of a shop by its name, of the shops just listed ("địa chỉ"), or of what was
    shown and a shop has."""
    shops = shops_named.named(question, catalogue)
    if shops:
        of_them = shops_named.as_asked(question, shops, catalogue)
        return FollowUp(of_them, partial(shops_named.answer, found=shops))
    if not outlets.asks_of_those(question, topic):
        sold = sold_at.of_shown(question, topic)
        return FollowUp(sold) if sold is not None else None
    again = replace(question, intent=Intent.OUTLETS, intent_stated=True, places=topic.places)
    return FollowUp(replace(again, certainty=Certainty.CLEAR), outlets.those_shown)


def _picked(question: Question, read: Question, session: Session) -> FollowUp | None:
    """What an ordinal picks from a list; "tỉnh nào làm OCOP đầu tiên" picks nothing."""
    if question.ordinal is None or question.intent is Intent.PROGRAMME:
        return None
    if COMPARE not in question.cues:
        action = None if question.intent_stated else counted(question.ordinal, session)
        if action is not None:
            return FollowUp(question, action=action)
        return FollowUp(read, None if read.products else smalltalk.no_such_number)
    if read.intent is not Intent.COMPARE:
        return FollowUp(question, smalltalk.no_such_number)
    return None


def _priced(question: Question, topic: Topic) -> Question:
    """The question, for the price where it is "bao nhiêu vậy" after one product."""
    bare = question.intent is Intent.UNKNOWN and QUANTITY in question.cues and question.bare
    if not bare or topic.product is None:
        return question
    return replace(question, intent=Intent.PRICE, intent_stated=True)


def _asks_of_before(question: Question, topic: Topic) -> bool:
    """Whether the counts of before the merger are asked for after those of a place: they tell
    both."""
    counted = topic.intent is Intent.STATISTICS and bool(topic.places)
    return counted and BEFORE_MERGER in question.cues and not names_subject(question)


def _counts_of_another_time(question: Question, topic: Topic) -> bool:
    """Whether a count or list is asked for again, of another month or year: "còn năm 2023"."""
    if question.period is None or topic.intent not in _LISTS_AND_COUNTS:
        return False
    if topic.intent is Intent.SPECIALITIES and not (topic.has_list and _is_time_alone(question)):
        return False
    if question.places or question.category or names_one(question) or question.validity:
        return False
    return question.intent in {*_OPEN, Intent.STATISTICS} and LISTED not in question.cues


def _is_time_alone(question: Question) -> bool:
    """Whether nothing but a time is named: "năm 2024 thì sao"."""
    return not names_subject(question) and not question.intent_stated


def _counted_then(question: Question, topic: Topic) -> Question:
    """The count or list told last, of the time now asked about."""
    return replace(
        question,
        intent=topic.intent or Intent.STATISTICS,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=topic.places,
        stars=question.stars or topic.stars,
        category=topic.category,
        kinds=question.kinds or topic.kinds,
    )


def _told_at_last(question: Question, intent: Intent) -> Question:
    """The question asked before, of the name or place that was asked for: "mấy sao", "nước mắm Lê
    Gia"."""
    if question.intent_stated or not names_subject(question):
        return question
    if intent is Intent.WHERE_TO_BUY and question.places and not names_one(question):
        intent = intent if question.kinds else Intent.OUTLETS
    return replace(question, intent=intent, intent_stated=True)


def _of_several(read: Question, question: Question) -> Callable[[Asked], Answer] | None:
    """The handler for several products that only the context knows."""
    if read.products != question.products and bought_there.is_of_several(read):
        return bought_there.answer
    return None


def _asks_on(question: Question, topic: Topic) -> bool:
    """Whether it asks for more of the list last shown: "xem thêm", "còn trà nào nữa không"."""
    if MAKER in question.cues:
        return False
    if question.intent is Intent.PRODUCER:
        # "có món khác không" asks what else a maker has, but of a list for the rest of it
        of_several = topic.several and len(topic.producers) != 1
        return of_several and question.bare and ELSE in question.cues
    if MORE not in question.cues or question.intent not in _OPEN:
        return False
    if question.places or question.category or question.stars:
        return False
    if question.kinds:
        return question.kinds == topic.kinds
    return not names_one(question)


def _maker_told_whole(question: Question, topic: Topic, catalogue: Catalogue) -> str | None:
    """The maker of whom it is asked what else it makes, where all of that was told: "còn làm gì
    nữa"."""
    if question.intent is not Intent.PRODUCER or not question.bare or names_subject(question):
        return None
    if PLACE in question.cues:
        return None  # "tỉnh đó có gì nữa"
    maker = topic.maker(catalogue)
    if maker is None or ELSE not in question.cues:
        return None
    made = {product.code for product in catalogue.products_of(maker)}
    return maker if made <= set(topic.products) else None


def _only_nods(question: Question) -> bool:
    """Whether it is nothing but a word of assent or address, or a picture: "ok", "dạ vâng", 👍."""
    silent = question.intent is Intent.UNKNOWN and question.bare
    pictured = not _NODDING.isdisjoint(question.text)
    asked = question.cues - {WHETHER}  # "vâng ạ" asks nothing
    return silent and (bool(question.cues) or pictured) and asked <= EMPTY


def _in_its_language(nod: Question) -> Question:
    """A nod with the language it tells: "dạ vâng" does, "ok" is said in every one."""
    if nods_in_vietnamese(nod.text):
        return replace(nod, language="vi", language_sure=True)
    return replace(nod, language=LOCALES[0], language_sure=False)


def _corrected(
    question: Question, session: Session, topic: Topic, catalogue: Catalogue
) -> FollowUp:
    meant = correcting.candidates(session, catalogue)
    intent = topic.intent if topic.intent in ABOUT_PRODUCTS else Intent.PRODUCT
    read = replace(
        question,
        intent=intent or Intent.PRODUCT,
        products=tuple(Match(code, 1.0) for code in meant),
        producers=(),
        certainty=Certainty.RIVALS if meant else Certainty.NONE,
    )
    return FollowUp(read, correcting.answer)
