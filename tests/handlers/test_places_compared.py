"""Places weighed against each other: by official figures, and beside them by our own list."""

from __future__ import annotations

import pytest

from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "question",
    [
        "Quảng Ninh và Đồng Tháp tỉnh nào nhiều 4 sao hơn",
        "quang ninh voi dong thap ben nao nhieu 4 sao hon",
        "which has more 4 star products, Quang Ninh or Dong Thap",
    ],
)
def test_stars_of_two_places_are_weighed_by_official_counts(talk: Talk, question: str) -> None:
    text = talk.say(question).reply.text
    first = text.split("\n")[0]
    assert first.index("Đồng Tháp") < first.index("233") < first.index("103")


def test_of_the_same_stars_it_is_asked_on_which_has_more(talk: Talk) -> None:
    talk.say("Quảng Ninh có mấy sp 4 sao", "còn Đồng Tháp")
    assert "Đồng Tháp nhiều sản phẩm 4 sao hơn" in talk.say("ai nhiều hơn").reply.text
    assert "130" in talk.say("nhiều hơn bao nhiêu").reply.text


def test_three_places_are_told_in_the_order_of_official_counts(talk: Talk) -> None:
    text = talk.say("so sánh Hà Nội, Hải Phòng, Quảng Ninh").reply.text
    first = text.split("\n")[0]
    assert first.index("Hà Nội") < first.index("Hải Phòng") < first.index("Quảng Ninh")
    assert text.index("437") < text.index("danh sách của mình")


def test_a_province_beside_one_that_it_holds_today_is_counted_without_it(talk: Talk) -> None:
    text = talk.say("so sánh An Giang, Kiên Giang, Cà Mau").reply.text
    assert "582" not in text
    assert "An Giang trước khi sáp nhập" in text


@pytest.mark.parametrize("question", ["so sánh Đắk Lắk, Gia Lai, Kon Tum", "gia lai kon tum"])
def test_names_of_two_provinces_are_no_province_of_long_ago(talk: Talk, question: str) -> None:
    assert {"Gia Lai", "Kon Tum"} <= {*talk.places(talk.say(question))}
