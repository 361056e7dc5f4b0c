"""What is asked of one thing that is named by its kind and place, or in words heard every day."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("typed", "intent", "code"),
    [
        ("ớt gió đồng văn là gì", Intent.PRODUCT, "ot-gio-dong-van"),
        ("khoai deo quang binh la cai chi", Intent.PRODUCT, "khoai-deo"),
        ("bột mắc khén sơn la ai làm", Intent.PRODUCER, "bot-mac-khen"),
        ("bột mắc khén sơn la mua ở đâu", Intent.WHERE_TO_BUY, "bot-mac-khen"),
        (
            "bánh phồng sữa bạc liêu mua ở siêu thị được không",
            Intent.WHERE_TO_BUY,
            "banh-phong-sua",
        ),
        ("bánh phu thê bắc ninh là bánh gì", Intent.PRODUCT, "banh-phu-the"),
        ("gạo thơm ST25 có đúng là 5 sao quốc gia không", Intent.RATING, "gao-thom-st25"),
        ("is st25 rice 5 star", Intent.RATING, "st25-rice"),
    ],
)
def test_the_one_product_of_a_kind_in_a_place_is_told_of(
    talk: Talk, typed: str, intent: Intent, code: str
) -> None:
    question = talk.say(typed).question
    assert question.intent is intent
    assert question.products[0].code == code


@pytest.mark.parametrize(
    "typed",
    [
        "mật ong hà giang là gì",
        "cho xem mật ong 4 sao",
        "mật ong hà giang ai làm",
        "mua bột mắc khén ở sơn la",
    ],
)
def test_of_several_of_a_kind_none_is_meant_before_the_others(talk: Talk, typed: str) -> None:
    question = talk.say(typed).question
    assert not question.intent_stated or question.intent is not Intent.PRODUCT
    assert question.kinds


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("mật ong đá chiềng lao có lên kệ siêu thị nào chưa", Intent.WHERE_TO_BUY),
        ("banh tet bap dat do co tren ke sieu thi khong", Intent.WHERE_TO_BUY),
        ("tìm nơi bán lẻ bánh tét bắp đất đỏ", Intent.WHERE_TO_BUY),
        ("cần gặp chủ bánh tét bắp đất đỏ bàn chuyện làm ăn, liên hệ giúp", Intent.CONTACT),
        ("làm sao gọi cho chỗ làm bánh tét bắp đất đỏ", Intent.CONTACT),
        ("cá bống sông trà phi yến mấy bạc một hũ", Intent.PRICE),
        ("hủ tiếu mỹ tho gói khô ai sản xuất", Intent.PRODUCER),
        ("đi vĩnh long chơi thì khuân thứ gì về", Intent.SPECIALITIES),
        ("bến xe vĩnh long có quầy ocop không", Intent.OUTLETS),
        ("phong trung bay ocop my tho nam duong nao", Intent.OUTLETS),
        ("số liệu ocop gần nhất cả nước", Intent.STATISTICS),
        ("hợp tác xã chiếm mấy phần trong các chủ thể ocop", Intent.STATISTICS),
        ("thông tin bên tui ghi sai địa chỉ rồi, làm sao sửa", Intent.FEEDBACK),
        ("the phone number you show is wrong", Intent.FEEDBACK),
        ("xem lại mấy món tui bấm tim bữa trước", Intent.SAVED),
        ("cảm ơn nha, để mình gọi thử", Intent.THANKS),
    ],
)
def test_everyday_ways_to_ask_are_known(talk: Talk, typed: str, intent: Intent) -> None:
    turn = talk.say(typed)
    assert turn.question.intent is intent
    assert turn.reply.outcome is not Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("5 sao quoc gia phai dat bi nhieu diem", ProgrammeTopic.STARS),
        ("câu chuyện sản phẩm được tính mấy điểm", ProgrammeTopic.STARS),
        (
            "hết 36 tháng mà chưa chấm lại thì có được dán tem sao nữa không",
            ProgrammeTopic.VALIDITY,
        ),
        ("xã muốn đề cử sản phẩm thì làm những việc gì", ProgrammeTopic.APPLYING),
    ],
)
def test_the_rules_are_asked_for_in_everyday_words(
    talk: Talk, typed: str, topic: ProgrammeTopic
) -> None:
    question = talk.say(typed).question
    assert question.intent is Intent.PROGRAMME
    assert question.topic is topic


def test_a_bus_station_alone_is_no_shop(talk: Talk) -> None:
    assert talk.say("bến xe vĩnh long mấy giờ có chuyến").reply.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("đà lạt mua gì ngoai dâu tây vs mứt", "dau-tay"),
        ("ben tre co gi ngoai keo", "keo"),
    ],
)
def test_what_is_known_already_is_no_side_of_a_comparison(talk: Talk, typed: str, key: str) -> None:
    question = talk.say(typed).question
    assert question.intent is Intent.SPECIALITIES
    assert key in question.without.kinds


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("muối tây ninh mua loại nào ăn trái cây ngon", Intent.SPECIALITIES),
        ("trà thái nguyên loại nào ngon, có sao càng tốt", Intent.SPECIALITIES),
        ("nước mắm lê gia hay khải hoàn cái nào ngon", Intent.COMPARE),
        ("nhãn ido định môn với ido xuân thắng trái nào to", Intent.COMPARE),
    ],
)
def test_which_is_good_parts_no_two_things(talk: Talk, typed: str, intent: Intent) -> None:
    assert talk.say(typed).question.intent is intent


def test_a_region_is_told_of_around_the_place_asked_about(talk: Talk) -> None:
    question = talk.say("miền tây em về bến tre, mua gì").question
    assert [place.name for place in question.places] == ["Bến Tre"]


def test_good_rice_of_a_region_is_no_name(talk: Talk) -> None:
    question = talk.say("gạo ngon miền tây loại 5 sao kể tên").question
    assert question.intent is Intent.SPECIALITIES
    assert question.kinds == ("gao",)
    assert not question.products


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("hat dieu rang muoi binh phuoc may sao", 4),
        ("hạt điều rang muối bình phước mấy sao", 4),
        ("gao bac thom so 7 ha noi may sao", 2),
        ("gạo bắc thơm số 7 hà nội mấy sao", 2),
        ("tom kho ca mau bn sao", 2),
        ("keo lac thai binh may sao", 2),
        ("tuong xay an giang duoc may sao", 2),
        ("hat sen say dong thap may sao", 2),
    ],
)
def test_of_several_of_one_name_in_the_province_each_is_told(
    talk: Talk, asked: str, shown: int
) -> None:
    turn = talk.say(asked)
    catalogue = talk.knowledge.catalogue
    told = [catalogue.products[code] for code in turn.answer.products]
    assert len(told) == shown
    assert len({product.name.casefold() for product in told}) == 1
    assert len({product.location.province for product in told}) == 1


@pytest.mark.parametrize(
    ("asked", "beside"),
    [
        ("mang cau tay ninh bn sao", "Mãng cầu ★★★★☆"),
        ("mãng cầu tây ninh 4 sao", "Mãng cầu ★★★★☆"),
        ("que yen bai 4 sao", "Quế điếu Phúc Long ★★★★☆"),
        ("tra hoa vang hai ha may sao", "Trà hoa vàng Quy Hoa ★★★★★"),
        ("dua tay ninh may sao", "Dưa lưới ★★★★☆"),
        ("gà đồi yên thế ai nuôi", "HTX nông nghiệp Xanh Yên Thế"),
        ("ga doi yen the cua ai", "HTX nông nghiệp Xanh Yên Thế"),
    ],
)
def test_what_is_known_of_its_likes_there_stands_beside_what_is_not_known(
    talk: Talk, asked: str, beside: str
) -> None:
    turn = talk.say(asked)
    assert len(turn.answer.products) == 1
    assert beside in turn.reply.text
    assert "Cùng loại ở" in turn.reply.text


def test_a_product_with_stars_is_told_alone(talk: Talk) -> None:
    assert "Cùng loại ở" not in talk.say("trà hoa vàng ba chẽ mấy sao").reply.text
