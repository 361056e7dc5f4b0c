"""Who sells near a product, places to visit, and names as they are written."""

from __future__ import annotations

import re

from handlers.geography.shops import shops_of
from knowledge.base import Knowledge
from tests.handlers.talking import Talk


def test_shops_at_the_other_end_of_a_merged_province_are_not_named(talk: Talk) -> None:
    text = talk.say("tỏi lý sơn mua ở đâu").reply.text
    assert "Co.opmart (trung tâm tỉnh Quảng Ngãi)" in text
    assert "Đăk Glei" not in text
    assert "Pleiku" not in talk.say("Bánh cốm Phong Nga mua ở đâu").reply.text


def test_who_sells_another_provinces_goods_comes_last(knowledge: Knowledge) -> None:
    catalogue = knowledge.catalogue
    product = next(
        each
        for each in catalogue.products.values()
        if each.location.district_name == "Châu Đốc" and each.location.former_province == "89"
    )
    near = shops_of(catalogue).near(product.location)
    assert near is not None
    _, found = near
    foreign = ["Bến Tre" in outlet.name_vi for outlet in found]
    assert any(foreign)
    assert foreign == sorted(foreign)


def test_an_outlet_of_two_sources_is_listed_once(knowledge: Knowledge) -> None:
    province = knowledge.catalogue.province("68")
    names = [outlet.name_vi for outlet in shops_of(knowledge.catalogue).at(province)]
    assert names.count("Co.opmart La Gi") == 1


def test_one_outlet_under_two_names_is_listed_once(talk: Talk) -> None:
    for asked, name in (("cửa hàng OCOP Hà Nội", "chợ Đồng Xuân"), ("OCOP Đồng Nai", "Big C")):
        text = talk.say(f"{asked} mua ở đâu").reply.text
        assert text.count(name) == 1
        assert "Market" not in text


def test_outlets_of_what_was_merged_into_a_province_come_behind_its_own(talk: Talk) -> None:
    text = talk.say("cửa hàng OCOP ở Sài Gòn").reply.text
    assert "Hóc Môn" in text
    assert "Châu Đức" not in text
    text = talk.say("gan cho ben thanh co cho nao ban dac san ko").reply.text
    assert text.index("quận 1") < text.index("Co.opmart")


def test_opening_hours_are_said_not_to_be_known(talk: Talk) -> None:
    assert "giờ mở cửa" in talk.say("cua hang ocop o da lat", "mo cua may gio").reply.text


def test_a_place_to_visit_is_not_bought(talk: Talk) -> None:
    for name in ("Công viên di sản làng Gò Cỏ", "Điểm du lịch cộng đồng Cồn Chim"):
        text = talk.say(f"{name} mua ở đâu").reply.text
        assert "là điểm tham quan" in text
        assert "Địa chỉ: " in text
        assert not re.search("Mua thẳng|Tại nơi sản xuất", text)


def test_unknown_stars_are_told_once(talk: Talk) -> None:
    text = talk.say("cha muc ha long 5 sao").reply.text
    assert len(re.findall(r"chưa biết số sao|không nói mấy sao", text)) == 1


def test_names_of_places_keep_their_capitals_in_headings(talk: Talk) -> None:
    assert talk.say("gao st25 nao ngon").reply.text.startswith("Gạo ST25 trên cả nước")
