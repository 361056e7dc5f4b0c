"""How records of the catalogue are written to the cache of the index and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

Record = TypeVar("Record")


def quickly_read_back(record: type[Record]) -> type[Record]:
    """Class decorator for frozen dataclasses with slots and two fields or more.

    A catalogue of 20,000 products is 90,000 such records. The way back from a pickle that
    ``dataclasses`` gives them asks each one for its fields, which takes longer than all the rest;
    here they are asked for once for each class.
    """
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    state_of = attrgetter(*names)
    setters = [vars(record)[name].__set__ for name in names]

    def __getstate__(self: object) -> object:  # noqa: N807
        return state_of(self)

    def __setstate__(self: object, state: Sequence[Any]) -> None:  # noqa: N807
        for put, value in zip(setters, state, strict=True):
            put(self, value)

    record.__getstate__ = __getstate__  # type: ignore[method-assign]
    record.__setstate__ = __setstate__  # type: ignore[attr-defined]
    return record
