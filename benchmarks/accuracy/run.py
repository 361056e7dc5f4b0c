"""The command: ``python -m benchmarks.accuracy``."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.accuracy.measuring import CLASSES, ask, by_class, make_cases
from benchmarks.accuracy.report import as_json, below_bar, print_report
from benchmarks.accuracy.templates import DEVELOPMENT
from benchmarks.accuracy.templates_holdout import HOLDOUT
from benchmarks.accuracy.verdict import Verdict
from benchmarks.knowledge_bases import knowledge_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Exit status 1 when a bar is missed and ``--strict`` was given."""
    options = _parser().parse_args(arguments)
    unknown = set(options.classes) - set(CLASSES)
    if unknown:
        _parser().error(f"no such class: {', '.join(sorted(unknown))}")
    console = Console(width=None if Console().is_terminal else 160)
    verdicts = _measured(options, None)
    before = []
    if options.products is not None:
        before = by_class(verdicts)
        verdicts = _measured(options, options.products)
    print_report(verdicts, console, worst=options.worst, before=before)
    missed = below_bar(verdicts)
    console.print(f"\nbelow the bar: {', '.join(missed) or 'none'}")
    if options.json is not None:
        result = as_json(
            verdicts,
            seed=options.seed,
            templates="holdout" if options.holdout else "development",
            products=options.products,
            below_bar=missed,
        )
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if missed and options.strict else 0


def _measured(options: argparse.Namespace, products: int | None) -> list[Verdict]:
    knowledge = knowledge_of(products)
    templates = HOLDOUT if options.holdout else DEVELOPMENT
    cases = list(
        make_cases(
            knowledge.catalogue,
            templates,
            seed=options.seed,
            per_class=options.per_class,
            classes=options.classes or CLASSES,
        )
    )
    began = time.perf_counter()
    verdicts = list(ask(knowledge, cases))
    spent = time.perf_counter() - began
    count = len(knowledge.catalogue.products)
    Console(stderr=True).print(f"{len(cases)} questions, {count} products, {spent:.1f} s")
    return verdicts


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy",
        description="How often a typed question is understood, by class.",
    )
    parser.add_argument("--seed", type=int, default=1, help="other seed, other questions")
    parser.add_argument("--holdout", action="store_true", help="the phrasings to be judged by")
    parser.add_argument("--per-class", type=int, default=150, metavar="N")
    parser.add_argument("--classes", nargs="+", default=[], metavar="CLASS", help="only these")
    parser.add_argument("--products", type=int, metavar="N", help="also grown to this many")
    parser.add_argument("--worst", type=int, default=5, metavar="N", help="failures per class")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    parser.add_argument("--strict", action="store_true", help="exit status 1 below a bar")
    return parser
