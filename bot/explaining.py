"""``ocop explain``: how a question was read, for operators and developers.

Each command imports what it needs when it runs: the command line loads this module every time.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bot.languages import OutputLanguage
from bot.settings import load_settings
from locales import LOCALES, Translator, translator

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from handlers.conversation import Turn
    from knowledge.understanding.explanation import CandidateSeen, Explanation


def explain_command(
    words: Annotated[list[str], typer.Argument(metavar="QUESTION...")],
    lang: OutputLanguage = LOCALES[0],
) -> None:
    """Show how a question is read: words, phrases, candidates, the decision and the time."""
    from rich.console import Console

    from bot.app import open_knowledge
    from bot.calendar import today
    from handlers.chat.session import Session
    from handlers.conversation import Utterance, respond

    knowledge = open_knowledge(load_settings())
    question = " ".join(words)
    turn, _ = respond(Utterance(question), Session(), knowledge, today())
    console = Console(highlight=False, markup=False)
    for part in _parts(knowledge.understanding.explain(question), turn, translator(lang)):
        console.print(part)


def _parts(explanation: Explanation, turn: Turn, t: Translator) -> Iterator[RenderableType]:
    yield _words(explanation, t)
    yield _phrases(explanation, t)
    headings = (
        t.gettext("code"),
        t.gettext("name"),
        t.gettext("score"),
        t.gettext("share of the question explained"),
        t.gettext("share of the name typed"),
    )
    names = _table(t.gettext("Names"), *headings)
    for found in explanation.candidates:
        names.add_row(*_judged(found))
    yield names
    if explanation.sides:
        compared = _table(t.gettext("Compared"), t.gettext("side"), *headings)
        for number, side in enumerate(explanation.sides, 1):
            for found in side:
                compared.add_row(str(number), *_judged(found))
        yield compared
    yield _decision(explanation, turn, t)


def _words(explanation: Explanation, t: Translator) -> Table:
    origins = {
        "typed": t.pgettext("origin of a word", "typed"),
        "telex": "Telex",
        "vni": "VNI",
        "short": t.pgettext("origin of a word", "short form"),
        "joined": t.pgettext("origin of a word", "joined"),
        "split": t.pgettext("origin of a word", "split"),
        "unknown": t.pgettext("origin of a word", "unknown"),
    }
    parts = {
        "content": t.pgettext("part of a question", "content"),
        "soft": t.pgettext("part of a question", "cue or filler"),
        "doubtful": t.pgettext("part of a question", "cue, if mistyped"),
        "placed": t.pgettext("part of a question", "place"),
    }
    table = _table(
        t.gettext("Words"),
        t.gettext("word"),
        t.gettext("read as"),
        t.pgettext("origin of a word", "made by"),
        t.gettext("taken as"),
    )
    for word in explanation.words:
        readings = ", ".join(f"{text} {likeness:.2f}" for text, likeness in word.readings[:5])
        table.add_row(word.text, readings or "—", origins[word.origin], parts[word.part])
    return table


def _phrases(explanation: Explanation, t: Translator) -> Table:
    vocabularies = {
        "cue": t.pgettext("vocabulary", "cue"),
        "aside": t.pgettext("vocabulary", "aside"),
        "place": t.pgettext("vocabulary", "place"),
        "kind": t.pgettext("vocabulary", "kind"),
        "foreign": t.pgettext("vocabulary", "other topic"),
    }
    table = _table(
        t.gettext("Phrases"),
        t.gettext("words"),
        t.gettext("vocabulary"),
        t.gettext("meaning"),
        t.gettext("penalty"),
        t.gettext("used"),
    )
    for span in explanation.spans:
        used = "✓" if span.kept else ""
        vocabulary = vocabularies[span.vocabulary]
        table.add_row(span.words, vocabulary, span.meaning, f"{span.penalty:.2f}", used)
    return table


def _decision(explanation: Explanation, turn: Turn, t: Translator) -> Table:
    from rich.table import Table

    from knowledge.understanding.explanation import Step

    steps = {
        Step.SPOTTING: t.pgettext("step", "words and phrases"),
        Step.DECIDING: t.pgettext("step", "the same with names and decision"),
        Step.COMPOSING: t.pgettext("step", "intent and language"),
    }
    question = explanation.question
    table = Table(title=t.gettext("Decision"), title_justify="left", show_header=False)
    if explanation.read_as is not None:
        table.add_row(t.gettext("read as"), explanation.read_as)
    table.add_row(t.gettext("intent"), question.intent.value)
    table.add_row(t.gettext("certainty"), question.certainty.value)
    table.add_row(t.gettext("language"), question.language)
    table.add_row(t.gettext("evidence"), _weights(explanation.evidence, 2))
    table.add_row(t.gettext("votes"), _weights(explanation.votes, 1))
    if explanation.leaning is not None:
        intent, topic, share = explanation.leaning
        leaning = intent.value if topic is None else f"{intent.value}: {topic.value}"
        table.add_row(t.gettext("as a whole"), f"{leaning} {share:.2f}")
    named = [side[0].code for side in question.compared]
    named = named or [match.code for match in question.products[:1] + question.producers[:1]]
    named += [place.key for place in question.places] + list(question.kinds)
    table.add_row(t.gettext("about"), ", ".join(named) or "—")
    if question.stars is not None:
        table.add_row(t.gettext("stars"), str(question.stars))
    answered = f"{turn.question.intent.value}, {turn.reply.outcome.value}"
    table.add_row(t.gettext("answered as"), answered)
    for step, milliseconds in explanation.steps:
        table.add_row(steps[step], f"{milliseconds:.3f} ms")
    return table


def _table(title: str, *headings: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for heading in headings:
        # A code cut off could not be looked up
        table.add_column(heading, overflow="fold")
    return table


def _judged(found: CandidateSeen) -> Iterator[str]:
    yield from (found.code, found.name)
    for number in (found.score, found.explained, found.covered):
        yield f"{number:.3f}"


def _weights(weighed: Iterable[tuple[str, float]], digits: int) -> str:
    return ", ".join(f"{name} {weight:.{digits}f}" for name, weight in weighed) or "—"
