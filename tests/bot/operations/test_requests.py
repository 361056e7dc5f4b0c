"""Requests are numbered, logged without what was asked, and never end without an answer."""

from __future__ import annotations

import json
import logging

import httpx
import pytest
from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from bot.logs import SafeFormatter
from bot.server import build_app
from bot.settings import LogFormat

router = APIRouter()
_log = logging.getLogger("bot.tested")


@router.get("/p/{code}")
async def product(code: str) -> PlainTextResponse:
    _log.info("looked up")
    return PlainTextResponse(code)


@router.get("/broken")
async def broken() -> PlainTextResponse:
    raise ArithmeticError("a fault nobody foresaw")


@pytest.fixture
def client(caplog: pytest.LogCaptureFixture) -> httpx.AsyncClient:
    caplog.set_level(logging.INFO, logger="bot")
    caplog.handler.setFormatter(SafeFormatter(LogFormat.JSON, ()))
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(build_app([router])), base_url="http://bot.test"
    )


def entries(caplog: pytest.LogCaptureFixture) -> list[dict[str, str]]:
    return [json.loads(line) for line in caplog.text.splitlines() if line.startswith("{")]


async def test_every_answer_has_a_number_that_its_log_lines_have_too(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    first = (await client.get("/p/tra")).headers["x-request-id"]
    second = (await client.get("/p/tra")).headers["x-request-id"]
    assert first != second
    logged = entries(caplog)
    assert [entry["request"] for entry in logged] == [first, first, second, second]
    assert {entry["logger"] for entry in logged} == {"bot.tested", "bot.operations.requests"}


async def test_a_number_from_the_proxy_is_kept_if_it_can_be_logged(
    client: httpx.AsyncClient,
) -> None:
    kept = "trace-0123456789abcdef"
    assert (await client.get("/p/x", headers={"X-Request-ID": kept})).headers[
        "x-request-id"
    ] == kept
    for odd in ("short", "a" * 65, "with blank 123", "line%0abreak{}"):
        answer = await client.get("/p/x", headers={"X-Request-ID": odd})
        assert answer.headers["x-request-id"] != odd


async def test_the_log_has_the_route_and_not_what_was_asked(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await client.get("/p/ma-so-bi-mat?q=cau-hoi-rieng", headers={"User-Agent": "phone-of-lan"})
    await client.get("/khong-co-trang-nay-rieng")
    text = caplog.text
    assert "GET /p/{code} 200" in text
    assert "GET - 404" in text
    for hidden in ("bi-mat", "rieng", "lan"):
        assert hidden not in text


async def test_an_unforeseen_error_is_answered_with_the_code_that_the_log_has(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await client.get("/broken")
    assert answer.status_code == 500
    assert "x-request-id" in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Arithmetic" not in answer.text
    code = answer.text.split()[-1]
    traced = [entry for entry in entries(caplog) if code in entry["message"]]
    assert "ArithmeticError" in traced[0]["trace"]
    assert traced[0]["request"] == answer.headers["x-request-id"]
