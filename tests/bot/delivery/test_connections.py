"""Calls to a platform over few connections, against a server that answers when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.delivery.connections import IDLE_SECONDS, Connections, http_connections

PATIENCE = 10.0


class Platform:
    """Answers one call each time :meth:`answer` is called, in the order they came."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        """The paths asked for so far."""
        self.connections = 0
        self._may_answer = asyncio.Semaphore(0)
        self._changed = asyncio.Condition()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                async with self._changed:
                    self.heard.append(head.split(b" ")[1].decode().lstrip("/"))
                    self._changed.notify_all()
                await self._may_answer.acquire()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def answer(self, calls: int = 1) -> None:
        for _ in range(calls):
            self._may_answer.release()

    async def has_heard(self, calls: int) -> None:
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: len(self.heard) >= calls)


@pytest.fixture
async def platform() -> AsyncIterator[tuple[Platform, str]]:
    served = Platform()
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0)
    yield served, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()


async def get(connections: Connections[httpx.AsyncClient], path: str) -> int:
    async with connections.lent() as client:
        return (await client.get(path)).status_code


async def test_who_called_first_gets_through_first_however_many_wait(
    platform: tuple[Platform, str],
) -> None:
    served, address = platform
    connections = http_connections(address, seconds=PATIENCE, most=1)
    called = [str(number) for number in range(40)]
    calls = []
    for number, path in enumerate(called):
        calls.append(asyncio.create_task(get(connections, path)))
        if number % 2:
            # The next ones call just when a connection comes free
            await served.has_heard(number // 2 + 1)
            served.answer()
    served.answer(len(called))
    assert await asyncio.gather(*calls) == [200] * len(called)
    assert served.heard == called
    assert served.connections == 1
    await connections.close()


async def test_a_call_that_fails_or_is_given_up_frees_its_connection(
    platform: tuple[Platform, str],
) -> None:
    served, address = platform
    connections = http_connections(address, seconds=0.05, most=1)
    with pytest.raises(httpx.ReadTimeout):
        await get(connections, "unanswered")
    given_up = asyncio.create_task(get(connections, "given-up"))
    await served.has_heard(2)
    given_up.cancel()
    served.answer(3)
    assert await get(connections, "third") == 200
    await connections.close()


async def test_connections_are_opened_when_needed_and_closed_when_idle() -> None:
    moments = [0.0]
    made: list[int] = []
    closed: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    async def close(client: int) -> None:
        closed.append(client)

    connections = Connections(make, close, most=3, clock=lambda: moments[-1])
    async with connections.lent() as first, connections.lent() as second:
        assert {first, second} == {0, 1}
    for later in (1.0, IDLE_SECONDS, IDLE_SECONDS + 1.0):
        moments.append(later)
        async with connections.lent() as again:
            # Always the same one, so that the other may go
            assert again == first
    assert made == [0, 1]
    assert closed == [second]
    await connections.close()
    assert closed == [second, first]
