"""Whole visits of three kinds of people, kept as texts to read in ``tests/golden``.

``OCOP_UPDATE_GOLDEN=1 pytest tests/end_to_end/test_telegram_visits.py`` writes them anew; without
it a visit that differs from its file fails.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.channels.telegram.channel import TelegramChannel
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_double import BotApiDouble
from tests.end_to_end.conftest import running
from tests.end_to_end.telegram_visits import Visit

GOLDEN = Path(__file__).parent.parent / "golden"
DAY = date(2026, 5, 1)
LAN, ANN, HUNG = 501, 502, 503


@pytest.fixture
async def bot(telegram: BotApiDouble, knowledge: Knowledge) -> AsyncIterator[BotApiDouble]:
    conversation = Conversation(lambda: knowledge, MemorySessions(), lambda: DAY)
    async with running(
        TelegramChannel(conversation, token=telegram.token, api_url=telegram.url, typing_after=60)
    ):
        yield telegram


def compare(name: str, transcript: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("OCOP_UPDATE_GOLDEN"):
        path.write_text(transcript, encoding="utf-8")
    assert transcript == path.read_text(encoding="utf-8")


async def test_a_shopper_checks_and_buys(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    await visit.says("/start")
    await visit.presses("Trà hoa vàng Ba Chẽ")
    await visit.presses("Mua ở đâu")
    await visit.says("tra hoa vang ba che co may sao")
    await visit.presses("Lưu")
    await visit.says("Nước mắm Lê Gia")
    await visit.presses("👎")
    await visit.presses("Thông tin cũ")
    await visit.says("/luu")
    await visit.presses("Chia sẻ danh sách")
    await visit.says("Thịt trâu gác bếp Xyz có phải OCOP 4 sao không?")
    await visit.says("cảm ơn nhé")
    assert bot.refused == []
    compare("shopper", visit.transcript)


async def test_a_tourist_looks_around(bot: BotApiDouble) -> None:
    visit = Visit(bot, ANN, language="en-GB")
    await visit.says("/start")
    await visit.says("/near")
    await visit.sends("location in Sa Pa", location={"latitude": 22.336, "longitude": 103.844})
    await visit.presses("More outlets nearby")
    await visit.says("What should I buy in Quang Ninh?")
    await visit.presses("More (")
    await visit.says("Where can I buy OCOP products in Hanoi?")
    await visit.says("How long is a certificate valid?")
    await visit.says("/language vi")
    await visit.says("/privacy")
    await visit.presses("Gửi dữ liệu")
    assert bot.refused == []
    compare("tourist", visit.transcript)


async def test_a_buyer_looks_for_producers(bot: BotApiDouble) -> None:
    visit = Visit(bot, HUNG)
    await visit.says("/start v_22")
    await visit.says("trà 5 sao Thái Nguyên")
    await visit.says("Quảng Ninh có bao nhiêu sản phẩm OCOP?")
    await visit.says("ai làm trà hoa vàng Ba Chẽ?")
    await visit.says("số điện thoại?")
    await visit.says("/gopy Nên có thêm giá sỉ")
    await visit.says("/riengtu")
    await visit.presses("Xóa dữ liệu")
    await visit.presses("Xóa")
    assert bot.refused == []
    compare("buyer", visit.transcript)
