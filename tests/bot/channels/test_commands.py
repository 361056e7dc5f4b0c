"""Commands as people type them, wherever the platform leaves it to us to tell them."""

from __future__ import annotations

import pytest

from bot.channels.commands import HELP, typed_utterance
from handlers.conversation import Utterance


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/tim trà Tân Cương", Utterance(text="trà Tân Cương", commanded=True)),
        ("/TIM  trà Tân Cương ", Utterance(text="trà Tân Cương", commanded=True)),
        ("/tim\ntrà Tân Cương", Utterance(text="trà Tân Cương", commanded=True)),
        ("/tim@ocop_bot trà", Utterance(text="trà", commanded=True)),
        ("/gopy Dòng một\ndòng hai", Utterance("Dòng một\ndòng hai", "f", commanded=True)),
        ("/lang Tiếng Anh", Utterance(action="gen", commanded=True)),
        ("/ngonngu tieng viet", Utterance(action="gvi", commanded=True)),
        ("/language vietnamese", Utterance(action="gvi", commanded=True)),
        ("/lang français", Utterance(action="g", commanded=True)),
        ("/nothing_we_know", HELP),
        ("/12/2024 có gì?", Utterance(text="/12/2024 có gì?")),
        ("/", Utterance(text="/")),
        ("trà /tim", Utterance(text="trà /tim")),
    ],
)
def test_a_command_is_told_from_a_text(typed: str, said: Utterance) -> None:
    assert typed_utterance(typed) == said
