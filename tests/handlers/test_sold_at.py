"""What a shop sells that is asked for by its name, or online, or in supermarkets."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


def sold(talk: Talk, codes: tuple[str, ...], name: str) -> bool:
    """Whether all products are offered by a seller of a name."""
    offers = talk.knowledge.catalogue.offers_of
    return all(any(name in offer.name for offer in offers(code)) for code in codes)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("sp nao ban tren shopee", "Shopee"),
        ("which products are sold on shopee", "Shopee"),
        ("ocop ban tren shopee o quang ninh", "Shopee"),
        ("trà bán trên shopee", "Shopee"),
        ("winmart ban sp ocop nao", "Winmart"),
        ("aeon mall co ban ocop ko", "Aeon"),
        ("nước mắm phan thiết bán ở co.opmart", "Co.opmart"),
        ("san bay tan son nhat co cua hang ocop ko", "Tân Sơn Nhất"),
        ("sân bay nội bài có bán ko", "Nội Bài"),
        ("hanoi airport ocop shop", "Nội Bài"),
        ("sản phẩm nào đã có mặt ở WinMart", "Winmart"),
        ("sản phẩm nào đã lên kệ winmart", "Winmart"),
        ("sản phẩm nào có trong siêu thị WinMart", "Winmart"),
        ("which products are already in WinMart", "Winmart"),
        ("sản phẩm nào có mặt trên shopee", "Shopee"),
    ],
)
def test_the_products_of_a_shop_are_listed(talk: Talk, asked: str, name: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.answer.products
    assert sold(talk, turn.answer.products, name)


@pytest.mark.parametrize(
    "asked",
    [
        "sản phẩm OCOP bán ở Co.opmart",
        "sp nào bán ở co.opmart",
        "san pham nao ban o coop mart",
        "what OCOP products are sold at Co.opmart",
        "co.op food có gì",
        "đã có ở siêu thị co.op chưa",
    ],
)
def test_the_chain_with_a_dot_in_its_name_is_one_shop(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.shop == "coopmart"
    assert len(turn.answer.products) > 1


def test_the_rest_of_the_list_is_of_the_same_shop(talk: Talk) -> None:
    first = talk.say("sản phẩm nào bán trên Shopee").answer.products
    turn = talk.say("xem thêm")
    assert "bán trên Shopee" in turn.reply.text
    assert set(turn.answer.products).isdisjoint(first)
    assert sold(talk, turn.answer.products, "Shopee")


@pytest.mark.parametrize("asked", ["bach hoa xanh co ko", "sp nao ban o lotte mart"])
def test_a_shop_nothing_is_known_of_is_said_to_be_so(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert "mình chưa thấy trong dữ liệu" in text
    assert "Co.opmart" in text


def test_supermarkets_are_listed_and_any_outlets_where_there_are_none(talk: Talk) -> None:
    text = talk.say("siêu thị nào bán ocop").reply.text
    assert "Siêu thị Hoa Ba" in text
    assert "Voso" not in text
    assert "WinMart" in talk.say("Winmart Quảng Ngãi có bán OCOP không").reply.text
    text = talk.say("siêu thị nào ở Lào Cai bán sản phẩm OCOP").reply.text
    assert text.index("chưa thấy nguồn nào nói") < text.index("Điểm bán OCOP ở Lào Cai")


@pytest.mark.parametrize(
    "asked", [("cashew nuts binh phuoc 5 star", "can i order it online"), ("mua online nuoc mam",)]
)
def test_buying_online_is_answered_with_sites(talk: Talk, asked: tuple[str, ...]) -> None:
    turn = talk.say(*asked)
    assert "postmart.vn" in turn.reply.text
    assert turn.answer.products


def test_one_product_is_told_to_be_there_or_not(talk: Talk) -> None:
    first, then = "nước mắm lê gia", "có bán ở winmart ko"
    turn = talk.say(first, then)
    assert turn.reply.text.startswith("Có, ")
    turn = talk.say("trên lazada thì sao")
    assert turn.answer.products == ("nuoc-mam-le-gia-cot-dac-biet-40n",)
    assert "chưa thấy nguồn nào nói" in turn.reply.text
    text = talk.say("Trà hoa vàng Ba Chẽ có trên Postmart hay Lazada không").reply.text
    assert "có bán trên Lazada hoặc trên Postmart" in text


def test_of_a_list_that_of_the_shop_is_shown(talk: Talk) -> None:
    turn = talk.say("nuoc mam", "mua tren shopee dc ko")
    assert turn.reply.outcome is Outcome.ANSWER
    assert sold(talk, turn.answer.products, "Shopee")
    turn = talk.say("nuoc mam", "tren tiktok")
    assert "TikTok Shop" in turn.reply.text
    assert turn.answer.products


def test_no_price_of_several_is_said_at_once(talk: Talk) -> None:
    assert "Mình không có giá" in talk.say("nuoc mam", "gia bao nhieu 1 lit").reply.text


@pytest.mark.parametrize(
    "asked",
    [
        "which airport is closer to the old quarter",
        "đơn Shopee của tôi tới đâu rồi",
        "đặt grab sân bay",
    ],
)
def test_a_shop_told_of_otherwise_is_not_asked_for(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.shop is None


def test_presents_to_take_along_are_not_bought_online(talk: Talk) -> None:
    assert talk.say("sắp ghé Hòa Bình công tác, gợi ý ít quà mang về").question.shop is None


def test_the_name_of_a_shop_asks_nothing_of_stars(talk: Talk) -> None:
    turn = talk.say("thấy trên tiktok nước mắm lê gia, mấy sao vậy")
    assert turn.question.intent is Intent.RATING


def test_what_all_a_shop_sells_can_be_asked_after_a_product(talk: Talk) -> None:
    talk.say("nước mắm Lê Gia")
    assert len(talk.say("sản phẩm nào bán trên Shopee").answer.products) > 1


@pytest.mark.parametrize(
    ("said", "airport", "shops"),
    [
        ("sân bay đà nẵng mua gì làm quà", "sân bay Đà Nẵng", "Điểm bán OCOP ở Đà Nẵng"),
        ("san bay cam ranh mua qua gi", "sân bay Cam Ranh", "Điểm bán OCOP ở Khánh Hòa"),
        ("gần sân bay liên khương có bán trà không", "Liên Khương", "Điểm bán OCOP ở Lâm Đồng"),
        ("sân bay vân đồn có bán chả mực không", "Vân Đồn", "Điểm bán OCOP ở Quảng Ninh"),
        ("sân bay nội bài bán trà thái nguyên ko", "Nội Bài", "Điểm bán OCOP ở Hà Nội"),
        ("what can I buy at Da Nang airport", "at Đà Nẵng airport", "OCOP outlets in Đà Nẵng"),
    ],
)
def test_an_airport_is_told_of_with_the_shops_of_its_town(
    talk: Talk, said: str, airport: str, shops: str
) -> None:
    text = talk.say(said).reply.text
    assert airport in text
    assert shops in text
    assert "Sáu Tia" not in text


@pytest.mark.parametrize(
    "typed",
    ["sân bay vân đồn hay nội bài có chả mực không", "san bay van don hoac san bay noi bai co gi"],
)
def test_each_of_several_airports_is_told_of_in_its_town(talk: Talk, typed: str) -> None:
    told = talk.say(typed).reply.text
    assert "Điểm bán OCOP ở Quảng Ninh" in told
    assert "Điểm bán OCOP ở Hà Nội" in told


def test_an_airport_told_of_before_the_question_is_no_shop(talk: Talk) -> None:
    turn = talk.say("mai ra sân bay rồi, hà giang có gì mua làm quà")
    assert talk.places(turn) == ["Hà Giang"]
    assert turn.question.shop is None
