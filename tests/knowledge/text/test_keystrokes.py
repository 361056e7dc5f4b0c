"""Raw Telex and VNI keys."""

from __future__ import annotations

import pytest

from knowledge.text.keystrokes import from_telex, from_vni
from knowledge.text.letters import marks_of


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nuowcs", "nước"),
        ("nuwowcs", "nước"),
        ("nuocws", "nước"),
        ("mawms", "mắm"),
        ("ddaauf", "đầu"),
        ("dduwowngf", "đường"),
        ("hoaf", "hòa"),
        ("quys", "quý"),
        ("tieengs", "tiếng"),
        ("gif", "gì"),
        ("rwowuj", "rượu"),
    ],
)
def test_telex_keys_make_the_syllable(keys: str, word: str) -> None:
    made = from_telex(keys)
    assert made is not None
    assert marks_of(made) == marks_of(word)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nu7o7c1", "nước"),
        ("nuoc71", "nước"),
        ("ma8m1", "mắm"),
        ("d9u7o7ng2", "đường"),
        ("hoa2", "hòa"),
        ("tie6ng1", "tiếng"),
        ("bo73", "bở"),
    ],
)
def test_vni_keys_make_the_syllable(keys: str, word: str) -> None:
    made = from_vni(keys)
    assert made is not None
    assert marks_of(made) == marks_of(word)


@pytest.mark.parametrize("word", ["tea", "coffee", "sdt", "khong", "nuoc", "", "đá", "x" * 400])
def test_what_holds_no_telex_key_is_left_alone(word: str) -> None:
    assert from_telex(word) is None or marks_of(from_telex(word) or "").is_marked


@pytest.mark.parametrize("word", ["st25", "k5", "40n", "2023", "b12", "omega3", "0"])
def test_numbers_in_names_are_no_keys(word: str) -> None:
    assert from_vni(word) is None
