"""Asking on about the programme, and which of a list still holds its stars."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.certificates import Validity, term_of
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.talking import TODAY, Talk


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("lam sao dang ky", "Ai đăng ký được"),
        ("mat bao lau", "Lệ phí, thời hạn"),
        ("phi bao nhieu", "Lệ phí, thời hạn"),
        ("nop o dau", "Nộp ở đâu"),
        ("o ca mau thi lien he ai", "Ở Cà Mau, bạn liên hệ UBND"),
        ("giay chung nhan duoc bao lau", "36 tháng"),
        # With slips, short forms and raw keystrokes
        ("mat bao lauu", "Lệ phí, thời hạn"),
        ("chi phis thế nào", "Lệ phí, thời hạn"),
        ("nop hs o dau", "Nộp ở đâu"),
        ("nopo o dau", "Nộp ở đâu"),
        ("lh ai", "Nộp ở đâu"),
        ("mun tham ja thi ls", "Ai đăng ký được"),
        ("can giay to j", "Ai đăng ký được"),
        ("which documnets", "Who can apply"),
        ("bắt đầu từ tỉnh nào đầu tiên", "Quảng Ninh"),
        ("học theo nước nào", "của Nhật Bản"),
        ("xin sao thì phải làm sao", "Ai đăng ký được"),
        ("người nước ngoài đăng ký được không", "nước ngoài có tham gia được không thì mình chưa"),
    ],
)
def test_the_programme_is_asked_on_about(talk: Talk, then: str, told: str) -> None:
    turn = talk.say("ocop la gi", then)
    assert turn.question.intent is Intent.PROGRAMME
    assert told in turn.reply.text
    assert talk.say("phi bao nhieu").question.topic is ProgrammeTopic.APPLYING


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("ocop co thu phis khong", "Lệ phí, thời hạn"),
        ("le phis dang ky ocop bn", "Lệ phí, thời hạn"),
        ("chung nhan ocop baoo lau thi het", "36 tháng"),
        ("ocop co can giay atttp ko", "kiểm nghiệm an toàn thực phẩm"),
    ],
)
def test_rules_are_found_by_what_a_slip_or_short_form_means(
    talk: Talk, asked: str, told: str
) -> None:
    first = talk.say(asked).reply.text.split("\n")[2:4]
    assert told in " ".join(first)


def test_goods_end_the_talk_about_the_programme(talk: Talk) -> None:
    assert talk.say("ocop la gi", "tra thai nguyen").question.intent is Intent.SPECIALITIES
    turn = talk.say("cái 1", "liên hệ ai")
    assert (turn.question.intent, turn.reply.outcome) == (Intent.CONTACT, Outcome.ANSWER)


@pytest.mark.parametrize("then", ["loai nao con han", "cái nào còn hiệu lực", "which are valid"])
def test_those_of_the_list_that_hold_today(talk: Talk, then: str) -> None:
    talk.say("tra thai nguyen")
    turn = talk.say(then)
    products = talk.knowledge.catalogue.products
    shown = [products[code] for code in turn.answer.products]
    assert shown
    assert term_of(shown[0].certificates[0], TODAY).validity is Validity.VALID
    judged = {term_of(each.certificates[0], TODAY).validity for each in shown}
    assert judged <= {Validity.VALID, Validity.EXPIRING}
    assert talk.say("cái thứ 2").answer.products == (shown[1].code,)


@pytest.mark.parametrize("then", ["cái nào hết hạn rồi", "which ones have expired"])
def test_after_a_list_those_whose_certificate_ended_are_told(talk: Talk, then: str) -> None:
    turn = talk.say("cà phê lâm đồng", then)
    products = talk.knowledge.catalogue.products
    shown = [products[code].certificates[0] for code in turn.answer.products]
    assert shown
    assert {term_of(each, TODAY).validity for each in shown} == {Validity.EXPIRED}


def test_where_none_surely_holds_it_is_said_and_the_nearest_that_do_are_told(talk: Talk) -> None:
    turn = talk.say("cà phê đà lạt", "loại nào còn hạn")
    assert "chưa có sản phẩm nào" in turn.reply.text
    assert talk.say("cái thứ 1").reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("ocop co han khong", "Giấy chứng nhận OCOP 3, 4 và 5 sao có hiệu lực 36 tháng"),
        ("ocop hết hạn sau bao lâu", "Giấy chứng nhận OCOP 3, 4 và 5 sao có hiệu lực 36 tháng"),
        ("dong thap bi thu hoi bao nhieu gcn", "Giấy chứng nhận có thể bị thu hồi"),
        ("het han co dc in logo nua ko", "Hết hạn thì không được in logo"),
        ("le phi danh gia ocop bao nhieu", "Lệ phí, thời hạn giải quyết"),
        ("how much is ocop fee", "The fees, the time limits"),
        ("ho so can kiem nghiem atttp ko", "Giấy tờ bổ sung tùy trường hợp"),
        ("ho kinh doanh ca the co dk dc ko", "Ai đăng ký được"),
        ("ubnd xa co cham diem ko", "UBND xã, phường không chấm sao"),
        ("tiem nang 5 sao la gi", "“5 sao” do hội đồng tỉnh chấm"),
        ("tra cuu gcn ocop o dau", "Chúng tôi chưa thấy trang tra cứu"),
        ("giai doan 2021 2025 theo qd nao", "Giai đoạn 2021–2025"),
        ("dot 1 nam 2025 cong nhan bao nhieu sp 5 sao", "Đợt 1 năm 2025"),
        ("xuat khau bao nhieu sp 5 sao", "Theo Văn phòng Điều phối"),
        ("trà thuộc nhóm nào", "Trong đợt xét quốc gia tháng 1/2025, trà được tính"),
        ("cau chuyen san pham may diem", "Câu chuyện sản phẩm chiếm 10"),
        ("chu the nao duoc tham gia", "Ai đăng ký được"),
        ("công ty lớn có được tham gia không", "Ai đăng ký được"),
        ("muon tham gia ocop bat dau tu dau", "Ai đăng ký được"),
        ("what documents needed for ocop registration", "Who can apply"),
        ("san pham 3 sao muon nang hang len 4 sao phai lam gi", "Cơ sở có thể xin đánh giá hoặc"),
        ("nâng hạng từ 3 lên 4 sao cần gì", "Cơ sở có thể xin đánh giá hoặc nâng hạng"),
        ("xã có quyền công nhận 3 sao không", "Từ ngày 6/7/2025"),
        ("re-certification procedure", "A certificate of 3, 4 or 5 stars is valid"),
        ("what different between 3 star and 4 star", "Out of 100 points"),
        ("quyết định 2361 công nhận gì", "Đợt 1 năm 2025"),
    ],
)
def test_the_rule_asked_for_comes_first(talk: Talk, asked: str, first: str) -> None:
    turn = talk.say(asked)
    assert turn.question.intent is Intent.PROGRAMME
    assert turn.reply.paragraphs[1].runs[0].text.startswith(first)


def test_no_rule_is_lost_when_another_comes_first(talk: Talk) -> None:
    told = [talk.say("le phi ocop").reply.text]
    told += [talk.say("xem thêm").reply.text]
    rules = talk.knowledge.catalogue.programme(ProgrammeTopic.APPLYING)
    assert rules
    assert all(any(rule.text_vi in text for text in told) for rule in rules)


def test_of_a_place_no_rule_tells_of_that_is_said(talk: Talk) -> None:
    assert "Riêng Sơn La thì mình chưa có" in talk.say("son la muc tieu 2025").reply.text
    assert "Riêng" not in talk.say("muc tieu cua quang ninh den 2030").reply.text


def test_no_number_of_an_office_is_made_up(talk: Talk) -> None:
    turn = talk.say("so dien thoai van phong dieu phoi")
    assert "không có số điện thoại" in turn.reply.text


def test_what_stars_mean_is_told_after_a_list_too(talk: Talk) -> None:
    assert talk.say("trà ở thái nguyên", "4 sao là gì").question.topic is ProgrammeTopic.STARS
    assert talk.say("trà ở thái nguyên", "4 sao thôi").question.intent is Intent.SPECIALITIES


def test_dipping_sauce_is_no_question_how_stars_are_given(talk: Talk) -> None:
    assert talk.say("chấm thế nào").question.topic is ProgrammeTopic.STARS
    assert talk.say("nước chấm thế nào").question.intent is not Intent.PROGRAMME


@pytest.mark.parametrize(
    ("asked", "ends", "judged"),
    [
        ("sp dc 4 sao ngay 20/12/2023 khi nao het han", "20/12/2026", "vẫn còn hiệu lực"),
        ("gcn ocop cap 10/2022 con han ko", "10/2025", "đã hết hạn"),
        ("certificate issued 15/03/2022 when does it expire", "March 15, 2025", "has ended"),
    ],
)
def test_when_a_certificate_of_a_day_ends(talk: Talk, asked: str, ends: str, judged: str) -> None:
    text = talk.say(asked).reply.text
    assert ends in text
    assert judged in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("thẩm quyền công nhận 4 sao", "còn 3 sao"), "Ai công nhận hạng sao"),
        (("thẩm quyền công nhận 4 sao", "còn 3 sao", "5 sao thì sao"), "trung ương công nhận 5"),
        (("đăng ký ocop", "còn 5 sao thì sao"), "Xin 5 sao"),
        (("ocop là gì", "còn 5 sao thì sao"), "5 sao từ 90 đến 100 điểm"),
        (("who certify ocop", "and 5 stars?"), "the central government 5 stars"),
    ],
)
def test_other_stars_are_asked_on_of_the_same_rules(
    talk: Talk, said: tuple[str, ...], told: str
) -> None:
    turn = talk.say(*said)
    assert turn.reply.outcome is Outcome.TALK
    assert told in turn.reply.text


def test_products_of_some_stars_are_listed_after_the_rules_too(talk: Talk) -> None:
    turn = talk.say("tiêu chí 5 sao", "cho xem sản phẩm 4 sao")
    assert turn.question.intent is Intent.SPECIALITIES


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("điều kiện để được công nhận 5 sao", ProgrammeTopic.STARS),
        ("yêu cầu để đạt 4 sao là gì", ProgrammeTopic.STARS),
        ("mức thưởng sản phẩm 4 sao", ProgrammeTopic.APPLYING),
        ("kinh phí hỗ trợ cho chủ thể OCOP ở Nghệ An", ProgrammeTopic.APPLYING),
        ("nhà tui nuôi ong, mần răng được 3 sao", ProgrammeTopic.APPLYING),
        ("tui trồng tiêu muốn lên 3 sao", ProgrammeTopic.APPLYING),
    ],
)
def test_what_it_takes_to_get_stars_is_a_rule(
    talk: Talk, asked: str, topic: ProgrammeTopic
) -> None:
    question = talk.say(asked).question
    assert (question.intent, question.topic) == (Intent.PROGRAMME, topic)


def test_a_producer_asks_on_in_words_of_the_centre(talk: Talk) -> None:
    talk.say("tui trồng tiêu muốn lên 3 sao")
    assert "Ai đăng ký được" in talk.say("cần giấy chi").reply.text
    assert "Lệ phí, thời hạn" in talk.say("mấy bữa thì xong").reply.text


@pytest.mark.parametrize(
    "said",
    [
        ("Đồng Tháp thu hồi bao nhiêu sản phẩm",),
        ("dong thap co bao nhieu san pham bi thu hoi",),
        ("how many products were withdrawn in Dong Thap",),
        ("sản phẩm bị thu hồi sao OCOP", "vì sao"),
        ("sản phẩm bị thu hồi sao OCOP", "tỉnh nào"),
        ("sản phẩm nào bị thu hồi", "bao nhiêu"),
    ],
)
def test_what_was_withdrawn_is_told_and_why(talk: Talk, said: tuple[str, ...]) -> None:
    rule = talk.say(*said).reply.paragraphs[1].text
    assert "47" in rule
    assert "41" in rule
