"""Many visitors at once."""

from __future__ import annotations

import asyncio
import ssl

import httpx

from knowledge.base import Knowledge
from tests.end_to_end.web_site import site

VISITORS = 200
QUESTIONS = (
    "tra hoa vang ba che may sao",
    "mua o dau",
    "Nước mắm Lê Gia",
    "ai làm",
    "Thái Nguyên có trà gì",
)
TOLD = ("5 sao", "Trà hoa vàng", "Nước mắm Lê Gia", "Lê Gia", "Thái Nguyên")


async def test_two_hundred_visitors_lose_nothing(knowledge: Knowledge) -> None:
    # Made once: reading the certificates of the world 200 times would be most of the test
    unused = ssl.create_default_context()
    async with site(knowledge) as home:

        async def converse() -> list[str]:
            async with httpx.AsyncClient(base_url=home, timeout=60, verify=unused) as client:
                answers = []
                for question in QUESTIONS:
                    answer = await client.post("/chat", json={"text": question, "language": "vi"})
                    assert answer.status_code == 200
                    answers.append(answer.json()["text"])
                return answers

        conversations = await asyncio.gather(*(converse() for _ in range(VISITORS)))
    assert len(conversations) == VISITORS
    for answers in conversations:
        # Each in the context of its own conversation
        assert [told in answer for told, answer in zip(TOLD, answers, strict=True)] == [True] * 5
