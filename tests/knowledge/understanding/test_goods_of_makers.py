"""A kind beside words of a maker's name, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty


@pytest.mark.parametrize(
    ("typed", "maker"),
    [
        ("mắm tép Huy Phát", "co-so-che-bien-hai-san-va-nuoc-mam-huy-phat"),
        ("may sao vay thit tuan anh food", "co-so-san-xuat-thuc-pham-tuan-anh-food"),
        ("goi ai de dat cha an khang", "ho-kinh-doanh-thuc-pham-an-khang"),
        ("nấm hiệu Trúc Phượng mua ở đâu", "hop-tac-xa-nong-san-huu-co-truc-phuong"),
        ("Hanh Huyen fish contact", "co-so-thu-mua-hai-san-hanh-huyen"),
        # Quảng La, a letter away, is a commune with honey
        ("mật ong quảng lạc có ocop không", "htx-quang-lac"),
    ],
)
def test_what_a_maker_makes_of_a_kind_is_found_by_both(
    knowledge: Knowledge, typed: str, maker: str
) -> None:
    question = knowledge.understanding.read(typed)
    made = [knowledge.catalogue.products[match.code] for match in question.products]
    assert question.certainty in {Certainty.CLEAR, Certainty.RIVALS}
    assert made
    assert {product.producer for product in made} == {maker}
    assert all(knowledge.catalogue.is_at(product, kinds=question.kinds) for product in made)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        # Other words of the question are no brand: "trả lời" is no tea
        ("mat ong Bon Bon la cai gi the nhi, tra loi som giup minh nhe", "mat-ong-bon-bon"),
        ("kẹo dừa Bến Tre mấy sao", None),
    ],
)
def test_talk_beside_a_kind_is_no_maker(
    knowledge: Knowledge, typed: str, product: str | None
) -> None:
    question = knowledge.understanding.read(typed)
    first = question.products[0].code if question.products else None
    assert first == product


def test_goods_of_a_maker_nobody_knows_are_nobodys(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("Wibblecrest coffee Da Lat rating")
    assert not question.products
    assert not question.producers


def test_half_of_a_province_behind_a_kind_is_no_makers_name(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("hat mac ca dak nong")
    assert question.kinds == ("mac-ca",)
    assert [place.key for place in question.places] == ["former:67"]


@pytest.mark.parametrize("typed", ["sdt htx muong hoa", "contact muong hoa cooperative"])
def test_a_maker_nobody_knows_makes_nothing_that_shares_two_words(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is Certainty.NONE
    assert not question.products


def test_the_strength_told_behind_a_brand_chooses_among_its_goods(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("chai nước mắm lê gia 40 độ đạm bán ở siêu thị nào")
    assert question.products[0].code == "nuoc-mam-le-gia-cot-dac-biet-40n"


@pytest.mark.parametrize(
    ("typed", "maker"),
    [
        ("cac san pham cua cong ty Lam Ngoc Hoi", "co-so-san-xuat-thuc-pham-lam-ngoc-hoi"),
        ("hàng của công ty Phú Mỹ A", "cong-ty-tnhh-tm-sx-thuc-pham-phu-my-a"),
        # The region, and a slip in Hà Nam
        ("công ty Tây Bắc Shanam làm những gì", "cong-ty-tra-va-dac-san-tay-bac-shanam"),
        # No Thailand
        ("gọi cho bên thái sơn bắc giang", "htx-nong-nghiep-thai-son-bac-giang"),
        # No slip in Tiền Giang
        ("công ty liên giang bán những món nào", "co-so-san-xuat-lien-giang"),
    ],
)
def test_a_maker_called_as_one_is_not_the_place_in_its_name(
    knowledge: Knowledge, typed: str, maker: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.producers[0].code == maker
    assert not question.places


@pytest.mark.parametrize(
    "typed", ["gạo Ngọc Anh", "Cho em hỏi gạo Ngọc Anh mua ở đâu ạ", "rượu của chú Ba Thành"]
)
def test_a_capital_or_a_title_makes_words_of_talk_somebodys_name(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty in {Certainty.NONE, Certainty.WEAK}
    assert not question.places
