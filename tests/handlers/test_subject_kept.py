"""What a short follow-up leaves unsaid: the kind, the stars, the year, the maker talked about."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("first", "then", "place", "kind"),
    [
        ("bánh gai ở Hải Dương", "không có à, thế ở Thanh Hóa", "Thanh Hóa", "banh-gai"),
        ("banh gai hai duong", "khong co ha, vay nam dinh", "Nam Định", "banh-gai"),
        ("hương trầm ở Huế", "không có à, rứa ở Nghệ An", "Nghệ An", "nhang"),
        ("ramie cakes in Hai Duong", "none? then in Thanh Hoa", "Thanh Hóa", "banh-gai"),
        ("trà Hà Giang", "miền Trung trước", "miền Trung", "tra"),
    ],
)
def test_another_place_keeps_the_kind(
    talk: Talk, first: str, then: str, place: str, kind: str
) -> None:
    turn = talk.say(first, then)
    assert turn.question.intent is Intent.SPECIALITIES
    assert (talk.places(turn), turn.question.kinds) == ([place], (kind,))


def test_shops_in_another_place_are_still_asked_for(talk: Talk) -> None:
    turn = talk.say("bánh gai ở Hải Dương", "điểm bán ở Thanh Hóa")
    assert turn.question.intent is Intent.WHERE_TO_BUY


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        ("có bao nhiêu sản phẩm 5 sao toàn quốc", "ở Hà Nội bao nhiêu", "Hà Nội"),
        ("mấy sản phẩm 5 sao ở Quảng Ninh", "o hai phong bao nhieu", "Hải Phòng"),
        ("how many 5 star products", "how many in Hanoi", "Hà Nội"),
    ],
)
def test_counting_in_another_place_keeps_the_stars(
    talk: Talk, first: str, then: str, place: str
) -> None:
    turn = talk.say(first, then)
    asked = turn.question
    assert (asked.intent, asked.stars) == (Intent.STATISTICS, 5)
    assert talk.places(turn) == [place]
    assert talk.say("thế cả nước").question.stars == 5


def test_counting_goods_of_another_place_asks_anew(talk: Talk) -> None:
    turn = talk.say("có bao nhiêu sản phẩm 5 sao toàn quốc", "Hà Nội có bao nhiêu sản phẩm OCOP")
    assert turn.question.stars is None


def test_how_many_of_a_year_counts_those_of_that_year(talk: Talk) -> None:
    turn = talk.say("sản phẩm 5 sao năm 2025", "có bao nhiêu")
    assert (turn.question.stars, turn.question.period) == (5, "2025")
    assert "năm 2025 (55)" in turn.reply.text


def test_one_of_several_places_is_listed_alone(talk: Talk) -> None:
    turn = talk.say("nước mắm Nghệ An với Thanh Hóa", "4 sao thôi", "liệt kê Nghệ An")
    assert (turn.question.kinds, turn.question.stars) == (("nuoc-mam",), 4)
    assert talk.places(turn) == ["Nghệ An"]


@pytest.mark.parametrize("then", ["còn 4 sao", "con 4 sao", "what about 4 stars"])
def test_other_stars_after_a_maker_are_its_own(talk: Talk, then: str) -> None:
    turn = talk.say("HTX Hảo Đạt có những sản phẩm gì", "cái nào 5 sao", then)
    assert turn.question.intent is Intent.PRODUCER
    assert turn.question.producers[0].code == "htx-che-hao-dat"


def test_which_of_those_shown_lists_them(talk: Talk) -> None:
    turn = talk.say("trà ô long", "cái nào của Lâm Đồng", "trong mấy cái đó cái nào 4 sao")
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.answer.products
    newest = talk.say("cái nào mới nhất")
    assert (newest.question.kinds, talk.places(newest)) == (("tra-o-long",), ["Lâm Đồng"])
