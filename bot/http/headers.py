"""Headers that tell browsers what not to do with our answers."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOTHING_ALLOWED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For answers that are no page; a page sets a policy of its own."""

_ALWAYS = {
    "Content-Security-Policy": NOTHING_ALLOWED,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
HSTS = "max-age=31536000"
"""A year, as RFC 6797 advises; only told where people reach us by HTTPS."""


class SecurityHeaders:
    """Puts the headers on every answer that does not set them itself.

    A page that may be framed says so by ``frame-ancestors`` in its own policy; the older
    ``X-Frame-Options``, which knows no list of origins, is then left out.
    """

    def __init__(self, app: ASGIApp, *, https: bool = False) -> None:
        self._app = app
        self._https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                policy = headers.get("Content-Security-Policy", NOTHING_ALLOWED)
                for name, value in _ALWAYS.items():
                    if name != "X-Frame-Options" or "frame-ancestors 'none'" in policy:
                        headers.setdefault(name, value)
                if self._https:
                    headers.setdefault("Strict-Transport-Security", HSTS)
            await send(message)

        await self._app(scope, receive, guarded)
