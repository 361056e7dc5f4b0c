"""What is only a guess is none, and two kinds side by side are often one thing."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Certainty, Intent


@pytest.mark.parametrize("typed", ["xa bong dua", "chom chom nhan", "ruou mau don"])
def test_a_name_that_has_another_word_is_only_offered(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.understanding.read(typed).certainty is Certainty.WEAK


@pytest.mark.parametrize(
    ("typed", "kinds", "not_known"),
    [
        ("keo chuoi ben tre", ("keo",), "keo chuoi"),
        ("rượu dừa Bến Tre", ("ruou",), "rượu dừa"),
        ("nam tram phu quoc", ("nam",), "nam tram"),
        ("banh cong soc trang", ("banh",), "banh cong"),
        ("lap xuong bo chau doc", ("lap-xuong",), "lap xuong bo"),
    ],
)
def test_a_compound_that_nobody_makes_is_told_as_not_known(
    knowledge: Knowledge, typed: str, kinds: tuple[str, ...], not_known: str
) -> None:
    question = knowledge.understanding.read(typed)
    assert (question.kinds, question.not_known) == (kinds, not_known)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("gia vi bun bo hue", "gia-vi-hoan-chinh-bun-bo-hue-gia-vi-hoan-chinh"),
        ("bún bò Huế gia vị", "gia-vi-hoan-chinh-bun-bo-hue-gia-vi-hoan-chinh"),
        ("buckwheat wine ha giang", "ruou-hat-tam-giac-mach"),
    ],
)
def test_a_compound_is_what_is_both(knowledge: Knowledge, typed: str, code: str) -> None:
    question = knowledge.understanding.read(typed)
    assert [match.code for match in question.products] == [code]


@pytest.mark.parametrize("typed", ["trà cà phê Lâm Đồng", "hồ tiêu cà phê Gia Lai"])
def test_kinds_that_stand_for_themselves_are_alternatives(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert len(question.kinds) == 2
    assert not question.not_known


@pytest.mark.parametrize(
    "typed", ["nuoc mam hue", "phu quoc fish sauce how many star", "nuoc mam phu quoc may sao"]
)
def test_a_kind_and_its_place_are_about_all_of_it(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.kinds == ("nuoc-mam",)
    assert len(question.places) == 1
    assert not question.products


def test_a_second_side_without_a_brand_is_of_the_first(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("khai hoan 40 do dam vs 43 do dam")
    assert question.intent is Intent.COMPARE
    assert [side[0].code for side in question.compared] == [
        "nuoc-mam-phu-quoc-khai-hoan-40-do-dam",
        "nuoc-mam-phu-quoc-khai-hoan-43-do-dam",
    ]


@pytest.mark.parametrize(
    ("typed", "language"), [("banh trang my long", "vi"), ("my favourite banh trang", "en")]
)
def test_a_small_english_word_may_be_a_vietnamese_one(
    knowledge: Knowledge, typed: str, language: str
) -> None:
    assert knowledge.understanding.read(typed).language == language
