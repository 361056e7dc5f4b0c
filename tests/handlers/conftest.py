"""Asking the handlers with questions built by hand, over the real catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from handlers.answered_by import answer_to
from handlers.chat.answering import Answer, Asked
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Match, Question
from locales import translator
from tests.handlers.talking import TODAY, Talk

Ask = Callable[..., Answer]


def matches(codes: Iterable[str], score: float = 1.0) -> tuple[Match, ...]:
    return tuple(Match(code, score) for code in codes)


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    """Answer a question of an intent about products, producers and places given by code."""

    def asking(
        intent: Intent,
        *products: str,
        producers: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
        language: str = "vi",
        today: date = TODAY,
        offset: int = 0,
        **named: object,
    ) -> Answer:
        question = Question(
            text="…",
            language=language,
            intent=intent,
            intent_stated=True,
            certainty=Certainty.CLEAR,
            products=matches(products),
            producers=matches(producers),
            places=tuple(catalogue.places[key] for key in places),
        )
        question = replace(question, **named)
        return answer_to(Asked(question, catalogue, translator(language), today, offset))

    return asking


@pytest.fixture
def talk(knowledge: Knowledge) -> Talk:
    """A person who has said nothing yet."""
    return Talk(knowledge)
