"""The same facts and the same choices come out of every channel, within each platform's limits.

Ten conversations are kept as texts to read in ``tests/golden/conversations``, each answer with how
every channel shows it. ``OCOP_UPDATE_GOLDEN=1 pytest tests/bot/channels/test_one_contract.py``
writes them anew; without it a conversation that differs from its file fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance, respond
from knowledge.base import Knowledge
from locales import translator
from tests.bot.channels.renderings import CHANNELS, Showing

GOLDEN = Path(__file__).parents[2] / "golden" / "conversations"
DAY = date(2026, 5, 1)
MORE = "more"
"""Stands for the choice that shows more of the list."""

CONVERSATIONS: dict[str, tuple[str, ...]] = {
    "shopper-vi": ("Trà hoa vàng Ba Chẽ được mấy sao?", "mua ở đâu?", "1", "cảm ơn nhé"),
    "shopper-en": (
        "How many stars does Ba Che golden flower tea have?",
        "where can I buy it?",
        "who makes it?",
    ),
    "tourist-vi": ("Đi Hà Giang nên mua gì làm quà?", "cái thứ hai", "liên hệ"),
    "tourist-en": ("What should I buy in Quang Ninh?", "3", "4"),
    "buyer-vi": ("ai làm nước mắm Lê Gia?", "số điện thoại", "họ còn làm gì nữa?"),
    "buyer-en": ("Who makes Le Gia fish sauce?", "how can I contact them?", "1"),
    "not-found-vi": ("rượu sao hỏa Xyz Qwv", "asdf ghjk", "99", "giúp mình với"),
    "paging-vi": ("Thái Nguyên có đặc sản gì?", MORE, MORE, "số 1"),
    "comparison-vi": ("So sánh chè Tân Cương và chè Shan tuyết", "1", "2"),
    "programme-en": (
        "What is OCOP?",
        "What do the stars mean?",
        "Quảng Ninh có bao nhiêu sản phẩm OCOP?",
        "How many OCOP products does Lao Cai have?",
    ),
}


def turns(name: str, knowledge: Knowledge) -> Iterator[tuple[str, Turn]]:
    """What is said in a conversation, with the turn that answers it."""
    session = Session()
    for said in CONVERSATIONS[name]:
        utterance = Utterance(text=said)
        if said == MORE:
            action = next(
                (each for each in session.choices if each.startswith("l") and each[1] != "0"), None
            )
            assert action is not None, "nothing more to show"
            utterance = Utterance(action=action)
        turn, session = respond(utterance, session, knowledge, DAY)
        yield said, turn


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_every_channel_says_everything_and_offers_everything(
    name: str, channel: str, knowledge: Knowledge
) -> None:
    for said, turn in turns(name, knowledge):
        shown = CHANNELS[channel](turn, knowledge, translator(turn.language))
        for paragraph in turn.reply.paragraphs:
            for run in paragraph.runs:
                assert squeezed(run.text) in shown.words, (said, run.text)
        assert len(turn.reply.choices) <= len(shown.offers), (said, shown)
        if all(offer.action is None for offer in shown.offers):
            for choice, offer in zip(turn.reply.choices, shown.offers, strict=True):
                assert squeezed(choice.label).startswith(squeezed(offer.label)[:40]), said
        else:
            offered = {offer.action for offer in shown.offers}
            assert {choice.action for choice in turn.reply.choices} <= offered, said


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_is_as_it_was_read_and_found_good(name: str, knowledge: Knowledge) -> None:
    transcript = "\n\n".join(
        _told(said, turn, _showings(turn, knowledge)) for said, turn in turns(name, knowledge)
    )
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("OCOP_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(transcript + "\n", encoding="utf-8")
    assert transcript + "\n" == path.read_text(encoding="utf-8")


def _showings(turn: Turn, knowledge: Knowledge) -> dict[str, Showing]:
    t = translator(turn.language)
    return {name: render(turn, knowledge, t) for name, render in CHANNELS.items()}


def _told(said: str, turn: Turn, shown: dict[str, Showing]) -> str:
    lines = [f"❯ {said}", ""]
    lines += [f"    {line}".rstrip() for line in turn.reply.text.splitlines()]
    lines += [f"    {number}. {each.label}" for number, each in enumerate(turn.reply.choices, 1)]
    lines += ["", *(f"  {name:<9} {showing.how}" for name, showing in shown.items())]
    return "\n".join(lines)
