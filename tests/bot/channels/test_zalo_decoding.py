"""Whatever arrives from Zalo is read or passed over, and never raises."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.zalo_bot import decoding as zalo_bot
from bot.channels.zalo_bot.client import unwrapped
from bot.channels.zalo_oa import decoding as zalo_oa
from bot.channels.zalo_oa.signature import signed_event
from handlers.chat.actions import LONGEST_ACTION, Action

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def messages(names: list[str], fields: list[str]) -> st.SearchStrategy[dict[str, object]]:
    """Events with the right names and anything in them."""
    inner = st.dictionaries(st.sampled_from(fields), anything, max_size=6)
    return st.fixed_dictionaries(
        {},
        optional={
            "event_name": st.sampled_from(names) | anything,
            "message": inner | anything,
            "sender": st.fixed_dictionaries({"id": st.text(max_size=5) | anything}) | anything,
            "timestamp": st.sampled_from(["1770000000000", "", "-1", "9" * 400]) | anything,
        },
    )


@settings(max_examples=300)
@given(
    messages(
        ["message.text.received", "message.image.received", "message.sticker.received"],
        ["message_id", "text", "chat", "from", "caption", "photo"],
    )
)
def test_no_update_of_the_bot_platform_raises(update: dict[str, object]) -> None:
    zalo_bot.key_of(update)
    received = zalo_bot.decode(update)
    if received is not None:
        assert received.chat
        assert received.text is None or received.text.strip()
        zalo_bot.addressed(received, ("bot.OCOP",))


@settings(max_examples=300)
@given(
    messages(
        ["user_send_text", "user_send_location", "user_click_button", "follow", "user_send_image"],
        ["msg_id", "text", "attachments", "payload"],
    )
)
def test_no_event_of_an_official_account_raises(event: dict[str, object]) -> None:
    assert zalo_oa.key_of(event, b"{}")
    received = zalo_oa.decode(event)
    if received is not None:
        assert received.user
        assert received.text is None or received.text.strip()


@given(st.binary(max_size=200) | anything.map(lambda body: json.dumps(body).encode()))
def test_no_body_raises(body: bytes) -> None:
    unwrapped(body)
    assert signed_event(body, "mac=00", app_id="1", secret="x", now=0.0) is None


@given(
    st.text(max_size=80),
    st.sampled_from("pbmcl"),
    st.text(st.characters(codec="utf-8", exclude_characters="()\n"), max_size=15),
)
def test_what_a_button_sends_back_leads_to_its_action(title: str, verb: str, rest: str) -> None:
    action = (verb + rest).rstrip()
    assert len(action) <= LONGEST_ACTION
    event = {
        "event_name": "user_send_text",
        "sender": {"id": "1"},
        "timestamp": "1770000000000",
        "message": {"msg_id": "1", "text": zalo_oa.payload_of(title, action)},
    }
    received = zalo_oa.decode(event)
    assert received is not None
    assert received.action == action
    assert Action.parse(action) is not None


@pytest.mark.parametrize(
    "text", ["nước mắm (#)", "chè (#?)", "giá (#1)", "#p-cafe", "trà (loại ngon)", "(p)"]
)
def test_what_a_person_writes_in_brackets_stays_a_text(text: str) -> None:
    event = {
        "event_name": "user_send_text",
        "sender": {"id": "1"},
        "timestamp": "1770000000000",
        "message": {"msg_id": "1", "text": text},
    }
    received = zalo_oa.decode(event)
    assert received is not None
    assert (received.action, received.text) == (None, text)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("@bot.OCOP trà Ba Chẽ", "trà Ba Chẽ"),
        ("trà Ba Chẽ @BOT.ocop?", "trà Ba Chẽ ?"),
        ("@bot.OCOP", "/help"),
        ("@bot.OCOPX trà", None),
        ("/help", "/help"),
        ("12", "12"),
        ("1975", None),
        ("chào cả nhà", None),
    ],
)
def test_in_a_group_the_bot_hears_what_is_meant_for_it(text: str, heard: str | None) -> None:
    received = zalo_bot.addressed(
        zalo_bot.Received("g", text, group=True), ("bot.OCOP", "7421069583")
    )
    assert (received.text if received else None) == heard
