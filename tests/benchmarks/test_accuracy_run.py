"""The command for accuracy works from the questions to the table and the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.run import main
from benchmarks.accuracy.verdict import judge
from handlers.chat.reply import Outcome, Reply
from knowledge.understanding.question import Certainty, Intent, Match, Question


def test_a_small_run_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "accuracy.json"
    classes = ["clean", "telex", "producer_clean", "place_clean", "foreign_made"]
    status = main(
        ["--per-class", "4", "--seed", "3", "--json", str(written), "--classes", *classes]
    )
    assert status == 0
    printed = capsys.readouterr().out
    assert all(noise in printed for noise in classes)
    result = json.loads(written.read_text(encoding="utf-8"))
    assert [(row["name"], row["asked"]) for row in result["classes"]] == [
        (noise, 4) for noise in classes
    ]
    assert result["seed"] == 3


def test_an_unknown_class_is_bad_usage() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--classes", "klingon"])


WANTED = Case(
    "tra ba che", "no_marks", Subject.PRODUCT, (Intent.PRODUCT,), "vi", codes=frozenset({"right"})
)
FOREIGN = Case("pizza", "foreign", Subject.FOREIGN, (Intent.UNKNOWN,), "vi")


def read(*codes: str, intent: Intent = Intent.PRODUCT, sure: Certainty) -> Question:
    matches = tuple(Match(code, 0.9) for code in codes)
    return Question("", "vi", intent=intent, certainty=sure, products=matches)


def test_right_is_the_first_product_unless_refused() -> None:
    question = read("right", "wrong", sure=Certainty.CLEAR)
    assert judge(WANTED, question, Reply(Outcome.ANSWER, ())).outright
    offered = judge(WANTED, question, Reply(Outcome.CHOICES, ()))
    assert offered.right
    assert not offered.outright
    refused = judge(WANTED, question, Reply(Outcome.NOT_FOUND, ()))
    assert refused.refused
    assert not refused.right
    second = read("wrong", "right", sure=Certainty.CLEAR)
    assert not judge(WANTED, second, Reply(Outcome.ANSWER, ())).right


def test_a_foreign_question_must_get_no_answer() -> None:
    unknown = read(intent=Intent.UNKNOWN, sure=Certainty.NONE)
    assert judge(FOREIGN, unknown, Reply(Outcome.TALK, ())).right
    weak = judge(FOREIGN, read("tea", sure=Certainty.WEAK), Reply(Outcome.CHOICES, ()))
    assert weak.right
    assert weak.soft
    assert not judge(FOREIGN, read("tea", sure=Certainty.CLEAR), Reply(Outcome.ANSWER, ())).right
    rivals = read("tea", "tea-2", sure=Certainty.RIVALS)
    assert not judge(FOREIGN, rivals, Reply(Outcome.CHOICES, ())).right
