"""The bot on Telegram, from an update over HTTP to the message that comes back."""

from __future__ import annotations

import asyncio
import logging
from html import unescape

import pytest

from bot.app import make_channels, make_conversation, serve
from bot.calendar import today
from bot.channels.channel import ChannelError
from bot.channels.telegram.channel import TelegramChannel
from bot.store.store import Store
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_double import TOKEN, BotApiDouble, Fault
from tests.end_to_end.bot_api_rules import html_text
from tests.end_to_end.conftest import running, telegram_settings

LAN, MINH, ANN = 1001, 1002, 1003
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"


def channel(double: BotApiDouble, conversation: Conversation) -> TelegramChannel:
    """The channel with little patience, so that the tests need little too."""
    return TelegramChannel(
        conversation, token=double.token, api_url=double.url, first_pause=0.01, call_seconds=1.0
    )


def shown(text: str) -> str:
    return unescape(html_text(text))


async def test_a_question_is_answered(bot: BotApiDouble) -> None:
    bot.say(LAN, QUESTION)
    answer = await bot.next_text(LAN)
    assert "5" in answer.text
    assert "Trà hoa vàng Ba Chẽ" in shown(answer.text)
    assert answer.parameters["parse_mode"] == "HTML"
    assert answer.parameters["link_preview_options"] == {"is_disabled": True}
    assert bot.refused == []


async def test_a_button_is_acknowledged_and_answered(bot: BotApiDouble) -> None:
    bot.say(LAN, QUESTION)
    answer = await bot.next_text(LAN)
    label = answer.buttons[0]["text"]
    query = bot.press(LAN, answer, label)
    following = await bot.next_text(LAN)
    assert following.text != answer.text
    acknowledged = await bot.wait_for(
        lambda: next(iter(bot.of("answerCallbackQuery")), None), "acknowledgement"
    )
    assert acknowledged.parameters["callback_query_id"] == query
    assert len(bot.of("answerCallbackQuery")) == 1
    assert bot.refused == []


async def test_more_of_a_list_replaces_it(bot: BotApiDouble) -> None:
    bot.say(LAN, "Quảng Ninh có đặc sản gì?")
    first = await bot.next_text(LAN)
    paging = [
        button for button in first.buttons if button.get("callback_data", "").startswith("l5~")
    ]
    assert paging, first.buttons
    bot.press(LAN, first, paging[0]["text"])
    second = await bot.next_text(LAN)
    assert second.method == "editMessageText"
    assert bot.message_of(second) == bot.message_of(first)
    assert second.text != first.text
    bot.press(LAN, first, paging[0]["text"])
    bot.say(LAN, QUESTION)
    third = await bot.next_text(LAN)
    assert third.method == "sendMessage"
    assert [reason for _, reason in bot.refused] == ["message is not modified"]


@pytest.mark.parametrize(
    ("question", "page"),
    [("các cơ sở làm trà ở Thái Nguyên", "M5~"), ("sản phẩm xuất khẩu sang Nhật", "X5~")],
)
async def test_more_of_makers_and_of_exports_replaces_it_too(
    bot: BotApiDouble, question: str, page: str
) -> None:
    bot.say(LAN, question)
    first = await bot.next_text(LAN)
    action = next(
        button["callback_data"]
        for button in first.buttons
        if button.get("callback_data", "").startswith(page)
    )
    bot.press_action(LAN, bot.message_of(first), action)
    second = await bot.next_text(LAN)
    assert second.method == "editMessageText"
    assert bot.message_of(second) == bot.message_of(first)


async def test_a_follow_up_is_about_what_was_shown(bot: BotApiDouble) -> None:
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    bot.say(LAN, "mua ở đâu?")
    answer = await bot.next_text(LAN)
    assert "Postmart" in answer.text


async def test_chats_do_not_hear_each_other(bot: BotApiDouble) -> None:
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    bot.say(MINH, "mua ở đâu?")
    answer = await bot.next_text(MINH)
    assert "Ba Chẽ" not in answer.text


async def test_start_and_help_and_unknown_commands_show_examples(bot: BotApiDouble) -> None:
    for text in ("/start", "/help", "/help@ocop_test_bot", "/nothing_we_know"):
        bot.say(LAN, text)
        answer = await bot.next_text(LAN)
        assert "OCOP" in answer.text
        assert len(answer.buttons) >= 3
    assert bot.refused == []


async def test_the_language_is_chosen_by_command_and_button(bot: BotApiDouble) -> None:
    bot.say(LAN, "/lang en")
    assert "English" in (await bot.next_text(LAN)).text
    bot.say(LAN, QUESTION)
    assert "star" in (await bot.next_text(LAN)).text
    bot.say(LAN, "/lang")
    choice = await bot.next_text(LAN)
    bot.press(LAN, choice, "Tiếng Việt")
    assert "tiếng Việt" in (await bot.next_text(LAN)).text
    bot.say(LAN, "/help")
    assert "sao" in (await bot.next_text(LAN)).text


async def test_the_persons_telegram_tells_the_first_language(bot: BotApiDouble) -> None:
    bot.say(ANN, "/start", language="en-GB")
    assert "OCOP products" in (await bot.next_text(ANN)).text


async def test_the_menu_of_commands_is_published(bot: BotApiDouble) -> None:
    bot.say(LAN, "/start")
    await bot.next_text(LAN)
    menus = {call.parameters.get("language_code") for call in bot.of("setMyCommands")}
    assert menus == {None, "vi", "en"}


@pytest.mark.parametrize(
    "text",
    [
        "<b>trà</b> & <script>alert(1)</script> <a href='x'>",
        "&lt;b&gt; </b></b> <i",
        "🍵🍵🍵",
        "\u202eahc art",
        "شاي الكاميليا",
        "a\x00b\x07c",
        "\ud83c lone",
        "nuoc mam " * 11_000,
        "   ",
        "/",
        "/ /",
    ],
)
async def test_hostile_texts_get_a_polite_answer(bot: BotApiDouble, text: str) -> None:
    bot.say(LAN, text)
    answer = await bot.next_text(LAN)
    assert shown(answer.text).strip()
    assert bot.refused == []


async def test_updates_of_other_kinds_are_passed_over(bot: BotApiDouble) -> None:
    sender = {"id": LAN, "is_bot": False, "first_name": "Lan"}
    chat = {"id": LAN, "type": "private"}
    for odd in (
        {"edited_message": {"message_id": 1, "date": 1, "chat": chat, "text": "x"}},
        {"message": {"message_id": 1, "date": 1, "chat": chat, "from": sender, "dice": {}}},
        {"message": {"chat": "nobody", "text": 5}},
        {"message": None},
        {"callback_query": {"id": 7, "data": None}},
        {"callback_query": {"id": "7", "from": sender, "inline_message_id": "x", "data": "h"}},
        {"something_new": [1, 2]},
    ):
        bot.push(odd)
    bot.say(LAN, QUESTION)
    assert "Ba Chẽ" in (await bot.next_text(LAN)).text
    assert len(bot.texts(LAN)) == 1


async def test_a_stale_button_is_answered_kindly(bot: BotApiDouble) -> None:
    bot.press_action(LAN, 5, "pno-such-product")
    assert (await bot.next_text(LAN)).text
    bot.press_action(LAN, 5, "\ud800")
    assert (await bot.next_text(LAN)).text


async def test_flood_control_holds_up_its_own_chat_only(bot: BotApiDouble) -> None:
    bot.plan("sendMessage", Fault(429, retry_after=1), chat=LAN)
    bot.say(LAN, QUESTION)
    bot.say(MINH, QUESTION)
    await bot.next_text(MINH)
    assert bot.texts(LAN) == []
    await bot.next_text(LAN)
    order = [(call.chat, call.status) for call in bot.of("sendMessage")]
    assert order.count((LAN, 429)) == 1
    assert order[-1] == (LAN, 200)


async def test_a_bad_gateway_is_tried_again(bot: BotApiDouble) -> None:
    bot.plan("sendMessage", Fault(502), times=2)
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    assert [call.status for call in bot.of("sendMessage")] == [502, 502, 200]


async def test_receiving_and_logging_in_go_on_after_a_bad_gateway(
    telegram: BotApiDouble, knowledge: Knowledge
) -> None:
    for method in ("getMe", "setMyCommands", "getUpdates"):
        telegram.plan(method, Fault(502))
    async with running(channel(telegram, make_conversation(knowledge))):
        telegram.say(LAN, QUESTION)
        await telegram.next_text(LAN)


async def test_a_silent_server_holds_up_one_chat_only_and_nothing_is_sent_twice(
    telegram: BotApiDouble, knowledge: Knowledge
) -> None:
    telegram.plan("sendMessage", Fault(silent=True), chat=LAN)
    async with running(channel(telegram, make_conversation(knowledge))):
        telegram.say(LAN, QUESTION)
        for number in range(20):
            telegram.say(2000 + number, QUESTION)
        for number in range(20):
            await telegram.next_text(2000 + number)
        assert telegram.texts(LAN) == []
        telegram.say(LAN, "/help")
        assert "Ba Chẽ" not in (await telegram.next_text(LAN)).text.splitlines()[0]
    assert [call.status for call in telegram.of("sendMessage") if call.chat == LAN] == [0, 200]


async def test_a_person_who_blocked_the_bot_is_passed_over(bot: BotApiDouble) -> None:
    bot.plan("sendMessage", Fault(403), chat=LAN)
    bot.say(LAN, QUESTION)
    bot.say(MINH, QUESTION)
    await bot.next_text(MINH)
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    assert len(bot.texts(LAN)) == 1


async def test_an_unforeseen_error_gives_one_apology_with_a_code(
    telegram: BotApiDouble, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    broken = [True]

    def failing() -> Knowledge:
        if broken:
            raise RuntimeError("the knowledge is gone")
        return knowledge

    async with running(channel(telegram, Conversation(failing, MemorySessions(), today))):
        telegram.say(LAN, QUESTION)
        apology = await telegram.next_text(LAN)
        broken.clear()
        telegram.say(LAN, QUESTION)
        assert "Ba Chẽ" in (await telegram.next_text(LAN)).text
    logged = [record for record in caplog.records if record.exc_info]
    assert len(logged) == 1
    code = logged[0].getMessage().split()[-1]
    assert len(code) == 6
    assert code in apology.text
    assert "the knowledge is gone" not in apology.text


async def test_order_within_a_chat_is_kept(bot: BotApiDouble) -> None:
    names = ["Quảng Ninh", "Hà Giang", "Cao Bằng", "Lạng Sơn", "Bắc Kạn"]
    for name in names:
        bot.say(LAN, f"Đặc sản {name}")
    answers = [await bot.next_text(LAN) for _ in names]
    assert all(name in answer.text for name, answer in zip(names, answers, strict=True))


async def test_what_was_accepted_is_finished_and_confirmed_on_stopping(
    telegram: BotApiDouble, knowledge: Knowledge
) -> None:
    telegram.plan("sendMessage", Fault(429, retry_after=1), chat=LAN)
    async with running(channel(telegram, make_conversation(knowledge))):
        telegram.say(LAN, QUESTION)
        await telegram.wait_for(lambda: next(iter(telegram.of("sendMessage")), None), "first try")
    assert len(telegram.texts(LAN)) == 1
    assert telegram.waiting_updates() == 0


async def test_a_wrong_token_is_told_without_showing_it(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    telegram.token = "another"
    channels = make_channels(telegram_settings(telegram), make_conversation(knowledge), store)
    with pytest.raises(ChannelError, match="TELEGRAM_TOKEN") as caught:
        await serve(channels, asyncio.Event())
    assert TOKEN not in str(caught.value)


async def test_the_token_is_in_no_log(bot: BotApiDouble, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    bot.plan("sendMessage", Fault(502))
    bot.say(LAN, QUESTION)
    await bot.next_text(LAN)
    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert ours
    assert all(TOKEN not in record.getMessage() for record in ours)
