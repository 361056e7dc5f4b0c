"""The HTTP server starts where it is told, and finishes what it accepted when it stops."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest
from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from bot.channels.channel import ChannelError
from bot.server import ANSWER_SECONDS, WebServer, build_app


class Slow:
    """A path that answers when it is let."""

    def __init__(self) -> None:
        self.router = APIRouter()
        self.asked, self.may_answer = asyncio.Event(), asyncio.Event()
        self.router.add_api_route("/slow", self._answer)

    async def _answer(self) -> PlainTextResponse:
        self.asked.set()
        await self.may_answer.wait()
        return PlainTextResponse("done")


async def test_a_request_under_way_is_answered_while_the_server_stops() -> None:
    slow = Slow()
    server = WebServer(build_app([slow.router]), host="127.0.0.1", port=0)
    await server.start()
    async with httpx.AsyncClient() as client:
        asking = asyncio.create_task(client.get(f"{server.url}/slow"))
        await slow.asked.wait()
        stopping = asyncio.create_task(server.stop())
        slow.may_answer.set()
        assert (await asking).text == "done"
        await stopping
        with pytest.raises(httpx.ConnectError):
            await client.get(f"{server.url}/slow")


async def test_a_request_that_never_ends_does_not_hold_the_server_up() -> None:
    slow = Slow()
    server = WebServer(build_app([slow.router]), host="127.0.0.1", port=0)
    await server.start()
    async with httpx.AsyncClient() as client:
        asking = asyncio.create_task(client.get(f"{server.url}/slow"))
        await slow.asked.wait()
        began = time.monotonic()
        await server.stop()
        assert time.monotonic() - began < ANSWER_SECONDS + 2
        await asyncio.gather(asking, return_exceptions=True)


async def test_two_servers_cannot_have_one_address() -> None:
    first = WebServer(build_app(), host="127.0.0.1", port=0)
    await first.start()
    second = WebServer(build_app(), host="127.0.0.1", port=int(first.url.rsplit(":", 1)[1]))
    with pytest.raises(ChannelError, match="OCOP_PORT"):
        await second.start()
    await first.stop()


async def test_all_addresses_of_the_machine_are_told_as_this_machine() -> None:
    server = WebServer(build_app(), host="0.0.0.0", port=0)  # noqa: S104
    await server.start()
    assert server.url.startswith("http://127.0.0.1:")
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{server.url}/nowhere")).status_code == 404
    await server.stop()
