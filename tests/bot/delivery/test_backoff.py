"""Pauses between tries that go on for as long as the process runs."""

from __future__ import annotations

import pytest

from bot.delivery import backoff
from bot.delivery.backoff import Backoff


async def test_each_pause_is_twice_as_long_up_to_the_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backoff, "LONGEST_PAUSE", 0.003)
    tries = Backoff(0.001)
    pauses = []
    for _ in range(3):
        await tries.failed()
        pauses.append(tries.seconds)
    assert pauses == [0.002, 0.003, 0.003]
    assert tries.failures == 3


async def test_a_success_begins_anew() -> None:
    tries = Backoff(0.001)
    await tries.failed()
    tries.succeeded()
    assert (tries.failures, tries.seconds) == (0, 0.001)
