"""Who travels, and where what he asks for is bought, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("đi từ Hà Nội lên Hà Giang mua gì làm quà", ["Hà Giang"]),
        ("cho em hỏi từ sài gòn ra huế chơi mua gì về", ["Huế"]),
        ("from hanoi to ha giang what to buy", ["Hà Giang"]),
        ("nha o da nang di phu quoc choi mua gi", ["Phú Quốc"]),
        ("em ở HN vào Đà Nẵng chơi nên mua đặc sản gì", ["Đà Nẵng"]),
        ("I live in Saigon and am going to Da Lat, what to buy", ["Đà Lạt"]),
        ("mua gì ở Hà Giang mang về Hà Nội", ["Hà Giang"]),
        ("gửi quà từ Cần Thơ ra Hà Nội thì gửi gì", ["Cần Thơ"]),
        ("what to bring from Hue to Hanoi", ["Huế"]),
    ],
)
def test_a_journey_asks_about_the_place_where_things_are_bought(
    knowledge: Knowledge, typed: str, places: list[str]
) -> None:
    assert [place.name for place in knowledge.understanding.read(typed).places] == places


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("đi Hà Giang rồi qua Cao Bằng mua gì", ["Hà Giang", "Cao Bằng"]),
        ("Nghệ An đến Huế có gì", ["Nghệ An", "Huế"]),
    ],
)
def test_places_on_the_way_are_all_asked_about(
    knowledge: Knowledge, typed: str, places: list[str]
) -> None:
    assert [place.name for place in knowledge.understanding.read(typed).places] == places


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        (
            "Tôi là giáo viên về hưu ở Huế, hè này định vào Bến Tre thăm bạn. Xin hỏi Bến Tre có "
            "những sản phẩm OCOP nào để tôi mua làm quà. Trân trọng cảm ơn.",
            ["Bến Tre"],
        ),
        (
            "chị ở Nha Trang, hai hôm nữa bay ra Hà Nội họp. Chị muốn ghé một cửa hàng bán đồ OCOP "
            "ở Hà Nội để mua quà cho cả phòng. Có chỗ nào không em?",
            ["Hà Nội"],
        ),
    ],
)
def test_of_a_letter_the_place_counts_that_is_asked_about(
    knowledge: Knowledge, typed: str, places: list[str]
) -> None:
    assert [place.name for place in knowledge.understanding.read(typed).places] == places
