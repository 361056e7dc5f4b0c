"""Lists of something other than goods by name: of makers, or of what is sold abroad."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.catalogue import Catalogue
from knowledge.facts import ProducerType
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.exports_asked import kinds_exported, market_of
from knowledge.understanding.meaning.makers_asked import (
    counts_them,
    kind_named,
    makers_meant,
    places_named,
    sorts_of_goods,
)
from knowledge.understanding.meaning.meaning import Meaning


class ListAsked(NamedTuple):
    """What is asked, if makers or exports are."""

    meaning: Meaning
    kinds: tuple[str, ...] = ()
    """The kinds meant where a name was read into the words; none where those named are."""
    makers: tuple[ProducerType, ...] | None = None
    market: str | None = None
    made_by: tuple[ProducerType, ...] = ()
    """The sorts of makers whose goods are asked for."""


def list_asked(
    draft: Draft,
    said: Sequence[str],
    senses: dict[str, float],
    meaning: Meaning,
    catalogue: Catalogue,
    *,
    listed: bool,
) -> ListAsked:
    """Whether makers or exports are asked for.

    ``said`` are the words of the draft as they were read; ``listed`` tells that stars or a group
    are asked for.
    """
    kinds: tuple[str, ...] = ()
    makers = makers_meant(draft, said, senses, meaning, catalogue, listed=listed)
    if makers is not None:
        kinds = kind_named(meaning, catalogue)
        # "quảng trị với huế ai nhiều hơn" counts whoever makes anything
        counted = not makers or counts_them(draft, senses)
        meaning = meaning.of_makers(places_named(draft, meaning), counted=counted)
    made_by = () if makers is not None else sorts_of_goods(draft, said, meaning)
    if made_by:
        meaning = meaning.of_goods(counted=counts_them(draft, senses))
    market = market_of(draft, senses, meaning)
    if market is not None:
        kinds = kinds or kinds_exported(draft, meaning)
        meaning = meaning.exported()
    return ListAsked(meaning, kinds, makers, market, made_by)
