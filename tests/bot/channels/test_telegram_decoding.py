"""Any JSON can arrive; only what the bot acts on comes through."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.decoding import (
    Commanded,
    Me,
    Origin,
    Pressed,
    Queried,
    Written,
    decode,
    update_id,
)

US = Me("ocop_bot", 99)

scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
kinds = st.sampled_from(
    ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
)
names = kinds | st.sampled_from(
    [
        *("chat", "id", "type", "text", "from", "data", "message_id", "is_bot", "caption", "photo"),
        *("document", "mime_type", "file_id", "location", "query", "offset", "new_chat_member"),
        *("status", "reply_to_message", "language_code", "message_thread_id"),
    ]
)
updates = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
    max_leaves=25,
)


@given(updates | st.dictionaries(kinds, st.dictionaries(names, updates)))
def test_no_update_raises(update: Any) -> None:
    incoming = decode(update, US)
    if incoming is not None and not isinstance(incoming, Queried):
        assert isinstance(incoming.origin.chat, int)
    assert update_id(update) is None or isinstance(update_id(update), int)


def written(text: object, **sender: object) -> dict[str, object]:
    return {"message": {"chat": {"id": 5}, "text": text, "from": {"id": 5, **sender}}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trà Ba Chẽ", Written(Origin(5), "trà Ba Chẽ")),
        ("/lang  en ", Commanded(Origin(5), "lang", "en")),
        ("/HELP@OCOP_bot", Commanded(Origin(5), "help", "")),
        ("/help@other_bot", None),
        ("/", Written(Origin(5), "/")),
        ("/12/2024 có gì?", Written(Origin(5), "/12/2024 có gì?")),
    ],
)
def test_texts_and_commands_are_told_apart(text: str, expected: object) -> None:
    assert decode(written(text), US) == expected


def test_the_language_of_the_person_comes_along() -> None:
    received = decode(written("hi", language_code="en-GB"))
    assert received == Written(Origin(5, language="en-GB"), "hi")


def test_other_bots_are_not_answered() -> None:
    assert decode(written("hi", is_bot=True)) is None


def test_a_press_names_its_query_and_message() -> None:
    query = {"id": "77", "data": "h", "message": {"message_id": 9, "chat": {"id": 5}}}
    assert decode({"callback_query": query}) == Pressed(Origin(5, 9), "77", "h")
