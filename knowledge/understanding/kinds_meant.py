"""Which of the kinds read in the same or in neighbouring words are meant."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue import Catalogue
from knowledge.facts import Place
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.vocabularies import KindReading

Kind = PhraseSpan[KindReading]
QUALITY = "huu-co"
"""The kind that tells of any other how it was grown, wherever its words stand: "trà nào hữu cơ"."""


def kinds_meant(kinds: Sequence[Kind], places: Sequence[Place], catalogue: Catalogue) -> list[Kind]:
    """The kinds without those that others tell better.

    Of several that the same letters may be ("dua": coconut, pineapple, chopsticks) the one with
    most products in the places; of a kind and a narrower one beside it the narrower one ("gạo ngon
    nhất, ST25").
    """
    chosen: list[Kind] = []
    for start in dict.fromkeys(kind.start for kind in kinds):
        alike = [kind for kind in kinds if kind.start == start]
        keys = list(dict.fromkeys(kind.meaning.key for kind in alike))
        if len(keys) > 1:
            most = max(keys, key=lambda key: len(catalogue.products_at(places, kinds=(key,))))
            alike = [kind for kind in alike if kind.meaning.key == most]
        chosen += alike
    wider = {key for kind in chosen for key in catalogue.kinds_above(kind.meaning.key)}
    return [kind for kind in chosen if kind.meaning.key not in wider]
