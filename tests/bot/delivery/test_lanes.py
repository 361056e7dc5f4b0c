"""Order within a chat, no waiting between chats."""

from __future__ import annotations

import asyncio

from bot.delivery.lanes import Lanes


async def test_one_chat_is_served_in_order_while_others_go_on() -> None:
    slow_may_end = asyncio.Event()
    others_done = asyncio.Event()
    done: list[tuple[str, int]] = []

    async def work(item: tuple[str, int]) -> None:
        if item == ("slow", 0):
            await slow_may_end.wait()
        done.append(item)
        if len(done) == 20:
            others_done.set()

    lanes = Lanes(work)
    for number in range(5):
        await lanes.put("slow", ("slow", number))
    for number in range(20):
        await lanes.put(f"chat {number}", ("quick", number))
    await asyncio.wait_for(others_done.wait(), 5)
    assert {name for name, _ in done} == {"quick"}
    slow_may_end.set()
    await lanes.finish(5)
    assert done[20:] == [("slow", number) for number in range(5)]


async def test_a_full_lane_refuses_and_the_others_do_not() -> None:
    may_end = asyncio.Event()

    async def work(item: int) -> None:
        await may_end.wait()

    lanes = Lanes(work, per_lane=3)
    taken = [await lanes.put("a", number) for number in range(6)]
    assert taken[:3] == [True, True, True]
    assert taken[-1] is False
    assert await lanes.put("b", 1)
    may_end.set()
    await lanes.finish(5)


async def test_a_fault_does_not_stop_the_chat() -> None:
    done: list[int] = []

    async def work(item: int) -> None:
        if item == 1:
            raise ValueError(item)
        done.append(item)

    lanes = Lanes(work)
    for number in range(3):
        await lanes.put("a", number)
    await lanes.finish(5)
    assert done == [0, 2]


async def test_finishing_is_bounded_in_time() -> None:
    begun = asyncio.Event()

    async def work(item: int) -> None:
        begun.set()
        await asyncio.Event().wait()

    lanes = Lanes(work)
    await lanes.put("a", 1)
    await asyncio.wait_for(begun.wait(), 5)
    await asyncio.wait_for(lanes.finish(0.01), 5)


async def test_a_lane_stays_bounded_while_there_is_no_room() -> None:
    others_may_end, may_end = asyncio.Event(), asyncio.Event()

    async def work(item: str) -> None:
        await (may_end if item == "a" else others_may_end).wait()

    lanes = Lanes(work, per_lane=2, in_all=10)
    for number in range(10):
        await lanes.put(number, "another")
    puts = [asyncio.create_task(lanes.put("a", "a")) for _ in range(10)]
    waited, _ = await asyncio.wait(puts, timeout=0.01)
    assert not waited
    others_may_end.set()
    taken = await asyncio.wait_for(asyncio.gather(*puts), 5)
    assert 2 <= sum(taken) <= 3
    may_end.set()
    await lanes.finish(5)


async def test_receiving_waits_when_too_much_waits_in_all() -> None:
    may_end = asyncio.Event()

    async def work(item: int) -> None:
        await may_end.wait()

    lanes = Lanes(work, in_all=2)
    await lanes.put("a", 1)
    await lanes.put("b", 1)
    third = asyncio.create_task(lanes.put("c", 1))
    done, _ = await asyncio.wait({third}, timeout=0.01)
    assert not done
    may_end.set()
    assert await asyncio.wait_for(third, 5)
    await lanes.finish(5)
