"""Kinds of products beside places, groups and denials, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.facts import Category
from knowledge.understanding.question import Intent


@pytest.mark.parametrize(
    ("typed", "kinds", "place"),
    [
        ("toi hai duong", ("toi",), "Hải Dương"),
        ("mang tay ninh thuan", ("mang-tay",), "Ninh Thuận"),
        ("honey con dao", ("mat-ong",), "Côn Đảo"),
        ("cua nam can", ("cua",), "Năm Căn"),
        ("do tho cam sapa", ("tho-cam",), "Sa Pa"),
        ("dac san con dao", (), "Côn Đảo"),
        ("xa cao bo o dau", (), "Cao Bồ"),
        ("gốm bát tràng có mấy sao", ("gom-su",), "Bát Tràng"),
        ("lạp xưởng của quận Thốt Nốt", ("lap-xuong",), "Thốt Nốt"),
        # The 3 of "xoài 3 màu" counts no stars
        ("xoài 3 sao ở Quảng Ngãi", ("xoai",), "Quảng Ngãi"),
        ("o yen bai co do thu cong my nghe gi", ("thu-cong-my-nghe",), "Yên Bái"),
        # "nấm ở", not Nam Ô
        ("nam o cao bang", ("nam",), "Cao Bằng"),
        # "sốp" is also how "shop" is written
        ("sản phẩm ocop ở Sốp Cộp", (), "Sốp Cộp"),
    ],
)
def test_the_words_of_a_kind_and_of_a_place_are_told_apart(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == kinds
    assert [each.name for each in question.places] == [place]


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("sp tu dua o ben tre", ("dua-trai",)),
        ("gao ngon nhat the gioi st25", ("gao-st25",)),
        ("banh keo 5 sao", ("banh", "keo")),
        ("mk can mua tra lam qua", ("tra",)),
        ("food no pork 5 star", ()),
        ("khong cay khong duong", ()),
        ("shop oi cho hoi nuoc mam nao ngon nhat v", ("nuoc-mam",)),
    ],
)
def test_one_kind_is_meant_for_one_phrase(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...]
) -> None:
    assert knowledge.understanding.read(typed).kinds == kinds


@pytest.mark.parametrize(
    "typed",
    [
        "các điểm du lịch ocop ở nghệ an",
        "where can i stay in nam dinh ocop homestay",
        "place to visit in nam dinh",
        "du lich ca mau",
        "lodging in tuyen quang",
    ],
)
def test_places_to_visit_are_asked_for_and_no_shops(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.category is Category.TOURISM
    assert question.places


@pytest.mark.parametrize("typed", ["đi du lịch Cà Mau mua gì", "đi du lịch Nghệ An mua quà gì"])
def test_presents_are_no_places_to_visit(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.understanding.read(typed).category is None


@pytest.mark.parametrize(
    "typed", ["nuoc mam tinh nao", "nước mắm tỉnh gì", "fish sauce which region"]
)
def test_asking_for_a_province_names_none(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == ("nuoc-mam",)
    assert not question.places
    assert not question.products


@pytest.mark.parametrize("typed", ["nuoc mam cat hai may sao", "dry shrimp ca mau contact"])
def test_what_a_place_has_not_is_not_answered_with_something_alike(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    catalogue = knowledge.catalogue
    assert question.kinds
    (place,) = question.places
    named = [catalogue.products[match.code] for match in question.products[:1]]
    assert all(catalogue.lies_in(product, place) for product in named)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("BAO BÌ HẠT SEN HỒNG NAM MỜ CHỮ QUÁ, CÔNG TY NÀO LÀM VẬY Ạ?!", "hat-sen-hong-nam"),
        ("bao bì chè đậu xanh cốt dừa mờ chữ wá, cty nào làm dzậy ak", "che-dau-xanh-cot-dua"),
    ],
)
def test_a_long_name_is_meant_whatever_is_said_around_it(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.products[0].code == product
    assert question.intent is Intent.PRODUCER


@pytest.mark.parametrize(
    ("typed", "producer"),
    [
        ("cong ty bac dau", "cong-ty-tnhh-bac-dau"),
        ("cong ty traphaco sapa co nhung sp nao", "cong-ty-tnhh-mot-thanh-vien-traphaco-sa-pa"),
    ],
)
def test_a_maker_is_known_by_how_people_call_it(
    knowledge: Knowledge, typed: str, producer: str
) -> None:
    assert knowledge.understanding.read(typed).producers[0].code == producer


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ha long an gi", "Hạ Long"),
        ("long an co gi", "Long An"),
        ("tet nay ve que vo o binh phuoc, co gi mua ko", "Bình Phước"),
        ("tuan sau live chu de lao cai, co dac san gi de gioi thieu", "Lào Cai"),
    ],
)
def test_a_place_is_no_half_of_talk_or_of_another(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    assert [each.name for each in knowledge.understanding.read(typed).places] == [place]


def test_wine_is_any_ruou(knowledge: Knowledge) -> None:
    assert knowledge.understanding.read("tell me about wine in Tien Giang").kinds == ("ruou",)
    assert knowledge.understanding.read("red wine").kinds == ("ruou-vang",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Trong Tuan honey", "mat-ong"),
        ("Tho Ha spring roll wrappers", "banh-trang"),
        ("Garlic butter squid", "muc"),
        ("Egg-shaped oranges", "cam"),
        ("Quả mít gỗ điêu khắc", "do-go-dieu-khac"),
        ("Trung du trà", "tra"),
    ],
)
def test_a_name_states_what_a_product_is_first(knowledge: Knowledge, name: str, kind: str) -> None:
    named = [each for each in knowledge.catalogue.facts.products if each.name == name]
    assert [each.kinds[0] for each in named] == [kind] * len(named) != []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mắm tôm Lê Gia", "le"),
        ("Chả lụa Kim Ngân", "kim-ngan-hoa"),
        ("Lua Vy fish mint (Houttuynia) tea", "gao"),
        ("Vịt quay Hồng Xiêm", "hong-xiem"),
        ("Tranh gạo", "gao"),
        ("Cải ngọt", "keo"),
    ],
)
def test_a_brand_or_picture_in_a_name_is_no_kind(
    knowledge: Knowledge, name: str, kind: str
) -> None:
    named = [each for each in knowledge.catalogue.facts.products if each.name == name]
    assert named
    assert all(kind not in each.kinds for each in named)


@pytest.mark.parametrize(
    ("typed", "kinds", "place"),
    [
        ("rượu Cần Thơ có loại nào", ("ruou",), "Cần Thơ"),
        ("ruou can tho", ("ruou",), "Cần Thơ"),
        ("tinh dầu Huế", ("tinh-dau",), "Huế"),
        ("vải thiều Bắc Giang", ("vai-thieu",), "Bắc Giang"),
        ("chè Thái Nguyên 5 sao gồm những loại gì", ("tra",), "Thái Nguyên"),
    ],
)
def test_a_place_typed_rightly_is_cut_by_no_kind_and_is_no_slip_in_a_name(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.kinds == kinds
    assert [each.name for each in question.places] == [place]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("tỏi Lý Sơn có những sản phẩm gì", "toi-ly-son"),
        ("cà phê 5 sao OCOP gồm những loại nào", "ca-phe"),
        ("liệt kê đồ gốm sứ 5 sao", "gom-su"),
        ("what kinds of Ly Son garlic", "toi-ly-son"),
    ],
)
def test_a_list_is_asked_for_though_a_product_is_called_just_so(
    knowledge: Knowledge, typed: str, kind: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.kinds == (kind,)
    assert not question.products


def test_both_kinds_are_asked_about(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("ở Huế có mè xửng, tôm chua của nhà nào không")
    assert question.intent is Intent.PRODUCER
    assert question.makers == ()
    assert set(question.kinds) == {"me-xung", "tom-chua"}


def test_several_makers_are_asked_for_where_one_product_is_called_so(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("cu đơ Hà Tĩnh những nhà nào đạt OCOP")
    assert question.makers == ()
    assert question.kinds == ("keo-cu-do",)
    assert [each.name for each in question.places] == ["Hà Tĩnh"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("đường thốt nốt Palmania hay MOUN7AINS", ("Palmania", "MOUN7AINS")),
        ("trà cà gai leo Tiến Hiệp với Bảo Khánh", ("Tiến Hiệp", "Bảo Khánh")),
        ("tỏi đen Suzin với tỏi đen Hoshi đều được mấy sao", ("Suzin", "Hoshi")),
        ("bưởi năm roi với bưởi da xanh loại nào được sao cao hơn", ("Năm Roi", "da xanh")),
        ("Tinh dầu tràm Mộc Sương, tinh dầu tràm Kim Vui: bên nào nhiều sao?", ("Sương", "Vui")),
        ("nước mắm Lê Gia và Khải Hoàn mấy sao", ("Lê Gia", "Khải Hoàn")),
    ],
)
def test_two_things_are_compared(knowledge: Knowledge, typed: str, names: tuple[str, str]) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.COMPARE
    products = [knowledge.catalogue.products[side[0].code] for side in question.compared]
    assert all(name in each.name for each, name in zip(products, names, strict=True))


def test_of_brands_the_best_products_are_compared(knowledge: Knowledge) -> None:
    sides = knowledge.understanding.read("Lê Gia hay Khải Hoàn").compared
    products = [knowledge.catalogue.products[side[0].code] for side in sides]
    assert [product.stars for product in products] == [5, 5]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("is there any product from Can Tho", "Cần Thơ"),
        ("do Hai Phong have any special", "Hải Phòng"),
        ("any product of bac kan", "Bắc Kạn"),
        ("special thing of Hue", "Huế"),
    ],
)
def test_goods_of_a_place_are_asked_for_in_the_singular(
    knowledge: Knowledge, typed: str, place: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert [each.name for each in question.places] == [place]


def test_a_place_beside_words_not_understood_asks_for_no_list(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("Where is Bat Trang? how to go there")
    assert question.intent is not Intent.SPECIALITIES
    assert [each.name for each in question.places_beside] == ["Bát Tràng"]


def test_of_a_kind_and_one_of_its_wider_ones_the_narrower_is_meant(knowledge: Knowledge) -> None:
    tree = knowledge.catalogue
    assert set(tree.kinds_above("mit-say")) >= {"mit", "trai-cay-say"}
    assert knowledge.understanding.read("trái cây sấy như mít sấy").kinds == ("mit-say",)
