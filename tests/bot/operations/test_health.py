"""What supervisors ask: whether we live, can answer, and how it goes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import httpx
import pytest

from bot.app import make_conversation
from bot.channels.channel import Channel
from bot.operations.health import Readiness, operations_router
from bot.server import build_app
from handlers.conversation import Utterance
from knowledge.base import Knowledge
from knowledge.database import DatabaseUnavailable


@dataclass
class Spoken:
    """A channel that is as healthy as it is told to be."""

    name: str = "spoken"
    healthy: bool = True

    async def start(self) -> None: ...

    async def stop(self, within: float = 8.0) -> None: ...


class Operator:
    """Asks the paths, with the parts at hand to break."""

    def __init__(self, knowledge: Knowledge, metrics_token: str = "") -> None:
        self.channel = Spoken()
        self.database_fails = False
        self.database_hangs = False
        channels: list[Channel] = [self.channel]
        self.readiness = Readiness(
            stored_version=self._version,
            knowledge=lambda: knowledge,
            channels=channels,
            database_seconds=0.01,
        )
        app = build_app([operations_router(self.readiness, metrics_token=metrics_token)])
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://bot.test"
        )

    async def _version(self) -> str:
        if self.database_fails:
            raise DatabaseUnavailable("gone")
        if self.database_hangs:
            await asyncio.Event().wait()
        return "1"


@pytest.fixture
def operator(knowledge: Knowledge) -> Operator:
    asked = Operator(knowledge)
    asked.readiness.serving = True
    return asked


async def test_ready_names_every_part(operator: Operator, knowledge: Knowledge) -> None:
    answer = await operator.client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": True,
        "catalogue": {
            "version": knowledge.catalogue.version,
            "products": len(knowledge.catalogue.products),
        },
        "channels": {"spoken": True},
    }


async def test_not_ready_while_starting_but_alive(operator: Operator) -> None:
    operator.readiness.serving = False
    assert (await operator.client.get("/readyz")).status_code == 503
    assert (await operator.client.get("/healthz")).status_code == 200


async def test_a_channel_whose_platform_is_silent_is_named(operator: Operator) -> None:
    operator.channel.healthy = False
    answer = await operator.client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["channels"] == {"spoken": False}


async def test_a_database_that_is_gone_or_hangs_is_named(operator: Operator) -> None:
    operator.database_fails = True
    assert (await operator.client.get("/readyz")).json()["database"] is False
    operator.database_fails, operator.database_hangs = False, True
    answer = await operator.client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] is False


async def test_questions_are_counted_without_who_asked(
    operator: Operator, knowledge: Knowledge
) -> None:
    conversation = make_conversation(knowledge)
    labels = 'channel="counted",intent="rating",language="vi",outcome="answer"'
    for _ in range(2):
        await conversation.hear(
            "counted:secret-person-77", Utterance(text="Trà hoa vàng Ba Chẽ được mấy sao?")
        )
    answer = await operator.client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    assert f"ocop_questions_total{{{labels}}} 2.0" in lines
    assert 'ocop_answer_seconds_count{channel="counted"} 2.0' in lines
    assert "secret-person-77" not in answer.text
    assert "Ba Chẽ" not in answer.text


async def test_metrics_can_be_kept_from_strangers(knowledge: Knowledge) -> None:
    client = Operator(knowledge, metrics_token="prometheus-only").client
    for given in ({}, {"Authorization": "Bearer x"}, {"Authorization": "prometheus-only"}):
        assert (await client.get("/metrics", headers=given)).status_code == 401
    allowed = await client.get("/metrics", headers={"Authorization": "Bearer prometheus-only"})
    assert allowed.status_code == 200
