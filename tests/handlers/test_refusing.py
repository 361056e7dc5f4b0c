"""What is not ours is refused, with what there is of the kind or place named."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("lịch cắt điện Đà Nẵng", "Sản phẩm OCOP của Đà Nẵng"),
        ("lich cup dien bac lieu", "Sản phẩm OCOP của Bạc Liêu"),
        ("jobs in Hanoi", "OCOP products from Hanoi"),
        ("best beaches near Nha Trang", "OCOP products from Nha Trang"),
        ("tiếng Huế khó nghe", "Sản phẩm OCOP của Huế"),
        ("cách làm kẹo dừa tại nhà", "Kẹo dừa trên cả nước"),
        ("recipe for fish sauce dip", "Fish sauce across the country"),
        ("how to grow mushrooms", "Mushroom across the country"),
    ],
)
def test_another_topic_is_refused_and_what_is_named_in_it_offered(
    talk: Talk, asked: str, offered: str
) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert not turn.answer.products
    assert any(choice.label.startswith(offered) for choice in turn.reply.choices)


@pytest.mark.parametrize(
    "asked",
    [
        "đồ Sơn La",
        "đồ bình thuận nè",
        "nhãn lồng hưng yên",
        "Hue food",
        "ra Huế chơi nên mua gì làm quà",
        "quán ăn cần mua gạo ngon",
    ],
)
def test_talk_around_a_place_or_kind_is_no_other_topic(talk: Talk, asked: str) -> None:
    assert talk.say(asked).reply.outcome is Outcome.ANSWER


def test_how_a_product_by_its_name_is_made_is_asked_of_that(talk: Talk) -> None:
    assert talk.say("cách làm mắm tôm Lê Gia").question.products[0].code == "mam-tom-le-gia"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Blorvex dragon fruit wine price", "ruou-vang-thanh-long"),
        ("khuenh dragon fruit wine", "ruou-vang-thanh-long"),
        ("nấm linh chi Tâm Nhuận", "nam-linh-chi"),
        ("bánh cuốn Bà Xuân", "banh-cuon"),
        ("kẹo dừa Bến Tre Poltava liên hệ số nào", "keo-dua"),
        ("mắm tôm Hậu Lộc hiệu Brunza", "mam-tom"),
        ("mạch nha Quảng Ngãi hiệu Nhoẻn", "keo-mach-nha"),
        ("cho hỏi cà phê Brixton có bán ở Hà Nội không", "ca-phe"),
        ("highlands coffee", "ca-phe"),
        ("tra sua da ngan", "tra-sua"),
        ("mut dua Vi Thuc Quy cua cong ty nao", "mut-dua"),
        ("xuc xich can dai gia bao nhieu", "xuc-xich"),
        ("chả cá kỷ nghi mấy sao", "cha-ca"),
        ("mua nuoc mam sulphia o dau", "nuoc-mam"),
        ("kẹo Novabell mấy sao", "keo"),
    ],
)
def test_a_brand_of_nobody_is_not_answered_with_another(talk: Talk, asked: str, kind: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert kind in turn.question.kinds_beside


@pytest.mark.parametrize(
    "asked",
    ["bạn dở quá trả lời sai hoài", "bot nay do qua", "your answers are always wrong"],
)
def test_a_complaint_about_answers_is_feedback(talk: Talk, asked: str) -> None:
    assert talk.say(asked).question.intent is Intent.FEEDBACK


@pytest.mark.parametrize(("asked", "language"), [("highlands coffee", "en"), ("cafe", "vi")])
def test_a_few_words_are_answered_in_their_language(talk: Talk, asked: str, language: str) -> None:
    assert talk.say(asked).language == language


@pytest.mark.parametrize(
    ("asked", "like_it"),
    [
        ("Mr Tuan fish sauce", "nuoc-mam-chay-tuan-linh"),
        ("nuoc mam Ky Thac", "nuoc-mam-ky-phu"),
        ("miến Phiên Hồi giá bao nhiêu", "mien-dao-gioi-phien"),
        ("mai ngoạn rice wine", "ruou-nep-cai-ha-mai"),
    ],
)
def test_a_brand_that_shares_a_word_with_ours_is_asked_about(
    talk: Talk, asked: str, like_it: str
) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.CHOICES
    assert turn.question.products[0].code == like_it


@pytest.mark.parametrize(
    "asked", ["mật ong kết tinh", "quà tặng sang trọng", "muoi tom cay cay", "keo dua thom lung"]
)
def test_what_something_is_like_is_no_brand(talk: Talk, asked: str) -> None:
    assert talk.say(asked).reply.outcome in {Outcome.ANSWER, Outcome.CHOICES}


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("ai kiem tra vay", Intent.PROGRAMME),
        ("mat ong that hay gia", Intent.PROGRAMME),
        ("tre em an duoc khong", Intent.UNKNOWN),
        ("nho shop tu van giup", Intent.UNKNOWN),
    ],
)
def test_everyday_words_without_marks_are_no_goods(talk: Talk, asked: str, offered: Intent) -> None:
    turn = talk.say(asked)
    assert not turn.answer.products
    assert turn.question.intent is offered or turn.reply.outcome is Outcome.NOT_FOUND


def test_of_is_no_crab_where_there_are_none(talk: Talk) -> None:
    assert not talk.say("cua lai chau").question.kinds
    assert talk.say("cua ca mau").question.kinds == ("cua",)


@pytest.mark.parametrize(
    ("asked", "maker"),
    [
        ("nuoc mau tuan khang", "tuan-khang"),
        ("hạt điều đinh gia foods", "dinh-gia-foods"),
        ("hat dieu ha my may sao", "ha-my"),
    ],
)
def test_what_a_maker_makes_is_found_by_everyday_words_of_its_name(
    talk: Talk, asked: str, maker: str
) -> None:
    found = talk.say(asked).question.products
    catalogue = talk.knowledge.catalogue
    assert found
    assert all(maker in (catalogue.products[each.code].producer or "") for each in found)


@pytest.mark.parametrize(
    "asked",
    ["đặc sản Bắc Kinh", "dac san bac kinh", "specialities of Chiang Mai", "gifts from Bali"],
)
def test_a_town_abroad_is_no_slip_in_one_of_ours(talk: Talk, asked: str) -> None:
    turn = talk.say(asked)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert not turn.question.places


@pytest.mark.parametrize("greeted", ["good morning from Manila", "hi, I am Rajesh from India"])
def test_a_guest_who_tells_where_they_are_from_is_greeted(talk: Talk, greeted: str) -> None:
    assert talk.say(greeted).question.intent is Intent.GREETING


def test_goods_taken_home_abroad_are_those_of_the_place_here(talk: Talk) -> None:
    turn = talk.say("what can i bring home to manila from hai phong")
    assert [place.name for place in turn.question.places] == ["Hải Phòng"]
    assert turn.answer.products
