"""What was accepted is worked on, also what a process before this one left."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.delivery.intake import Intake
from bot.store.store import open_store


async def test_all_that_was_left_is_worked_on_after_a_restart(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'store.db'}", question_days=30)
    left = [str(number) for number in range(3000)]
    await asyncio.gather(*(store.events.add("telegram", key, key) for key in left))
    done: list[str] = []

    async def work(item: str, claim: Callable[[], Awaitable[bool]]) -> None:
        assert await claim()
        done.append(item)

    intake: Intake[str] = Intake(
        "telegram", store.events, decode=lambda body: (body, body), work=work
    )
    await intake.resume()
    await intake.finish(10)
    assert sorted(done) == sorted(left)
    await store.close()


async def test_whoever_delivers_does_not_wait_for_room(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'store.db'}", question_days=30)
    may_end = asyncio.Event()
    done: list[str] = []

    async def work(item: str, claim: Callable[[], Awaitable[bool]]) -> None:
        await may_end.wait()
        assert await claim()
        done.append(item)
        if len(done) == len(events):
            all_done.set()

    all_done = asyncio.Event()
    events = [f"{number:02}" for number in range(20)]
    intake: Intake[str] = Intake(
        "telegram", store.events, decode=lambda body: (body, body), work=work, in_all=2
    )
    for event in events:
        await asyncio.wait_for(intake.accept(event, event), 5)
    may_end.set()
    await asyncio.wait_for(all_done.wait(), 5)
    await intake.finish(5)
    assert done == events
    await store.close()
