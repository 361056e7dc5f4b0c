"""The interface keeps to its own description, whatever it is sent."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok

from bot.api.interface import PATH
from knowledge.base import Knowledge
from tests.bot.api.conftest import application

load_all_checks()
CHECKED: list[Any] = [
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
]


LIMITS = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_nothing_sent_is_an_error_of_ours(knowledge: Knowledge) -> None:
    schema = schemathesis.openapi.from_asgi(f"{PATH}/openapi.json", application(knowledge))
    operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    assert len(operations) >= 11
    for operation in operations:

        @LIMITS
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=CHECKED)

        holds()
