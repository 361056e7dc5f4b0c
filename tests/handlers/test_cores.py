"""The core of a short message, as follow-ups read it."""

from __future__ import annotations

import re

import pytest

from handlers.words.cores import core

PAGE = re.compile(r"trang (?P<number>\d)|trang lai")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trang 2", "trang 2"),
        ("ok cho minh xem trang 2 di nhe", "trang 2"),
        ("trang lai nha", "trang lai"),  # the "lai" is of the wish, though wishes end with it too
        ("trang 2 cua sach", None),
        ("mua trang 2", None),
        ("ok nhe", None),
        ("", None),
    ],
)
def test_small_words_are_taken_off_before_and_behind(words: str, found: str | None) -> None:
    match = core(PAGE, words)
    assert (match.group() if match else None) == found
