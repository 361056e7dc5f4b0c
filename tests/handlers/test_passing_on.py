"""Requests to be passed on to a producer, and telephone numbers left in a message."""

from __future__ import annotations

import pytest

from handlers.chat.noting import impersonal
from handlers.conversation import Utterance, respond
from tests.handlers.talking import TODAY, Talk

_NOT_PASSED_ON = ("Mình không chuyển được lời nhắn", "I cannot pass messages")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("gui yeu cau mua si toi htx tai hoan", "Hợp tác xã Tài Hoan"),
        ("can you forward my request to Tai Hoan", "Tai Hoan Cooperative"),
        ("gọi giúp mình htx hảo đạt", "HTX Chè Hảo Đạt"),
        ("hỏi giúp mình htx Tài Hoan còn hàng không", "Hợp tác xã Tài Hoan"),
        ("nói với htx là mai mình lấy 20 hộp", "cho mình tên nhà sản xuất"),
        ("tell the producer i want 100 kg", "Name the producer or product"),
        ("nho chuyen loi toi htx: can 500kg mien dong", "cho mình tên nhà sản xuất"),
        ("gọi giúp mình htx chè Hảo Đạt", "HTX Chè Hảo Đạt"),
        ("call Hao Dat cooperative for me", "Hảo Đạt"),
        ("gui loi nhan giup toi", "cho mình tên nhà sản xuất"),
        ("nhan ho minh la can gap", "cho mình tên nhà sản xuất"),
        ("toi muon de lai so dien thoai cho nha san xuat goi lai", "cho mình tên nhà sản xuất"),
        ("i want to send message to the producer", "Name the producer or product"),
        ("please ask the producer to call me back", "Name the producer or product"),
    ],
)
def test_nothing_is_passed_on_and_it_is_told_whom_to_reach(
    talk: Talk, asked: str, told: str
) -> None:
    text = talk.say(asked).reply.text
    assert text.startswith(_NOT_PASSED_ON)
    assert told in text
    assert "Góp ý" in text or "Feedback" in text


def test_the_maker_shown_last_is_the_one_to_reach(talk: Talk) -> None:
    talk.say("miến dong Tài Hoan")
    turn = talk.say("gửi lời nhắn giúp tôi nhé")
    assert turn.reply.text.startswith(_NOT_PASSED_ON)
    assert "Liên hệ Hợp tác xã Tài Hoan" in turn.reply.text


@pytest.mark.parametrize("asked", ["sdt toi 0912345678", "+84 912 345 678", "lh 0912.345.678 nhé"])
def test_a_telephone_number_is_neither_looked_up_nor_kept(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.text.startswith(_NOT_PASSED_ON)
    assert "không tra cứu gì theo số điện thoại" in turn.reply.text
    assert not turn.answer.products
    assert "345" not in impersonal(turn.question.text)


@pytest.mark.parametrize(
    "asked",
    [
        "gửi cho tôi số điện thoại htx Tài Hoan",
        "send me the contact details of Tai Hoan",
        "kết nối giúp mình với bên làm mắm tôm Lê Gia",
        "nhãn lồng Hưng Yên",
        "có gửi hàng về Hà Nội không",
        "báo giúp mình giá mắm tôm Lê Gia",
        "báo lại cho mình giá mật ong nhé",
        "can you send my order to Hanoi",
        "để lại số điện thoại của htx Tài Hoan giúp mình",
        "liên hệ Đại Minh",
        "tôi muốn góp ý",
        "báo giúp em công ty làm nước mắm ở Phú Quốc",
        "hỏi giúp mình công ty chè Thái Nguyên",
        "find a cooperative in Thai Nguyen that makes good green tea for me",
    ],
)
def test_other_requests_are_answered_as_ever(talk: Talk, asked: str) -> None:
    assert not talk.say(asked).reply.text.startswith(_NOT_PASSED_ON)


def test_feedback_can_be_tapped_where_nothing_is_passed_on(talk: Talk) -> None:
    offered = talk.say("gửi lời nhắn giúp tôi").reply.choices
    feedback = next(each for each in offered if each.label == "Góp ý")
    turn, _ = respond(Utterance(action=feedback.action), talk.session, talk.knowledge, TODAY)
    assert "góp ý điều gì" in turn.reply.text
