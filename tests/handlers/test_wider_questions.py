"""What is asked of many at once or of the bot itself: exports, provinces in order, delivery."""

from __future__ import annotations

import re

import pytest

from handlers.chat.reply import Outcome, Role
from handlers.conversation import Utterance, respond
from knowledge.facts import OutletKind
from knowledge.understanding.question import Intent
from tests.handlers.talking import TODAY, Talk


@pytest.mark.parametrize(
    ("asked", "heading", "market"),
    [
        ("which ocop products export to japan", "OCOP products exported to Japan (", "Nhật"),
        ("sản phẩm nào xuất khẩu nhật bản", "Sản phẩm OCOP đã xuất khẩu sang Nhật Bản (", "Nhật"),
        ("ocop xuất khẩu sang mỹ", "Sản phẩm OCOP đã xuất khẩu sang Hoa Kỳ (", "Mỹ|Hoa Kỳ"),
        ("có sản phẩm nào xuất sang hàn quốc không", "xuất khẩu sang Hàn Quốc (", "Hàn Quốc"),
        ("san pham nao cua thanh hoa xuat khau", "ở Thanh Hóa đã xuất khẩu (", ""),
    ],
)
def test_what_is_exported_is_listed_with_its_source(
    talk: Talk, asked: str, heading: str, market: str
) -> None:
    turn = talk.say(asked)
    assert heading in turn.reply.text
    assert re.search("Nguồn: |Source: ", turn.reply.text)
    for code in turn.answer.products:
        offers = talk.knowledge.catalogue.offers_of(code)
        abroad = [each.name for each in offers if each.kind is OutletKind.EXPORT]
        assert any(re.search(market, name) for name in abroad)


def test_a_part_of_the_world_takes_in_its_countries_page_by_page(talk: Talk) -> None:
    turn = talk.say("ocop xuat khau chau au")
    seen = set(turn.answer.products)
    turn, _ = respond(
        Utterance(action=turn.reply.choices[-1].action), talk.session, talk.knowledge, TODAY
    )
    assert turn.answer.products
    assert seen.isdisjoint(turn.answer.products)
    assert "Châu Âu" in turn.reply.text.partition("\n")[0]


def test_exports_of_one_product_are_its_own(talk: Talk) -> None:
    text = talk.say("mắm tôm lê gia xuất khẩu đi đâu").reply.text
    assert text.startswith("Mắm tôm Lê Gia đã xuất khẩu sang: Nga")


@pytest.mark.parametrize(
    "asked",
    [
        "tỉnh nào có nhiều sản phẩm OCOP nhất",
        "top tỉnh",
        "bao nhieu tinh co ocop",
        "which province has the most OCOP products",
    ],
)
def test_provinces_are_told_in_order_with_their_dates(talk: Talk, asked: str) -> None:
    reply = talk.say(asked).reply
    items = [each.text for each in reply.paragraphs if each.role is Role.ITEM]
    assert len(items) == 5
    assert re.match(r"1\. (?:Hà Nội|Hanoi): 3[.,]463 .*\(.*2025\)", items[0])
    counts = [int(re.sub(r"\D", "", re.findall(r": ([\d.,]+)", each)[0])) for each in items]
    assert counts == sorted(counts, reverse=True)
    assert "khác nhau" in reply.text or "differ" in reply.text
    assert "34 trong 34" in reply.text or "34 of 34" in reply.text


def test_provinces_in_order_by_stars_and_in_a_region(talk: Talk) -> None:
    assert talk.say("tinh nao nhieu san pham 5 sao nhat").reply.text.startswith(
        "Tỉnh, thành có nhiều sản phẩm OCOP 5 sao nhất"
    )
    delta = talk.say("tỉnh nào ở miền tây nhiều ocop nhất").reply.text
    assert "1. Vĩnh Long" in delta
    assert "Hà Nội" not in delta


@pytest.mark.parametrize(
    "asked",
    [
        "giao hang may ngay",
        "ship cod ve hcm dc ko",
        "ship di my ko",
        "do you deliver to Australia",
        "co mien phi van chuyen ko",
    ],
)
def test_who_asks_for_delivery_is_told_that_there_is_none_and_where_to_buy(
    talk: Talk, asked: str
) -> None:
    reply = talk.say(asked).reply
    assert reply.outcome is Outcome.TALK
    assert re.match("Mình không bán hàng và cũng không giao hàng|I neither sell nor", reply.text)
    assert "postmart.vn" in reply.text


@pytest.mark.parametrize(
    "asked", ["hang gia thi khieu nai o dau", "mua phai hang kem chat luong bao ai"]
)
def test_who_wants_to_complain_is_told_that_no_office_is_known(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert "Mình không nhận khiếu nại" in text
    assert "hỏi nơi bán và nhà sản xuất" in text


@pytest.mark.parametrize(
    "asked",
    [
        *("cà phê nào ngon nhất", "which coffee is the best", "mat ong ngon nhat", "best honey"),
        *("honey in Vietnam", "best mật ong in Vietnam please"),
    ],
)
def test_of_a_kind_the_best_are_listed_though_one_is_just_called_so(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    shown = [talk.knowledge.catalogue.products[code] for code in turn.answer.products]
    assert len(shown) > 1
    assert shown[0].stars == 5


@pytest.mark.parametrize("asked", ["nước mắm Chinsu mấy sao", "nuoc mam chinsu ngon khong"])
def test_a_brand_not_known_is_named_and_its_kind_offered(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert "chinsu”" in turn.reply.text
    assert turn.reply.choices[0].label.startswith("Nước mắm trên cả nước")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("nghe an bao nhieu sp ocop", "“khoảng 730” sản phẩm"),
        ("thanh hoa bao nhieu chu the", "của 492 chủ thể"),
        ("bao nhieu htx tham gia ocop o ninh binh", "128 hợp tác xã"),
        ("thong ke theo nhom san pham cua cao bang", "124 thực phẩm, 11 đồ uống"),
        ("ty le 3 sao 4 sao ca nuoc", "76,2% đạt 3 sao, 22,7% đạt 4 sao"),
        ("huyen nao cua quang ninh nhieu sp nhat", "không xếp theo huyện, xã"),
        ("thai nguyen dung thu may ca nuoc ve 5 sao", "tỉnh Thái Nguyên đứng thứ"),
        # With slips and in short forms
        ("tinh nao vn chua co sp 5 sao", "mình chưa thấy có sản phẩm 5 sao"),
        ("which provinces dont have 5 star", "I know no 5-star product"),
        ("ocop shop hanoi opning hours", "I do not know when they are open"),
        ("is there subsdy for joining ocop", "What money or other support"),
        ("which distrct in Son La has the most ocop products", "Districts and communes are not"),
        ("where does Quang Ninh rnak in number of ocop products", "Quảng Ninh province is number"),
        ("tỷ lẹ sản phẩm 4 sao cả nước", "22,7% đạt 4 sao"),
        ("hòa bình cũ giờ thuộc tỉnh nào, bao nhiêu sp 4 sao", "32 sản phẩm 4 sao"),
    ],
)
def test_what_else_figures_tell_is_told_where_it_is_asked(
    talk: Talk, asked: str, told: str
) -> None:
    assert told in talk.say(asked).reply.text


def test_provinces_without_stars_are_those_of_which_none_is_known(talk: Talk) -> None:
    turn = talk.say("tinh nao chua co 5 sao")
    listed = turn.reply.paragraphs[1].runs[0].text
    assert "Cao Bằng" in listed
    assert "Quảng Ninh" not in listed


def test_a_count_is_asked_of_the_place_just_listed(talk: Talk) -> None:
    assert "96 sản phẩm OCOP" in talk.say("đắk nông", "có bao nhiêu").reply.text
    assert "302" in talk.say("bac ninh co bao nhieu sp ocop", "truoc sap nhap thi sao").reply.text
    assert "302" in talk.say("bac ninh co bao nhieu sp ocop", "trc khi sát nhập").reply.text


@pytest.mark.parametrize("asked", ["sp 5 sao nhom du lich", "du lịch 5 sao"])
def test_a_group_is_asked_for_by_its_name(talk: Talk, asked: str) -> None:
    assert "nhóm du lịch nông thôn 5 sao" in talk.say(asked).reply.text


@pytest.mark.parametrize(
    ("asked", "stars"),
    [
        ("cà phê không quá 4 sao", {3, 4}),
        ("mật ong dưới 5 sao", {3, 4}),
        ("tra tu 4 sao tro xuong", {3, 4}),
        ("coffee with less than 4 stars", {3}),
        ("tea up to 4 stars", {3, 4}),
        ("honey more than 3 stars", {4, 5}),
    ],
)
def test_stars_are_limited_from_above(talk: Talk, asked: str, stars: set[int]) -> None:
    turn = talk.say(asked)
    products = [talk.knowledge.catalogue.products[code] for code in turn.answer.products]
    assert products
    assert {product.stars for product in products} <= stars
    assert (turn.question.stars, turn.question.stars_up_to) == (min(stars), max(stars))


def test_of_less_than_three_stars_there_is_none(talk: Talk) -> None:
    assert talk.say("sản phẩm dưới 3 sao").reply.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("le gia có mấy sản phẩm 5 sao", "Có 2 sản phẩm 5 sao, trong 4 sản phẩm"),
        ("how many 5 star products does Le Gia have", "2 products of 5 stars, of 4 in our list:"),
        ("HTX Hảo Đạt có mấy sản phẩm 3 sao", "chưa có sản phẩm nào 3 sao:"),
    ],
)
def test_stars_of_a_makers_products_are_counted(talk: Talk, asked: str, told: str) -> None:
    assert told in talk.say(asked).reply.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Ninh Bình gồm Nam Định không", "Đúng vậy."),
        ("Thái Bình có thuộc Ninh Bình không", "Không phải."),
        ("is Ha Giang part of Tuyen Quang", "Yes."),
        ("does Hung Yen include Thai Binh", "Yes."),
        ("buôn ma thuột ở tỉnh nào", "nay thuộc tỉnh Đắk Lắk."),
        ("Pleiku which province", "are now in Gia Lai province."),
        ("cat ba o tinh gi", "nay thuộc đặc khu Cát Hải, Hải Phòng."),
        ("is there homestay in ha giang", "OCOP rural tourism from Hà Giang:"),
    ],
)
def test_where_a_place_belongs_is_said(talk: Talk, asked: str, told: str) -> None:
    assert told in talk.say(asked).reply.text.split("\n\n")[0]


def test_other_products_are_those_of_the_maker_named(talk: Talk) -> None:
    turn = talk.say("Chè Đinh Tân Cương", "sản phẩm khác của Lê Gia")
    names = [talk.knowledge.catalogue.products[code].name for code in turn.answer.products]
    assert names
    assert all("Lê Gia" in name for name in names)


@pytest.mark.parametrize(
    "said",
    [
        ("mang nước mắm lên máy bay được không",),
        ("mua nước mắm gửi hành lý ký gửi được không",),
        ("mang nuoc mam len may bay dc hong",),
        ("rượu mang lên máy bay được mấy chai",),
        ("nước mắm phú quốc", "mang lên máy bay đc ko"),
        ("chả mực hạ long", "mang đi máy bay được không"),
    ],
)
def test_the_rules_of_airlines_are_not_known(talk: Talk, said: tuple[str, ...]) -> None:
    turn = talk.say(*said)
    assert turn.reply.outcome is Outcome.TALK
    assert "hỏi hãng" in turn.reply.text


def test_after_a_flight_the_list_goes_on(talk: Talk) -> None:
    turn = talk.say("nước mắm phú quốc", "mang lên máy bay đc ko", "loại nào 5 sao")
    assert (talk.places(turn), turn.question.kinds) == (["Phú Quốc"], ("nuoc-mam",))


def test_gifts_for_a_sum_are_listed_without_prices(talk: Talk) -> None:
    text = talk.say("quà biếu sếp dưới 500k").reply.text
    assert "Sản phẩm OCOP trên cả nước" in text
    assert "Mình không có giá" in text


@pytest.mark.parametrize("asked", ["đặc sản", "quà biếu", "souvenirs", "quà biếu 1 triệu"])
def test_goods_alone_ask_what_there_is(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    ("asked", "kind"),
    [("trà dưới 200k", "tra"), ("rượu dưới nửa triệu", "ruou"), ("coffee under 10 usd", "ca-phe")],
)
def test_a_sum_to_spend_is_no_part_of_a_name(talk: Talk, asked: str, kind: str) -> None:
    turn = talk.say(asked)
    assert turn.question.kinds == (kind,)
    assert not turn.question.products


def test_some_of_what_is_named_are_not_counted(talk: Talk) -> None:
    assert talk.say("ê mấy cái Dưa lưới HF có ngon hông").question.intent is Intent.PRODUCT


@pytest.mark.parametrize(
    ("asked", "kind", "stars"),
    [
        ("hỏi giúp anh Hùng: trà Tân Cương nhà nào 5 sao", "tra", 5),
        ("hỏi giúp anh Nam cà phê 5 sao", "ca-phe", 5),
        ("hoi giup anh nam ca phe 5 sao", "ca-phe", 5),
        ("hỏi giúp chị Trà: mật ong 4 sao", "mat-ong", 4),
        ("chị Trà muốn mua mật ong 4 sao", "mat-ong", 4),
        ("anh Tân hỏi nước mắm nào 5 sao", "nuoc-mam", 5),
        ("chị Đào nhờ hỏi bánh pía Sóc Trăng 4 sao", "banh-pia", 4),
        ("Mr Tan asks which fish sauce has 5 stars", "nuoc-mam", 5),
        ("asking for Mr. Hung: 5 star tea in Thai Nguyen", "tra", 5),
        ("hỏi giúp chị trà Thái Nguyên 5 sao", "tra", 5),
    ],
)
def test_the_name_of_who_asks_is_no_name_of_goods(
    talk: Talk, asked: str, kind: str, stars: int
) -> None:
    turn = talk.say(asked)
    assert turn.question.kinds == (kind,)
    assert turn.answer.products
    made = [talk.knowledge.catalogue.products[code] for code in turn.answer.products]
    assert {product.stars for product in made} == {stars}


def test_a_maker_asked_for_on_behalf_of_somebody_is_found(talk: Talk) -> None:
    assert "Hà Mỵ" in talk.say("hỏi giúp chị Hà Mỵ sđt").reply.text
    assert "Nam Định" in talk.say("hỏi giúp anh Nam Định có đặc sản gì").reply.text


@pytest.mark.parametrize("asker", ["em ở Huế muốn mua trà ở đâu", "em o hue muon mua tra o dau"])
def test_a_place_behind_a_preposition_is_nobodys_name(talk: Talk, asker: str) -> None:
    question = talk.say(asker).question
    assert [place.name for place in question.sold_in] == ["Huế"]


@pytest.mark.parametrize(
    "asked", ["mình ở quận 7 mua mật ong ở đâu", "toi o quan 7 mua mat ong o dau"]
)
def test_who_buys_a_kind_where_they_live_is_shown_shops_there(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.kinds == ("mat-ong",)
    assert "Điểm bán OCOP ở TP. Hồ Chí Minh" in turn.reply.text


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (
            "Bữa trước ngồi xe khách nghe bác tài khen Tương Khả Do hết lời, tò mò quá nên hỏi xem "
            "rốt cuộc Tương Khả Do là món như thế nào",
            "tuong-kha-do",
        ),
        (
            "Nhà cháu mở quán phở ở Vinh, nghe nói có cơ sở ở Lạng Sơn làm phở khô đặc biệt Hoàng "
            "Quyên rất dai, cháu muốn biết ai là người sản xuất ra nó",
            "pho-kho-dac-biet-hoang-quyen",
        ),
        (
            "Đợt rồi coi ti vi thấy ông chủ tịch tỉnh khen muối tre SAHU dữ lắm, tui tò mò quá "
            "trời, rốt cuộc muối tre là muối gì dợ?",
            "muoi-tre-sahu",
        ),
    ],
)
def test_a_whole_name_in_a_long_story_is_what_it_is_about(talk: Talk, told: str, code: str) -> None:
    assert talk.say(told).answer.products[0] == code
