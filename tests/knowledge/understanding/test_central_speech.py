"""Words as they are said from Nghệ An to Phú Yên."""

from __future__ import annotations

import pytest

from knowledge.text.tokens import tokenise
from knowledge.understanding.words.southern_speech import spoken


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("quảng trị có tiêu cùa nỏ", {5: "không"}),
        ("cái nầu 4 sao ở hà tĩnh", {1: "nào"}),
        ("cà phê chi ở bình định", {2: "gì"}),
        ("nấm linh chi ở quảng nam", {}),
        ("quế chi ở yên bái", {}),
        ("cu đơ mô ngon", {2: "nào"}),
        ("mi nói bậy", {0: "bạn"}),
        ("mi quảng đà nẵng", {}),
        ("thôi cảm ơn o nghe", {3: "cô"}),
        ("o cho con co gi", {}),
        ("o hà tĩnh có chi", {}),
    ],
)
def test_what_is_said(typed: str, said: dict[int, str]) -> None:
    assert spoken(tokenise(typed)) == said
