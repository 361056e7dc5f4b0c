"""Whatever is sent is read in bounded time and never raises."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.base import Knowledge
from knowledge.text.tokens import MAX_LENGTH

LONG = 100_000
SLACK = 0.002
"""Seconds that the clock may be wrong by when both are over at once."""
HOSTILE = {
    "one letter": "a" * LONG,
    "spaces": " " * LONG,
    "one name over and over": "nước mắm " * (LONG // 9),
    "words of one letter": "a b c d " * (LONG // 8),
    "marks on one letter": "a" + "\u0301" * LONG,
    "emoji": "🙏" * LONG,
    "no spaces": "nuocmamlegia" * (LONG // 12),
    "keystrokes": "nuwowcs mawms " * (LONG // 14),
    "cues": "mua ở đâu " * (LONG // 10),
    "places": "châu thành " * (LONG // 11),
    "digits": "1234567890" * (LONG // 10),
    "right to left": "\u202e" + "שלום " * (LONG // 5),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_thousand_characters_cost_no_more_than_the_part_that_is_read(
    knowledge: Knowledge, name: str
) -> None:
    text = HOSTILE[name]
    read = knowledge.understanding.read
    read(text)

    def fastest(sent: str) -> float:
        spent = []
        for _ in range(3):
            before = time.process_time()
            read(sent)
            spent.append(time.process_time() - before)
        return min(spent)

    question = read(text)
    assert question.cut
    assert fastest(text) < 2 * fastest(text[:MAX_LENGTH]) + SLACK


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=120))
def test_any_text_is_read(knowledge: Knowledge, text: str) -> None:
    question = knowledge.understanding.read(text)
    assert question.language in {"vi", "en"}
    assert all(0 <= match.score <= 1 for match in question.products)


@pytest.mark.parametrize("text", ["\ud800 trà \udfff", "\x00\x01\x02", "\u202e\u202d", "\n\t", "ß"])
def test_broken_text_is_read(knowledge: Knowledge, text: str) -> None:
    knowledge.understanding.read(text)
    knowledge.understanding.explain(text)
