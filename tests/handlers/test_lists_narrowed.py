"""Lists of goods by their makers, by who certified them, by several years, and how they spread."""

from __future__ import annotations

import pytest

from knowledge.facts import ProducerType, Status
from tests.handlers.talking import Talk


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    "asked",
    [
        "công ty nào ở Điện Biên có OCOP",
        "htx nào ở điện biên có ocop",
        "hộ nào ở mộc châu có ocop",
        "danh sách hộ kinh doanh có sản phẩm ocop sơn la",
        "which cooperatives in Dien Bien have OCOP",
        "ở hà giang có công ty nào có ocop hông",
    ],
)
def test_who_has_such_goods_is_answered_by_makers_and_no_shops(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert "Điểm bán" not in text
    assert "làm sản phẩm OCOP" in text or "making OCOP products" in text


@pytest.mark.parametrize(
    ("asked", "sort"),
    [
        ("sp 4 sao của htx sơn la", ProducerType.COOPERATIVE),
        ("sản phẩm của công ty ở Thuận Châu", ProducerType.COMPANY),
        ("sp của hộ kinh doanh ở sông mã", ProducerType.HOUSEHOLD),
        ("products of cooperatives in Son La", ProducerType.COOPERATIVE),
    ],
)
def test_goods_of_a_sort_of_makers_are_those_alone(
    talk: Talk, asked: str, sort: ProducerType
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    assert turn.answer.products
    for code in turn.answer.products:
        assert catalogue.producers[catalogue.products[code].producer or ""].type is sort


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("sp cấp huyện công nhận sơn la", "Sản phẩm OCOP ở Sơn La do cấp huyện công nhận"),
        ("sp do huyện công nhận thanh hóa", "Sản phẩm OCOP ở Thanh Hóa do cấp huyện công nhận"),
        ("sp cấp quốc gia sơn la", "Sản phẩm OCOP ở Sơn La được công nhận cấp quốc gia"),
        (
            "sp sơn la công nhận trước 2022",
            "Sản phẩm OCOP ở Sơn La được công nhận đến hết năm 2021",
        ),
        ("từ 2023 đến nay sơn la", "Sản phẩm OCOP ở Sơn La được công nhận từ năm 2023 đến nay"),
        (
            "sp từ năm 2022 đến 2024 ở lai châu",
            "Sản phẩm OCOP ở Lai Châu được công nhận từ năm 2022 đến năm 2024",
        ),
        (
            "sp sơn la giai đoạn 2021-2025",
            "Sản phẩm OCOP ở Sơn La được công nhận từ năm 2021 đến năm 2025",
        ),
    ],
)
def test_what_narrows_a_list_stands_above_it(talk: Talk, asked: str, heading: str) -> None:
    assert _first_line(talk.say(asked).reply.text).startswith(f"{heading} (")


@pytest.mark.parametrize(
    "asked",
    [
        ("sp đề xuất chưa công nhận thuận châu",),
        ("ds sp chưa đạt sao huyện thuận châu",),
        ("sp thuận châu", "chưa công nhận"),
        ("products in Thuan Chau not yet certified",),
    ],
)
def test_what_is_not_certified_yet_is_listed_alone(talk: Talk, asked: tuple[str, ...]) -> None:
    turn = talk.say(*asked)
    catalogue = talk.knowledge.catalogue
    assert turn.answer.products
    for code in turn.answer.products:
        assert catalogue.products[code].status is Status.CANDIDATE


def test_a_list_tells_how_many_of_it_are_not_certified(talk: Talk) -> None:
    assert "Trong đó 5 sản phẩm chưa được công nhận" in talk.say("sp thuận châu").reply.text
    assert "chưa được công nhận" not in talk.say("đã công nhận").reply.text


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("huyện nào ở sơn la có ocop", "Thuận Châu: 8"),
        ("huyện nào ở sơn la chưa có sp ocop", "không nói chắc được"),
        ("thống kê sp theo huyện sơn la", "Sông Mã: 7"),
        ("thống kê sp theo nhóm tỉnh sơn la", "đồ uống: 12"),
        ("ds sp sơn la xếp theo năm", "2024: 5"),
        ("xã nào chưa có sp ocop", "Bạn cho mình tên một tỉnh"),
        ("đăng ký khai sinh cho con ở xã nào", "chỉ rành về sản phẩm OCOP"),
    ],
)
def test_how_goods_are_spread_is_counted(talk: Talk, asked: str, line: str) -> None:
    assert line in talk.say(asked).reply.text


@pytest.mark.parametrize(
    ("texts", "heading"),
    [
        (("ds htx sơn la", "hộ kd"), "Hộ kinh doanh làm sản phẩm OCOP ở Sơn La"),
        (("sp của htx ở sơn la", "còn hộ kd thì sao"), "Sản phẩm OCOP của hộ kinh doanh ở Sơn La"),
        (("ds htx sơn la", "công ty thì sao"), "Công ty làm sản phẩm OCOP ở Sơn La"),
        (
            ("sp hết hạn sơn la", "năm 2026"),
            "Sản phẩm OCOP ở Sơn La có giấy chứng nhận hết hạn năm 2026",
        ),
        (
            ("sp nào hết hạn", "năm 2026 thì sao"),
            "Sản phẩm OCOP trên cả nước có giấy chứng nhận hết hạn năm 2026",
        ),
        (
            ("sp 4 sao sơn la", "trước 2022"),
            "Sản phẩm OCOP 4 sao ở Sơn La được công nhận đến hết năm 2021",
        ),
        (
            ("sp 3 sao của htx sơn la", "còn điện biên"),
            "Sản phẩm OCOP 3 sao của hợp tác xã ở Điện Biên",
        ),
        (("sp 4 sao sơn la", "năm nào"), "Năm công nhận ghi cạnh số sao"),
        (("what is 4 star",), "What the stars mean"),
    ],
)
def test_a_follow_up_narrows_what_was_listed(
    talk: Talk, texts: tuple[str, ...], heading: str
) -> None:
    assert _first_line(talk.say(*texts).reply.text).startswith(heading)


def test_what_ends_this_year_is_not_of_an_unknown_date(talk: Talk) -> None:
    text = talk.say("long nhãn sông mã", "còn hạn ko").reply.text
    assert "Còn 2 sản phẩm hết hạn trong năm 2026" in text
    assert "chưa rõ thời điểm" not in text


def test_of_two_counts_of_one_year_the_larger_is_told(talk: Talk) -> None:
    assert "5 sản phẩm 4 sao trong số 138" in talk.say("điện biên có bao nhiêu 4 sao").reply.text
