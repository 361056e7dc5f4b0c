"""What was asked of a list before and still holds when a follow-up narrows it."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PLACES
from handlers.lists.awards import Award
from handlers.lists.leaving_out import parsed
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Intent, Question, Without


def with_awards(question: Question, read: Question, session: Session) -> Question:
    """A follow-up ``read`` in its context, with the certificates asked for before; ``question`` is
    what was typed by itself."""
    of_list = read.intent in ABOUT_PLACES or read.makers is not None
    if not session.award or read is question or not of_list:
        return read
    if session.stars is not None and read.stars is None:
        return read  # asks anew for all there is
    before = Award.parse(session.award)
    if question.stars is None and read.stars == session.stars:
        read = replace(read, stars_up_to=before.stars_up_to)
    if read.standing is None:
        read = replace(read, standing=before.standing)
    if not read.made_by and read.makers is None:
        read = replace(read, made_by=before.made_by)
    if read.validity is not None:
        return read
    if _counts_those_of_a_year(question, read, before):
        # Official counts tell of no such list, but it is headed with its own
        read = replace(read, intent=Intent.SPECIALITIES)
    if question.period is None and question.years is None:
        years, validity = before.years, before.validity
        read = replace(read, period=before.period, years=years, validity=validity)
    elif before.validity is not None:
        # "còn năm 2025" after what ended in 2024, or what has ended
        read = replace(read, validity=before.validity)
    return read


def _counts_those_of_a_year(question: Question, read: Question, before: Award) -> bool:
    """Whether "có bao nhiêu" asks how many are on the list of those certified in some year."""
    of_year = bool(before.period or before.years) and before.validity is None
    timed = question.period is not None or question.years is not None
    return of_year and not timed and read.intent is Intent.STATISTICS


def with_exclusions(
    question: Question, read: Question, session: Session, catalogue: Catalogue
) -> Question:
    """A follow-up ``read`` in its context that narrows a list, without what was not wanted before;
    ``question`` is what was typed by itself, and what it names is wanted now. What somebody told of
    an allergy before any list holds for the first one as well."""
    told_first = not (session.places or session.kinds or session.category or session.stars)
    of_goods = read.intent is Intent.WHERE_TO_BUY and bool(read.kinds) and not read.products
    if not session.without or not (read.intent in ABOUT_PLACES or of_goods):
        return read
    if read is question and not told_first:
        return read
    before = _of_session(session, catalogue)
    if told_first:
        kinds = tuple(kind for kind in before.kinds if kind not in question.kinds)
        return replace(read, without=Without(kinds=kinds).joined(read.without))
    before = Without(
        () if question.places else before.places,
        () if question.kinds or question.category else before.kinds,
        () if question.kinds or question.category else before.categories,
        () if question.stars is not None else before.stars,
        () if question.kinds or question.category else before.names,
    )
    return replace(read, without=before.joined(read.without))


def _of_session(session: Session, catalogue: Catalogue) -> Without:
    try:
        return parsed(session.without, catalogue)
    except ValueError:  # kept by another version
        return Without()
