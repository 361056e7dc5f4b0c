"""The bot on the Zalo Bot Platform, from an update over HTTP to the message that comes back."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.app import make_channels, make_conversation, serve
from bot.calendar import today
from bot.channels.channel import ChannelError
from bot.limits import Limits
from bot.settings import Settings
from bot.store.store import Store
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation, Turn, Utterance
from knowledge.base import Knowledge
from tests.end_to_end.conftest import running
from tests.end_to_end.zalo_bot_application import (
    GROUP,
    LAN,
    MINH,
    QUESTION,
    channel,
)
from tests.end_to_end.zalo_bot_double import TOKEN, ZaloBotDouble
from tests.end_to_end.zalo_double_server import PATIENCE, Call, Fault

LIST_QUESTION = "Quảng Ninh có đặc sản gì?"


@pytest.fixture
def zalo() -> Iterator[ZaloBotDouble]:
    with ZaloBotDouble() as double:
        yield double


@pytest.fixture
async def bot(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> AsyncIterator[ZaloBotDouble]:
    """The double with the application polling it."""
    async with running(channel(zalo, make_conversation(knowledge), store)):
        yield zalo


async def answered_last(bot: ZaloBotDouble, text: str) -> None:
    """Ask something and wait for the answer: what came before it in the chat is then done."""
    bot.say(LAN, text)
    await bot.next_text(LAN)


async def test_a_question_is_answered_with_numbered_choices(bot: ZaloBotDouble) -> None:
    bot.say(LAN, QUESTION)
    answer = await bot.next_text(LAN)
    assert "Trà hoa vàng Ba Chẽ" in answer.text
    assert "5 sao" in answer.text
    assert "\n1. " in answer.text
    assert answer.text.splitlines()[-1].startswith("Trả lời")
    assert bot.refused == []


@pytest.mark.parametrize("picked", ["2", "số 2", "cái thứ hai", "2."])
async def test_the_number_that_comes_back_is_the_choice(bot: ZaloBotDouble, picked: str) -> None:
    bot.say(LAN, LIST_QUESTION)
    listed = await bot.next_text(LAN)
    second = next(line for line in listed.text.splitlines() if line.startswith("2. "))
    bot.say(LAN, picked)
    answer = await bot.next_text(LAN)
    name = second.removeprefix("2. ").split("·")[0].split("–")[0].split("(")[0].strip(" ★☆…")
    assert name[:20] in answer.text


async def test_a_number_that_was_never_offered_is_answered_sensibly(bot: ZaloBotDouble) -> None:
    bot.say(LAN, "2")
    assert "số" in (await bot.next_text(LAN)).text
    bot.say(LAN, "77")
    assert "số" in (await bot.next_text(LAN)).text


async def test_a_number_counts_long_after_the_list_and_small_talk(bot: ZaloBotDouble) -> None:
    bot.say(LAN, QUESTION)
    first = await bot.next_text(LAN)
    for text in ("hihi", "cảm ơn nhé"):
        bot.say(LAN, text)
        await bot.next_text(LAN)
    bot.say(LAN, "1")
    answer = await bot.next_text(LAN)
    assert answer.text != first.text
    assert bot.refused == []


async def test_a_follow_up_is_about_what_was_shown_and_chats_are_apart(bot: ZaloBotDouble) -> None:
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    bot.say(LAN, "mua ở đâu?")
    assert "Postmart" in (await bot.next_text(LAN)).text
    bot.say(MINH, "mua ở đâu?")
    assert "Postmart" not in (await bot.next_text(MINH)).text


async def test_english_is_answered_in_english(bot: ZaloBotDouble) -> None:
    bot.say(LAN, "How many stars does Ba Che golden flower tea have?")
    answer = await bot.next_text(LAN)
    assert "star" in answer.text
    assert "Reply" in answer.text


@pytest.mark.parametrize(
    "event", ["message.sticker.received", "message.image.received", "message.unsupported.received"]
)
async def test_what_has_no_words_is_answered_kindly(bot: ZaloBotDouble, event: str) -> None:
    bot.push(bot.update(LAN, event, sticker="x", photo="https://photo.example/1.jpg"))
    answer = await bot.next_text(LAN)
    assert "chữ" in answer.text
    assert "text" in answer.text


async def test_words_under_a_picture_are_a_question(bot: ZaloBotDouble) -> None:
    bot.push(bot.update(LAN, "message.image.received", caption=QUESTION, photo="https://x.vn/1"))
    assert "5 sao" in (await bot.next_text(LAN)).text


async def test_unknown_and_malformed_updates_are_passed_over(bot: ZaloBotDouble) -> None:
    for odd in (
        {},
        {"event_name": 3, "message": []},
        {"event_name": "message.text.received", "message": {"message_id": "x", "chat": {}}},
        bot.update(LAN, "message.reaction.received", text="?"),
        bot.update(LAN, "message.text.received", text=None),
        bot.update(LAN, "message.text.received", bot=True, text=QUESTION),
        bot.update(LAN, "message.text.received", text="   "),
    ):
        bot.push(odd)
    await answered_last(bot, QUESTION)
    assert len(bot.texts(LAN)) == 1


async def test_the_same_message_is_answered_once(bot: ZaloBotDouble) -> None:
    update = bot.say(LAN, QUESTION)
    bot.push(update)
    bot.push(update)
    await bot.next_text(LAN)
    await answered_last(bot, "xin chào")
    assert len(bot.texts(LAN)) == 2


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(bot: ZaloBotDouble) -> None:
    bot.say(GROUP, "tối nay ăn gì cả nhà", group=True)
    bot.push(bot.update(GROUP, "message.sticker.received", group=True, sticker="x"))
    bot.say(GROUP, f"@bot.OCOP {QUESTION}", group=True)
    assert "5 sao" in (await bot.next_text(GROUP)).text
    bot.say(GROUP, "1", group=True)
    await bot.next_text(GROUP)
    await answered_last(bot, "xin chào")
    assert len(bot.texts(GROUP)) == 2


async def test_commands_work_as_on_other_platforms(bot: ZaloBotDouble) -> None:
    bot.say(LAN, "/lang en")
    assert "English" in (await bot.next_text(LAN)).text
    bot.say(LAN, "/nothing_we_know")
    assert "OCOP" in (await bot.next_text(LAN)).text


async def test_a_command_is_no_comment(bot: ZaloBotDouble) -> None:
    for comment, reply in (("/tim trà 5 sao", "Trà 5 sao"), ("Nên có giá", "Cảm ơn")):
        bot.say(LAN, "/gopy")
        assert "tin nhắn tiếp theo" in (await bot.next_text(LAN)).text
        bot.say(LAN, comment)
        assert reply in (await bot.next_text(LAN)).text


async def test_a_long_answer_comes_in_parts_that_end_at_paragraphs(bot: ZaloBotDouble) -> None:
    bot.say(LAN, "điểm bán OCOP ở Hà Nội")
    answer = await bot.next_text(LAN)
    parts = [answer]
    while not parts[-1].text.splitlines()[-1].startswith("Trả lời"):
        parts.append(await bot.next_text(LAN))
    assert all(len(part.text) <= 2000 for part in parts)
    assert bot.refused == []


async def test_faults_on_the_way_out_are_tried_again(bot: ZaloBotDouble) -> None:
    bot.plan("sendMessage", Fault(502))
    bot.plan("sendMessage", Fault(429, retry_after=0))
    bot.plan("sendMessage", Fault(code=429))
    bot.plan("sendMessage", Fault(code=500))
    bot.say(LAN, QUESTION)
    assert "5 sao" in (await bot.next_text(LAN)).text
    assert len(bot.of("sendMessage")) == 5


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(bot: ZaloBotDouble) -> None:
    bot.plan("sendMessage", Fault(silent=True, carried_out=True))
    bot.say(LAN, QUESTION)
    assert "5 sao" in (await bot.next_text(LAN)).text
    await answered_last(bot, "xin chào")
    assert len(bot.texts(LAN)) == 2


async def test_a_chat_that_is_slow_to_reach_delays_no_other(bot: ZaloBotDouble) -> None:
    bot.plan("sendMessage", Fault(429, retry_after=2), chat=LAN)
    bot.say(LAN, QUESTION)
    await bot.count("sendMessage", 1)
    bot.say(MINH, QUESTION)
    assert "5 sao" in (await bot.next_text(MINH)).text
    assert bot.texts(LAN) == []


async def test_a_person_who_waits_sees_that_an_answer_is_coming(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.plan("sendMessage", Fault(429, retry_after=1))
    async with running(channel(zalo, make_conversation(knowledge), store, typing_after=0.05)):
        zalo.say(LAN, QUESTION)
        await zalo.next_text(LAN)
    assert [call.parameters["action"] for call in zalo.of("sendChatAction")] == ["typing"]


async def test_polls_that_fail_end_empty_or_hang_do_not_stop_the_polling(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.plan("getUpdates", Fault(502), times=2)
    zalo.plan("getUpdates", Fault(code=408))
    zalo.plan("getUpdates", Fault(429, retry_after=0))
    zalo.plan("getUpdates", Fault(silent=True))
    polling = channel(zalo, make_conversation(knowledge), store, call_seconds=0.3, poll_seconds=0)
    async with running(polling):
        await zalo.count("getUpdates", 5)
        zalo.say(LAN, QUESTION)
        assert "5 sao" in (await zalo.next_text(LAN)).text


async def test_what_was_received_and_not_answered_is_answered_after_a_restart(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    update = zalo.update(LAN, "message.text.received", text=QUESTION)
    key = f"{update['event_name']}:{update['message']['message_id']}"
    assert await store.events.add("zalo-bot", key, json.dumps(update))
    async with running(channel(zalo, make_conversation(knowledge), store)):
        assert "5 sao" in (await zalo.next_text(LAN)).text
    async with running(channel(zalo, make_conversation(knowledge), store)):
        await answered_last(zalo, "xin chào")
    assert len(zalo.texts(LAN)) == 2


async def test_an_unforeseen_error_is_told_with_a_code_and_the_bot_goes_on(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    class Stumbling(Conversation):
        async def hear(self, chat: str, utterance: Utterance) -> Turn:
            if utterance.text == "stumble":
                raise ArithmeticError("a fault nobody foresaw")
            return await super().hear(chat, utterance)

    conversation = Stumbling(lambda: knowledge, MemorySessions(), today)
    async with running(channel(zalo, conversation, store)):
        zalo.say(LAN, "stumble")
        sorry = await zalo.next_text(LAN)
        zalo.say(LAN, QUESTION)
        assert "5 sao" in (await zalo.next_text(LAN)).text
    code = next(record.getMessage().split()[-1] for record in caplog.records if record.exc_info)
    assert code in sorry.text


async def test_a_wrong_token_is_told_without_showing_it(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.token = "another"
    settings = Settings.model_validate({"zalo_bot_token": TOKEN, "zalo_bot_api_url": zalo.url})
    channels = make_channels(settings, make_conversation(knowledge), store)
    with pytest.raises(ChannelError, match="ZALO_BOT_TOKEN") as caught:
        await serve(channels, asyncio.Event())
    assert TOKEN not in str(caught.value)


async def test_polling_refuses_to_start_while_a_webhook_is_set(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.webhook = "https://elsewhere.example/hook"
    with pytest.raises(ChannelError, match="delete-webhook"):
        await serve([channel(zalo, make_conversation(knowledge), store)], asyncio.Event())


async def test_a_platform_that_is_gone_at_the_start_is_reached_later(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    zalo.plan("getMe", Fault(502), times=7)
    late = channel(zalo, make_conversation(knowledge), store, log_in_again=0.01)
    async with running(late):
        assert not late.healthy
        zalo.say(LAN, QUESTION)
        assert "5 sao" in (await zalo.next_text(LAN)).text
        assert late.healthy


async def test_an_update_that_cannot_be_stored_at_once_is_not_lost(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store, tmp_path: Path
) -> None:
    receiving = channel(zalo, make_conversation(knowledge), store)
    async with running(receiving):
        with sqlite3.connect(tmp_path / "store.db") as database:
            database.execute("ALTER TABLE channel_event RENAME TO away")
        zalo.say(LAN, QUESTION)
        async with asyncio.timeout(PATIENCE):
            while receiving.healthy:  # noqa: ASYNC110 - it has no event to tell of it
                await asyncio.sleep(0.01)
        with sqlite3.connect(tmp_path / "store.db") as database:
            database.execute("ALTER TABLE away RENAME TO channel_event")
        assert "5 sao" in (await zalo.next_text(LAN)).text


async def test_neither_the_token_nor_the_chat_is_in_the_log(
    bot: ZaloBotDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    bot.plan("sendMessage", Fault(502))
    bot.say(LAN, QUESTION)
    found: Call = await bot.next_text(LAN)
    assert found.text
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert ours
    assert not [line for line in ours if TOKEN in line or LAN in line or "Ba Chẽ" in line]


async def test_who_comes_when_all_together_ask_too_much_is_told_once(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    limits = Limits(per_person=5, per_group=5, in_all=1)
    async with running(channel(zalo, make_conversation(knowledge), store, limits=limits)):
        zalo.say(LAN, QUESTION)
        assert "5 sao" in (await zalo.next_text(LAN)).text
        for _ in range(3):
            zalo.say(MINH, QUESTION)
        assert "wait" in (await zalo.next_text(MINH)).text
    assert len(zalo.texts(MINH)) == 1


async def test_who_asks_too_much_is_told_once_and_others_are_answered(
    zalo: ZaloBotDouble, knowledge: Knowledge, store: Store
) -> None:
    limits = Limits(per_person=2, per_group=5, in_all=100)
    async with running(channel(zalo, make_conversation(knowledge), store, limits=limits)):
        for _ in range(5):
            zalo.say(LAN, "xin chào")
        zalo.say(MINH, QUESTION)
        assert "5 sao" in (await zalo.next_text(MINH)).text
        told = [await zalo.next_text(LAN) for _ in range(3)]
    assert "wait" in told[2].text
    assert len(zalo.texts(LAN)) == 3
