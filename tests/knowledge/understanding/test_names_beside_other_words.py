"""Names of products and makers beside words that could mean something else, read against the real
catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Intent


@pytest.mark.parametrize(
    ("typed", "intent", "product"),
    [
        # Their place is a part of their names
        ("Có đúng mì gạo Hùng Lô vừa được 5 sao không", Intent.RATING, "mi-gao-hung-lo"),
        ("Mì gạo Hùng Lô mới lên 5 sao à", Intent.RATING, "mi-gao-hung-lo"),
        ("cao mềm actiso sapa mua đâu", Intent.WHERE_TO_BUY, "cao-mem-actiso-sa-pa"),
        ("homestay bản lác mấy sao", Intent.RATING, "du-lich-homestay-ban-lac"),
        ("yen the hill chicken OCOP rating", Intent.RATING, "ga-doi-yen-the"),
        # Another place is where to buy them
        ("o HN muon mua tra nu voi thi den cho nao", Intent.WHERE_TO_BUY, "tra-nu-voi"),
        ("mua được kẹo lạc trà xanh ở Hà Nội không", Intent.WHERE_TO_BUY, "keo-lac-che-xanh"),
        (
            "ở Châu Đốc có quầy nào bán rượu thốt nốt 29 độ",
            Intent.WHERE_TO_BUY,
            "ruou-thot-not-29-do",
        ),
        # A brand of two words that are said of anything as well
        ("tell me who makes An An joss sticks", Intent.PRODUCER, "nhang-sach-an-an"),
        ("who sells an an incense", Intent.WHERE_TO_BUY, "nhang-sach-an-an"),
        # How to serve or send them is asked beside it
        ("Đậu xị Đồng Văn ăn với gì, làm từ chi?", Intent.PRODUCT, "dau-xi-dong-van"),
        (
            "cha ca Tue Phnug Kien Xuong co gui xe khach khong, mua o dau",
            Intent.WHERE_TO_BUY,
            "cha-ca-tue-phung",
        ),
        # Who distils, wraps or fires them
        (
            "Rượu mãng cầu Thới Hưng ông nào cất vậy",
            Intent.PRODUCER,
            "ruou-mang-cau-thoi-hung",
        ),
        ("giò trứng Phương Bến bà nào gói thế", Intent.PRODUCER, "gio-trung-phuong-ben"),
        # No Cửa Lò
        (
            "bo bat bao luu thuy binh cua lo gom nao",
            Intent.PRODUCER,
            "bo-bat-bao-luu-thuy-binh",
        ),
        ("tpbvsk Saphraton may sao", Intent.RATING, "thuc-pham-bao-ve-suc-khoe-saphraton"),
        # Whoever makes it is asked for, and no maker called so
        ("cho xin địa chỉ cơ sở làm cá kho đặc biệt", Intent.CONTACT, "ca-kho-dac-biet"),
        ("lạp xưởng Mỹ Yến sđt", Intent.CONTACT, "lap-xuong-my-yen"),
        ("cơ sở lạp xưởng Mỹ Yến mấy sao", Intent.RATING, "lap-xuong-my-yen"),
    ],
)
def test_a_product_is_meant_by_its_name_whatever_stands_beside_it(
    knowledge: Knowledge, typed: str, intent: Intent, product: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is intent
    assert question.products[0].code == product


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("nước mắm ở Phú Quốc", "Phú Quốc"),
        ("nước mắm Phú Quốc mấy sao", "Phú Quốc"),
        ("nước mắm Huế mấy sao", "Huế"),
        ("gà Yên Thế bao nhiêu sao", "Yên Thế"),
        ("homestay ở Sa Pa mấy sao", "Sa Pa"),
        ("ở Hà Nội mua mật ong ở đâu", "Hà Nội"),
        ("kẹo lạc hay trà xanh ở Hà Nội", "Hà Nội"),
        ("cao atiso sapa", "Sa Pa"),
    ],
)
def test_a_kind_of_many_in_a_place_stays_a_list(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert not question.products
    assert place in [each.name for each in question.places]


@pytest.mark.parametrize(
    ("typed", "intent", "maker"),
    [
        ("hang OCOP cua Co so Dan Map gom nhung gi", Intent.PRODUCER, "co-so-dan-map"),
        (
            "Dược liệu Tâm Tâm An có hàng gì đạt OCOP",
            Intent.PRODUCER,
            "cong-ty-tnhh-duoc-lieu-tam-tam-an",
        ),
        ("hang OCOP cua htx Tra Huong gom nhung gi", Intent.PRODUCER, "to-hop-tac-tra-huong"),
        # Called after their products
        (
            "co so lap xuong My Yen sdt nhiu",
            Intent.CONTACT,
            "co-so-san-xuat-lap-xuong-my-yen",
        ),
        (
            "Cơ sở bánh khô mè Bà Liễu Mẹ nằm chỗ mô, có số gọi không?",
            Intent.CONTACT,
            "co-so-san-xuat-banh-kho-me-ba-lieu-me",
        ),
    ],
)
def test_a_maker_is_meant_where_its_goods_or_its_number_are_asked_for(
    knowledge: Knowledge, typed: str, intent: Intent, maker: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is intent
    assert question.producers[0].code == maker


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Phù Cát có sản phẩm làng nghề OCOP không?", "Phù Cát"),
        # Neither "OCOP giả" nor what the programme is
        ("do OCOP Gia Lai co nhung gi", "Gia Lai"),
        ("don duong sp ocop la gi", "Đơn Dương"),
        # "mấy anh chị" counts nobody
        ("Đak Pơ có hàng OCOP nào hay ho không mấy anh chị", "Đăk Pơ"),
        ("mấy bác ơi Hà Giang có gì ngon", "Hà Giang"),
        # Of no company that ends with Bắc Hà
        ("Bắc Hà có đồ làng nghề OCOP không", "Bắc Hà"),
        # Nothing is called "đặc biệt" there
        ("hon quan co san pham gi dac biet hong", "Hớn Quản"),
        ("kon tum co cai chi dac biet rua", "Kon Tum"),
    ],
)
def test_what_a_place_has_is_listed(knowledge: Knowledge, typed: str, place: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert [each.name for each in question.places] == [place]


def test_what_the_programme_is_may_be_asked_from_a_place(knowledge: Knowledge) -> None:
    asked = knowledge.understanding.read("mình ở Lâm Đồng, sản phẩm ocop là gì")
    assert asked.intent is Intent.PROGRAMME


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Hòa Bình Bạc Liêu có đặc sản gì", ["district:961", "former:95"]),
        ("Hòa Bình, Bạc Liêu có đặc sản gì", ["former:17", "former:95"]),
        ("Hà Giang Tuyên Quang có gì", ["former:02", "province:08"]),
    ],
)
def test_a_district_called_like_a_province_is_told_by_its_own_province(
    knowledge: Knowledge, typed: str, keys: list[str]
) -> None:
    question = knowledge.understanding.read(typed)
    assert [place.key for place in question.places] == keys


@pytest.mark.parametrize(
    ("typed", "products"),
    [
        # "gà ủ" is two words, and no "gau"
        (
            "gà thả vườn Kê Sơn hay gà ủ muối Sông La nhiều sao hơn",
            ["ga-tha-vuon-ke-son", "ga-u-muoi-song-la"],
        ),
        (
            "banh phong tom Y Tam va banh trang Manh Tai, mon nao sao cao",
            ["banh-phong-tom-y-tam", "banh-trang-manh-tai"],
        ),
        (
            "difference bettween Hung Lo rice noodles and Binh Lu canna glass noodles",
            ["mi-gao-hung-lo", "mien-dong-binh-lu"],
        ),
    ],
)
def test_which_of_two_has_more_stars_compares_them(
    knowledge: Knowledge, typed: str, products: list[str]
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.COMPARE
    assert [side[0].code for side in question.compared] == products
