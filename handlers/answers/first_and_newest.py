"""Which products were recognised first, or last: those of the first or last year known."""

from __future__ import annotations

from handlers.answers import specialities
from handlers.answers.rounds import newest_round
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Outcome, Paragraph
from handlers.lists.awards import when
from handlers.lists.listing import unfiltered
from handlers.words.rules import rule_text
from handlers.words.sourcing import sources_note
from handlers.words.stars import FULL
from handlers.words.wording import body
from knowledge.catalogue import Catalogue
from knowledge.facts import ProgrammeTopic, Status
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import EARLIEST, FIRST


def asks_for_first(question: Question) -> bool:
    """Whether those recognised first are asked for, rather than last."""
    return not question.cues.isdisjoint({FIRST, EARLIEST})


def year_asked(question: Question, catalogue: Catalogue) -> str | None:
    """The first or last year in which, as far as is known, some of what is asked for was
    recognised."""
    most = question.stars_up_to or question.stars
    years = [
        certificate.year
        for product in unfiltered(question, question.places, catalogue)
        if product.status is Status.CERTIFIED
        for certificate in product.certificates
        if certificate.year is not None
        and (question.stars is None or question.stars <= certificate.stars <= (most or FULL))
    ]
    if not years:
        return None
    return str(min(years) if asks_for_first(question) else max(years))


def answer(asked: Asked) -> Answer:
    """The list of the year, after how sure that year is, and for five stars what the programme
    tells of the round."""
    given = specialities.answer(asked)
    period = asked.question.period
    if given.reply.outcome is not Outcome.ANSWER or period is None or asked.offset:
        return given
    return given.after(*_round_told(asked), _as_far_as_known(asked, period))


def _as_far_as_known(asked: Asked, period: str) -> Paragraph:
    t = asked.t
    year = when(period, t)
    if asks_for_first(asked.question):
        return body(
            t.gettext(
                "The first that I know of in our own list are of {year}; beside each is its newest "
                "recognition:",
                year=year,
            )
        )
    return body(t.gettext("The newest that I know of in our own list are of {year}:", year=year))


def _round_told(asked: Asked) -> list[Paragraph]:
    """What is told of the first or last round of five stars, where no more is asked for."""
    question, t = asked.question, asked.t
    part = question.places or question.kinds or question.category or question.shop
    rounds = asked.catalogue.programme(ProgrammeTopic.ROUNDS)
    if question.stars != FULL or question.stars_up_to not in {None, FULL} or part or not rounds:
        return []
    told = rounds[0] if asks_for_first(question) else newest_round(rounds)
    return [body(rule_text(told, t)), *sources_note(told.sources, t)]
