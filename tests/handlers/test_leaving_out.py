"""Lists without what is not wanted."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.facts import Category
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "asked",
    [
        "nước mắm không phải Phú Quốc",
        "nuoc mam tru phu quoc ra",
        "fish sauce not from Phu Quoc",
        "fish sauce other than phu quoc",
    ],
)
def test_a_place_not_wanted_is_left_out(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    shown = [catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert all("nuoc-mam" in catalogue.kinds and each.kinds for each in shown)
    assert all(each.location.district != "district:911" for each in shown)
    assert "Phú Quốc" in turn.reply.text.partition("\n")[0]


@pytest.mark.parametrize("asked", ["5 sao trừ trà, cà phê", "5 star except tea and coffee"])
def test_kinds_not_wanted_are_left_out(talk: Talk, asked: str) -> None:
    question = talk.say(asked).question
    assert question.kinds == ()
    assert question.without.kinds == ("tra", "ca-phe")


@pytest.mark.parametrize("asked", ["souvenir from Hue, not food", "qua hue nhung khong phai do an"])
def test_a_group_not_wanted_is_left_out(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    products = talk.knowledge.catalogue.products
    assert turn.answer.products
    groups = {products[code].category for code in turn.answer.products}
    assert Category.FOOD not in groups
    assert [place.name for place in turn.question.places] == ["Huế"]


def test_of_a_group_a_kind_is_left_out(talk: Talk) -> None:
    turn = talk.say("đồ uống không phải rượu")
    assert turn.question.category is Category.BEVERAGE
    assert turn.question.without.kinds == ("ruou",)
    assert turn.reply.outcome is Outcome.ANSWER


def test_all_the_rest_of_the_country_is_no_answer(talk: Talk) -> None:
    assert not talk.say("trừ Phú Quốc").answer.products


@pytest.mark.parametrize(
    ("asked", "left_out"),
    [
        ("trừ Hà Nội, trà ở đâu ngon", ["Hà Nội"]),
        ("trà trừ Thái Nguyên, Hà Nội và Huế", ["Thái Nguyên", "Hà Nội", "Huế"]),
        ("cà phê trừ cà phê Đắk Lắk", ["Đắk Lắk"]),
        ("ca phe ko phai robusta", []),
    ],
)
def test_what_stands_behind_it_is_left_out_and_no_more(
    talk: Talk, asked: str, left_out: list[str]
) -> None:
    question = talk.say(asked).question
    assert [place.name for place in question.without.places] == left_out
    assert question.kinds in {("tra",), ("ca-phe",)}


@pytest.mark.parametrize(
    "asked", ["trà ở Thái Nguyên không phải 5 sao", "tea not 5 star thai nguyen"]
)
def test_stars_not_wanted_are_left_out(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    products = talk.knowledge.catalogue.products
    assert turn.answer.products
    assert 5 not in {products[code].stars for code in turn.answer.products}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Địa chỉ Bún kh Phước Hòa", "bun-kho-phuoc-hoa"),
        ("Cá ko Trần Bá Sản", "ca-kho-tran-ba-san"),
    ],
)
def test_a_short_form_of_no_may_be_a_slip_in_a_name(talk: Talk, asked: str, code: str) -> None:
    turn = talk.say(asked)
    assert turn.answer.products[:1] == (code,)
    assert not turn.question.without


def test_stars_are_left_out_of_the_list_last_shown(talk: Talk) -> None:
    question = talk.say("trà thái nguyên", "không lấy 5 sao").question
    assert (question.stars, question.without.stars, question.kinds) == (None, (5,), ("tra",))


def test_what_is_named_next_is_wanted_again(talk: Talk) -> None:
    assert len(talk.say("nước mắm trừ Phú Quốc", "Phú Quốc").answer.products) > 1
    assert not talk.say("huế có gì trừ đồ ăn", "có đồ ăn gì").question.without


def test_more_can_be_left_out(talk: Talk) -> None:
    question = talk.say("nước mắm trừ Phú Quốc", "4 sao", "trừ Thanh Hóa").question
    assert [place.name for place in question.without.places] == ["Phú Quốc", "Thanh Hóa"]


@pytest.mark.parametrize(
    "asked",
    ["trà thái nguyên / không phải của Thái Nguyên à", "I'm not from Hanoi, what to buy there"],
)
def test_a_doubt_and_where_one_is_from_leave_nothing_out(talk: Talk, asked: str) -> None:
    question = talk.say(*asked.split(" / ")).question
    assert question.places
    assert not question.without


def test_besides_a_kind_a_place_has_the_rest(talk: Talk) -> None:
    names = talk.say("phu quoc co gi ngoai nuoc mam").reply.text
    assert "trừ nước mắm" in names
    assert "Mắm ruốc" in names


def test_up_in_a_place_is_not_outside_it(talk: Talk) -> None:
    question = talk.say("ngoài Hà Nội có bán nước mắm lê gia không").question
    assert [place.name for place in question.places] == ["Hà Nội"]
    assert not question.without


def test_the_list_last_shown_is_cut_and_stays_so(talk: Talk) -> None:
    turn = talk.say("trà 5 sao", "không lấy thái nguyên")
    assert turn.reply.text.startswith("Trà 5 sao trên cả nước, trừ Thái Nguyên")
    assert talk.say("xem thêm").question.without == turn.question.without
    assert talk.say("4 sao thôi").question.without == turn.question.without
    assert not talk.say("mật ong 5 sao").question.without


def test_the_next_page_leaves_out_the_same(talk: Talk) -> None:
    turn = talk.say("cà phê trừ đắk lắk")
    following = next(each.action for each in turn.reply.choices if each.label.startswith("Xem"))
    told, _ = respond(Utterance(action=following), Session(), talk.knowledge, date(2026, 3, 10))
    assert told.question.without == turn.question.without
    assert not set(told.answer.products) & set(turn.answer.products)


@pytest.mark.parametrize("asked", ["tôm khô cà mau và bạc liêu", "tom kho ca mau hay bac lieu"])
def test_beside_a_former_province_todays_is_what_it_was(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    names = [paragraph.text for paragraph in turn.reply.paragraphs]
    assert sum("Đa Giàu" in name for name in names) == 1
    assert len(turn.answer.products) == len(set(turn.answer.products))


@pytest.mark.parametrize(
    ("asked", "unwanted", "kind"),
    [
        ("trà hoa vàng không phải Ba Chẽ", "Ba Chẽ", "tra-hoa-vang"),
        ("nuoc mam khong phai le gia", "Lê Gia", "nuoc-mam"),
        ("tea without jasmine in Thai Nguyen", "jasmine", "tra"),
    ],
)
def test_by_words_of_a_name_goods_are_left_out(
    talk: Talk, asked: str, unwanted: str, kind: str
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    shown = [catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert all(catalogue.is_at(each, kinds=(kind,)) for each in shown)
    assert not any(unwanted in f"{each.name_vi} {each.name_en}" for each in shown)
    assert "“" in turn.reply.text.partition("\n")[0]


def test_words_left_out_stay_left_out(talk: Talk) -> None:
    talk.say("mật ong ở Hà Giang")
    talk.say("không phải bạc hà")
    turn = talk.say("còn cả nước thì sao")
    products = talk.knowledge.catalogue.products
    names = [products[code].name_vi or "" for code in turn.answer.products]
    assert names
    assert not any("bạc hà" in name.casefold() for name in names)


@pytest.mark.parametrize(
    "asked",
    [
        "dị ứng đậu phộng, kẹo nào không có lạc",
        "i am allergic to peanut, which sweets are without peanut?",
    ],
)
def test_what_somebody_cannot_eat_is_not_offered_and_labels_are_to_be_read(
    talk: Talk, asked: str
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    shown = [catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert not any(catalogue.is_at(each, kinds=("lac",)) for each in shown)
    assert "nhãn" in turn.reply.text or "label" in turn.reply.text


@pytest.mark.parametrize("asked", ["bà bầu ăn gì tốt", "what is good for a diabetic?"])
def test_no_advice_on_health_is_given(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert not turn.answer.products
    assert "bác sĩ" in turn.reply.text or "doctor" in turn.reply.text


def test_who_cannot_eat_shrimp_is_offered_no_shrimp_paste(talk: Talk) -> None:
    turn = talk.say("dị ứng tôm, mắm nào ăn được")
    products = talk.knowledge.catalogue.products
    names = [(products[code].name_vi or "").casefold() for code in turn.answer.products]
    assert names
    assert not any("tôm" in name for name in names)


@pytest.mark.parametrize(
    "asked", ["keo dua ko sau rieng", "kẹo dừa không sầu riêng", "coconut candy no durian"]
)
def test_a_bare_no_behind_a_kind_leaves_out_what_follows(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    products = talk.knowledge.catalogue.products
    assert turn.answer.products
    for code in turn.answer.products:
        assert "sầu riêng" not in (products[code].name_vi or "").casefold()


@pytest.mark.parametrize(
    "asked",
    [
        "mình dị ứng hải sản, mua quà gì ở Phú Quốc",
        "I am allergic to fish, what can I buy in Phu Quoc",
        "ăn chay thì mua gì ở Phú Quốc",
        "I am vegetarian, what specialities from Phu Quoc",
    ],
)
def test_who_eats_no_fish_is_offered_no_fish_sauce(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    shown = [catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert not any(catalogue.is_at(each, kinds=("nuoc-mam", "ca")) for each in shown)
    assert any(word in turn.reply.text for word in ("nhãn", "label"))


@pytest.mark.parametrize(
    "asked", ["no peanut candy", "candy without peanuts", "kẹo không đậu phộng"]
)
def test_a_kind_denied_is_left_out_of_the_wider_one(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    shown = [talk.knowledge.catalogue.products[code] for code in turn.answer.products]
    assert shown
    assert not any("keo-lac" in each.kinds for each in shown)


@pytest.mark.parametrize("asked", ["trà không đường", "gluten free noodles", "sugar free coffee"])
def test_of_what_is_in_things_names_do_not_tell(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert any(word in turn.reply.text for word in ("nhãn", "label"))


def test_what_is_left_of_all_wider_kinds_is_listed(talk: Talk) -> None:
    turn = talk.say("không lấy xoài sấy")
    assert set(turn.question.kinds) == {"xoai", "trai-cay-say"}
    kinds = [talk.knowledge.catalogue.products[code].kinds for code in turn.answer.products]
    assert all("xoai-say" not in each for each in kinds)


@pytest.mark.parametrize(
    ("asked", "kind", "left"),
    [
        ("I am allergic to peanuts, show me cakes", "banh", "lac"),
        ("allergic to nuts, show me candy", "keo", "hat"),
        ("I can't eat shrimp, give me sauces", "nuoc-cham", "tom"),
        ("I don't eat meat, any noodles", "mi", "thit"),
        ("không ăn được lạc, cho xem kẹo", "keo", "lac"),
    ],
)
def test_what_is_asked_for_behind_an_allergy_is_not_left_out(
    talk: Talk, asked: str, kind: str, left: str
) -> None:
    turn = talk.say(asked)
    assert turn.question.kinds == (kind,)
    assert left in turn.question.without.kinds
    assert kind not in turn.question.without.kinds
    assert turn.answer.products


@pytest.mark.parametrize("asked", ["dị ứng tôm, cua, cá", "allergic to shrimp, crab and fish"])
def test_all_that_an_allergy_names_is_left_out(talk: Talk, asked: str) -> None:
    assert {"tom", "cua", "ca"} <= set(talk.say(asked).question.without.kinds)


@pytest.mark.parametrize(
    "asked", ["tôi bị dị ứng lạc, mua bánh gì", "I am allergic to peanuts, show me cakes"]
)
def test_an_allergy_holds_in_another_province(talk: Talk, asked: str) -> None:
    turn = talk.say(asked, "của Hải Dương")
    assert turn.question.kinds == ("banh",)
    assert turn.question.without.kinds == ("lac",)
    assert turn.answer.products
