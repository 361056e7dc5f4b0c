"""The Zalo bot by webhook: only with the secret, stored before 200, answered once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.app import make_conversation
from bot.channels.zalo_bot.client import SECRET_HEADER
from bot.store.store import Store, open_store
from knowledge.base import Knowledge
from tests.end_to_end.zalo_bot_application import (
    LAN,
    QUESTION,
    delivered,
    webhook,
)
from tests.end_to_end.zalo_bot_double import ZaloBotDouble


@pytest.fixture
def zalo() -> Iterator[ZaloBotDouble]:
    with ZaloBotDouble() as double:
        yield double


@pytest.mark.parametrize("wrapped", [True, False])
async def test_by_webhook_a_question_is_answered_once(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store, wrapped: bool
) -> None:
    async with webhook(zalo, make_conversation(knowledge), store) as url:
        assert zalo.webhook == "https://ocop.example.vn/webhooks/zalo-bot"
        update = zalo.update(LAN, "message.text.received", text=QUESTION)
        body = {"ok": True, "result": update} if wrapped else update
        for _ in range(3):
            assert await delivered(url, body, zalo.secret) == 200
        assert "5 sao" in (await zalo.next_text(LAN)).text
        other = zalo.update(LAN, "message.text.received", text="xin chào")
        assert await delivered(url, other, zalo.secret) == 200
        await zalo.next_text(LAN)
    assert len(zalo.texts(LAN)) == 2
    assert zalo.of("getUpdates") == []


async def test_a_webhook_without_the_secret_is_refused(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    async with webhook(zalo, make_conversation(knowledge), store) as url:
        update = zalo.update(LAN, "message.text.received", text=QUESTION)
        for wrong in ("", "x" * 64, zalo.secret[:-1], zalo.secret.upper() + "é"):
            assert await delivered(url, update, wrong) == 403
        async with httpx.AsyncClient() as client:
            odd = await client.post(url, content=b"[", headers={SECRET_HEADER: zalo.secret})
            assert odd.status_code == 400
            assert (await client.get(url)).status_code == 405
    assert zalo.texts(LAN) == []


async def test_a_webhook_says_200_only_for_what_is_stored(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store, tmp_path: Path
) -> None:
    gone = await open_store(f"sqlite:///{tmp_path / 'gone.db'}", question_days=90)
    async with webhook(zalo, make_conversation(knowledge), gone) as url:
        with sqlite3.connect(tmp_path / "gone.db") as database:
            database.execute("DROP TABLE channel_event")
        update = zalo.update(LAN, "message.text.received", text=QUESTION)
        assert await delivered(url, update, zalo.secret) == 503
    await gone.close()
