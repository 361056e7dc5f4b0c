"""What a number, an ordinal or "xem thêm" stands for among the choices offered last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.chat.actions import FIELD, PAGED, Action, Verb
from handlers.chat.session import Session
from handlers.chat.topic import Topic
from handlers.follow_ups.pointing import entry_at
from knowledge.catalogue import Catalogue

_NUMBER = re.compile(
    r"\s*(?:#|số|so|no\.?|chọn|chon|câu|cau)?\s*(\d{1,2})\s*[.)!]*\s*", re.IGNORECASE
)
_THINGS = frozenset(
    {
        *(Verb.PRODUCT, Verb.RATING, Verb.WHERE_TO_BUY, Verb.EXPORT, Verb.MAKER, Verb.CONTACT),
        *(Verb.PRICE, Verb.LABEL, Verb.PRODUCER, Verb.PRODUCER_CONTACT, Verb.PRODUCER_BUYING),
        *(Verb.LIST, Verb.EXPORTED, Verb.OUTLETS, Verb.STATISTICS, Verb.MAP),
    }
)
"""What a choice does that stands for a thing to pick, rather than for something else to do."""


def typed_number(text: str) -> int | None:
    """The number when a message is nothing but one: "2", "số 2", "2."."""
    found = _NUMBER.fullmatch(text) if len(text) <= 16 else None
    return int(found.group(1)) if found else None


def numbered(number: int, session: Session, catalogue: Catalogue) -> Action | None:
    """What a number stands for: a choice offered last, else a product shown last."""
    if 0 < number <= len(session.choices):
        return Action.parse(session.choices[number - 1])
    if 0 < number <= len(session.products) and session.products[number - 1] in catalogue.products:
        return Action(Verb.PRODUCT, session.products[number - 1])
    code = entry_at(number, Topic.of(session, catalogue)) if number > 0 else None
    return Action(Verb.PRODUCT, code) if code is not None else None


def counted(ordinal: int, session: Session) -> Action | None:
    """The thing offered that "cái thứ hai" stands for; -1 is the last one.

    ``None`` under an answer about one thing, whose choices are next steps.
    """
    if len(session.products) == 1 or (session.producers and not session.products):
        return None
    things = [action for text in session.choices if (action := Action.parse(text)) is not None]
    things = [action for action in things if action.verb in _THINGS and not _goes_on(action)]
    index = ordinal - 1 if ordinal > 0 else len(things) + ordinal
    return things[index] if 0 <= index < len(things) else None


def following_page(choices: Sequence[str]) -> str | None:
    """The action among the choices that goes on with a list."""
    for text in choices:
        action = Action.parse(text)
        if action is not None and (_goes_on(action) or action.verb is Verb.NEARBY):
            return text
    return None


def _goes_on(action: Action) -> bool:
    offset = action.argument.split(FIELD)[0]
    return action.verb in PAGED and offset.isdecimal() and int(offset) > 0
