"""``ocop explain``: how a question was read, for operators and developers.

Each command imports what it needs when it runs: the command line loads this module every time.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.data_commands import Language
from bot.settings import load_settings
from locales import LOCALES, Translator, translator

if TYPE_CHECKING:
    from rich.console import RenderableType

    from knowledge.understanding.explanation import Explanation


def explain_command(
    words: Annotated[list[str], typer.Argument(metavar="QUESTION...")],
    lang: Language = LOCALES[0],
) -> None:
    """Show how a question is read: words, phrases, candidates, the decision and the time."""
    from rich.console import Console

    from bot.app import open_knowledge

    knowledge = open_knowledge(load_settings())
    console = Console(highlight=False, markup=False)
    for part in _parts(knowledge.understanding.explain(" ".join(words)), translator(lang)):
        console.print(part)


def _parts(explanation: Explanation, t: Translator) -> Iterable[RenderableType]:
    from rich.table import Table

    words = Table(title=t.gettext("Words"), title_justify="left")
    for heading in (
        t.gettext("word"),
        t.gettext("read as"),
        t.gettext("made by"),
        t.gettext("taken as"),
    ):
        words.add_column(heading)
    for word in explanation.words:
        readings = ", ".join(f"{text} {likeness:.2f}" for text, likeness in word.readings[:5])
        words.add_row(word.text, readings or "—", word.origin, word.part)
    yield words

    spans = Table(title=t.gettext("Phrases"), title_justify="left")
    for heading in (
        t.gettext("words"),
        t.gettext("vocabulary"),
        t.gettext("meaning"),
        t.gettext("penalty"),
        t.gettext("used"),
    ):
        spans.add_column(heading)
    for span in explanation.spans:
        used = "✓" if span.kept else ""
        spans.add_row(span.words, span.vocabulary, span.meaning, f"{span.penalty:.2f}", used)
    yield spans

    candidates = Table(title=t.gettext("Names"), title_justify="left")
    for heading in (
        t.gettext("code"),
        t.gettext("name"),
        t.gettext("score"),
        t.gettext("share of the question explained"),
        t.gettext("share of the name typed"),
    ):
        candidates.add_column(heading)
    for found in explanation.candidates:
        numbers = (found.score, found.explained, found.covered)
        candidates.add_row(found.code, found.name, *(f"{number:.3f}" for number in numbers))
    yield candidates

    question = explanation.question
    outcome = Table(title=t.gettext("Decision"), title_justify="left", show_header=False)
    if explanation.read_as is not None:
        outcome.add_row(t.gettext("read as"), explanation.read_as)
    outcome.add_row(t.gettext("intent"), question.intent.value)
    outcome.add_row(t.gettext("certainty"), question.certainty.value)
    outcome.add_row(t.gettext("language"), question.language)
    outcome.add_row(
        t.gettext("evidence"),
        ", ".join(f"{sense} {weight:.2f}" for sense, weight in explanation.evidence) or "—",
    )
    named = [match.code for match in question.products[:1] + question.producers[:1]]
    named += [place.key for place in question.places] + list(question.kinds)
    outcome.add_row(t.gettext("about"), ", ".join(named) or "—")
    if question.stars is not None:
        outcome.add_row(t.gettext("stars"), str(question.stars))
    for name, milliseconds in explanation.steps:
        outcome.add_row(name, f"{milliseconds:.3f} ms")
    yield outcome
