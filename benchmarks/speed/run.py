"""The command: ``python -m benchmarks.speed``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

SIZES = (3_000, 20_000, 200_000)
BAR_SIZE = 20_000

Result = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size in a process of its own and print the tables."""
    options = _parser().parse_args(arguments)
    console = Console(width=None if Console().is_terminal else 140)
    results = []
    for size in options.sizes:
        with Console(stderr=True).status(f"{size:,} products"):
            results.append(_measured(size, options.questions, options.seed))
    console.print(_paths_table(results))
    console.print(_sizes_table(results))
    bars = judged(results)
    console.print(_bars_table(bars))
    if options.json is not None:
        report = {"seed": options.seed, "sizes": results, "bars": bars}
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def judged(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Each bar that these sizes can be held to: what was reached, and whether that is enough."""
    bars: list[dict[str, Any]] = []

    def bar(name: str, reached: float | None, limit: float, *, at_least: bool = False) -> None:
        if reached is not None:
            met = reached >= limit if at_least else reached <= limit
            bars.append({"name": name, "reached": reached, "limit": limit, "met": met})

    sizes = {result["products"]: result for result in results}
    middle, large = sizes.get(BAR_SIZE), sizes.get(200_000)
    if middle is not None:
        trigram = next(peer for peer in middle["peers"] if "FTS5" in peer["name"])
        ratio = trigram["median"] / middle["reply"]["median"]
        bar("20,000: text to reply, median ms", middle["reply"]["median"], 1.0)
        bar("20,000: text to reply, p99 ms", middle["reply"]["p99"], 5.0)
        bar("20,000: times faster than FTS5 trigram", ratio, 25.0, at_least=True)
        ahead = middle["right_first"] - trigram["right_first"]
        bar("20,000: right first, ahead of FTS5", ahead, 0.0, at_least=True)
        bar("20,000: memory added, MB", middle["memory_mb"], 120.0)
        bar("20,000: index built, s", middle["build_seconds"], 5.0)
        bar("20,000: loaded from cache, s", middle["load_seconds"], 0.5)
    if large is not None:
        bar("200,000: text to reply, p99 ms", large["reply"]["p99"], 25.0)
    if middle is not None and large is not None:
        growth = large["reply"]["median"] / middle["reply"]["median"]
        bar("20,000 to 200,000: growth of the median", growth, 6.0)
    return bars


def _measured(size: int, questions: int, seed: int) -> Result:
    command = [sys.executable, "-m", "benchmarks.speed.one_size"]
    done = subprocess.run(  # noqa: S603 - our own module
        [*command, str(size), str(questions), str(seed)], stdout=subprocess.PIPE, check=True
    )
    result: Result = json.loads(done.stdout)
    return result


def _paths_table(results: Sequence[Result]) -> Table:
    table = Table(title="Milliseconds for a question, in the same run")
    for column in ("products", "path", "questions", "median", "p99", "times slower", "right first"):
        table.add_column(column, justify="left" if column == "path" else "right")
    for result in results:
        ours = result["reply"]["median"]
        rows = [
            ("text to question", result["questions"], result["question"], result["right_first"]),
            ("text to reply", result["questions"], result["reply"], result["right_first"]),
            *(
                (peer["name"], peer["questions"], peer, peer["right_first"])
                for peer in result["peers"]
            ),
        ]
        for path, asked, times, right in rows:
            table.add_row(
                f"{result['products']:,}",
                path,
                str(asked),
                f"{times['median']:.2f}",
                f"{times['p99']:.2f}",
                f"{times['median'] / ours:.1f}",
                f"{right * 100:.1f}%",
            )
        table.add_section()
    return table


def _sizes_table(results: Sequence[Result]) -> Table:
    table = Table(title="What a size costs")
    for column in ("products", "index built, s", "from cache, s", "memory added, MB", "growth"):
        table.add_column(column, justify="right")
    before: Result | None = None
    for result in results:
        load, growth = result["load_seconds"], "-"
        if before is not None:
            growth = f"{result['reply']['median'] / before['reply']['median']:.1f}"
        table.add_row(
            f"{result['products']:,}",
            f"{result['build_seconds']:.2f}",
            "-" if load is None else f"{load:.2f}",
            f"{result['memory_mb']:.0f}",
            growth,
        )
        before = result
    table.caption = "growth: of the median from text to reply, against the size before"
    return table


def _bars_table(bars: Sequence[dict[str, Any]]) -> Table:
    table = Table(title="Bars")
    for column in ("bar", "limit", "reached"):
        table.add_column(column, justify="left" if column == "bar" else "right")
    for bar in bars:
        style = "green" if bar["met"] else "red"
        table.add_row(bar["name"], f"{bar['limit']:g}", f"[{style}]{bar['reached']:.3g}[/]")
    return table


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description="How fast questions are understood and answered, beside general engines.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="PRODUCTS")
    parser.add_argument("--questions", type=int, default=304, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    return parser
