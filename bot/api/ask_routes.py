"""The paths at which questions are asked, and the first path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request

from bot.api import models
from bot.api.asking import Asking
from bot.api.language import Language
from bot.suggesting import suggestions_over
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.search.suggestions import MOST_SUGGESTED


def ask_router(asking: Asking, knowledge: Callable[[], Knowledge]) -> APIRouter:
    """The paths over whatever knowledge is current."""
    router = APIRouter()

    def catalogue() -> Catalogue:
        return knowledge().catalogue

    @router.get("/", summary="What this is", tags=["about"])
    async def index(request: Request) -> models.IndexOut:
        return models.IndexOut(
            version=catalogue().version,
            as_of=catalogue().as_of,
            products=len(catalogue().products),
            producers=len(catalogue().producers),
            openapi=f"{request.scope.get('root_path', '')}/openapi.json",
        )

    @router.get("/ask", summary="Ask one question", tags=["ask"])
    async def ask_once(
        q: Annotated[
            str,
            Query(max_length=models.LONGEST_QUESTION, examples=["tra hoa vang ba che may sao"]),
        ],
        lang: Language | None = None,
    ) -> models.AnswerRecord:
        return await asking.answer(models.Question(question=q, language=lang), "")

    @router.post("/ask", summary="Ask, also within a conversation", tags=["ask"])
    async def ask(question: models.Question, request: Request) -> models.AnswerRecord:
        return await asking.answer(question, getattr(request.state, "key_name", ""))

    @router.get("/suggestions", summary="What a typed beginning may mean", tags=["ask"])
    async def suggestions(
        q: Annotated[str, Query(max_length=200, examples=["nuoc mam le"])],
        limit: Annotated[int, Query(ge=1, le=MOST_SUGGESTED)] = 8,
    ) -> list[models.SuggestionOut]:
        index = await suggestions_over(catalogue())
        return [
            models.SuggestionOut(sort=each.sort, code=each.code, name=each.name)
            for each in index.suggest(q, limit)
        ]

    return router
