"""``ocop evaluate``: how many of the questions in a file are answered as they should be.

The file holds one JSON object a line, with a ``question`` and what is expected of it: ``intent``
(alternatives separated by ``|``); ``code`` or ``top_product_any`` (codes of which one must come
first), ``producer_code``, ``place`` or ``places`` (today's province codes); ``text_all`` and
``text_none`` (regular expressions the reply must and must not match). ``noise`` groups the results.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.languages import OutputLanguage
from bot.settings import load_settings
from knowledge.text.letters import fold
from locales import LOCALES, Translator, translator

if TYPE_CHECKING:
    from datetime import date

    from rich.table import Table

    from knowledge.base import Knowledge

Expectation = dict[str, Any]


class BadExamples(Exception):  # noqa: N818
    """The file is not one of examples; the message names the line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example asked."""

    example: Expectation
    record: dict[str, Any]
    intent_right: bool
    subject_right: bool
    """The product, producer or place that was asked about came first."""
    text_right: bool

    @property
    def right(self) -> bool:
        """Whether everything expected was met."""
        return self.intent_right and self.subject_right and self.text_right


@dataclass(slots=True)
class Tally:
    """Counts of one group of examples."""

    asked: int = 0
    intents: int = 0
    subjects: int = 0
    texts: int = 0
    failures: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.asked += 1
        self.intents += outcome.intent_right
        self.subjects += outcome.subject_right
        self.texts += outcome.text_right
        if not outcome.right:
            self.failures.append(outcome)


def evaluate_command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    failures: Annotated[int, typer.Option(help="How many failures to list.")] = 30,
    lang: OutputLanguage = LOCALES[0],
) -> None:
    """Ask the questions of a file and count the right answers, by noise and by intent."""
    from rich.console import Console

    from bot.app import open_knowledge
    from bot.calendar import today

    console = Console(highlight=False, markup=False)
    try:
        examples = list(read_examples(file))
    except BadExamples as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(2) from error
    outcomes = list(ask_all(examples, open_knowledge(load_settings()), today()))
    t = translator(lang)
    for name, title in (("noise", t.gettext("By noise")), ("intent", t.gettext("By intent"))):
        console.print(_table(title, outcomes, name, t))
    shown = [outcome for outcome in outcomes if not outcome.right][:failures]
    for outcome in shown:
        said = outcome.record
        first = said["products"][0]["code"] if said["products"] else "—"
        expected = {k: v for k, v in outcome.example.items() if k not in {"question", "id"} and v}
        console.print(f"✗ {outcome.example['question']}")
        console.print(f"    {expected}", style="dim")
        console.print(f"    → {said['intent']} {said['outcome']} {first}", style="dim")


def read_examples(file: Path) -> Iterator[Expectation]:
    """The examples of a file. Raises :class:`BadExamples`."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            example = json.loads(line)
        except ValueError as error:
            raise BadExamples(f"line {number} is not JSON") from error
        if not isinstance(example, dict) or not isinstance(example.get("question"), str):
            raise BadExamples(f"line {number} has no question")
        yield example


def ask_all(
    examples: Iterable[Expectation], knowledge: Knowledge, today: date
) -> Iterator[Outcome]:
    """Ask each example by itself, the whole way, and compare."""
    from bot.asking import answer_all
    from handlers.answer_record import record

    asked = list(examples)
    same = _same_names(knowledge)
    answers = answer_all((example["question"] for example in asked), knowledge, today=today)
    for example, (_, turn, spent) in zip(asked, answers, strict=True):
        said = record(turn, knowledge, spent)
        yield Outcome(
            example,
            said,
            intent_right=said["intent"] in str(example.get("intent") or said["intent"]).split("|"),
            subject_right=_subject_right(example, said, same),
            text_right=_text_right(example, str(said["text"])),
        )


def _subject_right(
    example: Expectation, said: dict[str, Any], same: dict[str, frozenset[str]]
) -> bool:
    products = [product["code"] for product in said["products"]]
    if example.get("code"):
        accepted = same.get(example["code"], frozenset()) | {example["code"]}
        return bool(products) and products[0] in accepted
    if example.get("top_product_any"):
        return bool(products) and products[0] in example["top_product_any"]
    if example.get("producer_code"):
        producers = said["producers"]
        return bool(producers) and producers[0]["code"] == example["producer_code"]
    wanted = example.get("places") or ([example["place"]] if example.get("place") else [])
    return not wanted or (bool(said["places"]) and said["places"][0]["code"] in wanted)


def _text_right(example: Expectation, text: str) -> bool:
    return all(
        re.search(pattern, text, re.IGNORECASE) for pattern in example.get("text_all") or ()
    ) and not any(
        re.search(pattern, text, re.IGNORECASE) for pattern in example.get("text_none") or ()
    )


def _same_names(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """For each product the codes of all whose name folds to the same letters: as good an answer."""
    groups: dict[str, set[str]] = {}
    products = knowledge.catalogue.facts.products
    for product in products:
        for name in (product.name_vi, product.name_en):
            if name:
                groups.setdefault(_letters(name), set()).add(product.code)
    return {
        product.code: frozenset().union(
            *(groups[_letters(name)] for name in (product.name_vi, product.name_en) if name)
        )
        for product in products
    }


def _letters(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _table(title: str, outcomes: Iterable[Outcome], by: str, t: Translator) -> Table:
    from rich.table import Table

    tallies: dict[str, Tally] = {}
    whole = Tally()
    for outcome in outcomes:
        tallies.setdefault(str(outcome.example.get(by) or "—"), Tally()).add(outcome)
        whole.add(outcome)
    table = Table(title=title, title_justify="left")
    table.add_column(by)
    for heading in (
        t.gettext("questions"),
        t.gettext("intent right"),
        t.gettext("subject first"),
        t.gettext("text right"),
    ):
        table.add_column(heading, justify="right")
    for name, tally in [*sorted(tallies.items()), (t.gettext("all"), whole)]:
        counts = (tally.intents, tally.subjects, tally.texts)
        shares = (f"{count / tally.asked:.1%}" if tally.asked else "—" for count in counts)
        table.add_row(name, str(tally.asked), *shares)
    return table
