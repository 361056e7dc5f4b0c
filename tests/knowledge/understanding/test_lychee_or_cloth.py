"""Lychee and cloth, both called "vải", read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("mua vải", {"vai-thieu", "vai-voc"}),
        ("mua vải ở Bắc Giang", {"vai-thieu"}),
        ("vải Hà Giang", {"vai-voc"}),
        ("vải thủ công", {"vai-voc"}),
        ("vải may áo", {"vai-voc"}),
        ("mua vải tơ sen", {"to-sen"}),
        ("mua vải thiều", {"vai-thieu"}),
    ],
)
def test_vai_is_what_is_made_there_else_both(
    knowledge: Knowledge, typed: str, kinds: set[str]
) -> None:
    assert set(knowledge.understanding.read(typed).kinds) == kinds
