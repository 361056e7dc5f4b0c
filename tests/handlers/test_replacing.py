"""What is meant in place of what was said before."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "then",
    [
        "không phải Hà Giang, Yên Bái",
        "khong phai Ha Giang, Yen Bai co",
        "ko phải ở Hà Giang đâu, ở Yên Bái ấy",
        "không phải của Hà Giang mà của Yên Bái",
        "khong, khong phai Ha Giang, Yen Bai",
        "not Ha Giang, Yen Bai",
        "no, not from Ha Giang, from Yen Bai",
        "bỏ Hà Giang, lấy Yên Bái",
        "bo ha giang, lay yen bai",
        "không lấy Hà Giang nữa, cho mình xem Yên Bái",
        "thay Hà Giang bằng Yên Bái",
        "đổi Hà Giang thành Yên Bái giúp mình",
        "đổi sang Yên Bái",
        "chuyen sang Yen Bai di",
        "chuyển qua Yên Bái",
        "change Ha Giang to Yen Bai",
        "switch to Yen Bai",
        "Yen Bai instead of Ha Giang",
        "how about Yen Bai instead?",
        "the one from Yen Bai",
        "just the ones in Yen Bai please",
        "those from Yen Bai",
        "the Yen Bai ones",
    ],
)
def test_a_place_takes_the_place_of_another(talk: Talk, then: str) -> None:
    turn = talk.say("trà ở Hà Giang", then)
    assert talk.places(turn) == ["Yên Bái"]
    assert turn.question.kinds == ("tra",)
    assert not turn.question.without


@pytest.mark.parametrize(
    "then",
    [
        "không phải trà, mật ong",
        "not tea, honey",
        "no tea, honey instead",
        "bỏ trà, lấy mật ong",
        "doi sang mat ong",
        "chuyển từ trà sang mật ong",
        "replace tea with honey",
        "honey instead",
        "thay vì trà, cho mình mật ong",
        "mật ong thay vì trà",
    ],
)
def test_a_kind_takes_the_place_of_another(talk: Talk, then: str) -> None:
    turn = talk.say("trà", then)
    assert turn.question.kinds == ("mat-ong",)
    assert not turn.question.without


@pytest.mark.parametrize(
    ("asked", "place"),
    [("not Ha Noi, Hue", "Huế"), ("không phải Huế, Hà Nội", "Hà Nội"), ("đổi sang Huế", "Huế")],
)
def test_a_correction_needs_nothing_said_before(talk: Talk, asked: str, place: str) -> None:
    assert talk.places(talk.say(asked)) == [place]


def test_stars_take_the_place_of_others(talk: Talk) -> None:
    for then in ("đổi thành 4 sao", "không phải 5 sao, 4 sao"):
        question = talk.say("cà phê 5 sao", then).question
        assert (question.stars, question.kinds) == (4, ("ca-phe",))


def test_a_narrower_kind_takes_the_place_of_the_wider(talk: Talk) -> None:
    turn = talk.say("dầu tràm", "không phải tinh dầu, dầu tràm thôi")
    assert turn.question.kinds == ("dau-tram",)
    assert turn.answer.products


def test_a_kind_takes_the_place_of_a_place_misread(talk: Talk) -> None:
    turn = talk.say("tìm nhà cung cấp tinh bột nghệ", "không phải nghệ An, là củ nghệ")
    assert turn.question.kinds == ("nghe",)
    assert not turn.question.places


@pytest.mark.parametrize(
    ("then", "kinds"),
    [
        ("không đậu phộng, trứng", {"lac", "trung"}),
        ("không ăn cá, tôm", {"ca", "tom"}),
        ("không phải cà phê, trà và mật ong", {"ca-phe", "tra", "mat-ong"}),
        ("trừ cà phê, trà", {"ca-phe", "tra"}),
    ],
)
def test_what_is_only_left_out_is_not_meant(talk: Talk, then: str, kinds: set[str]) -> None:
    question = talk.say("bánh", then).question
    assert kinds <= set(question.without.kinds)


def test_two_places_behind_goods_are_both_left_out(talk: Talk) -> None:
    question = talk.say("nước mắm không phải Phú Quốc, Phan Thiết").question
    assert [place.name for place in question.without.places] == ["Phú Quốc", "Phan Thiết"]


@pytest.mark.parametrize("then", ["không ăn cá, cho xem thịt", "khong an ca, lay thit"])
def test_what_is_not_eaten_stays_left_out(talk: Talk, then: str) -> None:
    question = talk.say("trà", then).question
    assert question.kinds == ("thit",)
    assert "ca" in question.without.kinds
    assert "thit" not in question.without.kinds


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        ("trà Hà Giang", "bỏ Hà Giang", "Hà Giang"),
        ("trà Hà Giang", "bo ha giang", "Hà Giang"),
        ("mật ong", "bỏ Sơn La nhé", "Sơn La"),
    ],
)
def test_a_place_is_taken_off_a_list(talk: Talk, first: str, then: str, left: str) -> None:
    turn = talk.say(first, then)
    assert not turn.question.places
    assert [place.name for place in turn.question.without.places] == [left]
    assert turn.question.kinds


def test_a_kind_is_taken_off_a_list(talk: Talk) -> None:
    turn = talk.say("trà Con Cuông", "trà thôi", "bỏ cà gai leo")
    assert turn.answer.products == ("tra-hoa-tan-day-thia-canh",)


def test_butter_and_beef_are_no_word_of_taking_off(talk: Talk) -> None:
    assert talk.say("cà phê", "bơ Đắk Lắk").question.kinds == ("bo",)
    assert not talk.say("cà phê", "bo kho").question.without


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("đổi sang tiếng Anh", Intent.LANGUAGE),
        ("switch to english", Intent.LANGUAGE),
        ("không phải cái này, cái kia", Intent.PRODUCT),
        ("the second one", Intent.PRODUCT),
    ],
)
def test_other_words_with_the_same_beginning(talk: Talk, asked: str, intent: Intent) -> None:
    assert talk.say("trà", asked).question.intent is intent


def test_the_one_by_a_maker_is_of_the_kind_that_was_listed(talk: Talk) -> None:
    turn = talk.say("nước mắm", "the ones by Le Gia")
    assert turn.answer.products
    assert all("nuoc-mam-le-gia" in code for code in turn.answer.products)
