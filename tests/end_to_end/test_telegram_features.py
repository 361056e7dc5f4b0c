"""What a good bot on Telegram does beside answering questions in a private chat."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator

import pytest
import segno

from bot.calendar import today
from bot.channels.telegram.channel import TelegramChannel
from bot.limits import Limits
from bot.store.store import Store
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_double import BotApiDouble, Call, Fault
from tests.end_to_end.conftest import running
from tests.end_to_end.telegram_visits import Visit, shown

LAN, MINH, GROUP = 3001, 3002, -1003003
BA_CHE = "tra-hoa-vang-ba-che"
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"


def channel(
    double: BotApiDouble, knowledge: Knowledge, store: Store, limits: Limits | None = None
) -> TelegramChannel:
    plenty = Limits(per_person=1000, per_group=1000, in_all=10_000)
    return TelegramChannel(
        Conversation(lambda: knowledge, MemorySessions(), today, store.chats),
        token=double.token,
        api_url=double.url,
        events=store.events,
        marks=store.chats,
        limits=limits or plenty,
        first_pause=0.01,
        call_seconds=2.0,
    )


@pytest.fixture
async def bot(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> AsyncIterator[BotApiDouble]:
    async with running(channel(telegram, knowledge, store)):
        yield telegram
    assert telegram.refused == []


def only(calls: list[Call], method: str) -> Call:
    found = [call for call in calls if call.method == method]
    assert len(found) == 1, [call.method for call in calls]
    return found[0]


async def test_a_command_is_no_comment(bot: BotApiDouble) -> None:
    bot.say(LAN, "/gopy")
    await bot.next_text(LAN)
    bot.say(LAN, "/tim trà 5 sao Thái Nguyên")
    assert "Trà 5 sao ở Thái Nguyên" in (await bot.next_text(LAN)).text


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(bot: BotApiDouble) -> None:
    ours = {"reply_to_message": {"message_id": 1, "from": {"id": 110201543, "is_bot": True}}}
    theirs = {"reply_to_message": {"message_id": 1, "from": {"id": 5, "is_bot": False}}}
    bot.say_in_group(GROUP, QUESTION)
    bot.say_in_group(GROUP, QUESTION, **theirs)
    bot.say_in_group(GROUP, "/help@another_bot")
    asked = [
        bot.say_in_group(GROUP, f"@OCOP_test_bot {QUESTION}"),
        bot.say_in_group(GROUP, QUESTION, **ours),
        bot.say_in_group(GROUP, "/sao@ocop_test_bot Trà hoa vàng Ba Chẽ"),
    ]
    for number in asked:
        answer = await bot.next_text(GROUP)
        assert answer.parameters["reply_parameters"]["message_id"] == number
        assert "Ba Chẽ" in shown(answer)
    bot.say_in_group(GROUP, "/near")
    assert "reply_markup" not in (await bot.next_text(GROUP)).parameters


async def test_in_a_topic_the_answer_stays_in_it(bot: BotApiDouble) -> None:
    bot.say_in_group(GROUP, "/help", message_thread_id=8, is_topic_message=True)
    assert (await bot.next_text(GROUP)).parameters["message_thread_id"] == 8


@pytest.mark.parametrize(("language", "opens"), [("vi", "Mở bot"), ("en", "Open the bot")])
async def test_inline_mode_lists_cards_to_send(
    bot: BotApiDouble, language: str, opens: str
) -> None:
    async def results(text: str, offset: str = "") -> Call:
        query = bot.ask_inline(LAN, text, offset=offset, language=language)
        return await bot.wait_for(
            lambda: next(
                (
                    call
                    for call in bot.of("answerInlineQuery")
                    if call.parameters["inline_query_id"] == query
                ),
                None,
            ),
            "cards",
        )

    found = await results("nước mắm")
    cards = found.parameters["results"]
    assert len(cards) > 10
    name = "fish sauce" if language == "en" else "mắm"
    assert name in cards[0]["title"].casefold()
    assert found.parameters["button"] == {"text": opens, "start_parameter": "inline"}
    assert found.parameters["cache_time"] > 0
    link = cards[0]["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert link == f"https://t.me/ocop_test_bot?start=p_{cards[0]['id']}"
    first = await results("")
    assert len(first.parameters["results"]) == 50
    second = await results("", first.parameters["next_offset"])
    shown_first = {card["id"] for card in first.parameters["results"]}
    assert not shown_first & {card["id"] for card in second.parameters["results"]}
    assert (await results("zzqqxx")).parameters["results"] == []


async def test_of_what_is_typed_while_an_answer_is_slow_the_last_is_answered(
    bot: BotApiDouble,
) -> None:
    bot.plan("answerInlineQuery", Fault(silent=True))
    first = bot.ask_inline(LAN, "nư")
    await bot.wait_for(lambda: next(iter(bot.of("answerInlineQuery")), None), "first answer")
    typed = "nước mắm Lê Gia"
    last = [bot.ask_inline(LAN, typed[:length]) for length in range(3, len(typed) + 1)][-1]
    await bot.wait_for(
        lambda: next((c for c in bot.of("answerInlineQuery") if c.status == 200), None), "cards"
    )
    asked = [call.parameters["inline_query_id"] for call in bot.of("answerInlineQuery")]
    assert asked == [first, last]


async def test_links_open_a_product_and_a_province(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    card = only(await visit.says(f"/start p_{BA_CHE}"), "sendMessage")
    assert shown(card).startswith("Trà hoa vàng Ba Chẽ")
    shared = next(button["url"] for button in card.buttons if "url" in button)
    assert f"start%3Dp_{BA_CHE}" in shared
    listed = only(await visit.says("/start v_22"), "sendMessage")
    assert "Quảng Ninh" in shown(listed).splitlines()[0]
    for stale in ("/start p_gone", "/start v_99"):
        assert only(await visit.says(stale), "sendMessage").text
    assert len(only(await visit.says("/start inline"), "sendMessage").buttons) == 4


async def test_a_location_shows_what_is_near_with_maps(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    asking = only(await visit.says("/gan"), "sendMessage")
    button = asking.parameters["reply_markup"]["keyboard"][0][0]
    assert button == {"text": "Gửi vị trí của mình", "request_location": True}
    place = {"latitude": 20.95, "longitude": 107.09}
    near = only(await visit.sends("location", location=place), "sendMessage")
    assert "km" in near.text
    assert "theo trung tâm" in near.text
    map_ = next(button["text"] for button in near.buttons if "Bản đồ" in button["text"])
    venue = only(await visit.presses(map_), "sendVenue")
    assert abs(venue.parameters["latitude"] - 20.95) < 1
    assert venue.parameters["address"]


async def test_a_contact_with_a_phone_comes_as_a_card(
    bot: BotApiDouble, knowledge: Knowledge
) -> None:
    producer = next(each for each in knowledge.catalogue.facts.producers if each.phone)
    visit = Visit(bot, LAN)
    await visit.says(f"/start q_{producer.code}")
    card = only(await visit.presses("Liên hệ"), "sendContact").parameters
    assert card["phone_number"] == producer.phone
    assert card["vcard"].startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert f"TEL;TYPE=WORK:{producer.phone}" in card["vcard"]


async def test_a_code_on_a_label_is_read(bot: BotApiDouble) -> None:
    def picture(text: str) -> bytes:
        file = io.BytesIO()
        segno.make(text, error="m").save(file, kind="png", scale=6)
        return file.getvalue()

    visit = Visit(bot, LAN)

    async def answer_to(text: str) -> str:
        photo = bot.photo(picture(text))
        return shown(only(await visit.sends("photo", photo=photo), "sendMessage"))

    assert "Trà hoa vàng Ba Chẽ" in await answer_to(f"https://t.me/x?start=p_{BA_CHE}")
    assert "Trà hoa vàng Ba Chẽ" in await answer_to("Trà hoa vàng Ba Chẽ - OCOP 5 sao")
    assert "8938505974194" in await answer_to("8938505974194")
    assert "https://example.vn/<b>" in await answer_to("https://example.vn/<b>")
    blank = only(await visit.sends("photo", photo=bot.photo(b"not a picture")), "sendMessage")
    assert "QR" in blank.text
    large = [{"file_id": "x", "width": 90_000, "height": 90_000, "file_size": 10}]
    assert "QR" in only(await visit.sends("photo", photo=large), "sendMessage").text
    assert len(bot.of("getFile")) == 5


async def test_words_under_a_picture_or_a_recording_are_a_question(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    blank = bot.photo(b"not a picture")
    asked = await visit.sends("photo", photo=blank, caption=QUESTION)
    assert "5 sao" in shown(only(asked, "sendMessage"))
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 2}
    asked = await visit.sends("voice", voice=voice, caption="/tinh Cà Mau")
    assert "Cà Mau" in shown(only(asked, "sendMessage"))
    video = {"video": voice, "caption": f"@ocop_test_bot {QUESTION}"}
    number = bot.send_in_group(GROUP, **video)
    answer = await bot.next_text(GROUP)
    assert "5 sao" in shown(answer)
    assert answer.parameters["reply_parameters"]["message_id"] == number
    bot.send_in_group(GROUP, photo=blank, caption=QUESTION)
    bot.say_in_group(GROUP, "/help")
    assert "5 sao" not in shown(await bot.next_text(GROUP))


async def test_what_has_no_words_is_answered_kindly(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    card = {"phone_number": "0912345678", "first_name": "Minh"}
    for kind, content in (("contact", card), ("poll", {"id": "1", "question": "?"})):
        told = only(await visit.sends(kind, **{kind: content}), "sendMessage")
        assert "tên sản phẩm" in told.text


async def test_a_card_sent_to_the_bot_itself_is_no_question(bot: BotApiDouble) -> None:
    visit = Visit(bot, LAN)
    sent = await visit.sends("a card", text=QUESTION, via_bot={"id": 110201543, "is_bot": True})
    assert sent == []


@pytest.mark.parametrize(("language", "greets"), [("vi", "Chào"), ("en-GB", "Hello"), ("fr", "He")])
async def test_people_of_other_languages_are_greeted_in_english(
    bot: BotApiDouble, language: str, greets: str
) -> None:
    visit = Visit(bot, LAN, language=language)
    assert shown(only(await visit.says("/start"), "sendMessage")).startswith(greets)


async def test_a_changed_question_changes_its_answer(bot: BotApiDouble) -> None:
    number = bot.say(LAN, "Đặc sản Quảng Ninh")
    first = await bot.next_text(LAN)
    bot.correct(LAN, number, "Đặc sản Lào Cai")
    second = await bot.next_text(LAN)
    assert second.method == "editMessageText"
    assert bot.message_of(second) == bot.message_of(first)
    assert "Lào Cai" in second.text
    bot.correct(LAN, 999_999, "Đặc sản Cà Mau")
    bot.say(LAN, "/help")
    assert (await bot.next_text(LAN)).method == "sendMessage"


async def test_the_saved_list_survives_a_restart(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    async with running(channel(telegram, knowledge, store)):
        visit = Visit(telegram, LAN)
        await visit.says("/lang en")
        await visit.says(f"/start p_{BA_CHE}")
        notice = only(await visit.presses("Save"), "answerCallbackQuery")
        assert "Ba Chẽ" in notice.parameters["text"]
    async with running(channel(telegram, knowledge, store)):
        visit = Visit(telegram, LAN)
        listed = only(await visit.says("/saved"), "sendMessage")
        assert "Ba Chẽ yellow camellia tea" in shown(listed)
        removed = only(await visit.presses("Remove"), "editMessageText")
        assert "empty" in removed.text
    assert (await store.chats.kept(f"telegram:{LAN}")).saved == ()


async def test_the_data_is_handed_over_and_deleted(bot: BotApiDouble, store: Store) -> None:
    visit = Visit(bot, LAN)
    await visit.says("/ngonngu vi")
    await visit.says(f"/start p_{BA_CHE}")
    await visit.presses("Lưu")
    told = only(await visit.says("/riengtu"), "sendMessage")
    assert "90 ngày" in told.text
    file = only(await visit.presses("Gửi dữ liệu"), "sendDocument")
    kept = json.loads(file.parameters["document"])
    assert kept["saved"] == [BA_CHE]
    assert kept["language"] == "vi"
    await visit.says("/riengtu")
    await visit.presses("Xóa dữ liệu")
    await visit.presses("Xóa")
    assert await store.chats.language(f"telegram:{LAN}") is None
    assert (await store.chats.kept(f"telegram:{LAN}")).saved == ()


async def test_who_asks_too_much_hears_it_once(
    telegram: BotApiDouble, knowledge: Knowledge, store: Store
) -> None:
    limits = Limits(per_person=2, per_group=1000, in_all=1000)
    async with running(channel(telegram, knowledge, store, limits)):
        for _ in range(6):
            telegram.say(LAN, "/help")
        telegram.say(MINH, "/help")
        await telegram.next_text(MINH)
        texts = [(await telegram.next_text(LAN)).text for _ in range(3)]
    assert sum("chờ một phút" in text for text in texts) == 1
    assert len(telegram.texts(LAN)) == 3


async def test_a_chat_that_blocked_the_bot_is_written_to_again_when_it_writes(
    bot: BotApiDouble, store: Store
) -> None:
    person = {"id": LAN, "is_bot": False, "first_name": "Lan"}
    change = {
        "chat": {"id": LAN, "type": "private"},
        "from": person,
        "date": 1,
        "new_chat_member": {"status": "kicked", "user": person},
    }
    bot.push({"my_chat_member": change})
    bot.say(MINH, "/help")
    await bot.next_text(MINH)
    assert await store.chats.blocked("telegram") == {f"telegram:{LAN}"}
    bot.say(LAN, "/help")
    await bot.next_text(LAN)
    assert await store.chats.blocked("telegram") == set()


async def test_waiting_people_see_that_an_answer_is_on_its_way(
    telegram: BotApiDouble, knowledge: Knowledge
) -> None:
    telegram.plan("sendMessage", Fault(429, retry_after=1), chat=LAN)
    slow = TelegramChannel(
        Conversation(lambda: knowledge, MemorySessions(), today),
        token=telegram.token,
        api_url=telegram.url,
        typing_after=0.05,
    )
    async with running(slow):
        telegram.say(LAN, QUESTION)
        await telegram.next_text(LAN)
    assert [call.chat for call in telegram.of("sendChatAction")] == [LAN]
