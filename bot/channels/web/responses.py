"""How pages are sent: with their policy, and not again to who has them already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.web.assets import Assets
from bot.channels.web.visitors import Visitors, locale_of, theme_of
from knowledge.base import Knowledge
from locales import LOCALES

PAGE_SECONDS = 300
"""How long a page without anything personal may be kept by a browser or proxy."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)


class PageResponses:
    """Makes responses of pages."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        today: Callable[[], date],
        assets: Assets,
        visitors: Visitors,
        widget_origins: Sequence[str],
    ) -> None:
        self._knowledge = knowledge
        self._today = today
        self._assets = assets
        self._visitors = visitors
        self._framed = _POLICY.format(ancestors=" ".join(("'self'", *widget_origins)))
        self._policy = _POLICY.format(ancestors="'none'")

    def html(
        self, page: str, request: Request, *, kept: bool = True, framed: bool = False
    ) -> Response:
        """A page; ``kept`` when it holds nothing of the visitor, ``framed`` for the widget."""
        response = HTMLResponse(page)
        response.headers["Content-Security-Policy"] = self._framed if framed else self._policy
        response.headers["Content-Language"] = locale_of(request)
        response.headers["Vary"] = "Accept-Language, Cookie"
        if kept:
            response.headers["Cache-Control"] = f"private, max-age={PAGE_SECONDS}"
            response.headers["ETag"] = self._tag(request)
        else:
            response.headers["Cache-Control"] = "no-store"
        chosen = request.query_params.get("lang", "")
        if chosen in LOCALES:
            self._visitors.choose_language(response, request, chosen)
        return response

    def is_fresh(self, request: Request) -> bool:
        """Whether the browser has the page as it is now."""
        given = request.headers.get("if-none-match", "")
        return self._tag(request) in [each.strip() for each in given.split(",")]

    def unchanged(self, request: Request) -> Response:
        """Tell the browser to use the page it has."""
        headers = {"ETag": self._tag(request), "Vary": "Accept-Language, Cookie"}
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)

    def _tag(self, request: Request) -> str:
        """Names what a page is made from: the data, our files, the day, and what the visitor
        chose."""
        made_from = (
            self._knowledge().catalogue.version,
            self._assets.version,
            self._today().isoformat(),
            locale_of(request),
            theme_of(request),
        )
        return f'W/"{hashlib.sha256("|".join(made_from).encode()).hexdigest()[:20]}"'
