"""Goods and places as they are asked for in markets, in chats and on the way."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("có mắm không", ("mam",)),
        ("bán mắm không", ("mam",)),
        ("trai thom say", ("dua-say",)),
        ("hột vịt muối", ("trung-vit-muoi",)),
        ("sa bo che", ("hong-xiem",)),
        ("trái mãng cầu", ("na",)),
        ("nuoc ep thom", ("nuoc-ep-dua",)),
    ],
)
def test_a_kind_is_asked_for_in_the_words_of_the_south(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...]
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == kinds
    assert question.intent is not Intent.PRICE


@pytest.mark.parametrize(
    ("typed", "kind", "stars"),
    [
        ("trái cây sấy 4 sao", "trai-cay-say", 4),
        ("có trái cây sấy 5 sao không", "trai-cay-say", 5),
        ("hạt điều bình phướcc 5 sao", "hat-dieu", 5),
    ],
)
def test_stars_choose_among_all_of_a_kind(
    knowledge: Knowledge, typed: str, kind: str, stars: int
) -> None:
    question = knowledge.understanding.read(typed)
    assert (question.intent, question.stars) == (Intent.SPECIALITIES, stars)
    assert question.kinds == (kind,)
    assert not question.products


def test_fruit_that_is_dried_is_dried_fruit(knowledge: Knowledge) -> None:
    catalogue = knowledge.catalogue
    dried = catalogue.kinds_below(["trai-cay-say"])
    assert {"xoai-say", "mit-say", "chuoi-say", "dua-say"} <= dried
    assert {"xoai-say"} <= catalogue.kinds_below(["xoai"])


@pytest.mark.parametrize(
    ("typed", "kinds", "place"),
    [
        ("nc mắm pq", ("nuoc-mam",), "Phú Quốc"),
        ("chả mực qn", ("cha-muc",), "Quảng Ninh"),
        ("hạt điều BP 5 sao", ("hat-dieu",), "Bình Phước"),
        ("tiêu pq loại nào ngon", ("ho-tieu",), "Phú Quốc"),
        ("cà phê bmt", ("ca-phe",), "Buôn Ma Thuột"),
        ("vtau co gi ngon", (), "Vũng Tàu"),
        ("đlạt có gì", (), "Đà Lạt"),
        ("ctho mua trai cay gi", ("trai-cay",), "Cần Thơ"),
        ("chè tnguyên loại nào ngon", ("tra",), "Thái Nguyên"),
        ("mua yến ở ntrang", ("yen-sao",), "Nha Trang"),
        ("vải bắc giang", ("vai-thieu",), "Bắc Giang"),
        ("vai luc ngan", ("vai-thieu",), "Lục Ngạn"),
    ],
)
def test_a_place_is_read_as_chats_spell_it(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert [each.name for each in question.places] == [place]
    assert question.kinds == kinds


def test_an_abbreviation_within_a_brand_is_no_place(knowledge: Knowledge) -> None:
    assert not knowledge.understanding.read("trà tn organic").places


@pytest.mark.parametrize(
    ("typed", "kinds", "place"),
    [
        ("gần khách sạn mường thanh hạ long mua gì làm quà", (), "Hạ Long"),
        ("em ở khách sạn vinpearl cần thơ, gần đó có chỗ bán đồ ocop ko", (), "Cần Thơ"),
        ("mình ở resort flc quy nhơn, mua nem chua ở đâu", ("nem-chua",), "Quy Nhơn"),
        ("e ở ks hạ long, mua quà gì", (), "Hạ Long"),
        ("gần hồ xuân hương có bán mứt không", ("mut",), "Đà Lạt"),
        ("mua gì ở đà lạt mang về sài gòn", (), "Đà Lạt"),
        ("mình ở hà nội muốn mua đặc sản cà mau gửi về huế", (), "Cà Mau"),
        ("em ở sài gòn muốn gửi trà thái nguyên ra đà nẵng", ("tra",), "Thái Nguyên"),
        ("ở phú quốc mua gì đem ra hà nội làm quà", (), "Phú Quốc"),
        ("what to buy in hue to bring back to hanoi", (), "Huế"),
    ],
)
def test_what_is_told_around_a_question_is_not_where_things_are_from(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], place: str
) -> None:
    question = knowledge.understanding.read(typed)
    shown = [each.name for each in (*question.places, *question.sold_in)]
    assert set(shown) == {place}
    assert question.kinds == kinds


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("can mua 2 ky gao deo", ("gao",)),
        ("gạo dẻo thơm", ("gao-thom",)),
        ("gạo thơm", ("gao-thom",)),
        ("gạo nở", ("gao",)),
        ("cho 3 hộp bánh pía", ("banh-pia",)),
        ("cho chị 3 gói trà", ("tra",)),
        ("ruốc", ("ruoc",)),
    ],
)
def test_goods_are_asked_for_as_in_a_market(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...]
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == kinds
    assert not question.products
    assert question.ordinal is None


def test_people_counted_pick_nothing_from_a_list(knowledge: Knowledge) -> None:
    assert knowledge.understanding.read("cho 3 người").ordinal is None
    assert knowledge.understanding.read("quà cho 2 người lớn tuổi").ordinal is None


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("mien nao ngon", "mien"),
        ("co mien khong", "mien"),
        ("cua", "cua"),
        ("cua nao ngon", "cua"),
        ("toi nao ngon", "toi"),
    ],
)
def test_small_words_that_are_goods_are_asked_for(
    knowledge: Knowledge, typed: str, kind: str
) -> None:
    assert knowledge.understanding.read(typed).kinds == (kind,)


@pytest.mark.parametrize("typed", ["của ai làm", "cua ai lam", "toi muon mua tra"])
def test_small_words_stay_small(knowledge: Knowledge, typed: str) -> None:
    assert not {"cua", "toi"} & {*knowledge.understanding.read(typed).kinds}


def test_a_name_that_goes_on_is_somebody_elses(knowledge: Knowledge) -> None:
    assert knowledge.understanding.read("trà Phúc Long").certainty is Certainty.NONE
    assert knowledge.understanding.read("trà Phúc Thăng Long").products[0].code == "tra-phuc"
    assert knowledge.understanding.read("trà Phúc Hà Nội").products[0].code == "tra-phuc"


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("nước mắm lê gia vs khải hoàn", "vi"),
        ("best trà thái nguyên", "vi"),
        ("feedback mật ong bạc hà", "vi"),
        ("snack đậu phộng", "vi"),
        ("le gia fish sauce vs khai hoan", "en"),
        ("best Thái Nguyên tea", "en"),
        ("Trà hoa vàng Ba Chẽ price", "en"),
        ("Huế gifts", "en"),
    ],
)
def test_a_loanword_makes_no_message_english(
    knowledge: Knowledge, typed: str, language: str
) -> None:
    assert knowledge.understanding.read(typed).language == language


@pytest.mark.parametrize("typed", ["bánh quy cosy", "bánh quy Cosy"])
def test_a_foreign_brand_is_no_slip_of_english_talk(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is not Intent.PRICE
    assert question.language == "vi"
    assert not question.products
