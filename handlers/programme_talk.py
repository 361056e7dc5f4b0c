"""Asking on about the programme after it was told: how to apply, what it costs, whom to ask."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.actions import Action, Verb
from handlers.answering import Answer, Asked, answered
from handlers.naming import place_name
from handlers.reading import folded
from handlers.reply import Outcome
from handlers.rules_told import topic_near
from handlers.session import Session
from handlers.topic import names_one
from handlers.wording import body
from knowledge.catalogue import Catalogue
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Question

_APPLYING = re.compile(
    r"\b(?:dang k[yi]|tham gia|thu tuc|ho so|dieu kien|xin cap|can giay to|giay to gi"
    r"|apply|applying|register|registration|join|enrol|sign up|documents?)\b"
)
_COSTS = re.compile(
    r"\b(?:bao lau|may (?:thang|ngay|tuan)|thoi (?:gian|han)|phi|le phi|chi phi|ton|mien phi"
    r"|mat (?:bao nhieu )?tien|bao nhieu tien|how long|how much|costs?|fees?|free|deadline)\b"
)
_TIME = re.compile(r"\b(?:bao lau|may nam|how long)\b")
_WHOM = re.compile(
    r"\b(?:lien he|hoi ai|gap ai|hoi o dau|nop o dau|nop cho ai|gui cho ai|sdt|so dien thoai"
    r"|contact|who (?:do|should|can) i|where (?:do|should|can|to) (?:i )?(?:apply|submit|ask))\b"
)
_PHONE = re.compile(r"\b(?:so dien thoai|sdt|dien thoai|hotline|duong day nong|phone|telephone)\b")
_UNTOLD = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.RATING})
_HOLDS = re.compile(
    r"\b(?:chung nhan|hieu luc|han|certificates?|valid)\b.*\b(?:bao lau|may nam|how long)\b"
    r"|\bhow long\b.*\b(?:certificate|valid|last)\b"
)
_TELLS_COSTS, _TELLS_WHERE = "fees", "Where:"
"""What the rules say, in English, that answer what it costs and where to apply."""


def topic_asked(question: Question, session: Session, catalogue: Catalogue) -> Action | None:
    """The rules that answer a question asked on about the programme."""
    if not _goes_on(question, session) or question.places:
        return None
    text = folded(question.text)
    if _WHOM.search(text):
        return _from(_TELLS_WHERE, catalogue)
    of_time = session.topic == ProgrammeTopic.VALIDITY and _TIME.search(text)
    if of_time or _HOLDS.search(text):
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.VALIDITY.value)
    if _COSTS.search(text):
        return _from(_TELLS_COSTS, catalogue)
    if _APPLYING.search(text):
        return Action.of(Verb.TOPIC, 0, ProgrammeTopic.APPLYING.value)
    return None


def rule_asked(question: Question, session: Session, catalogue: Catalogue) -> Question | None:
    """What of the programme is asked on about in words that a rule has: "khác gì 1048"."""
    if not _goes_on(question, session) or question.places or question.intent not in _UNTOLD:
        return None
    topic = topic_near(question.text, catalogue)
    if topic is None:
        return None
    return replace(question, intent=Intent.PROGRAMME, intent_stated=True, topic=topic)


def office_asked(question: Question, session: Session) -> Question | None:
    """Whom to ask: "ở Cà Mau thì liên hệ ai" of the programme, "số điện thoại văn phòng điều
    phối"."""
    if question.intent is Intent.PROGRAMME and question.topic is ProgrammeTopic.APPLYING:
        return question if _PHONE.search(folded(question.text)) else None
    if not _goes_on(question, session) or not question.places:
        return None
    text = folded(question.text)
    if not (_WHOM.search(text) or _APPLYING.search(text)):
        return None
    return replace(
        question,
        intent=Intent.PROGRAMME,
        intent_stated=True,
        topic=ProgrammeTopic.APPLYING,
        certainty=Certainty.NONE,
    )


def office(asked: Asked) -> Answer:
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


def _goes_on(question: Question, session: Session) -> bool:
    if session.topic is None or question.intent is Intent.PROGRAMME:
        return False
    named = question.kinds or question.category or question.stars or names_one(question)
    return not named


def _from(told: str, catalogue: Catalogue) -> Action:
    """The rules on applying from the one that tells this on."""
    rules = catalogue.programme(ProgrammeTopic.APPLYING)
    offset = next((i for i, rule in enumerate(rules) if told in rule.text_en), 0)
    return Action.of(Verb.TOPIC, offset, ProgrammeTopic.APPLYING.value)
