"""Any JSON can arrive; only what the bot acts on comes through."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.decoding import Commanded, Pressed, Written, decode, update_id

scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
names = st.sampled_from(
    ["message", "callback_query", "chat", "id", "text", "from", "data", "message_id", "is_bot"]
)
updates = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
    max_leaves=25,
)


@given(updates)
def test_no_update_raises(update: Any) -> None:
    incoming = decode(update, username="ocop_bot")
    assert incoming is None or isinstance(incoming.chat, int)
    assert update_id(update) is None or isinstance(update_id(update), int)


def written(text: object, **sender: object) -> dict[str, object]:
    return {"message": {"chat": {"id": 5}, "text": text, "from": {"id": 5, **sender}}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trà Ba Chẽ", Written(5, "trà Ba Chẽ")),
        ("/lang  en ", Commanded(5, "lang", "en")),
        ("/HELP@OCOP_bot", Commanded(5, "help", "")),
        ("/help@other_bot", None),
        ("/", Written(5, "/")),
        ("/12/2024 có gì?", Written(5, "/12/2024 có gì?")),
    ],
)
def test_texts_and_commands_are_told_apart(text: str, expected: object) -> None:
    assert decode(written(text), username="ocop_bot") == expected


def test_the_language_of_the_person_comes_along() -> None:
    assert decode(written("hi", language_code="en-GB")) == Written(5, "hi", "en-GB")


def test_other_bots_are_not_answered() -> None:
    assert decode(written("hi", is_bot=True)) is None


def test_a_press_names_its_query_and_message() -> None:
    query = {"id": "77", "data": "h", "message": {"message_id": 9, "chat": {"id": 5}}}
    assert decode({"callback_query": query}) == Pressed(5, "77", 9, "h")
