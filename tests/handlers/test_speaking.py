"""The language of the answers inside a conversation."""

from __future__ import annotations

import pytest

from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    "then", ["ok bye", "toi ly son", "tra giam can", "hi", "thanks", "tks shop"]
)
def test_short_words_go_on_in_vietnamese(talk: Talk, then: str) -> None:
    assert talk.say("cà phê đắk lắk", then).language == "vi"


@pytest.mark.parametrize("then", ["ok bye", "toi ly son", "mat ong", "thanks"])
def test_short_words_go_on_in_english(talk: Talk, then: str) -> None:
    assert talk.say("where can I buy Da Lat coffee", then).language == "en"


@pytest.mark.parametrize("then", ["how much", "can i buy it", "show more", "honey", "who makes it"])
def test_english_words_change_to_english(talk: Talk, then: str) -> None:
    assert talk.say("cà phê đắk lắk", then).language == "en"


@pytest.mark.parametrize(("text", "language"), [("hello", "en"), ("toi ly son", "vi")])
def test_the_first_words(talk: Talk, text: str, language: str) -> None:
    assert talk.say(text).language == language
