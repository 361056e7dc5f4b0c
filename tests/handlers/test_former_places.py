"""What a place of before July 2025 has, whichever map the sources of its products use."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from knowledge.base import Knowledge
from knowledge.importing.locating import Locator, Where
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("asked", "named", "count"),
    [
        ("di quy nhon nen mua j ve", "Mực một nắng", 6),
        ("what to buy in ly son", "DORI Lý Sơn black garlic", 7),
        ("dinh lap", "Sam Thu sausages", 3),
        ("tieu can", "Mật hoa dừa", 8),
        ("năm căn", "Kien Cuong shrimp crackers", 5),
        ("duc pho", "Turmeric powder", 5),
    ],
)
def test_a_former_district_has_what_its_communes_of_today_make(
    talk: Talk, asked: str, named: str, count: int
) -> None:
    reply = talk.say(asked).reply
    assert reply.text.partition("\n")[0].endswith(f"({count})")
    assert named in reply.text


def test_a_commune_made_of_two_districts_counts_for_both(knowledge: Knowledge) -> None:
    catalogue = knowledge.catalogue
    former = [each for each in catalogue.places.values() if each.key.startswith("former-commune:")]
    shared = next(
        (one, other)
        for one in former
        for other in former
        if one.successors[0] == other.successors[0] and one.parent != other.parent
    )
    locator = Locator(catalogue.places.values())
    today = catalogue.places[shared[0].successors[0]]
    province = catalogue.province(today.provinces[0]).name
    location = locator.locate(Where(province, commune=today.full_name, dated="2026-01"))
    moved = replace(next(iter(catalogue.products.values())), location=location)
    for each in shared:
        assert catalogue.lies_in(moved, catalogue.places[str(each.parent)])


def test_a_town_that_is_a_ward_now_is_answered_as_that_ward(talk: Talk) -> None:
    turn = talk.say("cua lo dac san")
    assert talk.places(turn) == ["Cửa Lò"]
    assert "Nước mắm Cửa Lò CL28" in turn.reply.text
    assert "Ở đây là phường Cửa Lò hiện nay, Nghệ An." in turn.reply.text
    assert "Không gian OCOP Cửa Lò" in talk.say("điểm bán ocop ở cửa lò").reply.text


@pytest.mark.parametrize(
    ("district", "named"),
    [("Mường Khương", "Thịt lợn bản Mường Khương"), ("Tam Đảo", "Mật ong bánh tổ Tam Đảo")],
)
def test_what_is_called_after_a_commune_is_from_there_where_nothing_else_is_known(
    knowledge: Knowledge, district: str, named: str
) -> None:
    catalogue = knowledge.catalogue
    place = next(
        each
        for each in catalogue.places.values()
        if each.name == district and each.key.startswith("district:")
    )
    assert named in [product.name for product in catalogue.products_at([place])]


def test_a_province_in_a_name_tells_no_commune(knowledge: Knowledge) -> None:
    locations = [
        product.location
        for product in knowledge.catalogue.products.values()
        if "Điện Biên" in product.name
    ]
    told_by_province = [each for each in locations if not (each.district_name or each.commune_name)]
    assert told_by_province
    assert {each.commune for each in told_by_province} == {None}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("sau khi sap nhap ha giang thuoc tinh nao", "Hà Giang nay thuộc tỉnh Tuyên Quang"),
        ("hưng yên gồm những tỉnh nào sau sáp nhập", "Hưng Yên hiện nay gồm cả Thái Bình cũ"),
        ("huyện mèo vạc giờ thuộc đâu", "nay thuộc tỉnh Tuyên Quang"),
        ("hà nội có sáp nhập không", "không sáp nhập với tỉnh nào"),
        ("Huế thuộc tỉnh nào", "chính là Thừa Thiên Huế cũ"),
        ("ha giang merged with which province", "now part of Tuyên Quang province"),
        ("kon tum nay thuoc tinh nao", "Kon Tum nay thuộc tỉnh Quảng Ngãi"),
        ("bình thuận nay là tỉnh gì", "Bình Thuận nay thuộc tỉnh Lâm Đồng"),
        ("gio vung tau la tinh nao", "nay thuộc thành phố Hồ Chí Minh"),
        ("tỉnh hà giang còn không", "Hà Giang nay thuộc tỉnh Tuyên Quang"),
        ("Tây Ninh có cả Long An hả", "Đúng vậy"),
        ("đặc sản Huế gồm những gì ạ", "Sản phẩm OCOP ở Huế"),
        ("which province is Sa Pa now", "its communes are now in Lào Cai province"),
        ("is cat ba in hai phong", "is now in Cát Hải, Hải Phòng"),
    ],
)
def test_where_a_place_belongs_today_is_told(talk: Talk, asked: str, told: str) -> None:
    turn = talk.say(asked)
    assert told in turn.reply.text
    assert turn.reply.choices


@pytest.mark.parametrize(
    "asked",
    [
        "tỉnh hà giang còn không sản phẩm nào",
        "hộp quà lâm đồng bao gồm những thứ chi ạ",
        "does ha giang cover by ocop",
    ],
)
def test_goods_of_a_place_are_asked_for_not_where_it_is(talk: Talk, asked: str) -> None:
    assert talk.say(asked).answer.products


def test_where_the_place_just_talked_about_belongs(talk: Talk) -> None:
    assert "Hải Phòng" in talk.say("hải dương", "giờ thuộc đâu").reply.text


def test_where_the_home_of_a_product_belongs(talk: Talk) -> None:
    assert "Thanh Hóa" in talk.say("nước mắm lê gia", "thuộc tỉnh nào").reply.text


@pytest.mark.parametrize("asked", ["Sản phẩm OCOP ở Cà Mau cũ", "former Ca Mau ocop products"])
def test_an_old_province_whose_name_went_on_is_meant_where_it_is_called_old(
    talk: Talk, asked: str
) -> None:
    turn = talk.say(asked)
    assert [place.key for place in turn.question.places] == ["former:96"]
    assert "2025" in turn.reply.text


def test_a_root_is_no_old_province(talk: Talk) -> None:
    assert talk.say("củ cải Đồng Tháp").question.places[0].key.startswith("province:")


def test_the_province_around_a_district_is_that_of_today_where_the_name_went_on(talk: Talk) -> None:
    whole = talk.say("ocop cà mau").reply.text.split("\n")[0]
    labels = [choice.label for choice in talk.say("kẹo dừa ở Đầm Dơi").reply.choices]
    assert whole in labels


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("dau tram hue", "Dầu tràm ở Huế"),
        ("quan ocop o tp hue dia chi", "Điểm bán OCOP ở Huế"),
        ("TPHCM có mấy sản phẩm 4 sao, kể tên ra dùm", "★★★★☆"),
        ("how many 5 star in Da Nang? list them", "★★★★★"),
        ("which province have most 5 star", "Provinces with the most 5-star OCOP products"),
        ("how do I know ocop is real", "How to check a product"),
    ],
)
def test_what_is_asked_of_places_and_of_the_programme_is_told(
    talk: Talk, asked: str, told: str
) -> None:
    assert told in talk.say(asked).reply.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("where is Moc Chau?", "its communes are now in Sơn La province"),
        ("mai châu nằm ở đâu", "nay thuộc tỉnh Phú Thọ"),
        ("where is Phu Quoc", "special zone of An Giang"),
        ("Binh Duong is now which province", "now part of Ho Chi Minh City"),
        ("list of former provinces in Lam Dong", "former Bình Thuận, Đắk Nông"),
    ],
)
def test_where_a_place_lies_is_asked_of_no_shops(
    knowledge: Knowledge, asked: str, told: str
) -> None:
    turn = Talk(knowledge).say(asked)
    assert told in turn.reply.text
    assert not turn.answer.products


@pytest.mark.parametrize("asked", ["ở Mộc Châu chỗ nào bán trà", "where in Moc Chau to buy tea"])
def test_where_something_is_sold_is_asked_of_shops(knowledge: Knowledge, asked: str) -> None:
    assert "không còn cấp huyện; các" not in Talk(knowledge).say(asked).reply.text.split("\n")[0]
