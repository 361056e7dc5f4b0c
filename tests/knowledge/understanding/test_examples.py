"""The bundled example questions, asked the whole way as ``ocop evaluate`` asks them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.evaluation import ask_all, read_examples
from knowledge.base import Knowledge

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 21)


def test_what_the_founding_articles_tell_is_answered(knowledge: Knowledge) -> None:
    outcomes = list(ask_all(read_examples(EXAMPLES / "founding_facts.jsonl"), knowledge, TODAY))
    wrong = [outcome.example["question"] for outcome in outcomes if not outcome.right]
    assert len(outcomes) == 58
    assert wrong == []


@pytest.mark.parametrize(("measure", "bar"), [("subject_right", 0.97), ("intent_right", 0.97)])
def test_badly_typed_questions_are_understood(
    knowledge: Knowledge, measure: str, bar: float
) -> None:
    outcomes = list(ask_all(read_examples(EXAMPLES / "typed_badly.jsonl"), knowledge, TODAY))
    right = sum(getattr(outcome, measure) for outcome in outcomes)
    assert right / len(outcomes) >= bar
