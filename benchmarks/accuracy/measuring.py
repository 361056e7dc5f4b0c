"""Asks all questions of a benchmark and adds up the verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.foreign_questions import ForeignQuestionMaker
from benchmarks.accuracy.known_names import KnownNames
from benchmarks.accuracy.place_questions import PLACE_NOISES, PlaceQuestionMaker
from benchmarks.accuracy.questions import PRODUCER_NOISES, PRODUCT_NOISES, QuestionMaker
from benchmarks.accuracy.templates import TemplateSet
from benchmarks.accuracy.verdict import Verdict, judge
from benchmarks.accuracy.written_questions import handwritten, own_words, refusals
from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue

CLASSES: tuple[str, ...] = (
    *PRODUCT_NOISES,
    *PRODUCER_NOISES,
    *PLACE_NOISES,
    "handwritten",
    "own_words",
    "foreign",
    "foreign_made",
)
"""All classes, in the order of the table."""

ASKED_ON = date(2026, 1, 15)
"""The day of the questions, fixed: certificates must not expire between two runs."""


def make_cases(
    catalogue: Catalogue,
    templates: TemplateSet,
    *,
    seed: int,
    per_class: int,
    classes: Sequence[str] = CLASSES,
) -> Iterator[Case]:
    """The questions of these classes. Hand-written ones come whole, whatever ``per_class`` is.

    Raises ``ValueError`` for a class that does not exist.
    """
    known = KnownNames(catalogue)
    questions = QuestionMaker(known, templates, seed)
    places = PlaceQuestionMaker(catalogue, templates, seed)
    for noise in classes:
        if noise in PLACE_NOISES:
            yield from places.cases(noise, per_class)
        elif noise == "handwritten":
            yield from handwritten(catalogue, known)
        elif noise == "own_words":
            yield from own_words()
        elif noise == "foreign":
            yield from refusals()
        elif noise == "foreign_made":
            yield from ForeignQuestionMaker(catalogue, known, seed).cases(per_class)
        else:
            yield from questions.cases(noise, per_class)


def ask(knowledge: Knowledge, cases: Iterable[Case]) -> Iterator[Verdict]:
    """Ask each question in a chat of its own, the whole way from text to reply."""
    for case in cases:
        turn, _ = respond(Utterance(text=case.text), Session(), knowledge, ASKED_ON)
        yield judge(case, turn.question, turn.reply)


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares of one class or intent, each 0 to 1."""

    name: str
    asked: int
    right: float
    intent: float
    outright: float
    refused: float
    soft: float
    filters: float


def tally(name: str, verdicts: Sequence[Verdict]) -> Tally:
    """Add up verdicts. Raises ``ZeroDivisionError`` when there are none."""
    asked = len(verdicts)

    def share(flags: Iterable[bool]) -> float:
        return sum(flags) / asked

    return Tally(
        name,
        asked,
        share(v.right for v in verdicts),
        share(v.intent_right for v in verdicts),
        share(v.outright for v in verdicts),
        share(v.refused for v in verdicts),
        share(v.soft for v in verdicts),
        share(v.filters_right for v in verdicts),
    )


def by_class(verdicts: Iterable[Verdict]) -> list[Tally]:
    """One tally for each class that was asked, in the order of :data:`CLASSES`."""
    grouped: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        grouped[verdict.case.noise].append(verdict)
    return [tally(noise, grouped[noise]) for noise in CLASSES if noise in grouped]


def by_intent(verdicts: Iterable[Verdict]) -> list[Tally]:
    """One tally for each intent of the questions about real things."""
    grouped: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in real(verdicts):
        grouped[verdict.case.intent].append(verdict)
    return [tally(intent, found) for intent, found in sorted(grouped.items())]


def real(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Those about things in the knowledge base."""
    return [v for v in verdicts if v.case.subject is not Subject.FOREIGN]
