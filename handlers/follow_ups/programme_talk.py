"""Asking on about the programme after it was told: how to apply, what it costs, whom to ask."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers.rounds import year_of
from handlers.answers.rules_told import topic_near
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.chat.topic import names_one
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.listing import Listing
from handlers.words.cores import core
from handlers.words.places import place_name
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    APPLY,
    BEGAN,
    CERTIFICATE,
    FEE,
    GOODS,
    HOW_LONG,
    HOW_MANY,
    LISTED,
    MOVES_ON,
    NAMES,
    ORIGIN,
    PHONE,
    PROVINCES,
    TIME_LIMIT,
    WHERE,
    WHOM,
    WHY,
)

_UNTOLD = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.RATING})
_WHOM_TO_ASK = frozenset({WHOM, Intent.CONTACT.value})
_OF_LISTS = frozenset({LISTED, HOW_MANY, "specialities", GOODS})
"""Asking which products have the stars, rather than what those are."""
_OF_ROUNDS = _OF_LISTS | {NAMES, Intent.STATISTICS.value}
"""Asking how many products a round recognised, or which."""
_TELLS_COSTS, _TELLS_WHERE, _TELLS_WITHDRAWN = "fees", "Where:", "withdrawn"
"""What the rules say, in English, that answer what it costs, where to apply and what was withdrawn.
"""
_OF_THE_WITHDRAWN = frozenset({WHY, ORIGIN, WHERE, HOW_MANY, PROVINCES})
_WHEN = re.compile(
    r"(?:tu |vao )?(?:nam nao|khi nao|bao gio|hoi nao|luc nao)|(?:what|which) year|when"
)
_FEW = 5
"""Words of a message that only asks on."""


def of_programme(said: Said) -> FollowUp | None:
    """What is asked on about the programme: its rules, or whom to ask in a province."""
    question, session, catalogue = said.question, said.session, said.catalogue
    rules = _topic_asked(question, session, catalogue)
    if rules is not None:
        return FollowUp(question, action=rules)
    rule = _rule_asked(question, session, catalogue)
    if rule is not None:
        return FollowUp(rule)
    office = _office_asked(question, session)
    return FollowUp(office, _office) if office is not None else None


def _topic_asked(question: Question, session: Session, catalogue: Catalogue) -> Action | None:
    """The rules that answer a question asked on about the programme."""
    if _asks_what_stars_are(question, session):
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.STARS.value)
    if _asks_on_of_stars(question, session):
        return _of_stars(question, session, catalogue)
    if not _goes_on(question, session) or question.places:
        return None
    if session.topic == ProgrammeTopic.ROUNDS and not question.cues.isdisjoint(_OF_ROUNDS):
        return _of_the_round(question, session, catalogue)
    if not question.cues.isdisjoint(_WHOM_TO_ASK):
        return _from(_TELLS_WHERE, catalogue)
    of_certificates = session.topic == ProgrammeTopic.VALIDITY or CERTIFICATE in question.cues
    if of_certificates and HOW_LONG in question.cues:
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.VALIDITY.value)
    if BEGAN in question.cues or _asks_when_it_began(question, session):
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.HISTORY.value)
    if not question.cues.isdisjoint({FEE, TIME_LIMIT}):
        return _from(_TELLS_COSTS, catalogue)
    if APPLY in question.cues:
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.APPLYING.value)
    if session.topic == ProgrammeTopic.VALIDITY and _asks_of_the_withdrawn(question):
        return _from(_TELLS_WITHDRAWN, catalogue, ProgrammeTopic.VALIDITY)
    return None


def _rule_asked(question: Question, session: Session, catalogue: Catalogue) -> Question | None:
    """What of the programme is asked on about in words that a rule has: "khác gì 1048"."""
    if not _goes_on(question, session) or question.places or question.intent not in _UNTOLD:
        return None
    topic = topic_near(question, catalogue)
    if topic is None:
        return None
    return replace(question, intent=Intent.PROGRAMME, intent_stated=True, topic=topic)


def _office_asked(question: Question, session: Session) -> Question | None:
    """Whom to ask: "ở Cà Mau thì liên hệ ai" of the programme, "số điện thoại văn phòng điều
    phối"."""
    if question.intent is Intent.PROGRAMME and question.topic is ProgrammeTopic.APPLYING:
        return question if PHONE in question.cues else None
    if not _goes_on(question, session) or not question.places:
        return None
    if question.cues.isdisjoint(_WHOM_TO_ASK | {APPLY}):
        return None
    return replace(
        question,
        intent=Intent.PROGRAMME,
        intent_stated=True,
        topic=ProgrammeTopic.APPLYING,
        certainty=Certainty.NONE,
    )


def _office(asked: Asked) -> Answer:
    """Which offices of a place receive applications."""
    if not asked.question.places:
        line = asked.t.gettext(
            "I have no phone number of the offices of the programme. Ask the People's Committee of "
            "your commune or ward, or the province's OCOP office."
        )
        return answered(Outcome.TALK, [body(line)])
    line = asked.t.gettext(
        "In {place} ask the People's Committee of your commune or ward: it checks the dossier "
        "first. The province's OCOP office can help too; I have no phone number of theirs.",
        place=place_name(asked.question.places[0], asked.t),
    )
    return answered(Outcome.TALK, [body(line)])


def _asks_what_stars_are(question: Question, session: Session) -> bool:
    """Whether "what is 5 star" after the programme was told asks what stars mean."""
    if session.topic is None or question.stars is None or Intent.PRODUCT.value not in question.cues:
        return False
    named = question.kinds or question.category or question.places or names_one(question)
    return question.bare and not named and question.cues.isdisjoint(_OF_LISTS)


def _asks_on_of_stars(question: Question, session: Session) -> bool:
    """Whether "còn 3 sao thì sao" after the programme was told asks the same of other stars."""
    if session.topic is None or question.stars is None or question.intent is Intent.PROGRAMME:
        return False
    named = question.kinds or question.category or question.places or names_one(question)
    goes_on = question.refers_back or MOVES_ON in question.cues
    return goes_on and question.bare and not named and question.cues.isdisjoint(_OF_LISTS)


def _of_stars(question: Question, session: Session, catalogue: Catalogue) -> Action:
    """The rules of the topic told last from the one that tells of the stars on; what the stars mean
    where none of them does."""
    stars = rf"\b{question.stars} sao\b"
    told = [topic for topic in ProgrammeTopic if topic == session.topic]
    for topic in (*told, ProgrammeTopic.STARS):
        for offset, rule in enumerate(catalogue.programme(topic)):
            if re.search(stars, rule.text_vi):
                return Action.of(Verb.TOPIC, offset, topic.value)
    return Action.of(Verb.TOPIC, 0, ProgrammeTopic.STARS.value)


def _goes_on(question: Question, session: Session) -> bool:
    if session.topic is None or question.intent is Intent.PROGRAMME:
        return False
    named = question.kinds or question.category or question.stars or names_one(question)
    return not named


def _asks_when_it_began(question: Question, session: Session) -> bool:
    """Whether "năm nào" alone asks on of how the programme began."""
    of_history = session.topic == ProgrammeTopic.HISTORY and question.bare
    return of_history and not question.places and core(_WHEN, question.said) is not None


def _of_the_round(question: Question, session: Session, catalogue: Catalogue) -> Action | None:
    """The list of the year of the round told, which was offered below it; where it is asked how
    many they were, what is told of the rounds of that year."""
    offered = (Action.parse(choice) for choice in session.choices)
    action = next((each for each in offered if each and each.verb is Verb.LIST), None)
    if action is None or HOW_MANY not in question.cues or NAMES in question.cues:
        return action
    _, listing = Listing.parse(action)
    rounds = catalogue.programme(ProgrammeTopic.ROUNDS)
    years = [year_of(told) for told in rounds]
    year = listing.award.period if listing is not None else None
    return Action.of(
        Verb.TOPIC, years.index(year) if year in years else 0, ProgrammeTopic.ROUNDS.value
    )


def _asks_of_the_withdrawn(question: Question) -> bool:
    """Whether "vì sao", "tỉnh nào" or "bao nhiêu" alone asks on of certificates withdrawn."""
    asks = not question.cues.isdisjoint(_OF_THE_WITHDRAWN) and HOW_LONG not in question.cues
    return asks and question.bare and question.said.count(" ") < _FEW


def _from(
    told: str, catalogue: Catalogue, topic: ProgrammeTopic = ProgrammeTopic.APPLYING
) -> Action:
    """The rules on a topic from the one that tells this on."""
    rules = catalogue.programme(topic)
    offset = next((i for i, rule in enumerate(rules) if told in rule.text_en), 0)
    return Action.of(Verb.TOPIC, offset, topic.value)
