"""What was told once more: "nói lại đi", "say that again"."""

from __future__ import annotations

import re

from handlers.answers import smalltalk
from handlers.chat.actions import Action, Verb
from handlers.chat.topic import ABOUT_PLACES
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.reading import words_alone

_LONGEST = 40
"""Characters of a message that says no more than that."""
_AGAIN = re.compile(
    r"(?:noi|nhac|lap|ke|doc|tra loi|viet) lai(?: (?:lan nua|cai do|dum|lan|mot lan|1 lan|cau))*"
    r"|(?:repeat|(?:say|tell me|write)(?: that| it| this)? again|come again)"
    r"(?: that| it| this| again)?"
)
_LEADS = ASKING | small_words("chau bot shop ad oi me bac co chu khong nghe ro sorry excuse")
_TAILS = ENDING | small_words("shop ad chau oi coi nghe cho ro once more time")


def told(said: Said) -> FollowUp | None:
    """The page or product shown last; where there is none, that we are listening."""
    question, topic = said.question, said.topic
    if len(question.text) > _LONGEST:
        return None
    if core(_AGAIN, words_alone(question.text), _LEADS, _TAILS) is None:
        return None
    if topic.product is not None and topic.intent not in ABOUT_PLACES:
        return FollowUp(question, action=Action(Verb.PRODUCT, topic.product))
    page = topic.page
    if page is not None and topic.products:
        return FollowUp(question, action=page.at(page.offset))
    return FollowUp(question, smalltalk.of_what)
