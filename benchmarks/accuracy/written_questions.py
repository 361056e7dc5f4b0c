"""The questions written by hand: real-life phrasings, and foreign things to be refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.known_names import KnownNames
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Intent

_FOLDER = Path(__file__).parent


def handwritten(catalogue: Catalogue, known: KnownNames) -> Iterator[Case]:
    """``handwritten.jsonl``. Raises ``KeyError`` when a code in it left the knowledge base."""
    for row in _rows("handwritten.jsonl"):
        intents = tuple(Intent(intent) for intent in row["intents"])

        def same(code: str) -> frozenset[str]:
            return known.same_as(catalogue.products[code])

        subject, codes, others = Subject.TALK, frozenset[str](), frozenset[str]()
        wanted = row["question"]
        if "products" in row:
            subject = Subject.PRODUCT
            codes = frozenset(c for code in row["products"] for c in same(code))
            wanted = catalogue.products[row["products"][0]].name
        elif "producers" in row:
            subject = Subject.PRODUCER
            codes = frozenset(
                c
                for code in row["producers"]
                for c in known.same_producer_as(catalogue.producers[code])
            )
        elif "compared" in row:
            subject = Subject.COMPARE
            codes, others = same(row["compared"][0]), same(row["compared"][1])
        elif "provinces" in row:
            subject = Subject.PLACE
        yield Case(
            row["question"],
            "handwritten",
            subject,
            intents,
            row["language"],
            wanted=wanted,
            codes=codes,
            others=others,
            provinces=frozenset(row.get("provinces", ())),
        )


def own_words() -> Iterator[Case]:
    """``own_words.jsonl``: messages about the programme, the chat or the assistant that name
    nothing, each by somebody who did not know any way to ask."""
    for row in _rows("own_words.jsonl"):
        intents = tuple(Intent(intent) for intent in row["intents"])
        yield Case(
            row["question"],
            "own_words",
            Subject.TALK,
            intents,
            row["language"],
            wanted=" or ".join(row["intents"]),
        )


def refusals() -> Iterator[Case]:
    """``refusals.jsonl``: other shops, weather, gibberish and so on, by group."""
    for row in _rows("refusals.jsonl"):
        yield Case(
            row["question"],
            "foreign",
            Subject.FOREIGN,
            (Intent.UNKNOWN,),
            "vi",
            wanted=row["group"],
        )


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (_FOLDER / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
