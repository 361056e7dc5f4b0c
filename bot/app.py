"""The composition root: opens what has a file or server behind it and hands it down."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.calendar import today
from bot.channels.channel import STOP_SECONDS, Channel, Routed
from bot.settings import Settings
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge, load_knowledge
from knowledge.database import ensure_database
from locales import LOCALES, translator

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from starlette.types import ASGIApp

    from bot.operations.health import Readiness
    from bot.server import WebServer
    from bot.store.store import Store
    from handlers.chat.keeping import Keeping

PATIENCE_BEFORE_PROGRESS = 1.0
"""Seconds of building the database before a progress bar appears."""

_log = logging.getLogger(__name__)


class ImportProgress:
    """A progress bar for a building of the database that takes a while, if somebody watches."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> ImportProgress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Rows written so far, and rows in all."""
        if self._bar is None:
            waited = time.monotonic() - self._began
            if not self._watched or waited < PATIENCE_BEFORE_PROGRESS or done >= total:
                return
            self._bar = self._shown()
        if self._task is None:
            label = translator(LOCALES[0]).gettext("Preparing the knowledge base")
            self._task = self._bar.add_task(label, total=total)
        self._bar.update(self._task, completed=done, total=total)

    @staticmethod
    def _shown() -> Progress:
        # Imported here: it is shown once, after an installation or a change of the data
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress  # noqa: PLC0415

        bar = Progress(console=Console(stderr=True), transient=True)
        bar.start()
        return bar


def open_knowledge(settings: Settings) -> Knowledge:
    """Bring the database up to date and load what it knows.

    Raises :class:`knowledge.database.DatabaseUnavailable`.
    """
    with ImportProgress() as progress:
        ensure_database(settings.database_url, progress=progress)
    return load_knowledge(settings.database_url, settings.cache_dir)


def make_conversation(
    knowledge: Knowledge | Callable[[], Knowledge], keeping: Keeping | None = None
) -> Conversation:
    """A conversation that remembers its chats in this process.

    ``keeping`` holds what must survive a restart; without one, memory does.
    """
    # Imported here: a single question on the command line counts nothing
    from bot.operations.measuring import MeasuredConversation  # noqa: PLC0415

    current = (lambda: knowledge) if isinstance(knowledge, Knowledge) else knowledge
    return MeasuredConversation(current, MemorySessions(), today, keeping)


def make_channels(settings: Settings, conversation: Conversation, store: Store) -> list[Channel]:
    """The channels that are configured; none when nothing is.

    Raises :class:`~bot.channels.channel.ChannelError` for one that is configured in part.
    """
    channels: list[Channel] = []
    if settings.telegram_token.get_secret_value():
        # Imported here: a platform's library costs only those who use the platform
        from bot.channels.telegram.configured import telegram_channel  # noqa: PLC0415

        channels.append(telegram_channel(settings, conversation, store))
    if settings.zalo_bot_token.get_secret_value():
        from bot.channels.zalo_bot.configured import zalo_bot_channel  # noqa: PLC0415

        channels.append(zalo_bot_channel(settings, conversation, store))
    if settings.zalo_oa_app_id:
        from bot.channels.zalo_oa.configured import zalo_oa_channel  # noqa: PLC0415

        channels.append(zalo_oa_channel(settings, conversation, store))
    return channels


def make_server(
    settings: Settings,
    channels: Sequence[Channel],
    readiness: Readiness,
    *,
    interface: ASGIApp | None = None,
    elsewhere: ASGIApp | None = None,
) -> WebServer:
    """The HTTP server with the paths of operations and of all channels that have some.

    ``interface`` answers under the path of the HTTP interface, ``elsewhere`` what nobody else does.
    """
    # Imported here: commands that serve nothing do not wait for it
    from bot.operations.health import operations_router  # noqa: PLC0415
    from bot.server import WebServer, build_app  # noqa: PLC0415
    from bot.serving import layers  # noqa: PLC0415

    routers = [
        operations_router(readiness, metrics_token=settings.metrics_token.get_secret_value())
    ]
    routers += [
        channel.router
        for channel in channels
        if isinstance(channel, Routed) and channel.router is not None
    ]
    mounts = [("", elsewhere)] if elsewhere is not None else []
    app = build_app(routers, mounts=mounts, middleware=layers(settings, interface))
    return WebServer(app, host=settings.host, port=settings.port)


async def serve(
    channels: Sequence[Channel],
    stop: asyncio.Event,
    *,
    server: WebServer | None = None,
    when_ready: Callable[[], None] = lambda: None,
    stop_seconds: float = STOP_SECONDS,
) -> None:
    """Run channels until ``stop`` is set, then let them finish what they accepted. The server and
    they have ``stop_seconds`` for that together.

    The server starts before the channels, because a platform may try a webhook when it is told of
    it, and stops before them, so that they finish all that came in.

    Raises :class:`~bot.channels.channel.ChannelError` when one cannot start; those that did start
    are stopped again.
    """
    started: list[Channel] = []
    try:
        if server is not None:
            await server.start()
            _log.info("listening on %s", server.url)
        for channel in channels:
            if not await _start(channel, stop):
                return
            started.append(channel)
            _log.info("%s: ready", channel.name)
        when_ready()
        await stop.wait()
        _log.info("stopping")
    finally:
        until = time.monotonic() + stop_seconds
        if server is not None:
            await server.stop()
        within = until - time.monotonic()
        results = await asyncio.gather(
            *(channel.stop(within) for channel in started), return_exceptions=True
        )
        for channel, result in zip(started, results, strict=True):
            if isinstance(result, BaseException):
                _log.error("%s did not stop cleanly", channel.name, exc_info=result)


async def run(
    settings: Settings, when_ready: Callable[[str, Sequence[str]], None] = lambda _url, _names: None
) -> None:
    """The whole application, until SIGINT or SIGTERM.

    ``when_ready`` is told the server's address and the names of the channels.

    Raises :class:`~bot.channels.channel.ChannelError` when the server or a channel cannot start,
    :class:`knowledge.database.DatabaseUnavailable` when there is no knowledge to serve.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        # Not on Windows, where Ctrl-C ends the process by an exception
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    from bot.api.configured import configured_interface  # noqa: PLC0415
    from bot.channels.web.configured import web_channel  # noqa: PLC0415
    from bot.following import CurrentKnowledge  # noqa: PLC0415
    from bot.operations.health import Readiness  # noqa: PLC0415
    from bot.store.store import open_store  # noqa: PLC0415

    knowledge = CurrentKnowledge(
        await asyncio.to_thread(open_knowledge, settings),
        url=settings.database_url,
        cache_dir=settings.cache_dir,
    )
    store = await open_store(settings.database_url, question_days=settings.question_days)
    try:
        conversation = make_conversation(knowledge, store.chats)
        web = web_channel(settings, conversation, knowledge, today)
        channels = [web, *make_channels(settings, conversation, store)]
        readiness = Readiness(
            stored_version=knowledge.stored_version, knowledge=knowledge, channels=channels
        )
        interface = configured_interface(settings, conversation, knowledge, today)
        server = make_server(
            settings, channels, readiness, interface=interface, elsewhere=web.elsewhere
        )

        def announce() -> None:
            readiness.serving = True
            when_ready(server.url, [channel.name for channel in channels])

        await store.start()
        knowledge.follow()
        await serve(channels, stop, server=server, when_ready=announce)
    finally:
        await knowledge.close()
        await store.close()


def loop_for(settings: Settings) -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the event loop to serve in; ``None`` for the usual one.

    The driver of PostgreSQL cannot work in the loop that is the usual one on Windows.
    """
    if settings.database_url.startswith("postgresql"):
        return asyncio.SelectorEventLoop
    return None


async def _start(channel: Channel, stop: asyncio.Event) -> bool:
    """Start a channel; ``False`` when we were asked to stop before it had started."""
    starting = asyncio.ensure_future(channel.start())
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not starting.done():
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await channel.stop()
        return False
    await starting
    return True
