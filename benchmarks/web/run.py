"""Measures requests a second and waiting times over real connections, and the ratio to nothing.

The bare server is measured before and after ours in the same run, so that a machine that became
slower meanwhile shows.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from http import HTTPStatus
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

from benchmarks.web.client import Client, get, post
from benchmarks.web.serving import hello, ours, serving

CLIENTS = 8
"""Connections at once: enough to keep one process busy."""
QUESTIONS = (
    "tra hoa vang ba che may sao",
    "mua nước mắm Lê Gia ở đâu",
    "Thái Nguyên có trà gì 5 sao",
    "nuowcs mawms phus quoocs",
    "How many OCOP products has Quảng Ninh?",
)
TYPED = ("nu", "nuoc", "nuoc mam l", "trà h", "ca phe dak", "quang", "banh trnag")


@dataclass(frozen=True)
class Measured:
    """What one kind of request came to."""

    name: str
    per_second: float
    median_ms: float
    p99_ms: float


BARE = ("bare hello", [get("/")])
REQUESTS: tuple[tuple[str, list[bytes]], ...] = (
    ("page: chat", [get("/")]),
    ("page: product", [get("/p/tra-hoa-vang-ba-che")]),
    ("page: province", [get("/tinh/22")]),
    ("chat: a question", [post("/chat", {"text": each}) for each in QUESTIONS]),
    ("api: a question", [post("/api/v1/ask", {"question": each}) for each in QUESTIONS]),
    ("api: products", [get("/api/v1/products?place=province:22")]),
    ("api: suggestions", [get(f"/api/v1/suggestions?q={quote(each)}") for each in TYPED]),
)


async def _measure(url: str, name: str, requests: Sequence[bytes], seconds: float) -> Measured:
    waited: list[float] = []
    wanted = cycle(requests)

    async def visit() -> None:
        client = await Client.connect(url)
        until = time.perf_counter() + seconds
        while (began := time.perf_counter()) < until:
            status = await client.send(next(wanted))
            waited.append(time.perf_counter() - began)
            if status != HTTPStatus.OK:
                raise RuntimeError(f"{name}: status {status}")
        await client.close()

    await asyncio.gather(*(visit() for _ in range(CLIENTS)))
    waited.sort()
    return Measured(
        name,
        round(len(waited) / seconds, 1),
        round(waited[len(waited) // 2] * 1000, 2),
        round(waited[int(len(waited) * 0.99)] * 1000, 2),
    )


def main() -> int:
    """Measure, print a table, and write the numbers where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="for each kind of request")
    parser.add_argument("--products", type=int, help="a list grown to so many products")
    parser.add_argument("--json", type=Path, help="write the numbers to this file")
    options = parser.parse_args()

    def measure(url: str, name: str, requests: Sequence[bytes]) -> Measured:
        return asyncio.run(_measure(url, name, requests, options.seconds))

    bare = []
    with serving(hello) as url:
        bare.append(measure(url, *BARE))
    with serving(partial(ours, options.products)) as url:
        found = [measure(url, name, requests) for name, requests in REQUESTS]
    with serving(hello) as url:
        bare.append(measure(url, *BARE))
    best = max(each.per_second for each in bare)
    print(f"{'':22}{'req/s':>9}{'median':>10}{'p99':>10}{'share of bare':>16}")
    for each in (bare[0], *found, bare[1]):
        share = f"{each.per_second / best:.0%}"
        times = f"{each.median_ms:>7} ms{each.p99_ms:>7} ms"
        print(f"{each.name:22}{each.per_second:>9}{times}{share:>16}")
    if options.json:
        told = [asdict(each) for each in (*bare, *found)]
        options.json.write_text(json.dumps(told, indent=2), encoding="utf-8")
    return 0
