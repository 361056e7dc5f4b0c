"""Whatever is sent is answered in bounded time, the whole way from text to reply."""

from __future__ import annotations

import time
from datetime import date

import pytest

from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.base import Knowledge
from knowledge.text.tokens import MAX_LENGTH
from tests.knowledge.understanding.test_hostile_input import HOSTILE, LONG

TODAY = date(2026, 3, 1)
MOST = 0.5
"""Seconds of processor time: several times what the worst of these takes on a quiet machine."""

REPEATED = {
    "which of many": "trà hay mật ong hay ",
    "compared over and over": "so sánh trà với mật ong và ",
    "slips in every word": "nuok mqm tra hoq vagn ",
    "words of hundreds of names": "gạo nếp cẩm nam ",
    "names of every place": "châu thành, tân phú, bình minh ",
    "brackets": "((((",
    "stars": "5* ☆ ★★ ",
    "months": "tháng 2 2024 ",
}


def spent_on(knowledge: Knowledge, text: str) -> float:
    """Seconds of processor time for one answer; the best of three."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        respond(Utterance(text), Session(), knowledge, TODAY)
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_thousand_characters_are_answered_at_once(
    knowledge: Knowledge, name: str
) -> None:
    turn, _ = respond(Utterance(HOSTILE[name]), Session(), knowledge, TODAY)
    assert turn.question.cut
    assert spent_on(knowledge, HOSTILE[name]) < MOST


@pytest.mark.parametrize("name", REPEATED)
def test_what_repeats_itself_costs_no_more_the_longer_it_is(
    knowledge: Knowledge, name: str
) -> None:
    phrase = REPEATED[name]
    text = phrase * (LONG // len(phrase))
    assert spent_on(knowledge, text) < MOST
    # What is not read costs next to nothing
    assert spent_on(knowledge, text) < 2 * spent_on(knowledge, text[:MAX_LENGTH]) + 0.02


def test_names_strung_together_are_answered_at_once(knowledge: Knowledge) -> None:
    names = [product.name for product in knowledge.catalogue.facts.products]
    chosen = names[:: len(names) // 100]
    for between in (" ", ", ", " và ", ""):
        assert spent_on(knowledge, "so sánh " + between.join(chosen * 50)) < MOST
