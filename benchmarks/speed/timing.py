"""Clocks and memory: what a call takes, what a process holds."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Times:
    """How long the calls took, in milliseconds."""

    median: float
    p99: float
    mean: float


def pin_to_one_core() -> bool:
    """Keep this process on one core, where the system allows it; tells whether it did."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    try:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    except OSError:
        return False
    return True


def timed(
    call: Callable[[str], object], questions: Sequence[str], *, warm_up: int = 20
) -> tuple[Times, list[object]]:
    """Call once for each question; the times and what came back.

    The first calls are made twice: what is built on first use is not an answer's time.
    """
    for question in questions[:warm_up]:
        call(question)
    gc.collect()
    spent: list[float] = []
    results: list[object] = []
    for question in questions:
        began = time.perf_counter_ns()
        result = call(question)
        spent.append((time.perf_counter_ns() - began) / 1e6)
        results.append(result)
    return summed_up(spent), results


def summed_up(milliseconds: Sequence[float]) -> Times:
    """Median, 99th percentile and mean. Raises ``ValueError`` without any time."""
    if not milliseconds:
        raise ValueError("nothing was timed")
    ordered = sorted(milliseconds)
    last = len(ordered) - 1
    return Times(
        ordered[last // 2],
        ordered[min(last, int(len(ordered) * 0.99))],
        sum(ordered) / len(ordered),
    )


def memory_held() -> float:
    """Megabytes of memory this process holds; 0 where the system does not tell."""
    gc.collect()
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
