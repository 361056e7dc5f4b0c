"""What is no comparison, however many words for one stand in it."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "typed",
    [
        "uống vào mùa đông với mùa hè khác nhau không",
        "mấy câu tui hỏi với câu người khác hỏi có bị lưu chung không",
        "thôi bác dọn hàng đây, hôm khác bác hỏi",
    ],
)
def test_ordinary_words_beside_a_word_for_comparing_are_no_products(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert not turn.question.compared
    assert turn.question.intent is not Intent.COMPARE


@pytest.mark.parametrize(
    "typed",
    ["trà Ba Chẽ hay Quy Hoa ngon hơn", "so sanh nuoc mam le gia voi khai hoan"],
)
def test_two_brands_are_compared_though_their_words_are_ordinary(talk: Talk, typed: str) -> None:
    assert talk.say(typed).question.intent is Intent.COMPARE


def test_a_single_n_between_two_things_joins_them(talk: Talk) -> None:
    turn = talk.say("compare tan cuong tea n shan tuyet tea")
    assert turn.question.intent is Intent.COMPARE
    assert len(turn.question.compared) == 2
