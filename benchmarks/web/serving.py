"""The servers that are measured, each alone in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from fastapi import FastAPI
from starlette.types import ASGIApp

from benchmarks.knowledge_bases import knowledge_of
from bot.api.configured import configured_interface
from bot.app import make_conversation
from bot.calendar import today
from bot.channels.web.configured import web_channel
from bot.server import WebServer, build_app
from bot.serving import layers
from bot.settings import Settings
from knowledge.search.suggestions import suggestions_of

UNLIMITED = 1_000_000
"""Requests a minute: the limits are not what is measured."""


def hello() -> ASGIApp:
    """The smallest application that the framework allows."""
    app = FastAPI(openapi_url=None)

    @app.get("/")
    async def greet() -> dict[str, str]:
        return {"hello": "world"}

    return app


def ours(products: int | None) -> ASGIApp:
    """The whole application over the bundled list, or one of so many products."""
    knowledge = knowledge_of(products)
    suggestions_of(knowledge.catalogue)
    settings = Settings.model_validate({"web_per_minute": UNLIMITED, "api_per_minute": UNLIMITED})
    conversation = make_conversation(knowledge)
    web = web_channel(settings, conversation, lambda: knowledge, today)
    interface = configured_interface(settings, conversation, lambda: knowledge, today)
    return build_app(
        [web.router], mounts=[("", web.elsewhere)], middleware=layers(settings, interface)
    )


@contextmanager
def serving(make: Callable[[], ASGIApp]) -> Iterator[str]:
    """The address of an application that serves in another process until the block ends."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(make, there))
    process.start()
    try:
        yield str(here.recv())
    finally:
        here.send("stop")
        process.join(20)


def _serve(make: Callable[[], ASGIApp], pipe: Connection) -> None:
    async def run() -> None:
        server = WebServer(make(), host="127.0.0.1", port=0)
        await server.start()
        pipe.send(server.url)
        await asyncio.to_thread(pipe.recv)
        await server.stop()

    asyncio.run(run())
