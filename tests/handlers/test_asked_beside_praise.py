"""What is asked of one thing, whatever praise, place or short form stands beside it."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Intent


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("Bánh Cookies hạnh nhân ngon nhất bao nhiêu tiền một hộp", Intent.PRICE),
        ("Rau câu chỉ vàng hàng Việt Nam do ai làm", Intent.PRODUCER),
        ("Dầu sở Nghĩa Đàn ngon nhất mua chỗ nào", Intent.WHERE_TO_BUY),
        ("Mật ong bạc hà Mèo Vạc chính hãng ở tỉnh nào", Intent.PRODUCT),
    ],
)
def test_praise_behind_a_name_asks_for_no_list(
    knowledge: Knowledge, asked: str, intent: Intent
) -> None:
    question = knowledge.understanding.read(asked)
    assert question.intent is intent
    assert len(question.products) == 1


@pytest.mark.parametrize("asked", ["mật ong ngon nhất giá bao nhiêu", "trà ngon nhất Việt Nam"])
def test_praise_of_a_kind_asks_for_a_list(knowledge: Knowledge, asked: str) -> None:
    assert len(knowledge.understanding.read(asked).products) != 1


@pytest.mark.parametrize(
    "asked",
    [
        "Lào Cai bán mật ong hông shop",
        "quảng ngãi còn bán kẹo chứ",
        "Hải Phòng có bán nấm không vậy",
    ],
)
def test_whether_a_place_sells_a_kind_asks_what_it_has(knowledge: Knowledge, asked: str) -> None:
    question = knowledge.understanding.read(asked)
    assert question.intent is Intent.SPECIALITIES
    assert question.kinds


@pytest.mark.parametrize(
    "asked", ["Lào Cai mua mật ong ở đâu", "Quảng Ngãi có bán kẹo trên shopee không"]
)
def test_where_to_buy_it_there_asks_for_a_seller(knowledge: Knowledge, asked: str) -> None:
    assert knowledge.understanding.read(asked).intent is Intent.WHERE_TO_BUY


@pytest.mark.parametrize(
    ("asked", "producer"),
    [
        ("món của cs ý tám", "co-so-y-tam"),
        ("sdt cs tôm chua bà chiện", "co-so-tom-chua-ba-chien"),
    ],
)
def test_a_maker_told_by_its_short_form(knowledge: Knowledge, asked: str, producer: str) -> None:
    assert knowledge.understanding.read(asked).producers[0].code == producer


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("tao muốn coi danh sách tao đã lưu", Intent.SAVED),
        ("mày có lưu tin nhắn của tao không", Intent.PRIVACY),
        ("xin mail mật ong Bon Bon", Intent.CONTACT),
        ("how big is OCOP in Cao Bằng", Intent.STATISTICS),
        ("gis ca banh pia hai son the nao", Intent.PRICE),
    ],
)
def test_who_writes_and_what_for(knowledge: Knowledge, asked: str, intent: Intent) -> None:
    assert knowledge.understanding.read(asked).intent is intent
