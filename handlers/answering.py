"""What every handler is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.reply import Choice, Outcome, Paragraph, Reply
from knowledge.catalogue import Catalogue
from knowledge.facts import Place
from knowledge.understanding.question import Question
from locales import Translator

PAGE = 5
"""Entries of a list before "more": what a telephone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to answer, with the knowledge and the language to answer it in."""

    question: Question
    catalogue: Catalogue
    t: Translator
    today: date
    offset: int = 0
    """Entries of the list already shown: 0 for a first question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply and what it shows, so that a follow-up or a record can refer to it."""

    reply: Reply
    products: tuple[str, ...] = ()
    """Codes of the products shown or offered, in the order shown."""
    producers: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def answered(
    outcome: Outcome,
    paragraphs: list[Paragraph],
    choices: list[Choice] | None = None,
    *,
    products: tuple[str, ...] = (),
    producers: tuple[str, ...] = (),
    places: tuple[Place, ...] = (),
) -> Answer:
    """An answer made of paragraphs and choices."""
    return Answer(
        Reply(outcome, tuple(paragraphs), tuple(choices or ())), products, producers, places
    )
