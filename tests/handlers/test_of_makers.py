"""Follow-ups about all that the producer shown last makes."""

from __future__ import annotations

import pytest

from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("before", "asked", "maker"),
    [
        ("htx nam yang", "may sp 5 sao", "Nam Yang"),
        ("htx hao dat", "co may sp", "Hảo Đạt"),
        ("duc phong", "5 sao co may cai", "Đức Phong"),
        ("le gia", "co sp gi", "Lê Gia"),
    ],
)
def test_what_is_counted_after_a_maker_is_its_own(
    talk: Talk, before: str, asked: str, maker: str
) -> None:
    talk.say(before)
    turn = talk.say(asked)
    assert maker in turn.reply.text.partition("\n")[0]
    assert "danh sách của mình:" in turn.reply.text
    made = {talk.knowledge.catalogue.products[code].producer for code in turn.answer.products}
    assert len(made) == 1
    contact = talk.say("dia chi")
    assert contact.reply.text.startswith("Liên hệ ")
    assert contact.answer.producers == turn.answer.producers


@pytest.mark.parametrize("asked", ["các sản phẩm khác", "sp khác", "other products"])
@pytest.mark.parametrize("maker", ["Hà Mỵ", "Lê Gia"])
def test_after_its_contact_what_a_maker_makes_is_still_to_be_told(
    talk: Talk, maker: str, asked: str
) -> None:
    talk.say(maker, "liên hệ")
    turn = talk.say(asked)
    assert len(turn.answer.products) > 1
    assert talk.session.intent == "producer"


def test_that_a_maker_makes_nothing_else_is_said_of_it(talk: Talk) -> None:
    text = talk.say("HTX Hảo Đạt", "sản phẩm khác").reply.text
    assert "Hảo Đạt" in text


def test_when_certificates_end_is_told_of_what_the_maker_makes(talk: Talk) -> None:
    talk.say("htx nam yang")
    turn = talk.say("het han khi nao")
    made = {talk.knowledge.catalogue.products[code].producer for code in turn.answer.products}
    assert len(made) == 1


def test_the_whole_country_is_still_asked_about_by_its_name(talk: Talk) -> None:
    talk.say("htx nam yang")
    assert "cả nước" in talk.say("cả nước có bao nhiêu sản phẩm 5 sao").reply.text


def test_a_maker_of_the_list_is_picked_by_its_name(talk: Talk) -> None:
    talk.say("gốm Bát Tràng")
    assert "Quang Vinh" in talk.say("quang vinh").reply.text.partition("\n")[0]
    assert "Dưa lê" not in talk.say("quang vinh").reply.text


@pytest.mark.parametrize("asked", ["cap ngay nao", "ngay cap", "cấp khi nào", "when was it issued"])
def test_when_its_certificate_was_given_is_told_of_a_product(talk: Talk, asked: str) -> None:
    talk.say("mắm tôm Lê Gia")
    assert "2024" in talk.say(asked).reply.text


def test_the_second_side_of_a_comparison_can_be_reached(talk: Talk) -> None:
    talk.say("so sánh mắm tôm Lê Gia và miến dong Tài Hoan")
    assert "Tài Hoan" in talk.say("lien he ben 2").reply.text.partition("\n")[0]


@pytest.mark.parametrize(
    "asked",
    [
        "htx nao lam cam cao phong",
        "nguoi san xuat nuoc mam 5 sao",
        "nha cung cap tom kho ca mau",
        "xuong lam banh trang tay ninh",
        "wholesale supplier of cinnamon in Yen Bai",
        "cho danh sach htx tra thai nguyen",
    ],
)
def test_who_makes_goods_of_a_kind_is_listed(talk: Talk, asked: str) -> None:
    assert len(talk.say(asked).answer.producers) > 1


def test_the_one_who_makes_all_that_may_be_meant_is_told_at_once(talk: Talk) -> None:
    talk.say("hạt tiêu Gia Lai")
    assert len(talk.say("htx nào làm").answer.producers) == 1
    assert "Nam Yang" in talk.say("địa chỉ").reply.text


@pytest.mark.parametrize("asked", ["hang nao xuat dc sang my", "hang thu cong xuat my"])
def test_a_market_is_understood_without_the_word_for_export(talk: Talk, asked: str) -> None:
    assert "đã xuất khẩu sang Hoa Kỳ (" in talk.say(asked).reply.text
