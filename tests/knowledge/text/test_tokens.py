"""From a message to its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.tokens import MAX_LENGTH, MAX_TOKENS, cut, tokenise, words_of


def test_punctuation_and_emoji_only_separate() -> None:
    assert words_of("Trà, hoa-vàng (Ba Chẽ)!! 🙏 5★") == ("trà", "hoa", "vàng", "ba", "chẽ", "5")


def test_an_english_genitive_is_dropped() -> None:
    assert words_of("bird's nest") == ("bird", "nest")


def test_a_break_is_told_from_a_space() -> None:
    assert [token.follows_break for token in tokenise("trà, cà phê")] == [False, True, False]


def test_a_message_is_cut_to_the_length_that_is_read() -> None:
    assert cut("a" * MAX_LENGTH) == ("a" * MAX_LENGTH, False)
    assert cut("a" * (MAX_LENGTH + 1)) == ("a" * MAX_LENGTH, True)


@given(st.text(max_size=400))
def test_words_are_bounded_and_hold_no_space(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens) <= MAX_TOKENS
    assert all(token.text and not token.text.isspace() for token in tokens)
