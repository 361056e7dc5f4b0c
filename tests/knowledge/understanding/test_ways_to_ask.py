"""What is asked, in the words of all regions and of people who write little English."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("đặt nấm mối Aloha kiểu gì", Intent.WHERE_TO_BUY),
        ("muốn đặt vài ký nấm mối Aloha thì sao", Intent.WHERE_TO_BUY),
        ("cần nhập nấm mối Aloha số lượng lớn, lấy hàng ở đâu", Intent.WHERE_TO_BUY),
        ("quầy nào có nấm mối Aloha vậy cô", Intent.WHERE_TO_BUY),
        ("có số nóng của nấm mối Aloha hông shop", Intent.CONTACT),
        ("nấm mối Aloha ở đâu làm ra vậy", Intent.PRODUCER),
        ("nấm mối Aloha xuất xứ tỉnh nào, cảm ơn nhiều", Intent.PRODUCER),
        ("cs mô mần nấm mối Aloha ri", Intent.PRODUCER),
        ("hỏi giùm má tui, ai làm nấm mối Aloha rứa", Intent.PRODUCER),
        ("nam moi Aloha maker?", Intent.PRODUCER),
        ("where is nam moi Aloha from", Intent.PRODUCER),
        ("nấm mối Aloha là sao hả shop", Intent.PRODUCT),
        ("bên m có nấm mối Aloha hông", Intent.PRODUCT),
        ("I saw nam moi Aloha at a market stall, what's that", Intent.PRODUCT),
        ("nhờ xác minh hạng của nấm mối Aloha nha", Intent.RATING),
        ("doi chieu gium so sao: nam moi Aloha", Intent.RATING),
        ("nấm mối Aloha hiện xếp bậc nào", Intent.RATING),
        ("cho tra so sao cua nam moi Aloha cai", Intent.RATING),
        ("nam moi Aloha grower name", Intent.PRODUCER),
        ("is nam moi Aloha a starred product", Intent.RATING),
        ("xin tên nhà làm nấm mối Aloha ạ", Intent.PRODUCER),
        ("làm sao nói chuyện được với người làm nấm mối Aloha", Intent.CONTACT),
        ("cho em biết nấm mối Aloha là gì và ở đâu", Intent.PRODUCT),
        ("nấm mối Aloha bán thế nào hả chị", Intent.PRICE),
        ("nấm mối Aloha bi nhiêu dợ", Intent.PRICE),
        ("nấm mối Aloha mắc hay rẻ vậy, trả lời sớm giúp mình nhé", Intent.PRICE),
    ],
)
def test_what_is_asked_of_a_product(knowledge: Knowledge, typed: str, intent: Intent) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is Certainty.CLEAR
    assert (question.products[0].code, question.intent) == ("nam-moi-aloha", intent)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("tui ở Sài Gòn, bò khô Tyu Trang là của công ty nào?", "bo-kho-thu-trang"),
        ("mình sống ở Đà Nẵng, rau câu chỉ vàng là của hợp tác xã nào", "rau-cau-chi-vang"),
        ("bữa trước ra Hà Nội chơi có mua rau câu chỉ vàng, cơ sở nào làm", "rau-cau-chi-vang"),
        ("đi công tác ngoài Bắc về có mua rau câu chỉ vàng, nhà nào sản xuất", "rau-cau-chi-vang"),
        ("I live in Hanoi, who makes bo kho Thu Trang?", "bo-kho-thu-trang"),
    ],
)
def test_where_somebody_is_or_was_is_not_where_a_named_product_is_from(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.certainty is Certainty.CLEAR
    assert (question.products[0].code, question.intent) == (product, Intent.PRODUCER)


def test_where_somebody_is_tells_where_to_look_for_a_kind(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("tui ở Cà Mau, ai làm mắm ngon")
    assert [place.name for place in question.places] == ["Cà Mau"]


@pytest.mark.parametrize(
    ("typed", "place", "intent"),
    [
        ("cho coi mấy món OCOP ở Phú Thọ đi", "Phú Thọ", Intent.SPECIALITIES),
        ("có mấy món OCOP ở Phú Thọ", "Phú Thọ", Intent.STATISTICS),
        ("alo shop, ocop đồng tháp", "Đồng Tháp", Intent.SPECIALITIES),
        ("mai đoàn mình lên an guang, có sản vật gì hay không", "An Giang", Intent.SPECIALITIES),
        ("ở vùng Mỏ mua đồ OCOP chỗ nào", "Quảng Ninh", Intent.OUTLETS),
        ("sản phẩm COOP Lâm Đồng", "Lâm Đồng", Intent.SPECIALITIES),
    ],
)
def test_what_is_asked_of_a_place(
    knowledge: Knowledge, typed: str, place: str, intent: Intent
) -> None:
    question = knowledge.understanding.read(typed)
    assert question.places[0].name == place
    assert question.intent is intent


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("what mean OCOP", ProgrammeTopic.WHAT_IS_OCOP),
        ("OCOP học theo nước nào thế", ProgrammeTopic.WHAT_IS_OCOP),
        ("how long is an ocop certificate good for", ProgrammeTopic.VALIDITY),
        ("How long certificate OCOP is valid?", ProgrammeTopic.VALIDITY),
        ("sao OCOP giữ được bao lâu", ProgrammeTopic.VALIDITY),
        ("who give the five star in OCOP", ProgrammeTopic.WHO_CERTIFIES),
        ("foreign company can register OCOP?", ProgrammeTopic.APPLYING),
        ("nhà tui làm mắm, muốn xin sao OCOP thì phải làm sao", ProgrammeTopic.APPLYING),
        ("Chương trình OCOP bắt đầu từ tỉnh nào đầu tiên?", ProgrammeTopic.HISTORY),
        ("quét mã QR trên bao bì thì coi được cái gì", ProgrammeTopic.CHECKING),
    ],
)
def test_the_programme_in_plain_words(
    knowledge: Knowledge, typed: str, topic: ProgrammeTopic
) -> None:
    question = knowledge.understanding.read(typed)
    assert (question.intent, question.topic) == (Intent.PROGRAMME, topic)


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("do you keep my question history?", Intent.PRIVACY),
        ("app có thu thập dữ liệu của tôi không", Intent.PRIVACY),
        ("có lưu lại câu hỏi của tui hông", Intent.PRIVACY),
        ("what question can I ask you", Intent.HELP),
        ("hỏi được những chuyện chi ở đây", Intent.HELP),
        ("trợ lý này dùng thế nào", Intent.HELP),
    ],
)
def test_the_assistant_itself(knowledge: Knowledge, typed: str, intent: Intent) -> None:
    assert knowledge.understanding.read(typed).intent is intent
