"""What is answered where nothing was found: what the message says as a whole."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Leaning, Question

OF_STARS = 0.75
"""Likelihood from which a message that tells a number of stars asks for no list of what has them.
This and the others were measured on questions of people who did not know the ways to ask."""
BESIDE = 0.85
"""The same of one in which a place or kind was recognised beside what was not."""
SURELY = 0.85
"""The same of one for which something was found that may not be meant."""
SURELY_OF_STARS = 0.96
SURELY_OF_A_PLACE = SURELY_OF_A_KIND = 0.93
BEYOND_DOUBT = 0.985
"""The same of one that speaks of the programme where goods may be named: so does who asks for
the stars of a brand that we do not know."""
OF_WHAT_THEY_MAKE = 0.95
"""The same of one that asks how to take part: who does tells what they make."""
AFTER_ANOTHER = 0.95
"""The same of one behind something shown: "chồng tôi không thích" is said of that."""
NEVER = 2.0
OF_SHOPS = 0.7
"""The same of one that asks for shops and names no place: "chỗ nào gần đây bán"."""
OF_THE_PROGRAMME = "ocop"
"""The word with which "ocop là cái chi rứa" asks of no product that was left unsaid."""
_SALES = frozenset({Intent.OUTLETS, Intent.WHERE_TO_BUY})
_SAID_BY_CHANCE = frozenset({Intent.GREETING, Intent.THANKS, Intent.GOODBYE, Intent.NEARBY})
"""What a single word of a message may look like: the "cam" of a name like thanks."""
_OF_THE_PERSON = frozenset({Intent.PRIVACY, Intent.SAVED, Intent.FEEDBACK})
_OF_NO_GOODS = _OF_THE_PERSON | {Intent.HELP, Intent.GOODBYE, Intent.THANKS}
"""What nobody says who names goods or a place."""


def may_lean(question: Question, outcome: Outcome) -> bool:
    """Whether what was found for a question leaves room for what it says as a whole."""
    if question.foreign or question.shop is not None:
        return False
    if _asks_of_one(question) and OF_THE_PROGRAMME not in question.said.split():
        return False  # "mấy sao": of what is to be told yet
    if outcome is Outcome.NOT_FOUND:
        return True
    if question.period or question.producers:
        return False
    if outcome is Outcome.TALK or question.intent is Intent.STATISTICS:
        return question.intent in _SAID_BY_CHANCE
    return question.certainty is not Certainty.CLEAR or not question.products


def as_leant(
    question: Question, leaning: Leaning | None, outcome: Outcome, *, follows: bool
) -> Question | None:
    """The question for what its words lean towards, if what was asked so far has no answer, or only
    a guess: "ứng dụng gì mà chạy như rùa bò" finds nothing, and is a complaint.

    ``follows`` tells that something was shown before, which it may be about.
    """
    if leaning is None:
        return None
    agrees = leaning.intent is question.intent
    if agrees and outcome is not Outcome.NOT_FOUND:
        return None
    if question.places_beside and leaning.intent is Intent.LANGUAGE:
        return None  # "tiếng Huế khó nghe"
    least = max(_least(question, leaning, outcome), AFTER_ANOTHER if follows else 0.0)
    if not agrees and leaning.share < least:
        return None
    return replace(
        question,
        intent=leaning.intent,
        intent_stated=True,
        topic=question.topic or leaning.topic,
        products=(),
        producers=(),
        places=(),
        places_beside=(),
        kinds=(),
        kinds_beside=(),
        category=None,
        stars=None,
        not_known="",
    )


def _least(question: Question, leaning: Leaning, outcome: Outcome) -> float:
    """How likely what a message leans towards must be to be its question."""
    found = outcome is not Outcome.NOT_FOUND
    if found and leaning.intent is Intent.NEARBY and question.intent in _SALES:
        return OF_SHOPS if question.bare else NEVER
    kinds = question.kinds or question.kinds_beside or question.category
    least = max(
        SURELY if found or _asks_of_one(question) else 0.0,
        SURELY_OF_A_KIND if found and kinds else 0.0,
        (SURELY_OF_STARS if found else OF_STARS) if question.stars else 0.0,
        SURELY_OF_A_PLACE if question.places else 0.0,
        BESIDE if question.places_beside or kinds or question.products else 0.0,
    )
    if found and (kinds or question.places) and leaning.intent not in _OF_THE_PERSON:
        return NEVER  # "bạn trả lời rất hay, cảm ơn, trà Thái Nguyên"
    if leaning.intent in _SAID_BY_CHANCE and (kinds or question.products):
        return NEVER  # the "cam" of "cam thanh paddy rice" is no thanks
    if leaning.intent in _OF_NO_GOODS:
        return least
    if question.places:
        return NEVER
    if not (kinds or question.products):
        return least
    if question.stars:
        return NEVER
    return OF_WHAT_THEY_MAKE if leaning.topic is ProgrammeTopic.APPLYING else BEYOND_DOUBT


def _asks_of_one(question: Question) -> bool:
    """Whether something is asked of one product, and all that was typed asks."""
    return question.bare and question.intent in ABOUT_PRODUCTS
