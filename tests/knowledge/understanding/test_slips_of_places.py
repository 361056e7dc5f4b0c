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


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("qn hội an á, có đặc sản gì", "Quảng Nam"),
        ("đặc sản hạ long qn", "Hạ Long"),
        ("dn (biên hòa) có đặc sản j", "Đồng Nai"),
        ("đặc sản ct ninh kiều", "Cần Thơ"),
        ("sl mộc châu đặc sản j", "Sơn La"),
        ("ocop tn tân cương", "Thái Nguyên"),
    ],
)
def test_a_place_beside_an_abbreviation_tells_which_province_it_is(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.places[0].name == place
    assert question.intent is Intent.SPECIALITIES
    assert not question.place_rivals


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("đặc sản qn", {"Quảng Ninh", "Quảng Nam", "Quảng Ngãi"}),
        ("ocop tn có gì", {"Thái Nguyên", "Tây Ninh"}),
        ("dac san quang hinh", {"Quảng Ninh", "Quảng Bình"}),
    ],
)
def test_what_may_be_several_provinces_is_asked_back(
    knowledge: Knowledge, typed: str, places: set[str]
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.place_rivals
    assert {each.name for each in question.places} == places


@pytest.mark.parametrize("typed", ["vải u hồng tân mộc có đắt kh", "trà gừng thì tn"])
def test_a_short_form_of_talk_is_no_place(knowledge: Knowledge, typed: str) -> None:
    assert not knowledge.understanding.read(typed).places


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("dacsanocop o tay ninh", "Tây Ninh"),
        ("đồngocop lai châu có gì", "Lai Châu"),
        ("kien giang ni tieng mon chi", "Kiên Giang"),
        ("lạng sơn jổi tiếng món nào", "Lạng Sơn"),
        ("sp ocop qu ang tri", "Quảng Trị"),
        ("dac san c ao bang", "Cao Bằng"),
        ("xem tinh ha tinh", "Hà Tĩnh"),
        ("mật ong tuyên quan loại 3 sao", "Tuyên Quang"),
        ("ca phe lao ci loai 3 sao", "Lào Cai"),
        ("những sản ẩfm đạt 3 sao ở tây ninh", "Tây Ninh"),
        ("di tay ninh choii manng zi ve", "Tây Ninh"),
        ("sắp đi bạc liêu gợi ý quàaa", "Bạc Liêu"),
    ],
)
def test_a_place_beside_words_that_hang_together_or_slipped(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert [each.name for each in question.places] == [place]
    assert question.intent is Intent.SPECIALITIES


def test_a_count_where_spaces_fell_into_words(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("kiên giang c ó bn sp ocop")
    assert question.intent is Intent.STATISTICS


@pytest.mark.parametrize("typed", ["cà phê lào", "chả cá Mai Ngoạn bán chưa"])
def test_goods_of_others_are_from_no_province_like_them(knowledge: Knowledge, typed: str) -> None:
    assert not knowledge.understanding.read(typed).places
