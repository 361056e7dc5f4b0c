"""Was a question understood? The counting behind the table."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.accuracy.case import Case, Subject
from handlers.chat.reply import Outcome, Reply
from knowledge.understanding.question import Certainty, Intent, Question


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one question."""

    case: Case
    right: bool
    """The right thing first and not refused; of a foreign question: it got no answer."""
    intent_right: bool
    refused: bool
    """A real question that ended in "not found" or small talk."""
    outright: bool
    """Right and answered at once, without asking back."""
    soft: bool
    """A foreign question met with "did you mean": no answer, but no plain refusal either."""
    filters_right: bool
    """Stars, category and kind, where the question names them."""
    got: str
    """What came instead, for the list of failures."""


def judge(case: Case, question: Question, reply: Reply) -> Verdict:
    """Judge one answered question."""
    intent_right = question.intent in case.intents
    got = _summary(question, reply)
    if case.subject is Subject.FOREIGN:
        soft = reply.outcome is Outcome.CHOICES and question.certainty is Certainty.WEAK
        quiet = reply.outcome in {Outcome.NOT_FOUND, Outcome.TALK}
        # An unknown intent may be met with examples to choose from: still no answer.
        quiet = quiet or (question.intent is Intent.UNKNOWN and reply.outcome is Outcome.CHOICES)
        return Verdict(case, quiet or soft, quiet or soft, False, quiet, soft, True, got)
    talk = case.subject is Subject.TALK
    refused = reply.outcome is Outcome.NOT_FOUND or (reply.outcome is Outcome.TALK and not talk)
    named = intent_right if talk else _first_is_right(case, question)
    if case.subject is Subject.PLACE:
        # "No five-star mangoes in Đô Lương" is the truth about a place that was understood.
        refused = refused and not named
    right = named and not refused
    return Verdict(
        case,
        right,
        intent_right,
        refused,
        right and reply.outcome in {Outcome.ANSWER, Outcome.TALK},
        False,
        _filters_right(case, question),
        got,
    )


def _first_is_right(case: Case, question: Question) -> bool:
    match case.subject:
        case Subject.PRODUCT:
            if not question.products and case.or_all_of is not None:
                return _is_list_of_all(case, question)
            return bool(question.products) and question.products[0].code in case.codes
        case Subject.PRODUCER:
            return bool(question.producers) and question.producers[0].code in case.codes
        case Subject.PLACE:
            return bool(question.places) and set(question.places[0].provinces) <= case.provinces
        case Subject.COMPARE:
            firsts = [matches[0].code for matches in question.compared if matches]
            if len(firsts) != 2:
                return False
            one, two = firsts
            return (one in case.codes and two in case.others) or (
                two in case.codes and one in case.others
            )
        case Subject.TALK | Subject.FOREIGN:
            raise ValueError(f"a question of {case.subject} names nothing")


def _is_list_of_all(case: Case, question: Question) -> bool:
    """Whether all of the kind that a product is named by was understood, from its place."""
    from_there = not case.from_places or (
        bool(question.places) and question.places[0].key in case.from_places
    )
    return case.or_all_of in question.kinds and from_there


def _filters_right(case: Case, question: Question) -> bool:
    return (
        (case.stars is None or question.stars == case.stars)
        and (case.category is None or question.category is case.category)
        and (case.kind is None or case.kind in question.kinds)
    )


def _summary(question: Question, reply: Reply) -> str:
    named = [match.code for match in question.products[:2]]
    named += [f"producer {match.code}" for match in question.producers[:1]]
    named += [f"place {place.key} {place.name}" for place in question.places[:1]]
    named += [" + ".join(matches[0].code for matches in question.compared if matches)]
    things = ", ".join(thing for thing in named if thing) or "nothing"
    return f"{question.intent}/{reply.outcome}/{question.certainty}: {things}"
