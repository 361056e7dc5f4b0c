"""Measures one size of knowledge base. Run in a process of its own, so that memory is its own.

``python -m benchmarks.speed.one_size PRODUCTS QUESTIONS SEED`` prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.accuracy.case import Case
from benchmarks.accuracy.measuring import ASKED_ON
from benchmarks.knowledge_bases import facts_of
from benchmarks.speed.asked import asked
from benchmarks.speed.caching import load_again
from benchmarks.speed.peers import Peer, Rapidfuzz, TrigramSearch
from benchmarks.speed.timing import memory_held, pin_to_one_core, timed
from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.base import build_knowledge
from knowledge.catalogue import Facts

SLOW_PEERS_AFTER = 50_000
"""Beyond this many products the peers answer a part of the questions only: they take seconds for
what the rest of the run takes milliseconds."""
FEW = 40
WRITTEN_UP_TO = 50_000
"""Beyond this many products no database is written for the measure of the cache."""


def measure(products: int, questions: int, seed: int) -> dict[str, Any]:
    """Everything about one size."""
    pinned = pin_to_one_core()
    before = memory_held()
    facts = facts_of(products)
    began = time.perf_counter()
    knowledge = build_knowledge(facts)
    built_in = time.perf_counter() - began
    # Facts and index together, with whatever building them left behind.
    memory = memory_held() - before
    cases = asked(knowledge.catalogue, questions, seed)
    names = [(p.code, name) for p in facts.products for name in (p.name_vi, p.name_en) if name]
    texts = [case.text for case in cases]

    reading, read = timed(knowledge.understanding.read, texts)
    replying, _ = timed(
        lambda text: respond(Utterance(text), Session(), knowledge, ASKED_ON), texts
    )
    firsts = [q.products[0].code if q.products else None for q in read]  # type: ignore[attr-defined]
    few = len(texts) if products <= SLOW_PEERS_AFTER else FEW
    peers: list[Callable[[], Peer]] = [lambda: TrigramSearch(names), lambda: Rapidfuzz(names)]
    return {
        "products": len(facts.products),
        "questions": len(cases),
        "pinned": pinned,
        "build_seconds": built_in,
        "memory_mb": memory,
        "load_seconds": _loaded_from_cache(facts),
        "question": asdict(reading),
        "reply": asdict(replying),
        "right_first": _share_right(cases, firsts),
        "peers": [_peer(make(), cases[:few]) for make in peers],
    }


def _peer(peer: Peer, cases: list[Case]) -> dict[str, Any]:
    times, firsts = timed(peer.first, [case.text for case in cases], warm_up=2)
    return {
        "name": peer.name,
        "questions": len(cases),
        "right_first": _share_right(cases, firsts),
        **asdict(times),
    }


def _share_right(cases: list[Case], firsts: list[object]) -> float:
    right = sum(first in case.codes for case, first in zip(cases, firsts, strict=True))
    return right / len(cases)


def _loaded_from_cache(facts: Facts) -> float | None:
    """Seconds to open what an earlier start left in the cache, database read included."""
    if len(facts.products) > WRITTEN_UP_TO:
        return None
    with tempfile.TemporaryDirectory() as folder:
        return load_again(facts, Path(folder))


def main() -> None:
    """Measure what the arguments say."""
    products, questions, seed = (int(argument) for argument in sys.argv[1:4])
    print(json.dumps(measure(products, questions, seed)))


if __name__ == "__main__":
    main()
