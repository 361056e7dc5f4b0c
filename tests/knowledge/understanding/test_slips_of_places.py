"""Slips in names of provinces, and in the words around them, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("quà quê bac innh", "Bắc Ninh"),
        ("cho em xin đặc sản dong na", "Đồng Nai"),
        ("so la co gi ngon vay shop", "Sơn La"),
        ("mon ngon vung lam dog", "Lâm Đồng"),
        ("ke ten dac san ao cai", "Lào Cai"),
        ("đồ Thiá Bình", "Thái Bình"),
        ("shop oi do lao aciii", "Lào Cai"),
        ("tỉnh Lzo Cai có bán nước mắm không", "Lào Cai"),
        ("sản phẩm tại Thanh Haó", "Thanh Hóa"),
        ("mua qua be tre bieu ong ba", "Bến Tre"),
    ],
)
def test_a_province_with_a_slip_in_it(knowledge: Knowledge, typed: str, place: str) -> None:
    question = knowledge.understanding.read(typed)
    assert [each.name for each in question.places] == [place]
    assert question.intent is Intent.SPECIALITIES


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("may san pham ocop o thanh ha", "Thanh Hà"),
        ("ở Ninh ình có gì ngon", "Ninh Bình"),
        ("xuống tien giang chơi nên mua gì đem về", "Tiền Giang"),
    ],
)
def test_a_place_typed_rightly_is_no_slip_in_another(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    assert knowledge.understanding.read(typed).places[0].name == place


@pytest.mark.parametrize("typed", ["ocop là cái gì vậy mấy bạn", "loại cải nào ngon"])
def test_talk_is_no_slip_in_a_province(knowledge: Knowledge, typed: str) -> None:
    assert not knowledge.understanding.read(typed).places


def test_a_name_with_a_slip_is_no_province(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("gà ủ muốối sônf la là như thế nào")
    assert question.products[0].code == "ga-u-muoi-song-la"


@pytest.mark.parametrize(
    "typed",
    [
        "son la oi tieng cai gi",
        "uà quê Sơn La",
        "chơi Sơn La xlng mua đặc sản gì",
        "hang tu cong noi tieng son la",
    ],
)
def test_a_slip_in_the_words_around_a_province(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    assert [each.name for each in question.places] == ["Sơn La"]
    assert not question.producers
