"""Words that point at something else than what was shown last."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

VEAL = ("giò bê Lâm Ngọc", "giò bê Tứ Phương")
FIRST, SECOND = ("gio-be-lam-ngoc",), ("gio-be-tu-phuong",)


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        ("cái kia", Intent.PRODUCT),
        ("cái tê ai làm", Intent.PRODUCER),
        ("cai truoc may sao", Intent.RATING),
        ("cái hồi nãy ở đâu bán", Intent.WHERE_TO_BUY),
        ("thế còn cái trước đó", Intent.PRODUCT),
        ("the other one", Intent.PRODUCT),
        ("the previous one, who makes it", Intent.PRODUCER),
        ("how many stars has the one before", Intent.RATING),
        ("cái đầu ở đâu", Intent.WHERE_TO_BUY),
        ("cái kia còn hạn không", Intent.RATING),
    ],
)
def test_the_one_shown_before_is_meant(talk: Talk, then: str, asked: Intent) -> None:
    turn = talk.say(*VEAL, then)
    assert turn.answer.products == FIRST
    assert turn.question.intent is asked


@pytest.mark.parametrize("then", ["lưu cái kia", "save the other one"])
def test_the_one_shown_before_is_saved(talk: Talk, then: str) -> None:
    effects = talk.say(*VEAL, then).answer.effects
    assert [effect.value for effect in effects] == list(FIRST)


def test_two_shown_in_turn_take_turns(talk: Talk) -> None:
    assert talk.say(*VEAL, "cái kia", "cái kia").answer.products == SECOND
    assert talk.say("cái kia").answer.products == FIRST
    assert talk.say("cái sau mấy sao").answer.products == SECOND


def test_what_was_asked_of_one_is_asked_of_the_other(talk: Talk) -> None:
    turn = talk.say(VEAL[0], "giò bê Tứ Phương mấy sao", "còn cái kia")
    assert turn.question.intent is Intent.RATING
    assert turn.answer.products == FIRST


@pytest.mark.parametrize(
    ("then", "meant"),
    [
        ("cái đầu", FIRST),
        ("cái sau ở đâu", SECOND),
        ("cái sau ai làm", SECOND),
        ("cái thứ hai mấy sao", SECOND),
        ("the second one where", SECOND),
        ("the latter", SECOND),
    ],
)
def test_one_of_two_compared_is_pointed_at(talk: Talk, then: str, meant: tuple[str, ...]) -> None:
    turn = talk.say(*VEAL, "so sánh hai cái này", then)
    assert turn.answer.products == meant
    assert turn.reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize("then", ["so sánh hai cái kia", "cái này với cái kia cái nào hơn"])
def test_both_are_still_compared(talk: Talk, then: str) -> None:
    assert talk.say(*VEAL, then).answer.products == FIRST + SECOND


@pytest.mark.parametrize(
    ("then", "step"),
    [
        ("cái trước nó", -1),
        ("cái ở trên", -1),
        ("and the one above it", -1),
        ("cái tiếp theo", 1),
        ("cái kế tiếp ai làm", 1),
        ("cái sau nó", 1),
        ("next one", 1),
        ("the one below", 1),
    ],
)
def test_the_entry_beside_that_picked_is_shown(talk: Talk, then: str, step: int) -> None:
    listed = talk.say("nước mắm phú quốc").answer.products
    talk.say("cái thứ ba")
    assert talk.say(then).answer.products == (listed[2 + step],)


@pytest.mark.parametrize("then", ["cái áp chót", "cai gan cuoi", "the second to last one"])
def test_the_last_but_one(talk: Talk, then: str) -> None:
    listed = talk.say("nước mắm phú quốc").answer.products
    assert talk.say(then).answer.products == (listed[-2],)


@pytest.mark.parametrize("then", ["cái cuối cùng trong danh sách", "the last one in the list"])
def test_the_last_of_the_whole_list(talk: Talk, then: str) -> None:
    page = talk.say("nước mắm phú quốc").answer.page
    assert page is not None
    assert talk.say(then).answer.products == (page.codes[-1],)


def test_the_last_of_a_long_list_is_on_its_last_page(talk: Talk) -> None:
    page = talk.say("mật ong", "cái cuối cùng trong danh sách").answer.page
    assert page is not None
    assert page.number == page.pages
    last = talk.session.products[-1]
    assert talk.say(f"cái số {page.count}").answer.products == (last,)


def test_the_sixth_of_a_list_led_by_those_called_so(talk: Talk) -> None:
    talk.say("mật ong", "xem thêm")
    sixth = talk.session.products[0]
    assert Talk(talk.knowledge).say("mật ong", "cái thứ 6").answer.products == (sixth,)


@pytest.mark.parametrize("then", ["cái thứ hai", "còn cái thứ ba", "the second one"])
@pytest.mark.parametrize("before", [(), ("cái đầu tiên",)])
def test_a_list_of_one_has_no_second(talk: Talk, before: tuple[str, ...], then: str) -> None:
    turn = talk.say("trà sen Đồng Tháp", *before, then)
    assert turn.reply.outcome is Outcome.TALK
    assert "một mục" in turn.reply.text or "only one" in turn.reply.text


@pytest.mark.parametrize(
    ("then", "at", "asked"),
    [
        ("nhà đầu", 0, Intent.PRODUCER),
        ("liên hệ nhà đầu", 0, Intent.CONTACT),
        ("nhà thứ hai có gì khác", 1, Intent.PRODUCER),
        ("cơ sở thứ 3 làm gì nữa", 2, Intent.PRODUCER),
        ("contact of the second producer", 1, Intent.CONTACT),
        ("nhà cuối cùng", -1, Intent.PRODUCER),
    ],
)
def test_one_of_the_makers_listed(talk: Talk, then: str, at: int, asked: Intent) -> None:
    makers = talk.say("nước mắm 5 sao có những nhà nào").answer.producers
    turn = talk.say(then)
    assert turn.answer.producers == (makers[at],)
    assert turn.question.intent is asked


def test_the_province_before_is_meant(talk: Talk) -> None:
    turn = talk.say("Hà Giang", "Cao Bằng", "tỉnh kia có mấy sản phẩm")
    assert talk.places(turn) == ["Hà Giang"]
    assert turn.question.intent is Intent.STATISTICS


def test_the_goods_are_kept_at_the_place_before(talk: Talk) -> None:
    turn = talk.say("mật ong Gia Lai", "mật ong Hà Giang", "the other province")
    assert talk.places(turn) == ["Gia Lai"]
    assert turn.question.kinds == ("mat-ong",)


def test_what_was_shown_before_a_name_of_several_is_meant(talk: Talk) -> None:
    talk.say("hạt mắc ca Đắk Lắk")
    before = talk.session.products
    turn = talk.say("hạt điều Hà Mỵ", "cái kia mấy sao")
    assert turn.answer.products == before


@pytest.mark.parametrize("text", ["cái kia", "cái trước mấy sao", "the other one", "nhà đầu"])
def test_nothing_is_pointed_at_where_nothing_was_shown(talk: Talk, text: str) -> None:
    assert talk.say(text).answer.products == ()
