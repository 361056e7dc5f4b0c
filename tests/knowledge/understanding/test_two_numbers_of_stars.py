"""Two numbers before one word for star: "4 5 sao", of a list and of who makes what is on it."""

from __future__ import annotations

import pytest

from knowledge.understanding.words.numerals import stars_in, with_stars_said


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("chỉ lấy 4 5 sao", "chỉ lấy 4 sao và 5 sao"),
        ("chi lay 4,5 sao", "chi lay 4 sao và 5 sao"),
        ("only 4 5 stars", "only 4 stars 5 stars"),
        ("trà 4s", "trà 4*"),
        ("gạo số 4 5 sao", "gạo số 4 5 sao"),
    ],
)
def test_each_number_of_stars_has_its_word(typed: str, read: str) -> None:
    assert with_stars_said(typed) == read
    assert stars_in(typed) in {4, 5}
