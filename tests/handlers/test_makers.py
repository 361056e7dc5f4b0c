"""What a buyer asks: who makes something in a place, how many they are, and what is exported."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import ProducerType
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("asked", "sorts"),
    [
        ("danh sách HTX làm chè ở Thái Nguyên", {"cooperative", "cooperative_group"}),
        ("htx làm chè ở thái nguyên", {"cooperative", "cooperative_group"}),
        ("công ty nào làm trà ở thái nguyên", {"company"}),
        ("tea companies in Thai Nguyen", {"company"}),
        ("cong ti nao san xuat tra o thai nguyen", {"company"}),
        ("which compny makes tea in Thai Nguyen", {"company"}),
    ],
)
def test_makers_of_the_sort_asked_for_are_listed_by_kind_and_place(
    talk: Talk, asked: str, sorts: set[str]
) -> None:
    turn = talk.say(asked)
    makers = [talk.knowledge.catalogue.producers[code] for code in turn.answer.producers]
    assert len(makers) > 1
    assert len({maker.code for maker in makers}) == len(makers)
    assert {str(maker.type) for maker in makers} <= sorts
    assert [place.name for place in turn.answer.places] == ["Thái Nguyên"]


def test_the_list_of_makers_goes_on_and_its_entries_can_be_pointed_at(talk: Talk) -> None:
    first = talk.say("danh sách HTX làm chè ở Thái Nguyên")
    second = talk.say("xem thêm")
    assert second.answer.producers
    assert set(second.answer.producers).isdisjoint(first.answer.producers)
    third = talk.say("liên hệ cái thứ 2")
    assert third.answer.producers == second.answer.producers[1:2]


def test_the_same_makers_of_another_place(talk: Talk) -> None:
    turn = talk.say("danh sách HTX làm chè ở Thái Nguyên", "còn Tuyên Quang")
    makers = [talk.knowledge.catalogue.producers[code] for code in turn.answer.producers]
    assert len(makers) > 1
    assert ProducerType.COMPANY not in {maker.type for maker in makers}


def test_a_name_that_begins_with_its_kind_is_not_the_only_maker_of_it(talk: Talk) -> None:
    assert len(talk.say("co so banh pia soc trang").answer.producers) > 1


def test_makers_are_of_the_place_asked_about(talk: Talk) -> None:
    turn = talk.say("htx mien dong bac kan lien he")
    assert turn.answer.producers == ("hop-tac-xa-tai-hoan",)
    text = talk.say("doanh nghiep nao lam yen sao o khanh hoa va ninh thuan").reply.text
    assert "Yến sào Khánh Hòa" in text
    assert "yến sào ở Ninh Thuận: mình chưa biết nơi nào" in text


def test_makers_are_counted_rather_than_their_products(talk: Talk) -> None:
    text = talk.say("bến tre có bao nhiêu cơ sở làm kẹo dừa").reply.text
    assert "Cơ sở làm kẹo dừa ở Bến Tre (3)" in text


def test_how_many_brands_of_a_kind_asks_for_no_rules(talk: Talk) -> None:
    assert "Cơ sở làm bò khô" in talk.say("khô bò ocop có mấy hãng").reply.text


@pytest.mark.parametrize("asked", ["nuoc mam nao xk my", "ocop fish sauce for export to usa"])
def test_exports_are_found_by_short_forms_and_countries(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.market == "US"
    assert turn.answer.products == ("nuoc-mam-le-gia-cot-dac-biet-40n",)


def test_a_country_asked_about_is_no_part_of_a_name(talk: Talk) -> None:
    turn = talk.say("rượu xuất khẩu nhật")
    assert (turn.question.market, turn.question.kinds) == ("JP", ("ruou",))


@pytest.mark.parametrize("then", ["xuất khẩu chưa", "xuat khau ko", "do they export"])
def test_exports_of_a_list_are_told_at_once(talk: Talk, then: str) -> None:
    turn = talk.say("kẹo dừa Bến Tre", then)
    assert turn.reply.outcome is not Outcome.CHOICES
    assert turn.question.market is not None
    assert turn.question.kinds == ("keo-dua",)


def test_words_that_sound_like_exports_ask_for_none(talk: Talk) -> None:
    turn = talk.say("họp giao ban sáng mai, Quảng Trị có bao nhiêu sản phẩm OCOP")
    assert turn.question.market is None


def test_a_market_is_told_once(talk: Talk) -> None:
    assert "Xuất khẩu: Séc, Châu Âu\n" in talk.say("miến dong Tài Hoan").reply.text + "\n"


@pytest.mark.parametrize(
    "asked",
    ["cong ty le gia o dau", "le gia company", "tell me about Le Gia", "lê gia có mấy sản phẩm"],
)
def test_a_company_is_known_by_its_brand(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.answer.producers == ("cong-ty-tnhh-thuc-pham-va-thuong-mai-dich-vu-le-gia",)


def test_a_brand_with_a_word_of_talk_in_it_is_its_maker(talk: Talk) -> None:
    assert talk.say("hao dat").answer.producers == ("htx-che-hao-dat",)


def test_who_makes_nothing_else_is_told_so(talk: Talk) -> None:
    turn = talk.say("cty le gia", "còn làm gì nữa")
    assert "chưa biết" in turn.reply.text
    assert not turn.answer.products


@pytest.mark.parametrize(
    ("before", "then", "code"),
    [
        ("mắm tôm Lê Gia", "còn nước mắm", "nuoc-mam-le-gia-cot-dac-biet-40n"),
        ("cong ty kim boi ban gi", "mang kho", "kim-boi-ready-to-cook-dried-bamboo-shoots"),
    ],
)
def test_a_kind_named_after_a_maker_is_of_its_own(
    talk: Talk, before: str, then: str, code: str
) -> None:
    assert talk.say(before, then).answer.products == (code,)


@pytest.mark.parametrize(
    "asked", ["htx nào làm chè ở thái nguyên", "htx nao lam che o thai nguyen"]
)
def test_what_the_cooperatives_make_is_no_part_of_the_question(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.kinds == ("tra",)


@pytest.mark.parametrize(
    ("turns", "heading", "intent"),
    [
        (("hạt điều Bình Phước", "ai làm vậy"), "Cơ sở làm hạt điều ở Bình Phước (", "producer"),
        (
            ("hat dieu binh phuoc", "danh sach co so"),
            "Cơ sở làm hạt điều ở Bình Phước (",
            "producer",
        ),
        (("trà Thái Nguyên", "htx nào làm"), "Hợp tác xã làm trà ở Thái Nguyên (", "producer"),
        (("cashew Binh Phuoc", "list producers"), "Producers making cashew nut in", "producer"),
        (("fish sauce Phu Quoc", "how to contact the maker"), "Producers making fish", "contact"),
        (("đặc sản Cà Mau", "cho xin danh sách cơ sở"), "Cơ sở làm sản phẩm OCOP ở Cà", "producer"),
    ],
)
def test_who_makes_what_a_list_holds_is_told_of_all_of_it(
    talk: Talk, turns: tuple[str, ...], heading: str, intent: str
) -> None:
    turn = talk.say(*turns)
    assert turn.reply.text.startswith(heading)
    assert turn.question.intent == intent
    assert len(turn.answer.producers) > 1


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("contact of producers of bird nest", "Producers making bird's nest across"),
        ("những ai làm yến sào", "Cơ sở làm yến sào trên cả nước"),
        ("ST25 rice producers", "Producers making ST25 rice"),
    ],
)
def test_several_makers_of_a_kind_are_listed_though_one_product_is_called_so(
    talk: Talk, asked: str, heading: str
) -> None:
    assert talk.say(asked).reply.text.startswith(heading)


def test_who_makes_this_asks_which_of_the_list(talk: Talk) -> None:
    assert talk.say("silk Van Phuc", "who make this").reply.outcome is Outcome.CHOICES


def test_a_maker_whose_long_name_ends_so_is_offered_first(talk: Talk) -> None:
    turn = talk.say("số liên lạc cty Hoàn Ngọc")
    assert turn.question.intent is Intent.CONTACT
    first = talk.knowledge.catalogue.producers[turn.question.producers[0].code]
    assert (first.name_vi or "").endswith("vận tải Hoàn Ngọc")


@pytest.mark.parametrize(
    "asked", ["đt cơ sở sản xuất Tấn Chiến", "dt co so san xuat tan chien", "đt cơ sở tấn chiến"]
)
def test_two_letters_before_a_facility_ask_for_its_telephone(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.CONTACT
    assert turn.question.producers


@pytest.mark.parametrize(
    "asked",
    [
        "xin danh sách nhà sản xuất nước mắm 4 sao kèm sđt",
        "Chào bạn, mình thu mua cho siêu thị, cho mình danh sách nhà sản xuất nước mắm 4 sao trở "
        "lên kèm số điện thoại",
        "tìm nhà cung cấp bánh tráng Tây Ninh",
        "NCC trà shan tuyết có sđt",
        "ncc mật ong 4 sao miền bắc",
        "ncc mật ong miền bắc",
        "nhà cung cấp cà phê có sđt",
        "cơ sở sản xuất nước mắm 4 sao ở Phú Quốc có sđt",
        "cơ sở sản xuất nước mắm",
    ],
)
def test_who_looks_for_suppliers_is_told_of_all_of_them(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.question.makers == ()
    assert len(set(turn.answer.producers)) > 1


@pytest.mark.parametrize("asked", ["cơ sở sản xuất nước mắm Tùng Vân", "nhà cung cấp Hà Mỵ"])
def test_a_maker_called_like_others_is_still_the_one_named(talk: Talk, asked: str) -> None:
    assert len(talk.say(asked).answer.producers) == 1


def test_stars_in_a_region_are_asked_of_all_that_is_made_there(talk: Talk) -> None:
    turn = talk.say("mật ong 4 sao miền bắc")
    assert turn.question.intent is Intent.SPECIALITIES
    made = [talk.knowledge.catalogue.products[code] for code in turn.answer.products]
    assert {product.stars for product in made} == {4}


def test_that_no_telephone_is_known_of_any_of_them_is_said(talk: Talk) -> None:
    turn = talk.say("nhà sản xuất nào có số điện thoại ở Quảng Ninh")
    assert turn.question.makers == ()
    assert len(turn.answer.producers) > 1
    assert "chưa thấy số điện thoại của cơ sở nào" in turn.reply.text


def test_the_telephones_that_are_known_are_told(talk: Talk) -> None:
    text = talk.say("danh sách cơ sở sản xuất ở Long An kèm sđt").reply.text
    assert "0938668511" in text


def test_what_was_asked_of_a_maker_and_is_not_known_is_said_not_to_be(talk: Talk) -> None:
    assert "trang web" in talk.say("website cty Chánh Thu").reply.text
    assert "caphebichthao.vn" in talk.say("trang web htx Bích Thao").reply.text


@pytest.mark.parametrize(
    "asked", ["số quyết định công nhận kẹo dừa ca cao", "mã quyết định của mắm tôm Lê Gia"]
)
def test_a_decision_whose_number_is_not_known_is_said_not_to_be(talk: Talk, asked: str) -> None:
    assert "chưa biết số quyết định" in talk.say(asked).reply.text


def test_the_number_of_a_decision_is_told_of_what_was_shown(talk: Talk) -> None:
    assert "377/QĐ-BNN-VPĐP" in talk.say("nước mắm Lê Gia", "mã quyết định").reply.text


def test_who_wants_one_of_so_many_stars_is_told_whether_they_hold(talk: Talk) -> None:
    text = talk.say("sếp hỏi có hàng tương ớt nào 4 sao ko").reply.text
    assert "★★★★☆" in text
    assert "2019" in text


@pytest.mark.parametrize(
    ("asked", "maker"),
    [
        ("sdt cty Lê Gia thanh hoá", "Lê Gia"),
        ("cong ty le gia thanh hoa sdt", "Lê Gia"),
        ("lien he cong ty le gia o thanh hoa", "Lê Gia"),
        ("sdt le gia thanh hoa", "Lê Gia"),
        ("cty TNHH Hà Mỵ sdt", "Hà Mỵ"),
        ("công ty TNHH Hà Mỵ liên hệ", "Hà Mỵ"),
        ("công ty cổ phần Lê Gia sđt", "Lê Gia"),
        ("công ty TNHH MTV Khải Hoàn sđt", "Khải Hoàn"),
    ],
)
def test_a_maker_is_found_with_its_province_and_another_legal_form(
    talk: Talk, asked: str, maker: str
) -> None:
    assert maker in talk.say(asked).reply.text.partition("\n")[0]
    assert len(talk.session.producers) == 1


@pytest.mark.parametrize(
    ("asked", "best", "least"),
    [
        ("danh sách công ty có trên 5 sản phẩm OCOP", "Trí Sơn", 6),
        ("công ty có từ 5 sản phẩm trở lên", "Trí Sơn", 5),
        ("công ty nào nhiều sản phẩm OCOP nhất", "Trí Sơn", 1),
        ("which company has the most OCOP products", "Trí Sơn", 1),
        ("doanh nghiệp nào làm nhiều sản phẩm OCOP nhất ở Bến Tre", "Đông Á", 1),
        ("cơ sở nào có nhiều sản phẩm nước mắm nhất", "Khải Hoàn", 1),
    ],
)
def test_makers_are_ranked_by_how_many_products_are_known(
    talk: Talk, asked: str, best: str, least: int
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    assert best in catalogue.producers[turn.answer.producers[0]].name
    counts = [len(catalogue.products_of(code)) for code in turn.answer.producers]
    assert min(counts) >= least
    assert "chưa đủ hết" in turn.reply.text or "not complete" in turn.reply.text


def test_of_one_maker_all_it_makes_is_told(talk: Talk) -> None:
    assert "Lê Gia" in talk.say("công ty Lê Gia có nhiều sản phẩm không").reply.text
    assert "Hà Nội" in talk.say("tỉnh nào có nhiều sản phẩm ocop nhất").reply.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("chủ thể nào ở Nghệ An có nhiều sản phẩm nhất", "Công ty TNHH Đức Phong – 8 sản phẩm"),
        ("HTX nào ở Nghệ An có nhiều sản phẩm nhất", "HTX Nông nghiệp Sen quê Bác – 2 sản phẩm"),
        ("which cooperative in Nghe An has the most products", "Sen quê Bác – 2 products"),
        ("công ty nào ở Đà Nẵng có nhiều sp nhất", "Công ty TNHH Bắc Đẩu – 4 sản phẩm"),
        ("HTX nào ở Đà Nẵng có từ 2 sản phẩm", "từ 2 sản phẩm trở lên"),
        ("cơ sở nào tại Cà Mau có trên 3 sản phẩm", "từ 4 sản phẩm trở lên"),
    ],
)
def test_makers_of_a_place_are_ranked_by_their_products(talk: Talk, asked: str, told: str) -> None:
    assert told in talk.say(asked).reply.text


@pytest.mark.parametrize(
    "asked", ["htx nao o da nang co tu 4 sao", "tỉnh nào có nhiều HTX có sản phẩm nhất"]
)
def test_stars_and_provinces_rank_no_makers(talk: Talk, asked: str) -> None:
    text = talk.say(asked).reply.text
    assert "xếp theo số sản phẩm" not in text
    assert "sản phẩm trở lên" not in text
