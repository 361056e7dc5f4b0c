"""Updates delivered to us, and what happens once however often they come."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from bot.app import make_conversation
from bot.channels.channel import ChannelError
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.configured import telegram_channel
from bot.channels.telegram.webhook import SECRET_HEADER, Webhook
from bot.cli import app
from bot.limits import Limits
from bot.server import WebServer, build_app
from bot.settings import Settings
from bot.store.store import Store, open_store
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_double import TOKEN, BotApiDouble, Fault
from tests.end_to_end.conftest import running
from tests.postgresql import PostgreSQL

LAN, MINH = 4001, 4002
OTHER_TOKEN = "220201544:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"


def channel(
    double: BotApiDouble,
    knowledge: Knowledge,
    store: Store,
    webhook: Webhook | None = None,
    limits: Limits | None = None,
) -> TelegramChannel:
    return TelegramChannel(
        make_conversation(knowledge, store.chats),
        token=double.token,
        api_url=double.url,
        events=store.events,
        marks=store.chats,
        webhook=webhook,
        limits=limits,
        first_pause=0.01,
    )


def update(number: int, chat: int, text: str) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
    message = {
        "message_id": number,
        "from": person,
        "chat": {"id": chat, "type": "private"},
        "date": 1,
        "text": text,
    }
    return {"update_id": number, "message": message}


class Deliveries:
    """Telegram's side of a webhook."""

    def __init__(self, double: BotApiDouble, address: str) -> None:
        self._double = double
        self._client = httpx.AsyncClient(base_url=address)

    async def post(self, content: object, *, secret: str | None = None) -> int:
        given = self._double.webhook["secret_token"] if secret is None else secret
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        headers = {SECRET_HEADER: given, "Content-Type": "application/json"}
        answer = await self._client.post("/hooks/t", content=body, headers=headers)
        return answer.status_code

    async def close(self) -> None:
        await self._client.aclose()


@asynccontextmanager
async def delivering(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store, limits: Limits | None = None
) -> AsyncIterator[Deliveries]:
    webhook = Webhook("https://ocop.example", "/hooks/t")
    receiving = channel(telegram, knowledge, store, webhook, limits)
    assert receiving.router is not None
    server = WebServer(build_app([receiving.router]), host="127.0.0.1", port=0)
    async with running(receiving, server=server):
        deliveries = Deliveries(telegram, server.url)
        yield deliveries
        await deliveries.close()


@pytest.fixture
async def delivered(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> AsyncIterator[Deliveries]:
    async with delivering(telegram, knowledge, store) as deliveries:
        yield deliveries


async def test_a_delivered_question_is_answered(
    telegram: BotApiDouble, delivered: Deliveries
) -> None:
    registered = telegram.webhook
    assert registered["url"] == "https://ocop.example/hooks/t"
    assert "message" in registered["allowed_updates"]
    assert await delivered.post(update(1, LAN, QUESTION)) == 200
    assert "Ba Chẽ" in (await telegram.next_text(LAN)).text
    assert telegram.of("getUpdates") == []
    assert telegram.refused == []


async def test_forged_and_unreadable_deliveries_are_refused(
    telegram: BotApiDouble, delivered: Deliveries
) -> None:
    for forged in ("", "wrong", telegram.webhook["secret_token"][:-1]):
        assert await delivered.post(update(1, LAN, QUESTION), secret=forged) == 403
    assert await delivered.post(b"{") == 400
    assert await delivered.post(b"[" * 100_000) == 400
    odd: object
    for odd in (None, [], 5, {}, {"update_id": "x"}, {"update_id": 3, "message": [1]}):
        assert await delivered.post(odd) == 200
    assert await delivered.post(update(4, MINH, QUESTION)) == 200
    await telegram.next_text(MINH)
    assert telegram.texts(LAN) == []


async def test_an_update_that_comes_again_is_answered_once(
    telegram: BotApiDouble, delivered: Deliveries
) -> None:
    statuses = await asyncio.gather(
        *(delivered.post(update(7, LAN, QUESTION)) for _ in range(5)),
        *(delivered.post(update(number, LAN, "/help")) for number in (9, 8, 9)),
    )
    assert set(statuses) == {200}
    await delivered.post(update(10, MINH, QUESTION))
    await telegram.next_text(MINH)
    for _ in range(3):
        await telegram.next_text(LAN)
    await delivered.post(update(7, LAN, QUESTION))
    await delivered.post(update(11, LAN, "Đặc sản Cà Mau"))
    assert "Cà Mau" in (await telegram.next_text(LAN)).text
    assert len(telegram.texts(LAN)) == 4


async def test_what_was_stored_and_not_answered_is_answered_after_a_restart(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    for number in (21, 22):
        await store.events.add("telegram", str(number), json.dumps(update(number, LAN, QUESTION)))
    await store.events.take("telegram", "22")
    telegram.push(update(23, MINH, QUESTION) | {"update_id": 21})
    async with running(channel(telegram, knowledge, store)):
        assert "Ba Chẽ" in (await telegram.next_text(LAN)).text
        telegram.push(update(24, MINH, QUESTION) | {"update_id": 24})
        await telegram.next_text(MINH)
    assert len(telegram.texts(LAN)) == 1
    assert len(telegram.texts(MINH)) == 1


async def test_a_webhook_that_telegram_refuses_is_told_at_once(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    telegram.plan("setWebhook", Fault(400))
    refused = channel(telegram, knowledge, store, Webhook("https://ocop.example", "/hooks/t"))
    with pytest.raises(ChannelError, match="Telegram refuses: planned"):
        await refused.start()
    assert len(telegram.of("setWebhook")) == 1


async def test_tries_while_the_store_is_away_do_not_count_as_questions(
    telegram: BotApiDouble, knowledge: Knowledge, postgresql: PostgreSQL
) -> None:
    url = postgresql.database()
    away = await open_store(url, question_days=90)
    limits = Limits(per_person=2, per_group=2, in_all=2)
    async with delivering(telegram, knowledge, away, limits) as deliveries:
        with postgresql.away(url):
            for _ in range(4):
                assert await deliveries.post(update(1, LAN, QUESTION)) == 503
        assert await deliveries.post(update(1, LAN, QUESTION)) == 200
        assert "Ba Chẽ" in (await telegram.next_text(LAN)).text
    await away.close()


async def test_another_bot_on_the_same_database_has_updates_of_its_own(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    async with running(channel(telegram, knowledge, store)):
        telegram.push(update(31, LAN, QUESTION) | {"update_id": 31})
        await telegram.next_text(LAN)
    # Left unanswered, to a chat that the other bot may not know
    number = telegram.token.partition(":")[0]
    await store.events.add("telegram", f"{number}:32", json.dumps(update(32, MINH, QUESTION)))
    with BotApiDouble(token=OTHER_TOKEN) as other:
        async with running(channel(other, knowledge, store)):
            other.push(update(31, LAN, "Đặc sản Cà Mau") | {"update_id": 31})
            assert "Cà Mau" in (await other.next_text(LAN)).text
        assert other.texts(MINH) == []
    async with running(channel(telegram, knowledge, store)):
        await telegram.next_text(MINH)


async def test_polling_does_not_start_beside_a_webhook_until_it_is_removed(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram.webhook = {"url": "https://elsewhere.example/hook"}
    with pytest.raises(ChannelError, match="ocop telegram delete-webhook"):
        await channel(telegram, knowledge, store).start()
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", telegram.url)
    command = ["telegram", "delete-webhook"]
    removed = await asyncio.to_thread(CliRunner().invoke, app, command)
    assert removed.exit_code == 0
    assert "https://elsewhere.example/hook" in removed.output
    again = await asyncio.to_thread(CliRunner().invoke, app, command)
    assert "no webhook" in again.output
    async with running(channel(telegram, knowledge, store)):
        telegram.say(LAN, QUESTION)
        await telegram.next_text(LAN)


async def test_a_self_signed_certificate_is_uploaded(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store, tmp_path: Path
) -> None:
    certificate = tmp_path / "own.pem"
    certificate.write_bytes(b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
    given = {
        "telegram_token": TOKEN,
        "telegram_api_url": telegram.url,
        "telegram_webhook": True,
        "telegram_webhook_path": "/hooks/t",
        "telegram_webhook_certificate": certificate,
        "public_url": "https://ocop.example:8443",
    }
    conversation = make_conversation(knowledge)
    async with running(telegram_channel(Settings.model_validate(given), conversation, store)):
        assert telegram.webhook["certificate"] == certificate.read_bytes()
        assert telegram.webhook["url"] == "https://ocop.example:8443/hooks/t"
    missing = {**given, "telegram_webhook_certificate": tmp_path / "none.pem"}
    with pytest.raises(ChannelError, match="TELEGRAM_WEBHOOK_CERTIFICATE"):
        await telegram_channel(Settings.model_validate(missing), conversation, store).start()
    nowhere = {**given, "public_url": None}
    with pytest.raises(ChannelError, match="OCOP_PUBLIC_URL"):
        telegram_channel(Settings.model_validate(nowhere), conversation, store)


async def test_one_chat_that_waits_does_not_hold_up_the_others(
    telegram: BotApiDouble, delivered: Deliveries
) -> None:
    telegram.plan("sendMessage", Fault(silent=True), chat=LAN)
    await delivered.post(update(1, LAN, QUESTION))
    for number in range(30):
        await delivered.post(update(100 + number, 5000 + number, QUESTION))
    for number in range(30):
        await telegram.next_text(5000 + number)
    assert telegram.texts(LAN) == []
