"""The interface as an application of its own, to be mounted under its path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from bot.api import errors
from bot.api.admission import Admission
from bot.api.ask_routes import ask_router
from bot.api.asking import Asking
from bot.api.caching import Versioned
from bot.api.facts_routes import facts_router
from bot.http.callers import Callers
from handlers.conversation import Conversation
from knowledge.base import Knowledge

PATH = "/api/v1"
"""Changes that would break a client get another path beside this one."""

_DESCRIPTION = """\
What is known of Vietnam's OCOP products, and the assistant that answers questions about them.

Answers carry `ETag` (send it back as `If-None-Match`) and `RateLimit-Limit`, `RateLimit-Remaining`
and `RateLimit-Reset`. A key, as `Authorization: Bearer ...` or `X-API-Key`, has a limit of its own.
Everything that goes wrong has one shape: `{"error": {"code", "message", "fields"}}`.
"""


def make_interface(
    conversation: Conversation,
    knowledge: Callable[[], Knowledge],
    today: Callable[[], date],
    *,
    callers: Callers | None = None,
    per_minute: int,
    keys: Sequence[tuple[str, str, int | None]] = (),
    cors_origins: Sequence[str] = (),
) -> FastAPI:
    """The application.

    Args:
        conversation: hears the questions that belong to a conversation.
        knowledge: the knowledge that is current.
        today: the date, which decides whether certificates hold.
        callers: tells requests apart by address.
        per_minute: requests a minute from one address without a key.
        keys: name, SHA-256 in hexadecimal, requests a minute if not the usual ones.
        cors_origins: sites whose scripts may read the answers; ``*`` is every one.
    """

    def version() -> str:
        return f"{knowledge().catalogue.version}.{today().isoformat()}"

    middleware = [
        Middleware(
            CORSMiddleware,
            allow_origins=list(cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", "X-API-Key"],
            expose_headers=[
                "ETag",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Retry-After",
                "X-Request-ID",
            ],
            max_age=86400,
        ),
        Middleware(Admission, callers=callers or Callers(), per_minute=per_minute, keys=list(keys)),
        Middleware(Versioned, version=version),
    ]
    app = FastAPI(
        title="ocop-bot",
        version="1",
        description=_DESCRIPTION,
        middleware=middleware,
        # Their pages load scripts from elsewhere; the description itself is for any such tool
        docs_url=None,
        redoc_url=None,
        responses=errors.ERRORS,
    )
    errors.install(app)
    app.include_router(ask_router(Asking(conversation, knowledge, today), knowledge))
    app.include_router(facts_router(knowledge, today))
    return app
