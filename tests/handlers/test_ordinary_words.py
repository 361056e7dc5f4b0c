"""Ordinary words that look like something else, from the text to the reply."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.facts import Category
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize("typed", ["lụa", "lua", "củ lạc", "trà nhài", "chổi đót"])
def test_a_kind_alone_is_listed_whatever_it_sounds_like(knowledge: Knowledge, typed: str) -> None:
    turn = Talk(knowledge).say(typed)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.answer.products


@pytest.mark.parametrize(
    "typed",
    [
        *("im looking for good coffee", "i search a good coffee", "I love coffee"),
        *("I'm a coffee lover, what should I try?", "I'm an engineer looking for coffee"),
        *("got any coffee", "present for boss who loves coffee", "coffee lovers gift"),
    ],
)
def test_who_likes_a_kind_is_shown_it(knowledge: Knowledge, typed: str) -> None:
    question = Talk(knowledge).say(typed).question
    assert (question.intent, question.kinds) == (Intent.SPECIALITIES, ("ca-phe",))
    assert not question.products


@pytest.mark.parametrize("typed", ["bán nấm ở đâu", "mua nam o dau", "mua nấm ở đâu"])
def test_mushrooms_are_no_place_to_lie(knowledge: Knowledge, typed: str) -> None:
    assert Talk(knowledge).say(typed).question.kinds == ("nam",)


@pytest.mark.parametrize(
    "typed", ["qua bieu sep nam", "quà cho bạn nam", "quà mừng thọ ông bà", "quà mừng tân gia"]
)
def test_who_a_present_is_for_is_no_kind(knowledge: Knowledge, typed: str) -> None:
    question = Talk(knowledge).say(typed).question
    assert question.intent is Intent.SPECIALITIES
    assert not (question.kinds or question.products)


@pytest.mark.parametrize(
    ("typed", "category"),
    [
        ("snacks for a road trip", Category.FOOD),
        ("something for kids to eat", Category.FOOD),
        ("đồ uống giải khát mùa hè", Category.BEVERAGE),
        ("du lịch vườn trái cây miền tây", Category.TOURISM),
    ],
)
def test_a_use_tells_the_group(knowledge: Knowledge, typed: str, category: Category) -> None:
    question = Talk(knowledge).say(typed).question
    assert (question.intent, question.category) == (Intent.SPECIALITIES, category)


@pytest.mark.parametrize(
    "typed", ["văn phòng công ty lê gia ở đâu", "dia chi van phong cong ty le gia"]
)
def test_an_office_is_its_makers(knowledge: Knowledge, typed: str) -> None:
    question = Talk(knowledge).say(typed).question
    assert question.intent is Intent.CONTACT
    assert question.producers[0].code == "cong-ty-tnhh-thuc-pham-va-thuong-mai-dich-vu-le-gia"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("trà thượng hạng", "tra"),
        *(("trà ngon cho người sành", "tra"), ("cà phê rang mộc", "ca-phe")),
        ("wood carving", "do-go-dieu-khac"),
    ],
)
def test_praise_of_a_kind_is_no_name(knowledge: Knowledge, typed: str, kind: str) -> None:
    question = Talk(knowledge).say(typed).question
    assert (question.intent, question.kinds) == (Intent.SPECIALITIES, (kind,))
    assert not question.products


@pytest.mark.parametrize(
    ("typed", "intent", "code"),
    [
        (
            "anh chien cajuput oil price please",
            Intent.PRICE,
            "tinh-dau-tram-anh-chien",
        ),
        ("places to buy Tan Moc litchi", Intent.WHERE_TO_BUY, "vai-u-hong-tan-moc"),
        (
            "which year did Lien Duc incense get its stars",
            Intent.RATING,
            "huong-tram-lien-duc",
        ),
    ],
)
def test_what_is_said_around_an_english_kind_leaves_the_brand(
    knowledge: Knowledge, typed: str, intent: Intent, code: str
) -> None:
    question = Talk(knowledge).say(typed).question
    assert (question.intent, question.products[0].code) == (intent, code)


def test_wind_is_no_red(knowledge: Knowledge) -> None:
    assert not Talk(knowledge).say("dầu gió").answer.products


def test_silk_stays_the_subject_where_a_place_follows(knowledge: Knowledge) -> None:
    turn = Talk(knowledge).say("lụa", "ở Hà Nội")
    assert turn.question.kinds == ("lua",)


@pytest.mark.parametrize(
    "typed",
    [
        *("có ship sang Cali không", "ship qua cali dc ko", "gui qua texas duoc khong"),
        *("có gửi đi mỹ không", "có ship sang Nhật không", "ship qua bên Úc được hông"),
    ],
)
def test_who_asks_for_shipping_abroad_is_told_that_the_seller_knows(
    knowledge: Knowledge, typed: str
) -> None:
    turn = Talk(knowledge).say(typed)
    assert "không giao hàng" in turn.reply.text
    assert not turn.answer.products


@pytest.mark.parametrize("typed", ["quà lưu niệm", "đồ lưu niệm"])
def test_souvenirs_are_nothing_that_was_kept(knowledge: Knowledge, typed: str) -> None:
    assert Talk(knowledge).say(typed).question.intent is Intent.SPECIALITIES


def test_what_was_kept_is_still_told(knowledge: Knowledge) -> None:
    assert Talk(knowledge).say("sản phẩm đã lưu").question.intent is Intent.SAVED


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mức xử phạt dùng sai logo", "Mức phạt cụ thể thì mình không biết"),
        ("chương trình ocop giai đoạn 2026-2030", "giai đoạn 2026–2030 thì mình chưa có"),
        ("sản phẩm Cà Mau được công nhận lại", "công nhận lại thì mình không biết chắc"),
        ("penalty for using the ocop logo without permission", "How high a fine is I do not know"),
    ],
)
def test_what_nothing_tells_is_said_to_be_unknown(
    knowledge: Knowledge, typed: str, told: str
) -> None:
    assert told in Talk(knowledge).say(typed).reply.text


def test_no_province_has_fewer_stars_than_our_own_list(knowledge: Knowledge) -> None:
    text = Talk(knowledge).say("tỉnh nào ít 5 sao nhất").reply.text
    assert "1. Đà Nẵng" not in text
    assert "Quảng Trị: 0" not in text
