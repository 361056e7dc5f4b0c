"""Lists by what is asked of certificates: a range of stars, a year, whether they still hold."""

from __future__ import annotations

import re

import pytest

from handlers.conversation import Utterance, respond
from knowledge.facts import Product
from tests.handlers.talking import TODAY, Talk


def listed(talk: Talk, *texts: str) -> list[Product]:
    """All products of the list that the last text asks for, page by page."""
    turn = talk.say(*texts)
    codes = list(turn.answer.products)
    while more := [each for each in turn.reply.choices if each.action.startswith("l")]:
        turn, _ = respond(Utterance(action=more[-1].action), talk.session, talk.knowledge, TODAY)
        if turn.answer.products[0] in codes:
            break
        codes += turn.answer.products
    return [talk.knowledge.catalogue.products[code] for code in codes]


@pytest.mark.parametrize(
    "asked",
    [
        "4 sao trở lên ở Lào Cai",
        "san pham tu 4 sao o lao cai",
        "4 star or above products in Lao Cai",
        "products with at least 4 stars in Lao Cai",
        "4 sao hoặc 5 sao ở Lào Cai",
        "san pham 4 sao 5 sao o lao cai",
        "4-5 sao lao cai",
        "trên 3 sao ở lào cai",
    ],
)
def test_a_range_of_stars_lists_all_its_levels_on_every_page(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert re.match(r"Sản phẩm OCOP 4–5 sao ở Lào Cai|4–5-star OCOP products from Lào Cai", text)
    products = listed(talk, asked)
    assert {product.stars for product in products} == {4, 5}
    assert text.partition("\n")[0].endswith(f"({len(products)})")


def test_a_range_of_stars_goes_on_in_another_place_and_ends_with_one_number(talk: Talk) -> None:
    assert "4–5 sao ở Sơn La" in talk.say("4 sao trở lên ở Lào Cai", "còn Sơn La").reply.text
    assert "OCOP 4 sao ở Sơn La" in talk.say("4 sao thôi").reply.text


def test_one_number_of_stars_stays_one_number(talk: Talk) -> None:
    for asked in ("4 sao ở Lào Cai", "nâng từ 3 sao lên 4 sao ở Lào Cai"):
        assert "–" not in talk.say(asked).reply.text.partition("\n")[0]
    assert {each.stars for each in listed(talk, "5 sao ở Lào Cai")} == {5}


def test_a_range_of_stars_is_counted(talk: Talk) -> None:
    text = talk.say("bao nhiêu sản phẩm từ 4 sao trở lên ở Lào Cai").reply.text
    assert "sản phẩm 4–5 sao" in text


@pytest.mark.parametrize(
    ("asked", "heading", "year", "stars"),
    [
        ("san pham 4 sao nam 2025 o tay ninh", "4 sao ở Tây Ninh được công nhận năm 2025", 2025, 4),
        ("san pham moi duoc cong nhan 2025 5 sao", "5 sao trên cả nước được công nhận", 2025, 5),
        ("san pham ocop nam 2025", "trên cả nước được công nhận năm 2025", 2025, None),
        ("OCOP products certified in 2023 in Hanoi", "certified in 2023", 2023, None),
    ],
)
def test_a_year_lists_what_was_certified_then(
    talk: Talk, asked: str, heading: str, year: int, stars: int | None
) -> None:
    assert heading in talk.say(asked).reply.text
    products = listed(talk, asked)
    assert products
    for product in products:
        assert any(
            each.year == year and stars in {None, each.stars} for each in product.certificates
        )


def test_what_has_ended_is_listed_with_what_is_not_known(talk: Talk) -> None:
    text = talk.say("nhung san pham ocop het han o quang tri").reply.text
    assert text.startswith("Sản phẩm OCOP ở Quảng Trị đã hết hạn chứng nhận (")
    assert "có hiệu lực 36 tháng" in text
    assert "chưa rõ thời điểm công nhận" in text
    for product in listed(talk, "nhung san pham ocop het han o quang tri"):
        assert product.certificates[0].year is not None
        assert product.certificates[0].year <= TODAY.year - 3


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("sp nao het han", "đã hết hạn chứng nhận"),
        ("sản phẩm nào sắp hết hạn ở Lào Cai", "ở Lào Cai sắp hết hạn chứng nhận"),
        ("loại nào còn hạn", "còn hạn chứng nhận"),
        ("which products have expired in Quang Tri", "whose certificate has ended"),
        ("list expird products in can tho", "whose certificate has ended"),
        ("which products are stil valid in Da Nang", "whose certificate still holds"),
        # What a longer phrase says otherwise is not what a part of it says
        ("sản phẩm nào không còn hạn ở Hà Nội", "đã hết hạn chứng nhận"),
        ("sản phẩm ocop nào chưa hết hạn ở Hà Nội", "còn hạn chứng nhận"),
        ("sp nao o Hà Nội chưa bị hết hạn", "còn hạn chứng nhận"),
        ("cho tôi các sản phẩm 4 sao hết hạn", "đã hết hạn chứng nhận"),
    ],
)
def test_a_validity_asked_of_many_lists_them(talk: Talk, asked: str, heading: str) -> None:
    assert heading in talk.say(asked).reply.text.partition("\n")[0]


def test_a_validity_asked_of_one_or_of_the_programme_lists_nothing(talk: Talk) -> None:
    assert "có hiệu lực đến 17/01/2028" in talk.say("trà hoa vàng ba chẽ còn hạn không").reply.text
    assert "36 tháng kể từ ngày cấp" in talk.say("chứng nhận ocop hết hạn thì sao").reply.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("gcn cap 2021 con han k", "cấp năm 2021 thì hết hạn năm 2024"),
        ("awarded in 2021 is it stil valid", "one of 2021 ends 2024"),
        ("certificate issued 20/12/2023, when does it exipre", "ends December 20, 2026"),
        ("it was certified in 2023, until when", "one of 2023 ends 2026"),
    ],
)
def test_when_a_certificate_of_some_time_ends_is_told_to_who_mistypes(
    talk: Talk, asked: str, told: str
) -> None:
    assert told in talk.say(asked).reply.text


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ("nghe an co may sp het han nam 2026", "có giấy chứng nhận hết hạn năm 2026"),
        ("có bao nhiêu sp Nghệ An đã hết hạn", "đã hết hạn chứng nhận"),
        ("Nghệ An bao nhiêu sản phẩm còn hạn", "còn hạn chứng nhận"),
        ("ở Nghệ An có mấy cái còn hạn rứa", "còn hạn chứng nhận"),
        ("có bao nhiêu sản phẩm Nghệ An sắp hết hạn", "sắp hết hạn chứng nhận"),
        ("thống kê sản phẩm hết hạn Nghệ An", "đã hết hạn chứng nhận"),
        ("how many ocop expired in nghe an", "whose certificate has ended"),
        ("how many certificates expire in 2026 in Nghe An", "ends or ended in 2026"),
    ],
)
def test_certificates_are_counted_in_our_own_list(talk: Talk, asked: str, what: str) -> None:
    text = talk.say(asked).reply.text
    assert re.search(rf"{what}: \d+ (trong số|of) \d+ .*{TODAY.year}", text)
    assert "danh sách của mình (" in text or "Counted in our own list (" in text


def test_provinces_are_ranked_by_certificates_of_our_own_list(talk: Talk) -> None:
    text = talk.say("tỉnh nào nhiều sản phẩm hết hạn nhất").reply.text
    assert "đã hết hạn chứng nhận theo từng tỉnh, tính trong danh sách của mình" in text
    text = talk.say("which province has the most expired products").reply.text
    assert "whose certificate has ended, by province, as far as our own list goes" in text


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("sp 4 sao Nghệ An còn hiệu lực", "4 sao ở Nghệ An còn hạn chứng nhận"),
        ("sp Nghệ An còn hiệu lực chứng nhận", "ở Nghệ An còn hạn chứng nhận"),
        ("trà Thái Nguyên còn hiệu lực", "Trà ở Thái Nguyên còn hạn chứng nhận"),
        ("nuoc mam nghe an con han", "Nước mắm ở Nghệ An còn hạn chứng nhận"),
        ("mật ong Hà Giang còn hạn không", "Mật ong ở Hà Giang còn hạn chứng nhận"),
        ("cơ sở nào ở Nghệ An sắp hết hạn chứng nhận", "ở Nghệ An sắp hết hạn chứng nhận"),
        ("5 sao Nghệ An còn hạn", "5 sao ở Nghệ An còn hạn chứng nhận"),
        ("is honey from ha giang still certified", "Honey from Hà Giang whose certificate"),
    ],
)
def test_goods_of_a_place_are_listed_by_what_still_holds(
    talk: Talk, asked: str, heading: str
) -> None:
    assert heading in talk.say(asked).reply.text


@pytest.mark.parametrize(
    "said",
    [
        ("5 sao ở Nghệ An", "bao giờ hết hạn"),
        ("5 sao ở Nghệ An", "chừng nào het han"),
        ("5 sao ở Nghệ An bao giờ hết hạn",),
    ],
)
def test_the_end_of_each_certificate_is_told(talk: Talk, said: tuple[str, ...]) -> None:
    assert "(chứng nhận hết hạn 17/01/2028)" in talk.say(*said).reply.text
