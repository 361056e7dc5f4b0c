"""Several years told at once."""

from __future__ import annotations

import pytest

from knowledge.certificates import Years
from knowledge.understanding.words.years import years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("từ năm 2022 đến 2024", Years(2022, 2024)),
        ("công nhận 2022 và 2023", Years(2022, 2023)),
        ("giai đoạn 2021-2025", Years(2021, 2025)),
        ("between 2022 and 2024", Years(2022, 2024)),
        ("trước năm 2022", Years(None, 2021)),
        ("before 2021", Years(None, 2020)),
        ("đến hết 2022", Years(None, 2022)),
        ("từ 2023 đến nay", Years(2023, None)),
        ("since 2023", Years(2023, None)),
        ("sau năm 2022", Years(2023, None)),
        ("năm 2023", None),
        ("quyết định 2361/2025", None),
        ("gạo ST25", None),
    ],
)
def test_years_are_read(text: str, years: Years | None) -> None:
    assert years_in(text) == years
