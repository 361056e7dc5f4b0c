"""What goes over the wire between the bot and the Bot API, and what a test sees of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse

from tests.end_to_end.bot_api_rules import BadCallError


@dataclass(frozen=True)
class Call:
    """One call that was accepted or answered with a planned fault."""

    method: str
    parameters: dict[str, Any]
    status: int

    @property
    def chat(self) -> int | None:
        chat = self.parameters.get("chat_id")
        return chat if isinstance(chat, int) else None

    @property
    def text(self) -> str:
        return str(self.parameters.get("text", ""))

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for row in self.rows for button in row]

    @property
    def rows(self) -> list[list[dict[str, str]]]:
        markup = self.parameters.get("reply_markup") or {}
        rows: list[list[dict[str, str]]] = markup.get("inline_keyboard", [])
        return rows


@dataclass(frozen=True)
class Fault:
    """What to do instead of answering one call."""

    status: int = 200
    retry_after: int | None = None
    silent: bool = False
    """Take the request and never answer."""


@dataclass
class Planned:
    """A fault for one call to come."""

    method: str
    chat: int | None
    fault: Fault


async def given_parameters(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            body = json.loads(await request.body())
        except ValueError:
            raise BadCallError("body is not JSON") from None
        if not isinstance(body, dict):
            raise BadCallError("body is not an object")
        return body
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return parts(request.headers["content-type"], await request.body())
    form = parse_qsl((await request.body()).decode(), keep_blank_values=True)
    return {**request.query_params, **dict(form)}


def parts(content_type: str, body: bytes) -> dict[str, Any]:
    """The fields of a multipart form; files as bytes."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    fields: dict[str, Any] = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = str(part.get_param("name", header="content-disposition"))
        fields[name] = content if part.get_filename() else content.decode()
    return fields


def refusal(status: int, description: str) -> JSONResponse:
    return JSONResponse(
        {"ok": False, "error_code": status, "description": description}, status_code=status
    )


def me() -> dict[str, Any]:
    return {
        "id": 110201543,
        "is_bot": True,
        "first_name": "OCOP",
        "username": "ocop_test_bot",
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }


def person_json(chat: int, language: str) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Lan", "language_code": language}


def message_json(chat: int, number: int, text: str) -> dict[str, Any]:
    return {
        "message_id": number,
        "date": 1_770_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Lan"},
        "from": me(),
        "text": text,
    }


def kept(call: Call | None, found: list[Call]) -> bool:
    if call is not None:
        found.append(call)
    return call is not None
