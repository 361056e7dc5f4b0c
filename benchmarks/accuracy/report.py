"""Shows what was measured: tables for people, JSON for comparing runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.accuracy.bars import BARS, INTENT, LARGEST_FALL, REAL_REFUSED, bar_of
from benchmarks.accuracy.measuring import Tally, by_class, by_intent, real, tally
from benchmarks.accuracy.verdict import Verdict


def print_report(
    verdicts: Sequence[Verdict],
    console: Console,
    *,
    worst: int,
    before: Sequence[Tally] = (),
) -> None:
    """Two tables and the failures, the class furthest below its bar first.

    ``before`` are the tallies by class of the same questions' classes on a smaller knowledge base.
    """
    tallies = by_class(verdicts)
    console.print(_class_table(tallies, {t.name: t for t in before}))
    console.print(_intent_table(by_intent(verdicts)))
    about_real = real(verdicts)
    if about_real:
        whole = tally("all", about_real)
        console.print(f"intent right: {_share(whole.intent)} (bar {_share(INTENT)})")
        console.print(f"real questions refused: {_share(whole.refused)} (≤ {_share(REAL_REFUSED)})")
    _print_failures(verdicts, tallies, console, worst)


def as_json(verdicts: Sequence[Verdict], **about: object) -> dict[str, Any]:
    """All tallies and failures, with what the run was about."""
    about_real = real(verdicts)
    return {
        **about,
        "classes": [{**asdict(t), "bar": bar_of(t.name)} for t in by_class(verdicts)],
        "intents": [asdict(t) for t in by_intent(verdicts)],
        "all_real": asdict(tally("all", about_real)) if about_real else None,
        "failures": [_failure(v) for v in verdicts if not (v.right and v.intent_right)],
    }


def below_bar(verdicts: Sequence[Verdict]) -> list[str]:
    """Names of the classes below their bar, with ``intent`` and ``real_refused``."""
    missed = [t.name for t in by_class(verdicts) if t.right < bar_of(t.name)]
    about_real = real(verdicts)
    if about_real:
        whole = tally("all", about_real)
        missed += ["intent"] * (whole.intent < INTENT)
        missed += ["real_refused"] * (whole.refused > REAL_REFUSED)
    return missed


def _class_table(tallies: Sequence[Tally], before: dict[str, Tally]) -> Table:
    table = Table(title="By the way it is typed")
    for column in ("class", "asked", "right", "bar", "intent", "outright", "refused", "soft"):
        table.add_column(column, justify="left" if column == "class" else "right")
    table.add_column("filters", justify="right")
    if before:
        table.add_column("fell by", justify="right")
    for row in tallies:
        bar = bar_of(row.name)
        style = "green" if row.right >= bar else "red"
        cells = [
            row.name,
            str(row.asked),
            f"[{style}]{_share(row.right)}[/]",
            _share(bar) + ("" if row.name in BARS else "*"),
            *(_share(share) for share in (row.intent, row.outright, row.refused, row.soft)),
            _share(row.filters),
        ]
        if before:
            fall = before[row.name].right - row.right if row.name in before else 0.0
            style = "red" if fall > LARGEST_FALL else "green"
            cells.append(f"[{style}]{fall * 100:+.1f}[/]")
        table.add_row(*cells)
    table.caption = "* a bar of our own"
    return table


def _intent_table(tallies: Sequence[Tally]) -> Table:
    table = Table(title="By what is asked")
    for column in ("intent", "asked", "right", "intent right", "outright", "refused"):
        table.add_column(column, justify="left" if column == "intent" else "right")
    for row in sorted(tallies, key=lambda t: t.intent):
        shares = (row.right, row.intent, row.outright, row.refused)
        table.add_row(row.name, str(row.asked), *(_share(share) for share in shares))
    return table


def _print_failures(
    verdicts: Sequence[Verdict], tallies: Sequence[Tally], console: Console, worst: int
) -> None:
    failed: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if not (verdict.right and verdict.intent_right):
            failed[verdict.case.noise].append(verdict)
    for row in sorted(tallies, key=lambda t: t.right - bar_of(t.name)):
        # Wrong things before wrong intents: an answer about another product does the most harm.
        shown = sorted(failed[row.name], key=lambda v: v.right)[:worst]
        if not shown:
            continue
        console.print(f"\n[bold]{row.name}[/] {len(failed[row.name])} of {row.asked}")
        for verdict in shown:
            case = verdict.case
            mark = "what" if not verdict.right else "intent"
            console.print(
                escape(f"  {mark}: {case.text!r}  wanted {case.intent} {case.wanted!r}"),
                escape(f"got {verdict.got}"),
                highlight=False,
                soft_wrap=True,
            )


def _failure(verdict: Verdict) -> dict[str, object]:
    case = verdict.case
    return {
        "question": case.text,
        "class": case.noise,
        "intents": list(case.intents),
        "wanted": case.wanted,
        "codes": sorted(case.codes | case.provinces),
        "got": verdict.got,
        "right": verdict.right,
        "intent_right": verdict.intent_right,
    }


def _share(share: float) -> str:
    return f"{share * 100:.1f}%"
