"""What buyers of large amounts ask: how it is grown, other certificates, samples, exports."""

from __future__ import annotations

import re

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "asked",
    [
        "organic products",
        "which products are organic",
        "san pham huu co",
        "có hàng hữu cơ nào không",
    ],
)
def test_what_is_called_organic_is_listed(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.kinds == ("huu-co",)
    assert "bạn hỏi nhà sản xuất" in turn.reply.text or "ask its producer" in turn.reply.text


@pytest.mark.parametrize(
    ("asked", "kind", "place"),
    [
        ("organic tea", "tra", None),
        ("trà nào hữu cơ", "tra", None),
        ("rau huu co", "rau", None),
        ("organic pepper from Gia Lai", "ho-tieu", "52"),
        ("5 star organic pepper", "ho-tieu", None),
        ("tiêu hữu cơ 5 sao", "ho-tieu", None),
    ],
)
def test_of_a_kind_only_what_is_organic_is_offered(
    talk: Talk, asked: str, kind: str, place: str | None
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    assert turn.reply.outcome is Outcome.CHOICES
    for match in turn.question.products:
        product = catalogue.products[match.code]
        assert catalogue.is_at(product, kinds=(kind,))
        assert catalogue.is_at(product, kinds=("huu-co",))
        if place is not None:
            assert place in catalogue.places[f"province:{place}"].provinces
            assert catalogue.is_at(product, (catalogue.places[f"province:{place}"],))
        if "5" in asked:
            assert product in catalogue.products_at(stars=5)


@pytest.mark.parametrize("asked", ["organic coffee", "cà phê hữu cơ", "hat dieu huu co"])
def test_that_none_is_organic_is_said_before_the_others(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert re.match(r"(?:I cannot find|Mình không tìm thấy) “" + asked, text)


def test_a_standard_that_the_card_tells_is_not_called_unknown(talk: Talk) -> None:
    told = talk.say("mật ong Phương Di có VietGAP không").reply.text
    assert "theo VietGAP" in told
    assert "chỉ biết chứng nhận OCOP" not in told
    assert "chỉ biết chứng nhận OCOP" in talk.say("mật ong Phương Di có ISO không").reply.text


@pytest.mark.parametrize(
    "asked",
    ["nước mắm Lê Gia có ISO không", "yen sao co halal khong", "vietgap", "HACCP", "có iso không"],
)
def test_other_certificates_are_not_known(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert "bạn hỏi nhà sản xuất" in turn.reply.text
    assert turn.question.intent is not Intent.CONTACT


@pytest.mark.parametrize(
    "asked",
    [
        "what is the production capacity of Huynh Khoa fish sauce",
        "can you send me samples of Ba Che golden camellia tea",
        "MOQ for Huynh Khoa fish sauce",
        "công suất của HTX Hảo Đạt bao nhiêu",
        "xin mẫu trà hoa vàng Ba Chẽ",
    ],
)
def test_what_can_be_supplied_the_producer_tells(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert "please ask the producer" in text or "bạn hỏi thẳng nhà sản xuất" in text


@pytest.mark.parametrize(
    "asked",
    ["chưa xuất khẩu", "sản phẩm nào chưa được xuất khẩu", "products not exported yet"],
)
def test_what_is_not_exported_nobody_tells(talk: Talk, asked: str) -> None:
    reply = talk.say(asked).reply
    assert re.search(r"Of the others I have read nothing|Số còn lại mình chưa đọc thấy", reply.text)
    assert [choice.label for choice in reply.choices] in (
        ["What is sold abroad"],
        ["Sản phẩm đã xuất khẩu"],
    )


@pytest.mark.parametrize(
    "asked",
    [
        "what does Le Gia make",
        "what other products does Le Gia make",
        "Le Gia make what",
        "what products do Le Gia produce",
    ],
)
def test_what_a_maker_makes_is_asked_by_its_verb(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.PRODUCER
    assert turn.reply.text.startswith("Le Gia Food and Trading Services")


@pytest.mark.parametrize(
    "asked",
    ["palmania qd so may", "số quyết định của Palmania", "certificate number of Palmania"],
)
def test_the_number_of_a_decision_is_no_telephone_number(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.RATING
    assert turn.answer.products


def test_the_number_of_a_decision_is_asked_after_its_product(talk: Talk) -> None:
    text = talk.say("nước mắm Lê Gia", "quyết định số mấy").reply.text
    assert "377/QĐ-BNN-VPĐP" in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("trà hữu cơ 5 sao", "“trà hữu cơ 5★”"),
        ("trà organic Thái Nguyên", "“trà organic Thái Nguyên”"),
        ("which honey is not organic", "Honey across the country, except organic"),
        ("tea which is not organic", "Tea across the country, except organic"),
    ],
)
def test_what_of_a_kind_is_organic_is_told_with_where_and_what_stars(
    talk: Talk, asked: str, told: str
) -> None:
    assert told in talk.say(asked).reply.text


@pytest.mark.parametrize(("asked", "language"), [("mật ong organic", "vi"), ("organic tea", "en")])
def test_organic_is_said_in_vietnamese_too(talk: Talk, asked: str, language: str) -> None:
    assert talk.say(asked).language == language


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("giỏ quà thưởng tết OCOP", "Sản phẩm OCOP trên cả nước"),
        ("lớp học làm gốm Bát Tràng", "Gốm sứ ở Bát Tràng"),
        ("sản phẩm mới được đề xuất 5 sao", "Sản phẩm OCOP 5 sao trên cả nước"),
        ("đề xuất quà Huế", "Sản phẩm OCOP ở Huế"),
        ("đề xuất mấy món quà ở Đà Lạt", "Sản phẩm OCOP ở Đà Lạt"),
    ],
)
def test_words_near_to_other_subjects_hide_no_goods(talk: Talk, asked: str, heading: str) -> None:
    text = talk.say(asked).reply.text
    assert text.startswith(heading)
    assert "xuất khẩu" not in text


@pytest.mark.parametrize(
    "asked",
    [
        "nuoc mam le gia sdt bn",
        "sdt cua nuoc mam le gia bn",
        "nước mắm Lê Gia số điện thoại là bao nhiêu",
    ],
)
def test_how_much_behind_a_telephone_asks_for_its_number(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent is Intent.CONTACT


@pytest.mark.parametrize(
    ("turns", "heading"),
    [
        ("dac san ha giang / sdt htx hao dat / xuat khau di duc dc ko", "HTX Chè Hảo Đạt"),
        ("sdt cong ty le gia / xk sang nhat chua", "Lê Gia đã xuất khẩu sang Nhật Bản"),
    ],
)
def test_exports_are_asked_of_the_maker_told_last(talk: Talk, turns: str, heading: str) -> None:
    for said in turns.split(" / "):
        turn = talk.say(said)
    assert heading in turn.reply.text
    assert "Hà Giang" not in turn.reply.text
