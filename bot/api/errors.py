"""One shape for everything that goes wrong, so that a client needs one way to read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

CODES = {
    400: "bad_request",
    401: "unknown_key",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    422: "invalid",
    429: "too_many_requests",
    500: "internal",
}
"""The stable names; the messages may be worded anew."""
_MESSAGES = {
    400: "The request cannot be read.",
    401: "This key is not known.",
    404: "There is nothing here, or no such code.",
    405: "This path does not take this method.",
    413: "The request is too large.",
    422: "Some values cannot be used.",
    429: "Too many requests; see Retry-After.",
    500: "Something went wrong on our side.",
}


class Fault(BaseModel):
    """A value that cannot be used."""

    field: str = Field(examples=["query.limit"])
    problem: str = Field(examples=["Input should be less than or equal to 100"])


class ErrorBody(BaseModel):
    """What went wrong."""

    code: str = Field(description="Stable name of the error.", examples=["not_found"])
    message: str = Field(examples=["There is nothing here, or no such code."])
    fields: list[Fault] = []


class ErrorAnswer(BaseModel):
    """The answer in place of any other when something went wrong."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"error": {"code": "not_found", "message": "No such code.", "fields": []}}]
        }
    )

    error: ErrorBody


class UnknownCodeError(Exception):
    """A path names something that we do not have."""


class BadValueError(Exception):
    """A well-formed value that cannot be used."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.fault = Fault(field=field, problem=problem)


def error_answer(
    status: int, *, fields: Sequence[Fault] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The answer for a status, in the one shape."""
    message = _MESSAGES.get(status) or HTTPStatus(status).phrase
    body = ErrorBody(
        code=CODES.get(status, HTTPStatus(status).phrase.lower().replace(" ", "_")),
        message=message,
        fields=list(fields),
    )
    told = {"Cache-Control": "no-store", **(headers or {})}
    return JSONResponse({"error": body.model_dump()}, status, told)


def install(app: FastAPI) -> None:
    """Answer every error of the application in the one shape."""

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - registered for these alone
        return error_answer(error.status_code, headers=error.headers)

    async def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for these alone
        # Without the values themselves: they are somebody's words
        faults = [
            Fault(field=".".join(map(str, fault["loc"])), problem=fault["msg"])
            for fault in error.errors()
        ]
        return error_answer(HTTPStatus.UNPROCESSABLE_ENTITY, fields=faults)

    async def unknown(_: Request, error: Exception) -> Response:
        return error_answer(HTTPStatus.NOT_FOUND)

    async def unusable(_: Request, error: Exception) -> Response:
        assert isinstance(error, BadValueError)  # noqa: S101 - registered for these alone
        return error_answer(HTTPStatus.UNPROCESSABLE_ENTITY, fields=[error.fault])

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(UnknownCodeError, unknown)
    app.add_exception_handler(BadValueError, unusable)


ERRORS: dict[int | str, dict[str, object]] = {
    status: {"model": ErrorAnswer, "description": _MESSAGES[status]}
    for status in (400, 401, 404, 405, 413, 422, 429)
}
"""For the description of every path."""
