"""Letters as keyboards send them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.letters import clean, fold, leaves_out, marks_of

SYLLABLES = ["nước", "mắm", "đặc", "sản", "hoà", "thuý", "quýt", "nghiêng", "ửng", "kỹ", "bưởi"]


@pytest.mark.parametrize("typed", ["Đak Lak", "Ðak Lak", "Ɖak Lak", "ɖak Lak", "đak Lak"])
def test_all_letters_that_look_like_d_with_stroke_are_one(typed: str) -> None:
    assert clean(typed) == "đak lak"
    assert fold(typed) == "dak lak"


@pytest.mark.parametrize("typed", ["ＴＲÀ", "tr\u200bà", "t\u00adrà", "tra\u0300", "TRÀ\ufeff"])
def test_full_width_and_invisible_characters_are_mended(typed: str) -> None:
    assert clean(typed) == "trà"


def test_no_break_spaces_separate_words() -> None:
    assert clean("trà\u00a0hoa\u202fvàng").split() == ["trà", "hoa", "vàng"]


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe")])
def test_both_placements_of_a_tone_are_one_word(one: str, other: str) -> None:
    assert marks_of(one) == marks_of(other)


@pytest.mark.parametrize(("one", "other"), [("mỳ", "mì"), ("quý", "quí"), ("kỹ", "kĩ")])
def test_final_y_and_i_are_two_spellings(one: str, other: str) -> None:
    assert marks_of(one) == marks_of(other)


@pytest.mark.parametrize(("typed", "written"), [("nươc", "nước"), ("đac", "đặc")])
def test_marks_were_left_out(typed: str, written: str) -> None:
    assert leaves_out(marks_of(typed), marks_of(written))


@pytest.mark.parametrize(("typed", "written"), [("sương", "sướng"), ("đào", "đảo"), ("bo", "bò")])
def test_other_marks_make_another_word(typed: str, written: str) -> None:
    assert not leaves_out(marks_of(typed), marks_of(written))


def test_y_that_is_another_sound_is_kept() -> None:
    assert marks_of("thuy").folded != marks_of("thui").folded
    assert marks_of("tay").folded != marks_of("tai").folded


@given(st.text(max_size=60))
@example("ΑΟ Һ")  # capitals that become look-alikes only when they are made small
def test_cleaning_never_fails_and_is_done_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6))
def test_decomposed_text_reads_the_same(syllables: list[str]) -> None:
    text = " ".join(syllables)
    assert clean(unicodedata.normalize("NFD", text)) == clean(text)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6))
def test_folding_leaves_plain_letters(syllables: list[str]) -> None:
    assert fold(" ".join(syllables)).replace(" ", "").isascii()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=12))
def test_marks_hold_the_folded_word(word: str) -> None:
    for part in clean(word).split():
        marks = marks_of(part)
        assert marks.is_marked == (marks.tone != 0 or not marks.quality.isascii())
