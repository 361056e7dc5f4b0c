"""Two products shown one after the other, and what is asked of both."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

GOLDEN = ("trà hoa vàng ba chẽ", "trà hoa vàng quy hoa")
BOTH = ("tra-hoa-vang-ba-che", "tra-hoa-vang-quy-hoa")


@pytest.mark.parametrize(
    "then", ["so sánh 2 cái này", "so sanh hai loai nay", "so với cái trước", "compare them"]
)
def test_two_shown_in_turn_are_compared(talk: Talk, then: str) -> None:
    turn = talk.say(*GOLDEN, then)
    assert turn.question.intent is Intent.COMPARE
    assert talk.session.products == BOTH
    assert "chưa nếm" not in turn.reply.text


def test_what_was_asked_between_does_not_part_them(talk: Talk) -> None:
    talk.say(*GOLDEN, "sdt", "so sánh hai cái này")
    assert talk.session.products == BOTH


def test_which_is_better_is_told_of_both_by_what_is_known(talk: Talk) -> None:
    turn = talk.say(*GOLDEN, "cái nào ngon hơn")
    assert talk.session.products == BOTH
    assert "Mình không có giá" in turn.reply.text


def test_two_picked_from_a_list_are_compared_when_two_are_meant(talk: Talk) -> None:
    talk.say("nước mắm phú quốc")
    first, _, third, *_ = talk.session.products
    talk.say("cái 1", "cái 3", "so sánh hai loại này")
    assert talk.session.products == (first, third)


def test_the_list_is_compared_when_no_two_are_meant(talk: Talk) -> None:
    talk.say("nước mắm phú quốc", "cái 1", "cái 3", "cái nào nhiều sao hơn")
    assert len(talk.session.products) > len(BOTH)


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("cái nào hết hạn trước", "Hết hạn trước: Trà hoa vàng Quy Hoa"),
        ("which expires first", "Ends first: Quy Hoa"),
        ("cai nao con han", "Còn hạn: Trà hoa vàng Ba Chẽ"),
        ("cái nào còn hạn lâu hơn", "Còn hạn lâu nhất: Trà hoa vàng Ba Chẽ"),
        ("which one has expired", "No longer valid, as far as I know: Quy Hoa"),
    ],
)
@pytest.mark.parametrize(
    "shown", [GOLDEN, (GOLDEN[0], "so với Quy Hoa"), (f"{GOLDEN[1]} còn hạn không", "thế Ba Chẽ")]
)
def test_whose_certificate_ends_first(
    talk: Talk, shown: tuple[str, ...], then: str, told: str
) -> None:
    turn = talk.say(*shown, then)
    assert told in turn.reply.text
    assert "2028" in turn.reply.text


def test_of_a_list_those_that_hold_are_listed(talk: Talk) -> None:
    turn = talk.say("trà hoa vàng", "cái 3", "cái nào còn hạn")
    assert turn.question.intent is Intent.SPECIALITIES


@pytest.mark.parametrize("then", ["khi nào hết hạn", "hết hạn chưa"])
def test_when_it_ends_is_asked_of_the_one_shown(talk: Talk, then: str) -> None:
    assert talk.say(*GOLDEN, then).answer.products == BOTH[1:]
