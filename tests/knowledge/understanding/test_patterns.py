"""Patterns: rows of the tables that stand for many phrases, and what is read by them."""

from __future__ import annotations

import pytest

from knowledge.search.words import WordTable
from knowledge.text.letters import marks_of
from knowledge.understanding.vocabulary.patterns import PatternError, written_out
from knowledge.understanding.vocabulary.phrases import PhraseTree
from knowledge.understanding.words.lexicon import Word

SLOTS = {"abroad": ("Nhật", "Hàn Quốc"), "who": ("bạn", "sếp")}


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("làm ơn", ["làm ơn"]),
        ("ở {abroad}", ["ở Nhật", "ở Hàn Quốc"]),
        (
            "{who} ở {abroad}",
            ["bạn ở Nhật", "bạn ở Hàn Quốc", "sếp ở Nhật", "sếp ở Hàn Quốc"],
        ),
        ("{cần|muốn} mua", ["cần mua", "muốn mua"]),
        ("mua {|giúp} {|với}", ["mua", "mua với", "mua giúp", "mua giúp với"]),
    ],
)
def test_pattern_is_written_out(pattern: str, phrases: list[str]) -> None:
    assert list(written_out(pattern, SLOTS)) == phrases


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{whom} ở {abroad}", "no slot 'whom'"),
        ("{} ở Nhật", "no slot ''"),
        ("{who ở Nhật", "brace"),
        ("who} ở Nhật", "brace"),
        ("{who {abroad}}", "brace"),
    ],
)
def test_pattern_that_is_wrong_is_told(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        list(written_out(pattern, SLOTS))


PHRASES = [
    *(f"{who} ở {where}" for who in ("khách", "bạn bè") for where in ("nhật", "hàn quốc", "mỹ")),
    "khách ở quán",
    "quận nhất",
    "quán",
    "quán ngon",
]


def found(text: str) -> list[str]:
    """The phrases read in a text."""
    table = WordTable()
    tree: PhraseTree[str] = PhraseTree(table, ((phrase, phrase) for phrase in PHRASES))
    table.freeze()
    words = [as_typed(word, place, table) for place, word in enumerate(text.split())]
    return [span.meaning for span in tree.find(words, writes_marks=not text.isascii())]


def as_typed(text: str, place: int, table: WordTable) -> Word:
    marks = marks_of(text)
    number = table.ids.get(marks.folded)
    readings = () if number is None else ((number, 1.0),)
    return Word(text, marks, readings, place, "typed" if readings else "unknown", False)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("khách ở nhật", ["khách ở nhật"]),
        ("ban be o han quoc", ["bạn bè ở hàn quốc"]),
        ("khách ở hàn quôcs", ["khách ở hàn quốc"]),
        ("bạn bè ở quán", ["quán"]),  # what follows another beginning is not read behind this one
        ("khách ở quán", ["khách ở quán", "quán"]),
        ("quan", ["quán"]),
        ("quận ngon", []),
    ],
)
def test_phrases_that_share_their_ends_are_read_whole(text: str, phrases: list[str]) -> None:
    assert sorted(found(text)) == sorted(phrases)
