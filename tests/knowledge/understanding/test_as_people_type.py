"""Stray spaces, long letters, bare brands and short forms, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


def ask(knowledge: Knowledge, typed: str) -> tuple[str, Intent]:
    """The product that a question is answered with, and what is asked of it."""
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    return question.products[0].code, question.intent


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("nem nuo ng lien chu ng may sao", "nem-nuong-lien-chung", Intent.RATING),
        ("bot mac k hen co dat kho ng", "bot-mac-khen", Intent.PRICE),
        ("trà hoà ng thảo m ộc có trên shopee không", "tra-hoang-thao-moc", Intent.WHERE_TO_BUY),
        # The letter alone is short for a word of talk
        ("kiem gium ma t nho", "mat-nho", Intent.PRODUCT),
        ("t ra xa d en nhieu sao", "tra-xa-den", Intent.RATING),
    ],
)
def test_a_space_that_fell_into_a_word(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    assert ask(knowledge, typed) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("chảcá có đặc điểm gì", "cha-ca", Intent.PRODUCT),
        ("mot hu chaca gia may", "cha-ca", Intent.PRICE),
        ("oikiman ben nao san xuat", "oi-kim-an", Intent.PRODUCER),
        ("ai san xuat nuocmamkyphu?", "nuoc-mam-ky-phu", Intent.PRODUCER),
        ("mình đang tìm hiểu botcacao3in1", "bot-ca-cao-3-in-1", Intent.PRODUCT),
        ("can mua xoai tuquy camtan", "xoai-tu-quy-cam-tan", Intent.WHERE_TO_BUY),
    ],
)
def test_words_run_together_are_taken_apart_as_names_have_them(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    assert ask(knowledge, typed) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("vải Lục Ngạn Hồng Xuân mấy ⭐", "vai-thieu-luc-ngan-hong-xuan", Intent.RATING),
        ("bữa trước thấy rao gạo J02 mà chưa hỏi, bao nhiêu tiền", "gao-j02", Intent.PRICE),
        ("đọc thấy tên tranh gỗ mà chưa hình dung ra là gì", "tranh-go", Intent.PRODUCT),
        ("que phat cinnamon essential oil price in dong", "tinh-dau-que-que-phat", Intent.PRICE),
        (
            "mắm sá sùng cái rồng 4 sao phải không ta",
            "nuoc-mam-sa-sung-cai-rong",
            Intent.RATING,
        ),
    ],
)
def test_one_thing_amid_talk_places_and_stars(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    assert ask(knowledge, typed) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "producer"),
    [("zalo của An Bằng", "htx-huu-co-an-bang"), ("hàng của bên hương sen", "co-so-huong-sen")],
)
def test_a_maker_by_a_brand_of_common_words(
    knowledge: Knowledge, typed: str, producer: str
) -> None:
    assert knowledge.understanding.read(typed).producers[0].code == producer


@pytest.mark.parametrize(
    ("typed", "kind", "province"),
    [
        ("tìm muối của hcm", "muoi", "79"),
        ("lạp xưởng ở đất Tổ Phú Thọ", "lap-xuong", "25"),
        ("đôbg trùng hạ thảo vùng Quảng Ninh", "dong-trung-ha-thao", "22"),
        ("mein dong 4 sao o khanh hoa", "mien-dong", "56"),
    ],
)
def test_a_kind_in_a_place(knowledge: Knowledge, typed: str, kind: str, province: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == (kind,)
    assert question.places[0].provinces[0] == province


@pytest.mark.parametrize("typed", ["mua gì ở Đồng Tháp", "mua j ở đồng tháp"])
def test_words_that_stand_alone_are_not_joined(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.places[0].provinces[0] == "82"


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        (
            "Kính chào quý cơ quan, bên em là siêu thị nhỏ ở Bình Dương muốn nhập Quế hương Văn "
            "Yên về bán, xin quý cơ quan cho em số điện thoại liên hệ nơi làm, em xin cảm ơn ạ",
            "que-huong-van-yen",
            Intent.CONTACT,
        ),
        (
            "Chào anh chị, em là phóng viên đang viết bài về sản phẩm quê hương, cho em hỏi Rượu "
            "đế thanh long là do đơn vị nào sản xuất vậy ạ, em cảm ơn anh chị rất nhiều",
            "ruou-de-thanh-long",
            Intent.PRODUCER,
        ),
        (
            "Chào shop, mình ở Hà Nội vừa được bạn tặng Rượu chuối hột ăn thấy ngon quá, giờ muốn "
            "mua thêm biếu bố mẹ thì mua ở đâu được ạ? Mình cảm ơn nhiều",
            "ruou-chuoi-hot",
            Intent.WHERE_TO_BUY,
        ),
        (
            "Em làm bài tập về đặc sản, cho em hỏi trà Shan tuyết Bản Nà do cơ sở nào sản xuất ạ",
            "tra-shan-tuyet-ban-na",
            Intent.PRODUCER,
        ),
        (
            "hello team, i represent a distributor in korea. we tasted mach long fish sauce at a "
            "fair and were impressed. please share a phone number or an address of the producer",
            "nuoc-mam-mach-long",
            Intent.CONTACT,
        ),
    ],
)
def test_a_long_letter_asks_about_the_product_in_it(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    assert ask(knowledge, typed) == (product, intent)


@pytest.mark.parametrize(
    ("typed", "producer"),
    [
        ("email khải hoàn", "cong-ty-co-phan-thuong-mai-khai-hoan"),
        ("liên hệ Điền Tín", "cong-ty-co-phan-dien-tin"),
        ("đt cty thu trang", "co-so-san-xuat-bo-kho-thu-trang"),
        (
            "website bên Phú An Khương",
            "ho-kinh-doanh-co-so-san-xuat-va-kinh-doanh-phu-an-khuong",
        ),
    ],
)
def test_a_bare_brand_in_a_question_for_the_maker(
    knowledge: Knowledge, typed: str, producer: str
) -> None:
    assert knowledge.understanding.read(typed).producers[0].code == producer


@pytest.mark.parametrize(
    ("typed", "province"),
    [
        ("đặc sản đất Quảng Ninh", "22"),
        ("đồ Sơn La", "14"),
        ("quận Thốt Nốt có bao nhiêu sản phẩm ocop", "92"),
        ("may san pham ocop o long an", "80"),
        ("mua gi o thanh pho chau doc", "91"),
        ("tim shop ocop tai lang soon", "20"),
        ("tim banh trang cua hao binh", "25"),
        ("so san pham ocop cua ca mau", "96"),
        ("sản phẩm 3 sao của Lào Cai", "15"),
        ("những sản phẩm đạt 5 sao ở tỉnh Lào Cai", "15"),
        ("nghe an thi co san pham ocop nao", "40"),
        ("o tinh Nghe An ghe dau mua hang ocop", "40"),
        ("Đắk Lắk công nhận được bao nhiêu sản phẩm ocop", "66"),
        ("đồ TPHCM", "79"),
        ("dac san con dao", "79"),
        ("quà quê Cái Mơn", "86"),
        ("ddac san nghe an", "40"),
        ("dac saan bac ninh", "24"),
        ("đồ Thái Nguyên", "19"),
        ("occop Thái Nguyên", "19"),
        ("Vĩnh Long bổi tiếng cái gì", "86"),
        ("tới Hải Phòng thì mu gì cho mẹ", "31"),
    ],
)
def test_the_place_meant_among_names_that_look_like_others(
    knowledge: Knowledge, typed: str, province: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is not Certainty.NONE
    assert question.places[0].provinces[0] == province
    assert not question.producers
    assert not question.kinds or "bánh" in typed or "banh" in typed


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("muối chay cs j đặc biệt", Intent.PRODUCT),
        ("bn ơi đặc sản tỉnh hòa bình", Intent.SPECIALITIES),
        ("mật nhuỵ hoa thốt nốt mấy sao zậy bn", Intent.RATING),
        ("muối chay bn 1 gói", Intent.PRICE),
    ],
)
def test_neighbours_tell_what_a_short_form_stands_for(
    knowledge: Knowledge, typed: str, intent: Intent
) -> None:
    assert knowledge.understanding.read(typed).intent is intent


@pytest.mark.parametrize(
    "typed",
    [
        "xin sđt cơ sở sản xuất rượu Sunmoonfood",
        "liên hệ nhà sản xuất miến dong Minh Khuê Ngân",
        "xep hang ocop cua mat ong bep nha tho",
        "who makes Obanor chocolate",
        "cà phê An Huyên Thụ hiện đang mấy sao ạ",
        "tên cơ sở sản xuất yến chưng an huyên thụ",
        "trà Thái Lan",
        "tối nay ăn gì",
    ],
)
def test_a_brand_that_nobody_knows_is_no_other_product(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty in {Certainty.NONE, Certainty.WEAK}
    assert question.category is None


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("chào bạn", Intent.GREETING),
        ("cảm ơn bạn nhiều", Intent.THANKS),
        ("OCOP nghĩa là gì vậy bạn", Intent.PROGRAMME),
        ("what does 4 stars mean in OCOP", Intent.PROGRAMME),
    ],
)
def test_small_words_around_a_short_question(
    knowledge: Knowledge, typed: str, intent: Intent
) -> None:
    assert knowledge.understanding.read(typed).intent is intent


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("tui muốn phàn nàn về trà hoa vàng Ba Chẽ thì báo ai", Intent.CONTACT),
        ("store nào có trà hoa vàng Ba Chẽ", Intent.WHERE_TO_BUY),
        ("who do I complain to about trà hoa vàng Ba Chẽ", Intent.CONTACT),
    ],
)
def test_words_vote_where_no_cue_is_right(knowledge: Knowledge, typed: str, intent: Intent) -> None:
    assert ask(knowledge, typed) == ("tra-hoa-vang-ba-che", intent)


@pytest.mark.parametrize(
    "typed",
    [
        "what does a null pointer exception mean",
        "recommend a good gaming mouse",
        "khô gà vinatuhafood 4 sao hay 5 sao vậy",
    ],
)
def test_the_whole_list_answers_no_question_about_something_else(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is Certainty.NONE
    assert question.intent is not Intent.SPECIALITIES
    assert question.stars is None


@pytest.mark.parametrize("typed", ["trà hoa vàng Ba Chẽ shop ơi", "ad ơi trà hoa vàng Ba Chẽ ạ"])
def test_words_of_address_ask_for_nothing(knowledge: Knowledge, typed: str) -> None:
    assert ask(knowledge, typed) == ("tra-hoa-vang-ba-che", Intent.PRODUCT)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("Khau Bjoóc trà Shan tuyết có gì khác biệt", "tra-shan-tuyet-khau-bjooc"),
        ("bánh tráng dừa thuộc nhóm sản phẩm gì", "banh-trang-dua"),
    ],
)
def test_what_sets_one_product_apart_is_no_comparison(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    assert ask(knowledge, typed) == (product, Intent.PRODUCT)


@pytest.mark.parametrize(
    "typed", ["trà thái nguyên", "mua chè thái nguyen o dau", "thai nguyen tea"]
)
def test_a_kind_and_where_it_is_from_finds_what_is_made_there(
    knowledge: Knowledge, typed: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == ("tra",)
    assert question.places[0].provinces[0] == "19"


@pytest.mark.parametrize(
    "typed",
    [
        "bánh tráng chị bảy thoắt nhiêu tiền",
        "mật ong bác Tư Khoắn mua ở đâu",
        "mua trà Mia ở đâu",
        "how to buy Ong Chin Co fish sauce",
        "Lam Khuyen Thu coconut candy phone number",
    ],
)
def test_a_brand_made_of_words_of_talk_is_not_passed_over(knowledge: Knowledge, typed: str) -> None:
    certainty = knowledge.understanding.read(typed).certainty
    assert certainty in {Certainty.WEAK, Certainty.NONE}


@pytest.mark.parametrize(
    ("typed", "product", "intent"),
    [
        ("thit trau thiet ha gia bn", "thit-trau-gac-bep-thiet-ha", Intent.PRICE),
        (
            "công ty sản xuất rượu tằm Hòa Phong tên là gì",
            "ruou-tam-hoa-phong",
            Intent.PRODUCER,
        ),
        ("gọi cho bên sản xuất Ghẹ Trà Cổ theo số nào", "ghe-tra-co", Intent.CONTACT),
        ("ai đang sản xuất Phúc Hưng Long Essential", "phuc-hung-long-essential", Intent.PRODUCER),
    ],
)
def test_words_put_together_in_a_new_way(
    knowledge: Knowledge, typed: str, product: str, intent: Intent
) -> None:
    assert ask(knowledge, typed) == (product, intent)


@pytest.mark.parametrize(
    "typed", ["sầu riêng ở tây ninh đạt 4 sao", "any glass noodles in hoa binh rated 3 stars?"]
)
def test_a_kind_with_stars_in_a_place_asks_for_a_list(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert question.places
    assert question.kinds
    assert question.stars


@pytest.mark.parametrize("typed", ["five-star teas", "five star teas", "5-star teas"])
def test_stars_are_told_with_a_hyphen_or_without(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert (question.stars, question.kinds) == (5, ("tra",))
    assert question.intent is Intent.SPECIALITIES


def test_a_lone_y_may_be_all_that_is_left_of_a_brand(knowledge: Knowledge) -> None:
    product, _ = ask(knowledge, "ba rọi một nắng thy liễu bán ở đâu")
    assert product == "ba-roi-mot-nang-thuy-lieu"
