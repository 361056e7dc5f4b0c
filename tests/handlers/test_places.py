"""Products by place and filter, outlets, figures, comparison, the programme."""

from __future__ import annotations

import re

import pytest

from handlers.chat.reply import Outcome, Role
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Match
from tests.handlers.conftest import Ask


def test_a_former_province_is_answered_and_placed(ask: Ask) -> None:
    text = ask(Intent.SPECIALITIES, places=("former:15",)).reply.text
    assert text.startswith("Sản phẩm OCOP ở Yên Bái (")
    assert "Yên Bái nay thuộc tỉnh Lào Cai" in text


def test_an_island_that_is_a_special_zone_now_is_said_to_be_one(ask: Ask) -> None:
    for key, name, province in (
        ("district:911", "Phú Quốc", "tỉnh An Giang"),
        ("district:536", "Lý Sơn", "tỉnh Quảng Ngãi"),
        ("district:755", "Côn Đảo", "thành phố Hồ Chí Minh"),
    ):
        text = ask(Intent.SPECIALITIES, places=(key,)).reply.text
        assert f"{name} nay là đặc khu thuộc {province}" in text
        assert "không còn cấp huyện" not in text
    english = ask(Intent.SPECIALITIES, places=("district:911",), language="en").reply.text
    assert "Phú Quốc is now a special zone of An Giang province" in english


def test_a_district_that_ended_is_said_to_have(ask: Ask) -> None:
    text = ask(Intent.SPECIALITIES, places=("district:202",)).reply.text
    assert "không còn cấp huyện; các xã, phường của Ba Chẽ nay thuộc tỉnh Quảng Ninh" in text


@pytest.mark.parametrize("intent", [Intent.OUTLETS, Intent.SPECIALITIES, Intent.STATISTICS])
def test_a_district_called_by_a_number_is_named_with_its_unit(ask: Ask, intent: Intent) -> None:
    vietnamese = ask(intent, places=("district:760",)).reply.text
    english = ask(intent, places=("district:760",), language="en").reply.text
    assert "quận 1" in vietnamese
    assert "District 1" in english
    for text in (vietnamese, english):
        assert not re.search(r"\b(?:ở|của|in|of) 1\b|: 1$", text, re.MULTILINE)


def test_todays_province_names_the_former_ones_it_took_in(ask: Ask) -> None:
    text = ask(Intent.SPECIALITIES, places=("province:15",), language="en").reply.text
    assert "also takes in former Yên Bái" in text


def test_filters_hold_and_are_named(ask: Ask, catalogue: Catalogue) -> None:
    answer = ask(Intent.SPECIALITIES, stars=5, category=Category.BEVERAGE, language="en")
    assert "5-star OCOP beverages" in answer.reply.text
    assert answer.products
    for code in answer.products:
        product = catalogue.products[code]
        assert product.stars == 5
        assert product.category is Category.BEVERAGE


def test_a_town_without_any_is_answered_with_its_province(ask: Ask, catalogue: Catalogue) -> None:
    answer = ask(Intent.SPECIALITIES, places=("district:747",), kinds=("mat-ong",))
    assert answer.reply.outcome is Outcome.ANSWER
    assert answer.reply.text.startswith("Mật ong ở Vũng Tàu: chưa có sản phẩm nào")
    assert "Mật ong ở Bà Rịa - Vũng Tàu" in answer.reply.text
    assert answer.products
    assert all(catalogue.products[code].location.province == "79" for code in answer.products)


def test_where_a_kind_has_none_the_wider_one_of_its_noun_is_told(
    ask: Ask, catalogue: Catalogue
) -> None:
    answer = ask(Intent.SPECIALITIES, places=("province:14",), kinds=("ca-phe-arabica",))
    assert answer.reply.text.startswith("Cà phê arabica ở Sơn La: chưa có sản phẩm nào")
    assert "Cà phê ở Sơn La" in answer.reply.text
    assert answer.products
    coffees = catalogue.kinds_below(("ca-phe",))
    assert all(coffees & set(catalogue.products[code].kinds) for code in answer.products)


def test_no_spices_are_told_where_there_is_no_fish_sauce(ask: Ask) -> None:
    answer = ask(Intent.SPECIALITIES, places=("former:30",), kinds=("nuoc-mam",))
    assert answer.reply.outcome is Outcome.NOT_FOUND
    assert not answer.products


def test_what_is_of_a_kind_comes_before_what_has_to_do_with_it(
    ask: Ask, catalogue: Catalogue
) -> None:
    answer = ask(Intent.SPECIALITIES, places=("province:66",), kinds=("mat-ong",))
    names = [catalogue.products[code].name_vi or "" for code in answer.products]
    assert names[0].casefold().startswith("mật ong")


def test_kinds_are_alternatives_and_take_in_narrower_ones(ask: Ask, catalogue: Catalogue) -> None:
    answer = ask(Intent.SPECIALITIES, places=("province:19",), stars=5, kinds=("tra",))
    assert answer.reply.text.startswith("Trà 5 sao ở Thái Nguyên")
    assert answer.products
    either = ask(Intent.SPECIALITIES, stars=5, kinds=("tra", "ca-phe"), language="en")
    assert either.reply.text.startswith("5-star tea or coffee across the country")


def test_a_kind_to_buy_lists_its_products_and_the_shops_there(ask: Ask) -> None:
    reply = ask(Intent.WHERE_TO_BUY, places=("province:01",), kinds=("tra",)).reply
    assert reply.text.startswith("Trà ở Hà Nội")
    assert "Điểm bán OCOP ở Hà Nội" in reply.text
    assert reply.choices[0].action.startswith("b")


def test_pages_follow_one_another(ask: Ask) -> None:
    first = ask(Intent.SPECIALITIES, places=("province:01",))
    second = ask(Intent.SPECIALITIES, places=("province:01",), offset=5)
    assert len(first.products) == len(second.products) == 5
    assert set(first.products).isdisjoint(second.products)
    assert any("Xem thêm" in choice.label for choice in first.reply.choices)


def test_two_places_each_have_their_heading(ask: Ask) -> None:
    reply = ask(Intent.SPECIALITIES, places=("former:02", "province:04")).reply
    titles = [p.text for p in reply.paragraphs if p.role is Role.TITLE]
    assert len(titles) == 2
    assert "Hà Giang" in titles[0]
    assert "Cao Bằng" in titles[1]


def test_nothing_found_offers_the_list_without_the_stars(ask: Ask) -> None:
    reply = ask(Intent.SPECIALITIES, places=("province:79",), stars=5).reply
    assert reply.outcome is Outcome.NOT_FOUND
    assert "2026" in reply.text
    assert any("TP. Hồ Chí Minh" in choice.label for choice in reply.choices)


def test_places_of_one_name_are_choices(ask: Ask, catalogue: Catalogue) -> None:
    rivals = tuple(place.key for place in catalogue.places.values() if place.name == "Châu Thành")[
        :4
    ]
    reply = ask(
        Intent.SPECIALITIES, places=rivals, place_rivals=True, certainty=Certainty.RIVALS
    ).reply
    assert reply.outcome is Outcome.CHOICES
    assert len({choice.label for choice in reply.choices}) == len(rivals)


def test_outlets_fall_back_to_the_province(ask: Ask, catalogue: Catalogue) -> None:
    district = next(
        place
        for place in catalogue.places.values()
        if place.key.startswith("district:")
        and place.former_provinces == ("22",)
        and not catalogue.outlets_in(place)
    )
    text = ask(Intent.OUTLETS, places=(district.key,)).reply.text
    assert f"điểm bán OCOP nào ở {district.name}; còn ở Quảng Ninh" in text


def test_outlets_without_a_place_are_the_nationwide_sites(ask: Ask) -> None:
    assert "postmart" in ask(Intent.OUTLETS).reply.text.casefold()


def test_figures_tell_today_and_before_the_merger_apart(ask: Ask) -> None:
    text = ask(Intent.STATISTICS, places=("province:75",), stars=5).reply.text
    assert "Tỉnh Đồng Nai hiện nay: 11 sản phẩm 5 sao" in text
    assert "Đồng Nai trước khi sáp nhập tháng 7/2025: 8 sản phẩm 5 sao" in text
    assert "Danh sách của mình" in text or "danh sách của mình" in text


def test_figures_of_a_period(ask: Ask) -> None:
    text = ask(Intent.STATISTICS, places=("province:38",), period="2023-11").reply.text
    assert "436 sản phẩm OCOP" in text
    assert "11/2023" in text


def test_figures_for_a_period_without_any_say_so(ask: Ask) -> None:
    reply = ask(Intent.STATISTICS, places=("province:38",), period="2015", language="en").reply
    assert "No count of 2015 is known to us" in reply.text


def test_no_five_star_product_is_said_with_its_date(ask: Ask) -> None:
    text = ask(Intent.STATISTICS, places=("province:79",), stars=5, language="en").reply.text
    assert "no product of 5 stars yet (as of December 2025)" in text


def test_figures_of_the_country(ask: Ask) -> None:
    assert "126 sản phẩm 5 sao" in ask(Intent.STATISTICS, stars=5).reply.text


def test_comparison_sets_both_side_by_side(ask: Ask) -> None:
    sides = ((Match("tra-hoa-vang-ba-che", 1.0),), (Match("tra-hoa-vang-quy-hoa", 0.9),))
    answer = ask(Intent.COMPARE, compared=sides)
    assert answer.products == ("tra-hoa-vang-ba-che", "tra-hoa-vang-quy-hoa")
    assert "Trà hoa vàng Quy Hoa: ★★★★★" in answer.reply.text


def test_comparison_with_something_unknown_says_so(ask: Ask) -> None:
    sides = ((Match("tra-hoa-vang-ba-che", 1.0),), ())
    text = ask(Intent.COMPARE, compared=sides, language="en").reply.text
    assert "found only Ba Chẽ yellow camellia tea" in text


@pytest.mark.parametrize("topic", list(ProgrammeTopic))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_programme_topic_is_told_with_its_source(
    ask: Ask, topic: ProgrammeTopic, language: str
) -> None:
    reply = ask(Intent.PROGRAMME, topic=topic, language=language).reply
    assert reply.outcome is Outcome.TALK
    assert [p for p in reply.paragraphs if p.role is Role.ITEM]
    assert any(run.url for p in reply.paragraphs for run in p.runs)


@pytest.mark.parametrize("code", [f"{number:02}" for number in range(1, 97)])
def test_every_province_answers_every_question_about_it(
    ask: Ask, catalogue: Catalogue, code: str
) -> None:
    for key in (f"province:{code}", f"former:{code}"):
        if key not in catalogue.places:
            continue
        for intent in (Intent.SPECIALITIES, Intent.OUTLETS, Intent.STATISTICS):
            reply = ask(intent, places=(key,), language="en").reply
            assert reply.outcome in {Outcome.ANSWER, Outcome.NOT_FOUND}
            assert "None" not in reply.text
