"""What is asked on after a count or a list as a whole: who makes them, whether they hold, which of
two places has more."""

from __future__ import annotations

import re

import pytest

from handlers.chat.reply import Outcome
from knowledge.certificates import Validity
from knowledge.facts import Category
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "then", ["của ai", "của những ai", "ai lam", "cua nha nao", "who makes them", "bao nhiêu nhà"]
)
def test_makers_of_what_was_counted(talk: Talk, then: str) -> None:
    turn = talk.say("Gia Lai", "bao nhiêu sp 5 sao", then)
    assert turn.question.makers == ()
    assert (talk.places(turn), turn.question.stars) == (["Gia Lai"], 5)
    assert len(turn.answer.producers) > 1


@pytest.mark.parametrize("then", ["năm nào công nhận", "giá bao nhiêu", "mua ở đâu", "since when"])
def test_what_was_counted_is_listed_when_more_is_asked(talk: Talk, then: str) -> None:
    turn = talk.say("Gia Lai", "bao nhiêu sp 5 sao", then)
    assert turn.reply.outcome is Outcome.ANSWER
    assert (talk.places(turn), turn.question.stars) == (["Gia Lai"], 5)
    assert len(turn.answer.products) > 1


@pytest.mark.parametrize(
    ("said", "validity"),
    [
        (("Đồng Tháp", "sp hết hạn"), Validity.EXPIRED),
        (("Đồng Tháp", "sp còn hạn"), Validity.VALID),
        (("Đồng Tháp", "con han ko"), Validity.VALID),
        (("Đồng Tháp", "hết hạn hết chưa"), Validity.EXPIRED),
        (("Hà Nội", "thủ công", "5 sao", "hết hạn chưa"), Validity.EXPIRED),
        (("how many 5 star products in gia lai", "are they still valid"), Validity.VALID),
    ],
)
def test_validity_of_all_that_was_listed_or_counted(
    talk: Talk, said: tuple[str, ...], validity: Validity
) -> None:
    turn = talk.say(*said)
    assert (turn.question.intent, turn.question.validity) == (Intent.SPECIALITIES, validity)


@pytest.mark.parametrize(
    ("said", "place", "validity", "period"),
    [
        (("An Giang bao nhiêu sp", "hết hạn bao nhiêu"), "An Giang", Validity.EXPIRED, None),
        (("sản phẩm Nghệ An còn hạn", "hết hạn thì bao nhiêu"), "Nghệ An", Validity.EXPIRED, None),
        (("bao nhiêu sp còn hạn ở Nghệ An", "còn Hà Tĩnh"), "Hà Tĩnh", Validity.VALID, None),
        (
            ("bao nhiêu sp hết hạn năm 2024 ở Nghệ An", "còn năm 2025", "Hà Tĩnh thì sao"),
            "Hà Tĩnh",
            Validity.EXPIRED,
            "2025",
        ),
    ],
)
def test_certificates_are_counted_on(
    talk: Talk, said: tuple[str, ...], place: str, validity: Validity, period: str | None
) -> None:
    turn = talk.say(*said)
    assert talk.places(turn) == [place]
    question = turn.question
    assert (question.intent, question.validity) == (Intent.STATISTICS, validity)
    assert question.period == period


def test_certificates_counted_are_listed(talk: Talk) -> None:
    counted = talk.say("bao nhiêu sản phẩm hết hạn năm 2024 ở Nghệ An").reply.text
    found = re.search(r"hết hạn năm 2024: (\d+) trong số", counted)
    assert found is not None
    for then in ("liệt kê", "kể ra", "list them"):
        heading = talk.say("bao nhiêu sản phẩm hết hạn năm 2024 ở Nghệ An", then).reply.text
        assert f"({found.group(1)})" in heading.partition("\n")[0]


@pytest.mark.parametrize("then", ["có bao nhiêu nhà", "có bao nhiêu nhà làm", "how many producers"])
def test_makers_of_a_list_are_counted(talk: Talk, then: str) -> None:
    turn = talk.say("bánh tráng Tây Ninh", "4 sao", then)
    assert (turn.question.intent, turn.question.makers) == (Intent.STATISTICS, ())
    assert turn.answer.producers


@pytest.mark.parametrize(
    "text", ["có bao nhiêu nhà làm bánh tráng ở Tây Ninh", "mấy nhà làm bánh tráng ở tây ninh"]
)
def test_makers_are_counted_though_one_product_is_called_so(talk: Talk, text: str) -> None:
    assert len(talk.say(text).answer.producers) > 1


def test_how_many_sorts_are_counted(talk: Talk) -> None:
    assert talk.say("miến dong", "có mấy loại").question.intent is Intent.STATISTICS


@pytest.mark.parametrize(
    "then", ["tỉnh nào nhiều hơn", "nơi nào nhiều hơn", "which one has more", "so sánh hai tỉnh đó"]
)
def test_the_two_places_talked_about_are_weighed(talk: Talk, then: str) -> None:
    turn = talk.say("Nghệ An", "Thanh Hóa", then)
    assert turn.question.intent is Intent.STATISTICS
    assert talk.places(turn) == ["Nghệ An", "Thanh Hóa"]


@pytest.mark.parametrize("then", ["tỉnh nào nhiều nhất", "which has most"])
def test_the_most_of_all_is_asked_of_every_province(talk: Talk, then: str) -> None:
    assert not talk.say("hue", then).question.places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which is more star hue or quang nam", "Quảng Nam has more of the highest stars"),
        ("trà Thái Nguyên với trà Hà Giang cái nào nhiều sao hơn", "Thái Nguyên nhỉnh hơn"),
        (
            "lap suon cao bang voi lap suon lang son cai nao nhieu sao hon",
            "Cao Bằng nhỉnh hơn",
        ),
        ("so sanh ha giang voi cao bang", "Cao Bằng: 38 sản phẩm"),
    ],
)
def test_two_places_named_are_weighed(talk: Talk, text: str, told: str) -> None:
    assert told in talk.say(text).reply.text


def test_no_count_tells_what_is_nicer(talk: Talk) -> None:
    assert "nhỉnh hơn" not in talk.say("trà Thái Nguyên hay trà Hà Giang ngon hơn").reply.text


@pytest.mark.parametrize("then", ["cb thi sao", "con cb", "thế còn cb", "cb"])
def test_letters_alone_are_another_place(talk: Talk, then: str) -> None:
    turn = talk.say("hg co gi", then)
    assert talk.places(turn) == ["Cao Bằng"]
    assert turn.question.intent is Intent.SPECIALITIES


def test_letters_that_ask_for_something_are_no_place(talk: Talk) -> None:
    assert talk.say("hà giang có gì", "dt thì sao").question.intent is Intent.CONTACT


def test_stars_are_kept_where_it_is_to_be_bought(talk: Talk) -> None:
    turn = talk.say("chị mình cần mua mật ong 4 sao", "ở Tây Ninh")
    assert (talk.places(turn), turn.question.stars) == (["Tây Ninh"], 4)


def test_what_is_called_after_a_place_is_shown_where_the_place_has_none(talk: Talk) -> None:
    turn = talk.say("mật ong", "u minh")
    assert turn.answer.products == ("mat-ong-rung-u-minh",)
    turn = talk.say("mấy sao")
    assert (turn.question.intent, turn.answer.products) == (Intent.RATING, ("mat-ong-rung-u-minh",))


@pytest.mark.parametrize(
    "text",
    [
        "tui muon mua qua tet",
        "quà cho cháu",
        "qua cho be",
        "quà sang trọng",
        "cần mua đặc sản",
        "gift for old friend, something elegant",
        "presents for my wife",
    ],
)
def test_gifts_of_no_kind_are_a_list_that_a_place_narrows(talk: Talk, text: str) -> None:
    assert talk.say(text).question.intent is Intent.SPECIALITIES
    turn = talk.say("miền tây")
    assert (turn.question.intent, talk.places(turn)) == (Intent.SPECIALITIES, ["miền Tây"])


@pytest.mark.parametrize("text", ["đồ ngọt", "đồ sweet", "something sweet"])
def test_sweet_things_are_sweets(talk: Talk, text: str) -> None:
    assert talk.say(text).question.kinds == ("keo",)


@pytest.mark.parametrize("then", ["nhe thoi de mang may bay", "something light for the plane"])
def test_weights_are_not_known(talk: Talk, then: str) -> None:
    turn = talk.say("Hà Giang", then)
    assert talk.places(turn) == ["Hà Giang"]
    assert any(told in turn.reply.text for told in ("nặng nhẹ", "How heavy"))


@pytest.mark.parametrize(
    ("text", "place"),
    [("show hoi an", "Hội An"), ("show phu quoc", "Phú Quốc"), ("discover hue", "Huế")],
)
def test_a_place_is_shown_to_who_says_show(talk: Talk, text: str, place: str) -> None:
    turn = talk.say(text)
    assert (turn.language, talk.places(turn)) == ("en", [place])


def test_a_kind_in_english_is_none_of_the_products_called_after_it(talk: Talk) -> None:
    assert len(talk.say("ngoc linh ginseng").answer.products) > 1
    assert talk.say("in quang nam").answer.products == ("mitri-tea-tra-sam-ngoc-linh",)
    assert talk.say("ngoc linh ginseng extract").answer.products == ("cao-sam-ngoc-linh",)


@pytest.mark.parametrize("text", ["craft village hue", "craft villages in hue"])
def test_craft_villages_are_of_handicrafts(talk: Talk, text: str) -> None:
    products = talk.knowledge.catalogue.products
    shown = talk.say(text).answer.products
    assert shown
    assert {products[code].category for code in shown} == {Category.HANDICRAFT}


def test_each_place_of_a_journey_is_listed(talk: Talk) -> None:
    turn = talk.say("we go to Hoi An and Hue what i should buy in each")
    assert (turn.question.intent, talk.places(turn)) == (Intent.SPECIALITIES, ["Hội An", "Huế"])


def test_regions_have_an_english_name(talk: Talk) -> None:
    assert "5-star coffee from Central Vietnam" in talk.say("5 star coffee miền Trung").reply.text
    assert "from Đồng Hới" in talk.say("dong hoi what to buy").reply.text


@pytest.mark.parametrize(
    ("turns", "intent"),
    [
        ("dac san ha giang / which one has most star", Intent.COMPARE),
        ("dac san ha giang / which province has most stars", Intent.STATISTICS),
        ("banh pia / co trung muoi hong", Intent.PRODUCT),
        ("banh pia / hang nay gia hay that vay", Intent.PROGRAMME),
        ("banh pia / thank you i will ask my wife first", Intent.THANKS),
        ("banh pia / em cam on nhe, de em hoi chi em da", Intent.THANKS),
    ],
)
def test_what_is_said_after_a_list(talk: Talk, turns: str, intent: Intent) -> None:
    for said in turns.split(" / "):
        turn = talk.say(said)
    assert turn.question.intent is intent
    assert turn.reply.outcome is not Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("said", "places"),
    [
        (
            ("so sánh Nghệ An với Thanh Hóa", "còn với Quảng Bình thì sao"),
            ["Nghệ An", "Quảng Bình"],
        ),
        (("sản phẩm Nghệ An", "so sánh với Hà Tĩnh"), ["Nghệ An", "Hà Tĩnh"]),
        (("Nghệ An có bao nhiêu sản phẩm", "so với Thanh Hóa thì sao"), ["Nghệ An", "Thanh Hóa"]),
        (("ha giang", "cao bang", "compare them"), ["Hà Giang", "Cao Bằng"]),
        (("trà Thái Nguyên", "so với Hà Giang thì sao"), ["Thái Nguyên", "Hà Giang"]),
    ],
)
def test_places_are_compared_on(talk: Talk, said: tuple[str, ...], places: list[str]) -> None:
    assert talk.places(talk.say(*said)) == places


def test_a_place_named_after_two_compared_is_listed_alone(talk: Talk) -> None:
    assert talk.places(talk.say("so sánh Nghệ An với Thanh Hóa", "Quảng Bình")) == ["Quảng Bình"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("quảng trị với huế ai nhiều hơn", "Quảng Trị nhiều sản phẩm OCOP hơn: 327"),
        # A newer rough count outweighs an older exact one
        ("Nghệ An và Thanh Hóa tỉnh nào nhiều sản phẩm hơn", "Nghệ An nhiều sản phẩm OCOP hơn"),
        ("Nghệ An hay Hà Tĩnh nhiều sản phẩm OCOP hơn", "chưa biết số liệu chính thức"),
    ],
)
def test_which_of_two_places_has_more_is_told_first(talk: Talk, asked: str, told: str) -> None:
    text = talk.say(asked).reply.text
    assert told in text.partition("\n")[0]
    assert "Cơ sở làm" not in text


def test_the_rank_of_a_province_is_told_by_its_newest_count(talk: Talk) -> None:
    text = talk.say("Nghệ An xếp thứ mấy cả nước").reply.text
    assert "Với khoảng 730 sản phẩm (năm 2025), tỉnh Nghệ An đứng thứ" in text
    assert "với 422" not in text


def test_products_counted_are_named_where_that_is_asked_as_well(talk: Talk) -> None:
    turn = talk.say("Thanh Hóa có bao nhiêu sản phẩm 5 sao và là những sản phẩm gì")
    assert "2 sản phẩm 5 sao" in turn.reply.text
    assert len(turn.answer.products) == 2


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bao nhiêu chủ thể là hợp tác xã", "32,9% hợp tác xã"),
        ("ti le chu the la htx", "32,9% hợp tác xã"),
        ("bao nhiêu hộ gia đình tham gia OCOP", "33,5% hộ"),
        ("bao nhiêu chủ thể là phụ nữ", "40% là phụ nữ"),
        ("how many producers are women", "40% women"),
        ("doanh thu từ OCOP", "doanh thu tăng gần 30%"),
        ("doanh thu từ OCOP ở Đồng Tháp", "Doanh thu thì các số liệu mình biết không nói tới"),
    ],
)
def test_remarks_on_counts_tell_of_makers_and_sales(talk: Talk, question: str, told: str) -> None:
    turn = talk.say(question)
    assert turn.question.intent is Intent.STATISTICS
    assert told in turn.reply.text


@pytest.mark.parametrize("then", ["nguồn ở đâu", "nguon nao", "tính đến khi nào", "source?"])
def test_source_and_date_of_a_count_are_asked_on(talk: Talk, then: str) -> None:
    turn = talk.say("bao nhiêu sản phẩm 5 sao", then)
    assert (turn.question.intent, turn.question.stars) == (Intent.STATISTICS, 5)
    assert "126" in turn.reply.text


@pytest.mark.parametrize("then", ["sau sáp nhập", "sau sap nhap thi sao", "tăng bao nhiêu"])
def test_a_count_is_told_once_more(talk: Talk, then: str) -> None:
    turn = talk.say("Gia Lai có bao nhiêu sản phẩm", then)
    assert (turn.question.intent, talk.places(turn)) == (Intent.STATISTICS, ["Gia Lai"])
    assert "1.018" in turn.reply.text


@pytest.mark.parametrize(
    "said",
    [
        ("cả nước bao nhiêu sp", "còn 5 sao"),
        ("how many ocop products in vietnam", "and five star ones"),
    ],
)
def test_stars_are_counted_after_the_whole_country(talk: Talk, said: tuple[str, ...]) -> None:
    turn = talk.say(*said)
    assert (turn.question.intent, turn.question.stars) == (Intent.STATISTICS, 5)
