"""Lists shown one after the other, and what is asked of them together."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "then", ["loại nào nhiều hơn", "so sánh hai loại", "trong hai cái cái nào nhiều sản phẩm hơn"]
)
def test_two_kinds_are_weighed(talk: Talk, then: str) -> None:
    turn = talk.say("miến", "bún", then)
    told = turn.reply.text
    assert "Miến trên cả nước: 24 sản phẩm" in told
    assert "Bún trên cả nước: 18 sản phẩm" in told


def test_the_most_of_three_is_told_and_one_can_be_picked(talk: Talk) -> None:
    turn = talk.say("miến", "bún", "phở", "cái nào trong 3 loại nhiều sản phẩm nhất")
    assert "Nhiều sản phẩm nhất: Miến" in turn.reply.text
    assert talk.say("cái đầu").question.kinds == ("mien",)


def test_which_has_more_stars(talk: Talk) -> None:
    turn = talk.say(
        "cinnamon from Yen Bai", "and star anise from Lang Son", "which of those two has more stars"
    )
    assert "Most of the highest stars: Star anise from Lạng Sơn" in turn.reply.text


def test_the_first_two_where_the_third_is_empty(talk: Talk) -> None:
    turn = talk.say("hạt điều", "mắc ca", "óc chó", "hai loại đầu loại nào nhiều sao hơn")
    assert "Hạt điều trên cả nước: " in turn.reply.text
    assert "Mắc ca trên cả nước: " in turn.reply.text


@pytest.mark.parametrize(
    ("said", "places"),
    [
        (("gốm", "Bát Tràng", "Chu Đậu", "so sánh hai cái"), ["Bát Tràng", "Thái Tân"]),
        (
            ("ceramic from Bat Trang", "and from Chu Dau", "compare both"),
            ["Bát Tràng", "Thái Tân"],
        ),
        (
            ("coffee in Dak Lak", "and Gia Lai", "and Lam Dong", "which of the three has the most"),
            ["Đắk Lắk", "Gia Lai", "Lâm Đồng"],
        ),
    ],
)
def test_places_of_one_kind_are_weighed(
    talk: Talk, said: tuple[str, ...], places: list[str]
) -> None:
    assert talk.places(talk.say(*said)) == places


@pytest.mark.parametrize("then", ["so sánh 2 cái đầu", "so sánh cái 1 với cái 2"])
def test_entries_that_are_seen_come_before_lists(talk: Talk, then: str) -> None:
    listed = talk.say("miến", "bún").answer.products
    assert talk.say(then).answer.products == listed[:2]


def test_a_narrowed_list_is_not_weighed_against_the_whole(talk: Talk) -> None:
    turn = talk.say("miến", "4 sao thôi", "so sánh hai cái")
    assert "Miến trên cả nước: " not in turn.reply.text


def test_a_list_beside_one_that_is_named(talk: Talk) -> None:
    listed = talk.say("miến dong Quảng Ninh").answer.products
    turn = talk.say("so với Tài Hoan")
    assert set(turn.answer.products) == {*listed, "mien-dong-tai-hoan"}


@pytest.mark.parametrize(
    ("then", "other"),
    [
        ("so với Lê Gia", "nuoc-mam-le-gia-cot-dac-biet-40n"),
        ("so voi mam tom le gia", "mam-tom-le-gia"),
        ("so với Cửa Lò", "nuoc-mam-cua-lo-cl28"),
    ],
)
def test_the_same_kind_is_compared(talk: Talk, then: str, other: str) -> None:
    turn = talk.say("nước mắm Cửa Hội", then)
    assert turn.question.intent is Intent.COMPARE
    assert turn.answer.products[:2] == ("nuoc-mam-cua-hoi", other)


@pytest.mark.parametrize(
    "then",
    ["nhà nào nhiều sản phẩm nhất", "năm nào nhiều nhất", "2 loại rẻ nhất", "cái nào ngon hơn"],
)
def test_other_questions_weigh_no_lists(talk: Talk, then: str) -> None:
    assert "Mật ong trên cả nước: " not in talk.say("mật ong", "cà phê", then).reply.text
