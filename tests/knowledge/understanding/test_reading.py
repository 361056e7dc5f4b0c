"""What questions mean, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.facts import Category
from knowledge.understanding.question import Certainty, Intent, Question


@pytest.fixture(scope="module")
def read(knowledge: Knowledge):  # type: ignore[no-untyped-def]
    return knowledge.understanding.read


def first_product(question: Question) -> str:
    return question.products[0].code if question.products else ""


@pytest.mark.parametrize(
    "typed",
    [
        "Mua nước mắm Lê Gia ở đâu?",
        "mua nuoc mam le gia o dau",
        "MUA NƯỚC MẮM LÊ GIA Ở ĐÂU!!!",
        "mua nuowcs mawms lee gia owr ddaau",
        "mua nu7o7c1 ma8m1 le6 gia o73 d9a6u",
        "mua nuocmamlegia o dau",
        "nước mắm Lê Gia bán chỗ nào vậy shop ơi 🙏",
        "where can i buy le gia fish sauce",
    ],
)
def test_one_product_in_many_ways_of_typing(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert first_product(question) == "nuoc-mam-le-gia-cot-dac-biet-40n"
    assert question.intent is Intent.WHERE_TO_BUY
    assert question.certainty is Certainty.CLEAR


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("trà hoa vàng Ba Chẽ", Intent.PRODUCT),
        ("trà hoa vàng Ba Chẽ được mấy sao", Intent.RATING),
        ("trà hoa vàng Ba Chẽ check sao", Intent.RATING),
        ("ai làm trà hoa vàng Ba Chẽ", Intent.PRODUCER),
        ("sđt chỗ làm trà hoa vàng Ba Chẽ", Intent.CONTACT),
        ("trà hoa vàng Ba Chẽ bao nhiêu tiền", Intent.PRICE),
        ("trà hoa vàng Ba Chẽ ở tỉnh nào", Intent.PRODUCT),
        ("who makes Ba Che yellow camellia tea?", Intent.PRODUCER),
        ("Ba Che yellow camellia tea ocop level", Intent.RATING),
    ],
)
def test_intents_about_one_product(read, typed: str, intent: Intent) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert question.intent is intent
    assert first_product(question) == "tra-hoa-vang-ba-che"


@pytest.mark.parametrize(
    ("typed", "intent", "province"),
    [
        ("đặc sản Hà Giang", Intent.SPECIALITIES, "08"),
        ("mua gì làm quà ở sài gòn", Intent.SPECIALITIES, "79"),
        ("dac san hn", Intent.SPECIALITIES, "01"),
        ("đặc sản Quảng Nnih", Intent.SPECIALITIES, "22"),
        ("Đồng Nai có bao nhiêu sản phẩm 5 sao?", Intent.STATISTICS, "75"),
        ("điểm bán OCOP ở Hà Nội", Intent.OUTLETS, "01"),
        ("hà nội ghé đâu mua hàng ocop", Intent.OUTLETS, "01"),
        ("what to buy in Hoi An", Intent.SPECIALITIES, "48"),
        ("what ocop should i buy from ha giang", Intent.SPECIALITIES, "08"),
        ("what to take home from ha giang 2 days", Intent.SPECIALITIES, "08"),
        ("du lich cong dong hoi an ocop", Intent.SPECIALITIES, "48"),
        ("nươc mắm phú quôc", Intent.SPECIALITIES, "91"),
        ("đac san ha giang", Intent.SPECIALITIES, "08"),
        ("cofee from dak lak 5 star", Intent.SPECIALITIES, "66"),
        ("quận 1 món gì ngon", Intent.SPECIALITIES, "79"),
        ("đồ Lai Châu", Intent.SPECIALITIES, "12"),
        ("ghe ha noi mua gi bieu sep", Intent.SPECIALITIES, "01"),
        ("mình ở Hà Nội, cho hỏi ocop là gì", Intent.PROGRAMME, "01"),
        ("what ocop thing i shud take from ha giang", Intent.SPECIALITIES, "08"),
    ],
)
def test_questions_about_places(  # type: ignore[no-untyped-def]
    read, typed: str, intent: Intent, province: str
) -> None:
    question = read(typed)
    assert question.intent is intent
    assert question.places[0].provinces[0] == province


def test_filters_combine(read) -> None:  # type: ignore[no-untyped-def]
    question = read("trà 5 sao ở Thái Nguyên")
    assert question.intent is Intent.SPECIALITIES
    assert question.stars == 5
    assert question.places[0].name == "Thái Nguyên"
    assert "tra" in question.kinds


def test_a_category_is_a_filter(read) -> None:  # type: ignore[no-untyped-def]
    question = read("đồ uống 4 sao ở Lào Cai")
    assert (question.category, question.stars) == (Category.BEVERAGE, 4)


def test_a_place_in_a_name_is_no_question_about_the_place(read) -> None:  # type: ignore[no-untyped-def]
    named = read("bánh đậu xanh Hải Dương Rồng Vàng Hoàng Gia")
    assert not named.places or named.products
    asked = read("nước mắm ở Phú Quốc")
    assert asked.intent is Intent.SPECIALITIES
    assert asked.places[0].name == "Phú Quốc"
    assert "nuoc-mam" in asked.kinds


def test_one_name_of_many_districts_is_offered_as_rivals(read) -> None:  # type: ignore[no-untyped-def]
    question = read("đặc sản huyện Châu Thành")
    assert question.place_rivals
    assert len({place.provinces[0] for place in question.places}) > 2


def test_several_places_in_order(read) -> None:  # type: ignore[no-untyped-def]
    question = read("đi Hà Giang rồi Cao Bằng mua gì làm quà")
    assert [place.name for place in question.places] == ["Hà Giang", "Cao Bằng"]


def test_marks_tell_words_apart(read) -> None:  # type: ignore[no-untyped-def]
    assert first_product(read("bánh phở khô Hoàng Quyên")) != first_product(read("bánh phồng tôm"))


@pytest.mark.parametrize(
    "typed",
    [
        "so sánh trà hoa vàng Ba Chẽ với Quy Hoa",
        "so sánh trà Ba Chẽ với Quy Hoa",
        "so sanh tra ba che voi quy hoa",
        "trà hoa vàng Ba Chẽ hay Quy Hoa ngon hơn",
        "Trà hoa vàng Ba Chẽ và trà hoa vàng Quy Hoa",
        "please compare ba che golden tea to quy hoa tea",
    ],
)
def test_two_things_are_compared(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert question.intent is Intent.COMPARE
    left, right = question.compared
    assert (left[0].code, right[0].code) == ("tra-hoa-vang-ba-che", "tra-hoa-vang-quy-hoa")


@pytest.mark.parametrize(
    "typed",
    [
        "chon tieu vinh linh hay cha ca ro phi nuoc lo lam qua",
        "giữa Tiêu Vĩnh Linh và Chả cá rô phi nước lợ nên chọn cái nào",
    ],
)
def test_talk_hides_neither_of_two_whole_names(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    left, right = read(typed).compared
    assert (left[0].code, right[0].code) == ("tieu-vinh-linh", "cha-ca-ro-phi-nuoc-lo")


@pytest.mark.parametrize(
    "typed",
    [
        "mật ong Hà Giang hay mật ong Cao Bằng ngon hơn",
        "which is better, Ha Giang honey or Cao Bang honey",
    ],
)
def test_a_kind_of_two_places_is_listed(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert question.intent is Intent.SPECIALITIES
    assert [place.name for place in question.places] == ["Hà Giang", "Cao Bằng"]


def test_of_two_brands_what_both_make_is_compared(read) -> None:  # type: ignore[no-untyped-def]
    left, right = read("lê gia hay khải hoàn").compared
    assert left[0].code == "nuoc-mam-le-gia-cot-dac-biet-40n"
    assert right[0].code.startswith("nuoc-mam")


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("gạo J02 và gạo ST25 mua ở đâu hay đặt online", Intent.WHERE_TO_BUY),
        ("hoa muối SAHU và hoa hồi khô Bình Liêu gọi số nào", Intent.CONTACT),
    ],
)
def test_two_things_each_at_its_place_are_not_compared(read, typed: str, intent: Intent) -> None:  # type: ignore[no-untyped-def]
    assert read(typed).intent is intent


@pytest.mark.parametrize(
    "typed",
    [
        "phở cuốn Hưng Bền",
        "trà sữa Toco",
        "thời tiết Hà Nội hôm nay thế nào",
        "who won the world cup",
        "kim chi Hàn Quốc mua ở đâu",
        "asdkjh qweoiu zxmcn",
        "mua xe máy ở Hà Nội",
        "cà phê Zumtik giá bao nhiêu",
        "1+1",
        "!!!",
        "",
    ],
)
def test_other_things_are_refused(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert question.certainty in {Certainty.NONE, Certainty.WEAK}
    assert not question.kinds
    assert not question.places


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("xin chào", Intent.GREETING),
        ("hello", Intent.GREETING),
        ("cảm ơn bạn nhé", Intent.THANKS),
        ("thx", Intent.THANKS),
        ("bye nha", Intent.GOODBYE),
        ("bạn làm được gì?", Intent.HELP),
        ("nói tiếng Anh đi", Intent.LANGUAGE),
        ("OCOP là gì?", Intent.PROGRAMME),
        ("how long is a certificate valid", Intent.PROGRAMME),
    ],
)
def test_talk(read, typed: str, intent: Intent) -> None:  # type: ignore[no-untyped-def]
    assert read(typed).intent is intent


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("Brưng handwoven Bahnar scarf", "en"),
        ("how much is moun7ains palm sugar", "en"),
        ("mat ong bac ha", "vi"),
        ("tell me about Hoài Võ veal roll", "en"),
    ],
)
def test_language_is_told(read, typed: str, language: str) -> None:  # type: ignore[no-untyped-def]
    assert read(typed).language == language


def test_a_follow_up_names_nothing(read) -> None:  # type: ignore[no-untyped-def]
    question = read("còn số điện thoại?")
    assert question.intent is Intent.CONTACT
    assert not question.names_something
    assert read("cái thứ 2").ordinal == 2
    place = read("ở Hà Nội thì sao?")
    assert (place.places[0].name, place.refers_back) == ("Hà Nội", True)


@pytest.mark.parametrize(
    "typed", ["le gia fish sauce where buy hanoi", "le gia fish souce where buy hanoi"]
)
def test_a_name_that_leaves_out_a_typed_word_comes_after(read, typed: str) -> None:  # type: ignore[no-untyped-def]
    question = read(typed)
    assert first_product(question) == "nuoc-mam-le-gia-cot-dac-biet-40n"
    assert question.certainty is Certainty.CLEAR
