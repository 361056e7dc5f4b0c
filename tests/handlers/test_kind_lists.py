"""A kind named alone is listed, though a product or two are called just so."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("mật ong", "mat-ong"),
        ("mat ong", "mat-ong"),
        ("tìm mật ong", "mat-ong"),
        ("honey", "mat-ong"),
        ("macadamia nuts", "mac-ca"),
        ("kho ca sac", "kho-ca-sac"),
        ("hủ tiếu", "hu-tieu"),
        ("nón lá", "non-la"),
        ("mè xửng", "me-xung"),
    ],
)
def test_a_kind_alone_is_a_list(talk: Talk, typed: str, kind: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.question.kinds == (kind,)
    assert len(turn.answer.products) > 1
    every = talk.knowledge.catalogue.products_at(kinds=(kind,))
    assert f"({len(every)})" in turn.reply.text


def test_those_called_so_come_first_and_the_rest_follows(talk: Talk) -> None:
    first = talk.say("mật ong").answer.products
    assert {"mat-ong", "mat-ong-2"} == set(first[:2])
    more = talk.say("xem thêm").answer.products
    assert len({*first, *more}) >= 8


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("gạo st25", "gao-thom-st25"),
        ("mật ong phương di", "mat-ong-phuong-di"),
        ("nhãn lồng hưng yên", "nhan-long-hung-yen"),
        ("mật ong bạc hà mèo vạc", "mat-ong-bac-ha-meo-vac"),
    ],
)
def test_one_thing_keeps_its_card(talk: Talk, typed: str, code: str) -> None:
    assert talk.say(typed).answer.products == (code,)


@pytest.mark.parametrize(
    ("kind", "place", "code"),
    [
        ("hủ tiếu", "con my tho", "hu-tieu-my-tho"),
        ("nón lá", "ở huế", "non-la-hue"),
        ("mè xửng", "của huế", "me-xung-hue"),
    ],
)
def test_a_place_after_it_narrows_it(talk: Talk, kind: str, place: str, code: str) -> None:
    turn = talk.say(kind, place)
    assert turn.question.intent is Intent.SPECIALITIES
    assert turn.answer.products == (code,)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cao bang sausage", "lap-suon-2"),
        ("sausage from cao bang", "lap-suon-2"),
        ("vermicelli na ri bac kan", "mien-dong-tai-hoan"),
        ("mắm ruốc huế", "nuoc-mam-ruoc-huong-giang"),
        ("turmeric bac kan", "tinh-nghe-bac-kan"),
        ("nghe bac kan", "tinh-nghe-bac-kan"),
    ],
)
def test_what_is_called_so_as_well_is_listed(talk: Talk, typed: str, code: str) -> None:
    assert code in talk.say(typed).answer.products


@pytest.mark.parametrize("typed", ["dry buffalo meat", "buffalo meat dry", "smoke buffalo meat"])
def test_learners_english_names_the_kind(talk: Talk, typed: str) -> None:
    assert talk.say(typed).question.kinds == ("thit-trau-gac-bep",)


@pytest.mark.parametrize("typed", ["hot vit muoi", "cua ca mau"])
def test_what_only_has_to_do_with_it_is_told_as_such(talk: Talk, typed: str) -> None:
    assert talk.say(typed).reply.text.startswith("Riêng ")


@pytest.mark.parametrize("typed", ["Quảng Ngãi có kẹo gương không", "kẹo cau huế"])
def test_what_is_not_known_is_told_before_its_kind(talk: Talk, typed: str) -> None:
    assert "không tìm thấy “kẹo" in talk.say(typed).reply.text


def test_makers_of_what_is_not_known_are_those_of_its_kind(talk: Talk) -> None:
    text = talk.say("who make the buckwheat cookies").reply.text
    assert text.startswith("I cannot find “buckwheat cookies”")


@pytest.mark.parametrize(
    "typed",
    ["website bán hàng OCOP chính thức", "website mua ocop", "trang web mua đồ ocop"],
)
def test_sites_that_sell_are_told(talk: Talk, typed: str) -> None:
    assert "Postmart" in talk.say(typed).reply.text
