"""Each class of noise is what its name says."""

# ruff: noqa: S311 - typing is noisy, not secret

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from benchmarks.accuracy.keystrokes import Habit, Method, ToneAt, keystrokes
from benchmarks.accuracy.short_forms import shorten
from benchmarks.accuracy.slips import NEIGHBOURS, slip
from benchmarks.accuracy.typing_noise import NOISES
from benchmarks.folding import fold, strip_marks

QUESTION = "Mua Đường phèn nước mắm Thúy Hòa ở đâu?"


def typed(noise: str, text: str = QUESTION, times: int = 40) -> Iterator[str]:
    return (NOISES[noise](text, random.Random(seed)) for seed in range(times))


@pytest.mark.parametrize("noise", NOISES)
def test_the_same_seed_types_the_same(noise: str) -> None:
    assert list(typed(noise)) == list(typed(noise))


def test_telex_of_fish_sauce() -> None:
    assert set(typed("telex", "nước mắm")) <= {
        "nuowcs mawms",
        "nuwowcs mawms",
        "nuowsc mawsm",
        "nuwowsc mawsm",
        "nwowcs mawms",
        "nwowsc mawsm",
    }


def test_vni_of_fish_sauce() -> None:
    forms = {"nuo7c1 ma8m1", "nu7o7c1 ma8m1", "nuo71c ma81m", "nu7o71c ma81m", "nuoc71 mam81"}
    assert set(typed("vni", "nước mắm")) == forms


def test_the_tone_key_comes_after_the_vowel_or_at_the_end() -> None:
    assert keystrokes("bánh đậu", Habit(Method.TELEX, ToneAt.END)) == "banhs ddaauj"
    assert keystrokes("bánh đậu", Habit(Method.TELEX, ToneAt.VOWEL)) == "basnh ddaaju"
    assert keystrokes("bánh đậu", Habit(Method.VNI, ToneAt.END)) == "banh1 d9a6u5"


def test_keystrokes_read_decomposed_letters_too() -> None:
    habit = Habit(Method.TELEX, ToneAt.END)
    assert keystrokes(unicodedata.normalize("NFD", QUESTION), habit) == keystrokes(QUESTION, habit)


@pytest.mark.parametrize("noise", ["telex_part", "vni_part"])
def test_in_part_leaves_some_words_as_written(noise: str) -> None:
    words = QUESTION.lower().split()
    kept = [sum(word in words for word in text.split()) for text in typed(noise)]
    assert any(0 < count < len(words) for count in kept)


def test_nfd_is_not_nfc() -> None:
    for text in typed("nfd"):
        assert not unicodedata.is_normalized("NFC", text)
        assert unicodedata.normalize("NFC", text) == QUESTION


def test_tone_place_moves_the_tone_and_nothing_else() -> None:
    assert NOISES["tone_place"]("Thúy Hòa, hoà thuý", random.Random(0)) == "Thuý Hoà, hòa thúy"
    # A syllable has one place when a consonant follows, or the u belongs to the q.
    assert NOISES["tone_place"]("hoàn quý khoá", random.Random(0)) == "hoàn quý khóa"


def test_look_alikes_look_alike() -> None:
    for text in typed("look_alikes"):
        assert text != QUESTION
        seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
        assert len(seen) == len(QUESTION)
        assert fold(seen.translate(str.maketrans("ÐƉɖð", "ĐĐđđ"))) == fold(QUESTION)


def test_no_marks_leaves_plain_letters() -> None:
    assert all(text.isascii() for text in typed("no_marks"))
    assert all(text.isascii() for text in typed("no_marks_slip"))


@pytest.mark.parametrize(("noise", "slips"), [("one_slip", 1), ("two_slips", 2)])
def test_slips_are_counted(noise: str, slips: int) -> None:
    for text in typed(noise):
        assert text != QUESTION
        # A space that slips in beside a letter, or two letters that change places, are one slip.
        assert DamerauLevenshtein.distance(text, QUESTION) <= slips


def test_slips_fall_anywhere() -> None:
    text = "mua trà ở đâu"
    changed = {
        next(i for i, (a, b) in enumerate(zip(slipped + "$", text + "^", strict=False)) if a != b)
        for slipped in (slip(text, random.Random(seed)) for seed in range(400))
    }
    assert set(range(1, len(text) - 1)) <= changed


def test_neighbouring_keys_touch_both_ways() -> None:
    assert set("adwezx") <= set(NEIGHBOURS["s"])
    assert set("splm").isdisjoint(NEIGHBOURS["s"])
    assert all(key in NEIGHBOURS[other] for key, others in NEIGHBOURS.items() for other in others)


def test_short_forms_replace_what_they_stand_for() -> None:
    texts = {shorten("số điện thoại hợp tác xã", random.Random(n), 1.0) for n in range(40)}
    assert "sđt htx" in texts
    assert all("hợp tác xã" not in text for text in texts)


@pytest.mark.parametrize("noise", ["teen", "messy"])
def test_what_is_typed_badly_can_still_be_read(noise: str) -> None:
    for text in typed(noise):
        assert fuzz.partial_ratio(fold(text), fold(QUESTION)) > 70, text


def test_everything_at_once_brings_calls_pictures_and_drawn_out_letters() -> None:
    texts = [strip_marks(text).lower() for text in typed("messy", times=200)]
    assert any("shop oi" in text for text in texts)
    assert any("🙏" in text for text in texts)
    assert any("  " in text for text in texts)
    assert any("aaa" in text or "uuu" in text or "ooo" in text for text in texts)
