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


@pytest.mark.parametrize(
    ("first", "then"),
    [("rượu cần", "nhiều hơn"), ("ruou can", "nua"), ("rượu cần", "nhiều hơn nữa")],
)
def test_more_of_a_list_that_ended_says_so(talk: Talk, first: str, then: str) -> None:
    assert "bấy nhiêu" in talk.say(first, then).reply.text


def test_more_than_a_page_goes_on(talk: Talk) -> None:
    assert "trang 2" in talk.say("trà", "nhiều hơn").reply.text


@pytest.mark.parametrize("said", [("nữa",), ("next",), ("có bao nhiêu sản phẩm OCOP", "nữa")])
def test_more_of_nothing_is_no_farewell(talk: Talk, said: tuple[str, ...]) -> None:
    turn = talk.say(*said)
    assert turn.question.intent is Intent.UNKNOWN
    assert not turn.reply.asks_location


def test_all_that_was_counted_is_shown(talk: Talk) -> None:
    turn = talk.say("sản phẩm 5 sao ở Hà Nội có bao nhiêu", "cho xem hết")
    assert (talk.places(turn), turn.question.stars) == (["Hà Nội"], 5)
    assert turn.answer.products


@pytest.mark.parametrize("then", ["tất cả", "tat ca di", "all"])
def test_all_of_a_maker_after_some_stars(talk: Talk, then: str) -> None:
    turn = talk.say("HTX Hảo Đạt có những sản phẩm gì", "cái nào 5 sao", then)
    assert turn.question.intent is Intent.PRODUCER
    assert turn.question.stars is None


def test_all_kinds_of_a_maker_named_with_its_goods(talk: Talk) -> None:
    turn = talk.say("kẹo dừa Đông Á", "tất cả các loại")
    assert turn.question.producers[0].code == "cong-ty-tnhh-sxkd-tong-hop-dong-a"


def test_all_drops_what_narrowed_last(talk: Talk) -> None:
    turn = talk.say("3 sao Hà Tĩnh hết hạn 2024", "2023", "tất cả")
    assert (turn.question.stars, turn.question.period) == (3, None)
    assert "đã hết hạn" in turn.reply.text
    turn = talk.say("trà Hà Giang", "4 sao", "tất cả")
    assert (turn.question.kinds, turn.question.stars) == (("tra",), None)
    assert talk.places(turn) == ["Hà Giang"]


@pytest.mark.parametrize("then", ["nguồn ở đâu", "nguon o dau vay", "source?", "nguồn?"])
def test_source_of_a_product(talk: Talk, then: str) -> None:
    turn = talk.say("miến dong Tài Hoan", then)
    assert turn.question.products[0].code == "mien-dong-tai-hoan"
    assert "nongnghiep.vn" in turn.reply.text


@pytest.mark.parametrize(
    "said", ["dữ liệu của bạn cập nhật khi nào", "du lieu cap nhat den khi nao"]
)
def test_how_new_the_data_is(talk: Talk, said: str) -> None:
    assert "10/03/2026" in talk.say(said).reply.text


def test_source_of_a_count_is_still_told_with_it(talk: Talk) -> None:
    turn = talk.say("Hà Nội có bao nhiêu sản phẩm OCOP", "nguồn ở đâu")
    assert turn.question.intent is Intent.STATISTICS


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (("HTX Nam Yang", "có mấy sản phẩm 5 sao", "chứng nhận ngày nào"), "26/06/2025"),
        (("cà phê Khe Sanh", "chứng nhận ngày nào"), "17/01/2025"),
    ],
)
def test_the_day_of_certificates(talk: Talk, said: tuple[str, ...], day: str) -> None:
    turn = talk.say(*said)
    assert turn.question.intent is Intent.RATING
    assert f"ông nhận ngày {day}" in turn.reply.text


@pytest.mark.parametrize("then", ["oldest", "which one is older", "cũ nhất"])
def test_which_is_the_oldest(talk: Talk, then: str) -> None:
    turn = talk.say("coffee", then)
    assert turn.question.intent is Intent.COMPARE
    assert "2019" in turn.reply.text


def test_homework_about_a_province(talk: Talk) -> None:
    turn = talk.say("mk lm bài tập về ocop hưng yên")
    assert talk.places(turn) == ["Hưng Yên"]
    assert talk.places(talk.say("có bn sp")) == ["Hưng Yên"]


def test_where_a_place_belongs_in_the_words_of_the_centre(talk: Talk) -> None:
    assert "Thừa Thiên Huế" in talk.say("ở huế chừ thuộc tỉnh mô").reply.text


def test_those_with_the_most_stars(talk: Talk) -> None:
    turn = talk.say("what is OCOP", "show me some with the most stars")
    assert turn.question.stars == 5
    assert "page 2" in talk.say("next").reply.text


@pytest.mark.parametrize("first", ["không phải cái này", "hok phải cái này"])
def test_not_this_at_first_asks_what_is_meant(talk: Talk, first: str) -> None:
    assert "hiểu chưa đúng" in talk.say(first).reply.text
    assert talk.session.awaiting != "comment"


def test_what_was_told_is_said_again(talk: Talk) -> None:
    first = talk.say("trà")
    assert talk.say("nói lại đi").reply.text == first.reply.text
    one = talk.say("cà phê Khe Sanh")
    assert talk.say("nhắc lại giúp mình").answer.products == one.answer.products


def test_saying_nothing_again_asks_for_no_comment(talk: Talk) -> None:
    talk.say("nói lại đi")
    assert talk.session.awaiting is None


def test_when_the_programme_began(talk: Talk) -> None:
    turn = talk.say("ai sáng lập OCOP", "năm nào")
    assert "2018" in turn.reply.text


def test_places_after_a_decision_are_of_what_it_recognised(talk: Talk) -> None:
    turn = talk.say("quyết định 2361", "của Hải Dương")
    assert "Quyết định số 2361" in turn.reply.text
    assert "(7)" in turn.reply.text or "7 sản phẩm" in turn.reply.text
    assert "bấy nhiêu" in talk.say("5 cái tiếp theo").reply.text
    nothing = talk.say("của Tây Ninh")
    assert "Quyết định số 2361" in nothing.reply.text


def test_a_kind_after_a_decision_is_a_question_of_its_own(talk: Talk) -> None:
    turn = talk.say("quyết định 2361", "trà ở Huế")
    assert turn.question.kinds == ("tra",)


def test_examples_of_what_was_counted(talk: Talk) -> None:
    turn = talk.say("Gia Lai có mấy sản phẩm 5 sao", "cho vd 3 cái")
    assert (talk.places(turn), turn.question.stars) == (["Gia Lai"], 5)
    assert turn.answer.products


def test_an_amount_is_still_an_order(talk: Talk) -> None:
    assert talk.say("trà", "mình cần 500 hộp").question.intent is Intent.WHERE_TO_BUY


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (("rượu", "loại ngâm"), "ruou-thuoc"),
        (("ruou", "loai nao ngam"), "ruou-thuoc"),
        (("rượu", "loại chuối"), "ruou-chuoi"),
        (("cà phê", "loại hạt"), "ca-phe-hat"),
        (("green tea", "and oolong", "and black"), "tra-den"),
        (("tea", "and coffee"), "ca-phe"),
        (("sầu riêng", "sấy", "đông lạnh"), "sau-rieng-cap-dong"),
        (("rượu", "loại rượu chuối"), "ruou-chuoi"),
    ],
)
def test_a_sort_makes_a_kind_with_what_was_listed(
    talk: Talk, said: tuple[str, ...], kind: str
) -> None:
    turn = talk.say(*said)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.question.kinds == (kind,)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (("socola", "loại đen"), "đen"),
        (("socola", "loại sữa"), "sữa"),
        (("trà", "túi lọc"), "túi lọc"),
    ],
)
def test_a_sort_picks_those_listed_that_are_called_so(
    talk: Talk, said: tuple[str, ...], word: str
) -> None:
    turn = talk.say(*said)
    shown = [
        talk.knowledge.catalogue.products[code].name_vi or "" for code in talk.session.products
    ]
    assert shown
    assert all(word.casefold() in name.casefold() for name in shown)
    assert turn.question.intent is Intent.PRODUCT


def test_a_sort_that_there_is_none_of_is_not_found(talk: Talk) -> None:
    turn = talk.say("bún bò huế gói", "loại ăn liền")
    assert not turn.answer.products
    assert "bún ăn liền" in turn.reply.text


def test_another_kind_after_a_list_is_no_sort_of_it(talk: Talk) -> None:
    assert talk.say("trà", "mật ong").question.kinds == ("mat-ong",)
    assert talk.say("nước mắm", "loại mắm tôm").question.kinds == ("mam-tom",)


def test_anything_with_five_is_of_stars(talk: Talk) -> None:
    turn = talk.say("rice noodles", "4 stars only", "anything with 5?")
    assert turn.question.stars == 5
    assert turn.question.kinds == ("bun-pho",)
