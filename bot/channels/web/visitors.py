"""Who a browser is to us: a random cookie, given when a conversation begins. Two more cookies keep
what the visitor chose of the pages: their language, and light or dark."""

from __future__ import annotations

import hashlib
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

from bot.http.callers import Callers
from knowledge.facts import Locale
from locales import LOCALES

KEPT_SECONDS = 180 * 24 * 3600
"""Half a year: as long as a saved list is worth keeping without a visit."""
VISIT, LANGUAGE, THEME = "ocop_visit", "ocop_lang", "ocop_theme"

_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_QUALITY = re.compile(r"\s*([A-Za-z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?")


class Visitors:
    """Reads and gives cookies."""

    def __init__(self, callers: Callers) -> None:
        self._callers = callers

    @staticmethod
    def key(request: Request) -> str | None:
        """The visitor's cookie; ``None`` for somebody new."""
        return checked_key(request.cookies.get(VISIT, ""))

    @staticmethod
    def new_key() -> str:
        """A key that nobody can guess: 128 random bits."""
        return secrets.token_urlsafe(16)

    @staticmethod
    def chat(key: str) -> str:
        """The conversation's name for a visitor, from which the cookie cannot be told."""
        return "web:" + hashlib.sha256(key.encode()).hexdigest()[:32]

    def remember(self, response: Response, request: Request, key: str) -> None:
        """Give the visitor the cookie."""
        self._set(response, request, VISIT, key)

    def choose_language(self, response: Response, request: Request, locale: Locale) -> None:
        """Keep the language of the pages."""
        self._set(response, request, LANGUAGE, locale)

    def _set(self, response: Response, request: Request, name: str, value: str) -> None:
        response.set_cookie(
            name,
            value,
            max_age=KEPT_SECONDS,
            secure=self._callers.is_secure(request),
            httponly=True,
            samesite="lax",
        )


def checked_key(given: str) -> str | None:
    """A key as we make them; ``None`` for anything else."""
    return given if _KEY.fullmatch(given) else None


def locale_of(request: Request) -> Locale:
    """The language of a page: asked for in its address, chosen before, or the browser's."""
    for given in (request.query_params.get("lang"), request.cookies.get(LANGUAGE)):
        if given in LOCALES:
            return given
    return _preferred(request.headers.get("accept-language", "")) or LOCALES[0]


def theme_of(request: Request) -> str:
    """``light`` or ``dark`` when the visitor has chosen; else empty, and the device decides."""
    theme = request.cookies.get(THEME, "")
    return theme if theme in {"light", "dark"} else ""


def _preferred(accepted: str) -> Locale | None:
    """The best of our languages in an ``Accept-Language`` header (RFC 9110, 12.5.4)."""
    best: Locale | None = None
    highest = 0.0
    for part in accepted[:500].split(","):
        found = _QUALITY.fullmatch(part)
        if found is None or found[1].lower() not in LOCALES:
            continue
        try:
            quality = float(found[2] or 1)
        except ValueError:
            continue
        if quality > highest:
            best, highest = found[1].lower(), quality
    return best
