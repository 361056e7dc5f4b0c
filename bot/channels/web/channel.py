"""The web channel: its paths, and what goes on behind them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from datetime import date
from http import HTTPStatus

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.channel import STOP_SECONDS
from bot.channels.web.assets import Assets
from bot.channels.web.pages import Pages
from bot.channels.web.rendering import render
from bot.channels.web.responses import PageResponses
from bot.channels.web.sharing import is_shared, only_asks, shared_address
from bot.channels.web.suggesting import offered
from bot.channels.web.views import Views
from bot.channels.web.visitors import Visitors, checked_key, locale_of
from bot.http.callers import Callers
from bot.http.limits import RequestLimit
from bot.http.turns import Turns
from bot.suggesting import suggestions_over
from bot.text import presentable
from handlers.chat.actions import LONGEST_ACTION, Action, Verb
from handlers.conversation import Conversation, Turn, Utterance
from knowledge.base import Knowledge
from knowledge.understanding.question import Intent
from locales import LOCALES, translator

LONGEST_TEXT = 2000
"""Characters that are taken; the understanding reads the first 500 and says so."""
KEPT_SECONDS = 300
"""How long a browser may keep suggestions."""


class Said(BaseModel):
    """What the page's script sends: a text, a choice or a place."""

    model_config = ConfigDict(extra="ignore")

    text: str = ""
    action: str | None = Field(default=None, max_length=LONGEST_ACTION)
    point: tuple[float, float] | None = None
    language: str = Field(default="", max_length=20)
    """That of the page."""
    replying: str = Field(default="", max_length=20)
    """That of the answer whose choice this is."""
    embedded: bool = False
    visit: str = Field(default="", max_length=100)
    """The visitor's key, from the widget: in a frame on another site browsers keep no cookies."""


class WebChannel:
    """Serves the pages and the conversation on them. Needs no configuration."""

    name = "web"

    def __init__(
        self,
        conversation: Conversation,
        knowledge: Callable[[], Knowledge],
        today: Callable[[], date],
        *,
        per_minute: int,
        callers: Callers | None = None,
        public_url: str = "",
        widget_origins: Sequence[str] = (),
    ) -> None:
        """Prepare the channel.

        Args:
            conversation: answers what is asked.
            knowledge: the knowledge that is current.
            today: the date, which decides whether certificates hold.
            per_minute: questions from one address. A whole market may share one.
            callers: tells requests apart by address, also behind proxies.
            public_url: where people reach us; empty: wherever a request came to.
            widget_origins: sites that may show the widget, as ``https://portal.example.vn``.
        """
        self._conversation = conversation
        self._knowledge = knowledge
        self._callers = callers or Callers()
        self._visitors = Visitors(self._callers)
        self._turns = Turns()
        self._limit = RequestLimit(per_minute)
        # A question has several beginnings
        self._typing_limit = RequestLimit(per_minute * 5)
        self._today = today
        assets = Assets()
        self._views = Views(knowledge, today, assets, self._callers, public_url.rstrip("/"))
        self._responses = PageResponses(knowledge, today, assets, self._visitors, widget_origins)
        self._pages = Pages(knowledge, self._views, self._responses, assets)
        self.elsewhere = self._pages.elsewhere
        """Answers any path that nobody else does."""
        self.router = self._routes()

    async def start(self) -> None:
        """Prepare what the first visitor would wait for."""
        await suggestions_over(self._knowledge().catalogue)

    async def stop(self, within: float = STOP_SECONDS) -> None:
        """Nothing is open: the server has answered what it accepted."""

    def _routes(self) -> APIRouter:
        router = APIRouter(include_in_schema=False)
        for path, endpoint in (
            ("/", self._home),
            ("/widget", self._widget),
            ("/suggest", self._suggest),
        ):
            router.add_api_route(path, endpoint, methods=["GET", "HEAD"], response_model=None)
        router.add_api_route("/chat", self._chat, methods=["POST"], response_model=None)
        self._pages.add_to(router)
        return router

    async def _home(self, request: Request) -> Response:
        """The conversation; with ``q`` a question already answered, with ``a`` a choice."""
        asked = presentable(request.query_params.get("q", "")[:LONGEST_TEXT]).strip()
        # A link of another site may open an answer, which is then what is talked about. It may
        # change nothing else: no language, no saved list
        ours = _came_from_us(request)
        picked = request.query_params.get("a", "")
        a = picked if ours or is_shared(picked) else ""
        answered = a or ours or only_asks(asked, self._knowledge(), self._today())
        chosen = request.query_params.get("lang", "")
        key = self._visitors.key(request)
        turn: Turn | None = None
        share = None
        if (asked or a) and answered:
            refused = self._refused(request, self._limit)
            if refused is not None:
                return refused
            utterance = Utterance(
                text=asked,
                action=a or None,
                hint=locale_of(request),
                language=chosen if chosen in LOCALES else None,
                # A link that somebody passed on; a form of our page goes on from the page before
                afresh=not ours,
            )
            key = key or self._visitors.new_key()
            turn = await self._hear(key, utterance)
            share = shared_address(
                utterance, turn, self._knowledge(), self._today(), first=not ours
            )
        elif chosen in LOCALES and key is not None and ours:
            choice = Action(Verb.LANGUAGE, chosen).text
            await self._hear(key, Utterance(action=choice))
        question = asked or (_label(turn) if turn is not None else "")
        page = self._views.chat(request, question=question, turn=turn, share=share)
        response = self._responses.html(page, request, kept=False)
        if turn is not None and key is not None:
            self._visitors.remember(response, request, key)
        return response

    async def _widget(self, request: Request) -> Response:
        page = self._views.chat(request, embedded=True)
        return self._responses.html(page, request, kept=False, framed=True)

    async def _chat(self, request: Request) -> Response:
        refused = self._refused(request, self._limit)
        if refused is not None:
            return refused
        # A form of another site can send text; JSON needs a leave that we give nobody
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return Response(status_code=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            said = Said.model_validate_json(await request.body())
        except ValidationError:
            return Response(status_code=HTTPStatus.UNPROCESSABLE_ENTITY)
        language = said.language if said.language in LOCALES else None
        replying = said.replying if said.replying in LOCALES else None
        utterance = Utterance(
            text=presentable(said.text[:LONGEST_TEXT]),
            action=said.action,
            point=said.point,
            hint=language or locale_of(request),
            language=(replying or language) if said.action or said.point else None,
        )
        known = checked_key(said.visit) if said.embedded else self._visitors.key(request)
        key = known or self._visitors.new_key()
        turn = await self._hear(key, utterance)
        spoken = turn.language
        shown = render(turn, self._knowledge().catalogue, translator(spoken))
        share = shared_address(
            utterance, turn, self._knowledge(), self._today(), first=known is None
        )
        document = turn.reply.document
        switched = turn.question.intent is Intent.LANGUAGE and turn.question.asked_language
        response = JSONResponse(
            {
                "html": self._views.fragment(shown, share, spoken),
                "text": turn.reply.text,
                "brief": turn.reply.brief,
                "visit": key if said.embedded else "",
                "speaks": spoken if switched else language or locale_of(request),
                "document": document
                and {
                    "name": document.name,
                    "media_type": document.media_type,
                    "content": base64.b64encode(document.content).decode(),
                },
            },
            headers={"Cache-Control": "no-store"},
        )
        if not said.embedded:
            self._visitors.remember(response, request, key)
        return response

    async def _suggest(self, request: Request) -> Response:
        refused = self._refused(request, self._typing_limit)
        if refused is not None:
            return refused
        t = translator(locale_of(request))
        typed = request.query_params.get("q", "")[:LONGEST_TEXT]
        return JSONResponse(
            {"suggestions": await offered(typed, self._knowledge().catalogue, t)},
            headers={"Cache-Control": f"private, max-age={KEPT_SECONDS}"},
        )

    async def _hear(self, key: str, utterance: Utterance) -> Turn:
        chat = self._visitors.chat(key)
        async with self._turns.of(chat):
            return await self._conversation.hear(chat, utterance)

    def _refused(self, request: Request, limit: RequestLimit) -> Response | None:
        allowance = limit.take(self._callers.address(request))
        if allowance.granted:
            return None
        t = translator(locale_of(request))
        told = t.gettext("That was a lot of questions at once. Please wait a moment.")
        return Response(
            told, HTTPStatus.TOO_MANY_REQUESTS, allowance.headers, "text/plain; charset=utf-8"
        )


def _came_from_us(request: Request) -> bool:
    """Whether a form or link of our own pages leads here (by Fetch Metadata)."""
    return request.headers.get("sec-fetch-site") == "same-origin"


def _label(turn: Turn) -> str:
    """What a choice that is opened by its address asked, in words."""
    return presentable(turn.question.text)
