"""A language of ours, as the interface takes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from locales import LOCALES


def _spoken(language: str) -> str:
    if language not in LOCALES:
        raise ValueError(f"must be one of {', '.join(LOCALES)}")
    return language


Language = Annotated[
    str, AfterValidator(_spoken), WithJsonSchema({"type": "string", "enum": list(LOCALES)})
]
"""One that answers are in."""
