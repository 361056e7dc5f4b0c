"""Words that look like another thing: a child like a market, "which" like a pile, a wish like a
fault found."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "asked",
    [
        "i alergic peanut what can i eat",
        "allergy peanut, what snack ok",
        "my kid has allergy of peanuts",
        "im allergic nuts, which candy is safe",
    ],
)
def test_nobody_is_offered_what_they_must_not_eat(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    products = talk.knowledge.catalogue.products
    assert "what is in them" in turn.reply.text
    assert not [code for code in turn.answer.products if "lac" in products[code].kinds]


@pytest.mark.parametrize("place", ["cao bang", "ha giang"])
def test_a_way_to_a_place_is_no_complaint(talk: Talk, place: str) -> None:
    turn = talk.say(f"i am go to {place} tomorrow, what special")
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.answer.products


@pytest.mark.parametrize(
    ("before", "unwanted"),
    [
        ("sp hội an", "không phải đồ ăn"),
        ("quà quảng nam", "không phải đồ uống"),
        ("sp 4 sao hội an", "bỏ cái trà ra"),
        ("sp 4 sao hội an", "loại trà đi"),
        ("sp 4 sao hội an", "thôi khỏi trà"),
    ],
)
def test_what_is_not_wanted_is_left_out(talk: Talk, before: str, unwanted: str) -> None:
    talk.say(before)
    turn = talk.say(unwanted)
    assert turn.reply.outcome is Outcome.ANSWER
    assert "trừ" in turn.reply.text.partition("\n")[0]


@pytest.mark.parametrize("said", ["không phải", "không phải vậy"])
def test_who_denies_is_asked_what_is_meant(talk: Talk, said: str) -> None:
    assert "hiểu chưa đúng ý" in talk.say(said).reply.text


@pytest.mark.parametrize(
    "asked", ["do an vat cho con", "banh cho con trai", "sua cho con", "banh cho con nit"]
)
def test_goods_for_a_child_are_of_no_market(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert not turn.question.places


@pytest.mark.parametrize("asked", ["ở chợ cồn có gì", "o cho con co gi", "chợ cồn"])
def test_the_market_is_found_all_the_same(talk: Talk, asked: str) -> None:
    assert [place.name for place in talk.say(asked).question.places] == ["Đà Nẵng"]


@pytest.mark.parametrize(
    ("before", "asked", "stars"),
    [
        ("nuoc mam phu quoc", "5 sao hong", 5),
        ("dầu tràm huế", "cái nào 4 sao hong", 4),
        ("mắm huế", "cái mô 4 sao", 4),
        ("mật ong quảng trị", "cái mô được 3 sao", 3),
    ],
)
def test_a_list_is_narrowed_in_the_words_of_a_region(
    talk: Talk, before: str, asked: str, stars: int
) -> None:
    first = talk.say(before).question
    turn = talk.say(asked)
    assert (turn.question.kinds, turn.question.stars) == (first.kinds, stars)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("nuoc mam le gia", "con gi tuong tu khong"),
        ("nước mắm nam ô", "có loại nào tương tự không"),
    ],
)
def test_what_is_alike_is_of_the_same_kind(talk: Talk, before: str, asked: str) -> None:
    catalogue = talk.knowledge.catalogue
    shown = talk.say(before).answer.products
    alike = talk.say(asked).answer.products
    assert alike and not {*alike} & {*shown}
    kinds = catalogue.products[shown[0]].kinds[:1]
    assert all(catalogue.is_at(catalogue.products[code], kinds=kinds) for code in alike)


def test_of_a_kind_with_one_product_the_wider_kind_is_alike(talk: Talk) -> None:
    talk.say("bánh khô mè bà liễu")
    assert talk.say("loại tương tự").answer.products


@pytest.mark.parametrize("asked", ["chị nào làm", "chi nao lam", "mệ mô làm"])
def test_who_makes_it_is_asked_of_kin(talk: Talk, asked: str) -> None:
    talk.say("tôm khô", "cà mau", "cái đầu")
    turn = talk.say(asked)
    assert (turn.question.intent, turn.reply.outcome) == (Intent.PRODUCER, Outcome.ANSWER)


@pytest.mark.parametrize(
    ("before", "asked", "kind"),
    [
        ("cà phê khe sanh", "còn cà phê chi nữa", "ca-phe"),
        ("tiêu cùa", "còn tiêu chi nữa", "ho-tieu"),
        ("cao chè vằng", "ở quảng trị hí", "che-vang"),
    ],
)
def test_particles_of_the_centre(talk: Talk, before: str, asked: str, kind: str) -> None:
    talk.say(before)
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.question.kinds == (kind,)


@pytest.mark.parametrize("asked", ["rứa còn quảng bình", "rứa quảng bình"])
def test_a_follow_up_of_the_centre_goes_on(talk: Talk, asked: str) -> None:
    talk.say("mật ong", "vĩnh linh")
    turn = talk.say(asked)
    assert [place.name for place in turn.question.places] == ["Quảng Bình"]
    assert turn.answer.products


@pytest.mark.parametrize(
    "asked",
    ["trung tâm trưng bày ocop da nang o dau", "trung tam trung bay ocop ha noi"],
)
def test_a_centre_shows_no_eggs(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent is Intent.OUTLETS


@pytest.mark.parametrize(
    ("asked", "kind", "place"),
    [
        ("dau tram lang co", "dau-tram", "Lăng Cô"),
        ("lạp xưởng cai be", "lap-xuong", "Cái Bè"),
        ("bánh tét làng chuồn", "banh-tet", "Phú An"),
    ],
)
def test_a_place_behind_goods_is_no_kind(talk: Talk, asked: str, kind: str, place: str) -> None:
    question = talk.say(asked).question
    assert question.kinds == (kind,)
    assert [each.name for each in question.places] == [place]


@pytest.mark.parametrize("asked", ["hop qua dep", "co sp nao dong hop dep san khong"])
def test_nice_boxes_are_no_sandals(talk: Talk, asked: str) -> None:
    assert "giay-dep" not in talk.say(asked).question.kinds


@pytest.mark.parametrize(
    "asked",
    ["cà phê nào 5 sao để biếu khách nước ngoài", "cà phê 5 sao tặng đối tác nước ngoài"],
)
def test_a_foreign_guest_is_no_export(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.market is None
    assert len(turn.answer.products) > 1


@pytest.mark.parametrize(
    "asked",
    ["nuoc mam van phan con han khong", "nuoc mam Van Phan", "nước mắm vạn phần diễn châu"],
)
def test_a_brand_before_the_place_of_its_maker(talk: Talk, asked: str) -> None:
    assert talk.say(asked).answer.products == ("nuoc-mam-ha-tho",)


def test_the_maker_of_such_a_brand(talk: Talk) -> None:
    assert "Vạn Phần Diễn Châu" in talk.say("công ty Vạn Phần").reply.text


@pytest.mark.parametrize("asked", ["so dt cty le gia thanh hoa vs ạ", "sdt cty le gia thanh hoa"])
def test_politeness_behind_the_place_of_a_maker(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.CONTACT
    assert "Lê Gia" in turn.reply.text


def test_stars_of_a_source_without_a_year_are_not_denied(talk: Talk) -> None:
    told = talk.say("hạt tiêu cùa đạt 4 sao chưa").reply.text
    assert "Chưa khớp" not in told
    assert "không nói năm nào" in told
    assert "★★★★☆" in talk.say("hạt tiêu cùa mấy sao").reply.text


@pytest.mark.parametrize("asked", ["cam vinh", "bánh khoái", "bánh ép huế"])
def test_a_kind_of_which_none_is_known(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert turn.reply.choices


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ba be homestay", "en"),
        ("phong nha homestay ocop", "en"),
        ("weather dong van", "en"),
        ("market day dong van", "en"),
        ("homestay ở bắc kạn", "vi"),
        ("homestay nào ở sa pa", "vi"),
        ("shop ocop ha noi o dau", "vi"),
    ],
)
def test_the_language_of_few_words(talk: Talk, asked: str, language: str) -> None:
    assert talk.say(asked).language == language
