"""A whole application under a path of the server."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class Under:
    """Hands everything under a path to an application.

    Unlike a mount of the router this holds for any address, also with a line break in it, so that
    the application answers all errors under its path in its own way.
    """

    def __init__(self, app: ASGIApp, *, path: str, mounted: ASGIApp) -> None:
        """``path`` without the slash at its end."""
        self._app = app
        self._path = path
        self._mounted = mounted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope.get("path", "")
        if scope["type"] != "http" or f"{path}/"[: len(self._path) + 1] != f"{self._path}/":
            await self._app(scope, receive, send)
            return
        within = dict(scope)
        within["root_path"] = scope.get("root_path", "") + self._path
        if path == self._path:
            within["path"] = f"{path}/"
        await self._mounted(within, receive, send)
