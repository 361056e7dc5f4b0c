"""What people and programs reach over HTTP, put together as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from starlette.middleware import Middleware
from starlette.types import ASGIApp

from bot.api.configured import configured_interface
from bot.api.interface import PATH
from bot.channels.web.channel import WebChannel
from bot.http.bodies import BoundedBodies
from bot.http.headers import SecurityHeaders
from bot.settings import Settings
from handlers.conversation import Conversation
from knowledge.base import Knowledge


def layers(settings: Settings) -> list[Middleware]:
    """What surrounds every path, the outermost first."""
    https = settings.public_url is not None and settings.public_url.scheme == "https"
    return [Middleware(SecurityHeaders, https=https), Middleware(BoundedBodies)]


def mounts(
    settings: Settings,
    web: WebChannel,
    conversation: Conversation,
    knowledge: Callable[[], Knowledge],
    today: Callable[[], date],
) -> Sequence[tuple[str, ASGIApp]]:
    """The HTTP interface, and everywhere else the page that says there is nothing."""
    interface = configured_interface(settings, conversation, knowledge, today)
    return [(PATH, interface), ("", web.elsewhere)]
