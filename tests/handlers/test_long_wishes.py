"""Messages with several wishes, as buyers write them, and what follows a list."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "asked",
    [
        "4-star star anise producers",
        "nhà sản xuất hoa hồi 4 sao ở Lạng Sơn",
        "4-star cinnamon producers in Yên Bái",
        "honey producers with 4 stars in Hà Giang",
    ],
)
def test_goods_whose_makers_nobody_tells_are_listed(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.answer.products
    assert not turn.answer.producers


@pytest.mark.parametrize(
    ("asked", "stars"),
    [
        ("4- and 5-star cashew producers in Bình Phước", (4, 5)),
        ("4- to 5-star tea", (4, 5)),
        ("3- and 4-star honey", (3, 4)),
        ("four or five star cashew companies in Binh Phuoc", (4, 5)),
        ("trà ba hoặc bốn sao", (3, 4)),
        ("trà ở Quảng Nam và ba sao", (3, None)),
    ],
)
def test_both_numbers_of_stars_count(talk: Talk, asked: str, stars: tuple[int, int | None]) -> None:
    question = talk.say(asked).question
    assert (question.stars, question.stars_up_to) == stars


@pytest.mark.parametrize(
    "asked",
    [
        "em cần nước mắm 5 sao",
        "chị cần nước mắm 4 sao ở Thanh Hóa",
        "bên mình cần nước mắm Phú Quốc",
    ],
)
def test_who_needs_fish_sauce_wants_no_celery(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.kinds == ("nuoc-mam",)


def test_the_export_unknown_hides_no_goods(talk: Talk) -> None:
    turn = talk.say("hạt điều 4 sao Bình Phước để xuất khẩu sang Singapore")
    assert len(turn.answer.products) > 1
    assert "Singapore" in turn.reply.text


@pytest.mark.parametrize("asked", ["quế ở Lạng Sơn và Yên Bái", "quế 4 sao ở Lạng Sơn và Yên Bái"])
def test_each_of_several_places_is_told(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert [place.name for place in turn.question.places] == ["Lạng Sơn", "Yên Bái"]
    assert "Yên Bái (" in turn.reply.text


def test_makers_of_any_sort_go_on_as_any(talk: Talk) -> None:
    turn = talk.say("5-star tea producers in Thái Nguyên", "4 star")
    assert turn.question.makers == ()
    turn = talk.say("hợp tác xã làm trà ở Thái Nguyên", "còn Tuyên Quang")
    assert turn.question.makers


@pytest.mark.parametrize(
    "turns",
    [
        ("5 star coffee", "send me all"),
        ("hạt điều 5 sao", "gửi em tất cả"),
        ("hạt điều 4 sao", "gửi tất cả"),
    ],
)
def test_all_of_the_list_is_sent(talk: Talk, turns: tuple[str, str]) -> None:
    turn = talk.say(*turns)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.question.stars
    assert turn.question.kinds


@pytest.mark.parametrize("place", ["Đắk Lắk", "Gia Lai"])
def test_a_place_alone_keeps_the_language(talk: Talk, place: str) -> None:
    assert talk.say("5 star coffee", place).language == "en"


def test_others_of_those_stars(talk: Talk) -> None:
    turn = talk.say("nước mắm Lê Gia", "còn ai 5 sao nữa")
    assert turn.answer.producers
    assert "le-gia" not in "".join(turn.answer.producers)


def test_a_signature_names_nothing(talk: Talk) -> None:
    turn = talk.say("5-star pepper from Gia Lai. Best regards, David Tan, Singapore")
    assert turn.question.kinds == ("ho-tieu",)
    assert turn.answer.products
