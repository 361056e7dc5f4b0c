"""Follow-ups that narrow or move the list last shown."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import Category
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("first", "then", "place", "kind"),
    [
        ("di ha giang mua gi", "còn mật ong thì sao", "Hà Giang", "mat-ong"),
        ("di ha giang mua gi", "mật ong", "Hà Giang", "mat-ong"),
        ("Sa Pa gift", "tea?", "Sa Pa", "tra"),
        ("phu quoc what buy", "pepper", "Phú Quốc", "ho-tieu"),
        ("đi đà nẵng mua gì", "có chả bò không", "Đà Nẵng", "cha-bo"),
        ("mua gì ở Cần Thơ", "trái cây", "Cần Thơ", "trai-cay"),
        ("tra thai nguyen", "con cao bang", "Cao Bằng", "tra"),
        ("mật ong", "hà giang", "Hà Giang", "mat-ong"),
        ("nước mắm", "phú quốc", "Phú Quốc", "nuoc-mam"),
        ("chè shan tuyết", "ở yên bái", "Yên Bái", "tra-shan-tuyet"),
    ],
)
def test_a_kind_and_a_place_meet(talk: Talk, first: str, then: str, place: str, kind: str) -> None:
    turn = talk.say(first, then)
    assert turn.reply.outcome is Outcome.ANSWER
    assert (talk.places(turn), turn.question.kinds) == ([place], (kind,))
    products = talk.knowledge.catalogue.products
    there = turn.question.places[0]
    shown = [products[code] for code in turn.answer.products]
    assert shown
    assert all(talk.knowledge.catalogue.lies_in(product, there) for product in shown)


def test_a_kind_that_the_place_has_not_is_offered_around_it(talk: Talk) -> None:
    turn = talk.say("Sa Pa gift", "honey?")
    assert "Honey from Sa Pa: none" in turn.reply.text
    assert "Honey from Lào Cai" in turn.reply.text


@pytest.mark.parametrize(
    ("first", "then", "place", "kinds"),
    [
        ("cafe daklak", "4 sao thoi", "Đắk Lắk", ("ca-phe",)),
        ("tra thai nguyen", "chỉ lấy 5 sao", "Thái Nguyên", ("tra",)),
        ("banh trang tay ninh", "loai 5 sao", "Tây Ninh", ("banh-trang",)),
        ("vay hue co gi co sao", "5 sao thoi", "Huế", ()),
        ("Da Lat coffee", "show me 4 stars only", "Đà Lạt", ("ca-phe",)),
        ("tra thai nguyen", "có loại nào 5 sao không", "Thái Nguyên", ("tra",)),
    ],
)
def test_stars_narrow_the_list(
    talk: Talk, first: str, then: str, place: str, kinds: tuple[str, ...]
) -> None:
    turn = talk.say(first, then)
    assert (talk.places(turn), turn.question.kinds) == ([place], kinds)
    products = talk.knowledge.catalogue.products
    assert {products[code].stars for code in turn.answer.products} == {turn.question.stars}
    assert str(turn.question.stars) in then


def test_the_list_outlives_a_product_picked_from_it(talk: Talk) -> None:
    turn = talk.say("banh trang tay ninh", "cái thứ hai", "loai 5 sao")
    assert talk.places(turn) == ["Tây Ninh"]
    assert (turn.question.kinds, turn.question.stars) == (("banh-trang",), 5)


def test_stars_after_one_product_choose_among_its_kind(talk: Talk) -> None:
    turn = talk.say("nuoc mam le gia", "loại 4 sao")
    assert (turn.question.kinds, turn.question.stars) == (("nuoc-mam",), 4)


def test_a_group_narrows_and_the_talk_goes_on(talk: Talk) -> None:
    turn = talk.say("what can I buy in Hoi An", "handicrafts only")
    assert turn.question.category is Category.HANDICRAFT
    second = turn.answer.products[1]
    assert talk.say("number 2").answer.products == (second,)
    assert talk.say("where can I buy it").question.intent is Intent.WHERE_TO_BUY
    assert talk.say("who makes it").answer.products == (second,)


def test_a_group_alone_is_a_list(talk: Talk) -> None:
    assert talk.say("đồ thủ công").question.category is Category.HANDICRAFT
    turn = talk.say("5 sao", "ở Hà Nội")
    assert (turn.question.category, turn.question.stars) == (Category.HANDICRAFT, 5)
    assert talk.places(turn) == ["Hà Nội"]


def test_a_place_after_where_to_buy_is_where_to_buy(talk: Talk) -> None:
    turn = talk.say("nước mắm lê gia mua ở đâu", "ở hà nội")
    assert turn.question.intent is Intent.WHERE_TO_BUY
    assert turn.answer.products == ("nuoc-mam-le-gia-cot-dac-biet-40n",)
    turn = talk.say("dừa sáp", "mua ở đâu", "ở sài gòn")
    assert turn.question.intent is Intent.WHERE_TO_BUY


def test_what_was_not_understood_leaves_the_list(talk: Talk) -> None:
    listed = talk.say("Quảng Nam có gì")
    assert talk.say("abcxyz").reply.outcome is Outcome.NOT_FOUND
    assert talk.say("cái thứ hai").answer.products == (listed.answer.products[1],)


def test_an_unknown_thing_is_not_the_one_shown_before(talk: Talk) -> None:
    turn = talk.say("tra hoa vang ba che", "iphone mua o dau", "gia bao nhieu")
    assert turn.reply.outcome is Outcome.NOT_FOUND


def test_the_whole_country_widens(talk: Talk) -> None:
    turn = talk.say("cà phê đắk lắk", "cả nước thì sao")
    assert (turn.question.places, turn.question.kinds) == ((), ("ca-phe",))


def test_another_kind_is_not_asked_of_one_product(talk: Talk) -> None:
    turn = talk.say("Da Lat coffee", "where buy", "what about tea")
    assert turn.question.kinds == ("tra",)
    assert len(turn.answer.products) > 1
    turn = talk.say("lien he nuoc mam le gia", "thế còn trà mãng cầu")
    assert (turn.question.intent, turn.reply.outcome) == (Intent.CONTACT, Outcome.CHOICES)


def test_a_count_moves_with_its_stars_and_is_listed(talk: Talk) -> None:
    turn = talk.say("có bao nhiêu sản phẩm 5 sao", "ở Hà Nội thì mấy cái")
    assert (turn.question.intent, turn.question.stars) == (Intent.STATISTICS, 5)
    turn = talk.say("kể ra xem")
    assert (turn.question.intent, turn.question.stars) == (Intent.SPECIALITIES, 5)
    assert talk.places(turn) == ["Hà Nội"]
    assert turn.answer.products


def test_a_count_is_told_for_fewer_stars_and_another_place(talk: Talk) -> None:
    turn = talk.say("Nghệ An có bao nhiêu sản phẩm", "4 sao thì mấy")
    assert (turn.question.intent, turn.question.stars) == (Intent.STATISTICS, 4)
    turn = talk.say("còn Hà Tĩnh")
    assert (turn.question.intent, turn.question.stars) == (Intent.STATISTICS, 4)
    assert talk.places(turn) == ["Hà Tĩnh"]


def test_another_kind_said_with_a_no_is_looked_for_in_the_same_place(talk: Talk) -> None:
    turn = talk.say("quà Đà Lạt", "mứt dâu", "không, atiso cơ")
    assert talk.places(turn) == ["Đà Lạt"]
    assert turn.question.kinds == ("atiso",)


def test_words_not_understood_do_not_list_the_whole_country(talk: Talk) -> None:
    turn = talk.say("quà Đà Lạt", "xyz qwv zzt")
    assert turn.reply.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("di ha giang mua gi", "trà hoa vàng ba chẽ"),
        ("tra thai nguyen", "đồ uống 4 sao ở Đắk Lắk"),
        ("tra thai nguyen", "nước mắm khải hoàn"),
    ],
)
def test_a_question_of_its_own_stays_one(talk: Talk, first: str, then: str) -> None:
    alone = Talk(talk.knowledge).say(then)
    assert talk.say(first, then).answer.products == alone.answer.products


@pytest.mark.parametrize(
    ("first", "then", "place", "kind"),
    [
        ("cà phê gia lai", "không, ý mình là Lâm Đồng", "Lâm Đồng", "ca-phe"),
        ("ca phe gia lai", "y minh la dak lak", "Đắk Lắk", "ca-phe"),
        ("ca phe gia lai", "khong phai, dak lak co", "Đắk Lắk", "ca-phe"),
        ("cà phê gia lai", "à nhầm, đắk lắk ạ", "Đắk Lắk", "ca-phe"),
        ("trà hà giang", "tôi hỏi thái nguyên mà", "Thái Nguyên", "tra"),
        ("trà hà giang", "ủa lộn, thái nguyên", "Thái Nguyên", "tra"),
        ("trà hà giang", "sửa lại: hà nam", "Hà Nam", "tra"),
        ("trà hà giang", "ý em là mật ong cơ", "Hà Giang", "mat-ong"),
        ("coffee from gia lai", "no, i mean dak lak", "Đắk Lắk", "ca-phe"),
    ],
)
def test_a_list_is_corrected(talk: Talk, first: str, then: str, place: str, kind: str) -> None:
    turn = talk.say(first, then)
    assert turn.reply.outcome is Outcome.ANSWER
    assert (talk.places(turn), turn.question.kinds) == ([place], (kind,))
    assert not turn.question.without


def test_where_goods_are_taken_to_moves_no_list(talk: Talk) -> None:
    turn = talk.say("đang ở huế", "mua gì mang về sài gòn")
    assert talk.places(turn) == ["Huế"]


@pytest.mark.parametrize("then", ["mua gì mang về sài gòn", "gởi về sài gòn có gì"])
def test_where_goods_are_taken_to_leaves_their_kind(talk: Talk, then: str) -> None:
    turn = talk.say("mật ong hà giang", then)
    assert (talk.places(turn), turn.question.kinds) == (["Hà Giang"], ("mat-ong",))


@pytest.mark.parametrize(
    "typed",
    [
        "gửi mật ong về sài gòn được không",
        "mật ong nào mang vô sài gòn làm quà",
        "ship honey to saigon",
    ],
)
def test_goods_are_not_from_where_they_are_taken(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.answer.products
    assert not turn.question.places
    assert [place.name for place in turn.question.without.places] == ["Hồ Chí Minh"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("take a bus to hue, what to buy", "Huế"),
        ("cầm 2 triệu lên đà lạt mua gì", "Đà Lạt"),
        ("chuyển qua cà mau đi", "Cà Mau"),
    ],
)
def test_who_goes_somewhere_takes_no_goods_there(talk: Talk, typed: str, place: str) -> None:
    assert talk.places(talk.say(typed)) == [place]


@pytest.mark.parametrize("typed", ["mua gì mang về sài gòn", "what to bring back to hanoi"])
def test_without_goods_it_is_asked_where_they_are_from(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert not turn.answer.products


def test_whether_it_may_fly_is_no_list(talk: Talk) -> None:
    turn = talk.say("mật ong hà giang", "mang về sài gòn bằng máy bay được không")
    assert "hãng bay" in turn.reply.text


@pytest.mark.parametrize("first", ["mật ong", "chè hảo đạt", "mật ong phương di"])
def test_other_provinces_are_those_of_none_shown(talk: Talk, first: str) -> None:
    turn = talk.say(first, "tỉnh khác có không")
    assert turn.answer.products
    assert turn.question.without.places


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (("kẹo dừa bến tre", "vị sầu riêng"), "sầu riêng"),
        (("kẹo dừa bến tre", "vị sầu riêng", "đổi sang vị lá dứa"), "lá dứa"),
        (("nước mắm phú quốc", "loại 40 độ đạm thôi"), "40"),
        (("hạt điều bình phước", "vị tỏi ớt"), "tỏi ớt"),
        (("kẹo dừa", "the durian one"), "sầu riêng"),
    ],
)
def test_a_taste_or_strength_picks_from_the_list(
    talk: Talk, said: tuple[str, ...], word: str
) -> None:
    turn = talk.say(*said)
    products = talk.knowledge.catalogue.products
    assert turn.answer.products
    assert all(word in (products[code].name_vi or "") for code in turn.answer.products)
    assert not turn.answer.producers or len(turn.answer.products) == 1


@pytest.mark.parametrize("then", ["chỉ lấy 4 5 sao", "chi lay 4,5 sao", "only 4 5 stars"])
def test_two_numbers_of_stars_narrow_a_list(talk: Talk, then: str) -> None:
    turn = talk.say("trà thái nguyên", then)
    assert (turn.question.stars, turn.question.stars_up_to) == (4, 5)
    assert turn.question.kinds == ("tra",)


def test_makers_of_a_list_with_a_range_of_stars_keep_the_range(talk: Talk) -> None:
    turn = talk.say("nước mắm thanh hóa 4-5 sao", "ai làm")
    assert (turn.question.stars, turn.question.stars_up_to) == (4, 5)
