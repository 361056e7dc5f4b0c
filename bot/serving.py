"""What people and programs reach over HTTP, put together as the settings say."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.types import ASGIApp

from bot.api.interface import PATH
from bot.http.bodies import BoundedBodies
from bot.http.headers import SecurityHeaders
from bot.http.under import Under
from bot.settings import Settings


def layers(settings: Settings, interface: ASGIApp | None = None) -> list[Middleware]:
    """What surrounds every path, the outermost first; the innermost is the HTTP interface."""
    https = settings.public_url is not None and settings.public_url.scheme == "https"
    around = [Middleware(SecurityHeaders, https=https), Middleware(BoundedBodies)]
    if interface is not None:
        around.append(Middleware(Under, path=PATH, mounted=interface))
    return around
