"""Lists of those recognised first or last: "5 sao đầu tiên", "sản phẩm mới của Gia Lai"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import first_and_newest
from handlers.chat.topic import ABOUT_PLACES, names_one, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.stars import FULL
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import EARLIEST, FIRST, GOODS, LISTED, NEWEST, RECENT

_OF_ALL = frozenset({FIRST, RECENT})
"""What is asked of goods in general; the others as well of those just shown."""
_ASKED = _OF_ALL | {EARLIEST, NEWEST}
_ROUND = frozenset({"dot", "round", "rounds"})
_PROPOSED = "de xuat"
_OF_GOODS = frozenset({GOODS, LISTED, Intent.SPECIALITIES.value})
_LISTS = frozenset({Intent.SPECIALITIES, Intent.NEARBY, Intent.UNKNOWN, Intent.RATING})


def listed(said: Said) -> FollowUp | None:
    """The products of the first or last year, of what is named or of the whole country."""
    question = said.question
    if question.cues.isdisjoint(_ASKED):
        return None
    if question.stars == FULL and not _ROUND.isdisjoint(question.said.split()):
        return FollowUp(_of_the_rounds(question))
    if question.intent not in _LISTS:
        return None
    if question.period or question.years or question.validity or question.place_rivals:
        return None
    if not _lists(said):
        return None
    if _is_of_list(said):
        question = of_its_list(question, said.topic)
    asked = replace(
        question,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR if names_subject(question) else question.certainty,
        products=(),
        producers=(),
        ordinal=None,
        topic=None,
    )
    year = first_and_newest.year_asked(asked, said.catalogue)
    if year is None:
        return None
    return FollowUp(replace(asked, period=year), first_and_newest.answer)


def _is_of_list(said: Said) -> bool:
    """Whether "cái nào mới nhất" asks of the list last shown, of which there was but one."""
    question = said.question
    listed_last = said.topic.has_list and said.topic.intent in ABOUT_PLACES
    points = LISTED in question.cues and GOODS not in question.cues
    return listed_last and points and not names_subject(question)


def _of_the_rounds(question: Question) -> Question:
    """The question, of the rounds in which five stars are given: "đợt 5 sao gần nhất"."""
    return replace(
        question, intent=Intent.PROGRAMME, intent_stated=True, topic=ProgrammeTopic.ROUNDS
    )


def _lists(said: Said) -> bool:
    question = said.question
    if _PROPOSED in question.said:
        return False  # What was proposed has not been recognised
    kinds = question.kinds or question.category
    if names_one(question) and not kinds and question.intent is not Intent.SPECIALITIES:
        return False
    if question.intent is Intent.RATING and names_one(question):
        return False
    if not question.cues.isdisjoint(_OF_ALL) or question.places or question.stars:
        return True
    # "nước mắm nào cấp trước" after a list tells those shown apart
    asks_for_goods = kinds or not question.cues.isdisjoint(_OF_GOODS)
    return bool(asks_for_goods) and not said.topic.several
