"""``explain`` tells what ``read`` does."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from knowledge.understanding.question import Intent


@pytest.mark.parametrize(
    "typed",
    ["mua nuoc mam le gia o dau", "đặc sản Yên Bái", "so sánh trà hoa vàng Ba Chẽ với Quy Hoa", ""],
)
def test_the_question_explained_is_the_question_read(knowledge: Knowledge, typed: str) -> None:
    explanation = knowledge.understanding.explain(typed)
    assert explanation.question == knowledge.understanding.read(typed)


def test_words_phrases_and_candidates_are_told(knowledge: Knowledge) -> None:
    explanation = knowledge.understanding.explain("mua nuowcs mawms le gia o dau")
    assert [word.origin for word in explanation.words][:3] == ["typed", "telex", "telex"]
    assert any(span.vocabulary == "cue" and span.kept for span in explanation.spans)
    assert explanation.candidates[0].code == "nuoc-mam-le-gia-cot-dac-biet-40n"
    assert explanation.read_as is None
    assert sum(milliseconds for _, milliseconds in explanation.steps) > 0


def test_what_was_read_instead_of_the_words_typed_is_told(knowledge: Knowledge) -> None:
    explanation = knowledge.understanding.explain("mau trà hoa vàng Quy Hoa ở đâu")
    assert explanation.read_as == "mua trà hoa vàng quy hoa ở đâu"


def test_both_sides_of_a_comparison_are_told(knowledge: Knowledge) -> None:
    understanding = knowledge.understanding
    explanation = understanding.explain("so sánh trà hoa vàng Ba Chẽ với trà hoa vàng Quy Hoa")
    best = [side[0].code for side in explanation.sides]
    assert best == ["tra-hoa-vang-ba-che", "tra-hoa-vang-quy-hoa"]
    assert best == [side[0].code for side in explanation.question.compared]
    assert understanding.explain("trà hoa vàng Ba Chẽ").sides == ()


def test_what_a_message_says_as_a_whole_is_told(knowledge: Knowledge) -> None:
    explained = knowledge.understanding.explain("ứng dụng gì mà chạy như rùa bò, chán quá")
    assert explained.leaning is not None
    assert explained.leaning.intent is Intent.FEEDBACK
