"""The paths that are the same for every visitor: products, provinces, files, what robots read."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.web.assets import Assets
from bot.channels.web.responses import PageResponses
from bot.channels.web.sitemap import robots, sitemap
from bot.channels.web.views import Views
from knowledge.base import Knowledge
from knowledge.facts import PlaceLevel

_PROVINCES = {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}


class Pages:
    """Answers those paths."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        views: Views,
        responses: PageResponses,
        assets: Assets,
    ) -> None:
        self._knowledge = knowledge
        self._views = views
        self._responses = responses
        self._assets = assets

    def add_to(self, router: APIRouter) -> None:
        """Add the paths to a router."""
        for path, endpoint in (
            ("/p/{code}", self._product),
            ("/tinh", self._provinces),
            ("/tinh/{code}", self._province),
            ("/tinh-cu/{code}", self._former_province),
            ("/static/{name}", self._static),
            ("/widget.js", self._widget_script),
            ("/favicon.ico", self._icon),
            ("/sitemap.xml", self._sitemap),
            ("/robots.txt", self._robots),
        ):
            router.add_api_route(path, endpoint, methods=["GET", "HEAD"], response_model=None)

    async def _product(self, request: Request, code: str) -> Response:
        if self._responses.is_fresh(request):
            return self._responses.unchanged(request)
        page = self._views.product(request, code)
        return self._responses.html(page, request) if page is not None else self.missing(request)

    async def _provinces(self, request: Request) -> Response:
        if self._responses.is_fresh(request):
            return self._responses.unchanged(request)
        return self._responses.html(self._views.provinces(request), request)

    async def _province(self, request: Request, code: str) -> Response:
        return self._place(request, f"province:{code}")

    async def _former_province(self, request: Request, code: str) -> Response:
        return self._place(request, f"former:{code}")

    def _place(self, request: Request, key: str) -> Response:
        place = self._knowledge().catalogue.places.get(key)
        if place is None or place.level not in _PROVINCES:
            return self.missing(request)
        if self._responses.is_fresh(request):
            return self._responses.unchanged(request)
        return self._responses.html(self._views.province(request, place), request)

    async def _widget_script(self, request: Request) -> Response:
        return Response(
            self._assets.content("widget.js"),
            media_type="text/javascript; charset=utf-8",
            # Its address stands in other people's pages, so it cannot change with its content
            headers={
                "Cache-Control": "public, max-age=3600",
                "Cross-Origin-Resource-Policy": "cross-origin",
            },
        )

    async def _static(self, request: Request, name: str) -> Response:
        return self._assets.answer(name, request) or self.missing(request)

    async def _icon(self, request: Request) -> Response:
        return Response(
            self._assets.content("logo.svg"),
            media_type="image/svg+xml",
            headers={"Cache-Control": "public, max-age=86400"},
        )

    async def _sitemap(self, request: Request) -> Response:
        return Response(
            sitemap(self._knowledge().catalogue, self._views.origin(request)),
            media_type="application/xml",
            headers={"Cache-Control": "public, max-age=3600"},
        )

    async def _robots(self, request: Request) -> Response:
        return Response(robots(self._views.origin(request)), media_type="text/plain")

    def missing(self, request: Request) -> Response:
        """What is answered where there is nothing."""
        response = self._responses.html(self._views.missing(request), request, kept=False)
        response.status_code = HTTPStatus.NOT_FOUND
        return response

    async def elsewhere(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer any path that nobody else does."""
        if scope["type"] == "http":
            await self.missing(Request(scope))(scope, receive, send)
