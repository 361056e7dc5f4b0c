"""Long messages: letters that tell who writes, for whom and why, before and after what they ask."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("letter", "heading"),
    [
        (
            "Dear Sir or Madam, we are an import company from Germany and looking for cashew "
            "producers in Vietnam. Please send us a list. Best regards, Thomas",
            "Producers making cashew nut across the country",
        ),
        (
            "Hello, my name is Anna Schmidt from Berlin, I am visiting Hanoi next week and would "
            "like to buy some good tea as present. Which one do you recommend? Thank you, Anna",
            "Tea from Hanoi",
        ),
        (
            "em chào anh/chị, em ở công ty xuất khẩu, em muốn tìm supplier cà phê ở Lâm Đồng, cho "
            "em xin list và contact với ạ",
            "Cơ sở làm cà phê ở Lâm Đồng",
        ),
        ("tôi tên là Đào, muốn mua nước mắm Phú Quốc. Trân trọng, Đào", "Nước mắm ở Phú Quốc"),
        ("mình cần mua quà biếu sếp thích trà nên mua gì", "Trà trên cả nước"),
        ("mẹ em thích uống trà, ở Thái Nguyên có trà gì ngon", "Trà ở Thái Nguyên"),
        ("tìm đặc sản Huế làm souvenir cho friend nước ngoài", "Sản phẩm OCOP ở Huế"),
        (
            "shop ơi mình muốn mua coconut candy bến tre làm gift cho bạn ở Korea thì loại nào 5 "
            "sao ạ",
            "Kẹo dừa 5 sao ở Bến Tre",
        ),
    ],
)
def test_who_writes_and_for_whom_is_no_part_of_what_is_asked(
    talk: Talk, letter: str, heading: str
) -> None:
    assert talk.say(letter).reply.text.startswith(heading)


@pytest.mark.parametrize(
    ("letter", "place", "stars"),
    [
        (
            "Kính gửi quý cơ quan, tôi là Nguyễn Văn A, cán bộ văn phòng điều phối nông thôn mới "
            "tỉnh Gia Lai, xin cho biết số lượng sản phẩm OCOP 4 sao của tỉnh Bình Định trước khi "
            "sáp nhập",
            "Bình Định",
            4,
        ),
        (
            "Tôi là cán bộ phụ trách OCOP của sở nông nghiệp, cần số liệu về hồ sơ, xin hỏi Nghệ "
            "An có bao nhiêu sản phẩm OCOP 4 sao",
            "Nghệ An",
            4,
        ),
        (
            "we are preparing a report about rural development for our university in Bangkok, how "
            "many OCOP products does Quang Ninh have",
            "Quảng Ninh",
            None,
        ),
    ],
)
def test_a_number_is_asked_for_in_the_last_clause(
    talk: Talk, letter: str, place: str, stars: int | None
) -> None:
    turn = talk.say(letter)
    assert turn.question.intent is Intent.STATISTICS
    assert talk.places(turn) == [place]
    assert turn.question.stars == stars


@pytest.mark.parametrize("asked", ["công ty nào xuất khẩu cà phê", "product nào được export"])
def test_exports_are_asked_for_where_nobody_tells_of_himself(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.market is not None


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("Bạn thân mến, cho mình hỏi mật ong Hà Giang", "Mật ong ở Hà Giang"),
        ("gửi anh thân mến, nước mắm Lê Gia mấy sao", "Nước mắm Lê Gia"),
        ("mình rất trân trọng sản phẩm của Hà Giang", "Sản phẩm OCOP ở Hà Giang"),
        ("sincerely I want to buy tea from Thai Nguyen", "Tea from Thái Nguyên"),
        (
            "hôm trước mình có hỏi bạn và bạn trả lời rất hay, cảm ơn, trà Thái Nguyên",
            "Trà ở Thái Nguyên",
        ),
        ("product name is Le Gia fish sauce how many stars", "Lê Gia"),
        (
            "Dear team, please send me a list of tea producers in Lam Dong. Kind regards, Rose B.",
            "Producers making tea in Lâm Đồng",
        ),
        (
            "Dear team, we will be spending a week in Phú Quốc in March and would like to bring "
            "home some local OCOP products. What is made there? Best regards, Lena",
            "OCOP products from Phú Quốc",
        ),
    ],
)
def test_words_of_respect_and_thanks_take_no_goods_from_what_is_asked(
    talk: Talk, asked: str, heading: str
) -> None:
    assert talk.say(asked).reply.text.startswith(heading)
