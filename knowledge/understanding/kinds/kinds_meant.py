"""Which of the kinds read in the same or in neighbouring words are meant."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Place
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading

Kind = PhraseSpan[KindReading]
QUALITY = "huu-co"
"""The kind that tells of any other how it was grown, wherever its words stand: "trà nào hữu cơ"."""

NAMESAKES = {"vai-thieu": "vai-voc"}
"""Kinds whose name in one syllable is another one's just as well: "vải" is lychee and cloth."""


def kinds_meant(kinds: Sequence[Kind], places: Sequence[Place], catalogue: Catalogue) -> list[Kind]:
    """The kinds without those that others tell better.

    Of several that the same letters may be ("dua": coconut, pineapple, chopsticks) the one with
    most products in the places; of a kind and a narrower one beside it the narrower one ("gạo ngon
    nhất, ST25"). Of two of one name the one that is made in the places, else both.
    """
    kinds = [each for kind in kinds for each in _of_one_name(kind, places, catalogue)]
    chosen: list[Kind] = []
    for start in dict.fromkeys(kind.start for kind in kinds):
        alike = [kind for kind in kinds if kind.start == start]
        keys = list(dict.fromkeys(kind.meaning.key for kind in alike))
        if len(keys) > 1 and {NAMESAKES.get(key) for key in keys}.isdisjoint(keys):
            most = max(keys, key=lambda key: len(catalogue.products_at(places, kinds=(key,))))
            alike = [kind for kind in alike if kind.meaning.key == most]
        chosen += alike
    wider = {key for kind in chosen for key in catalogue.kinds_above(kind.meaning.key)}
    return [kind for kind in chosen if kind.meaning.key not in wider]


def _of_one_name(kind: Kind, places: Sequence[Place], catalogue: Catalogue) -> list[Kind]:
    """A kind, or what else its name of one syllable may be."""
    other = NAMESAKES.get(kind.meaning.key)
    if other is None or kind.length > 1 or kind.meaning.language == "en":
        return [kind]
    both = [kind, replace(kind, meaning=replace(kind.meaning, key=other))]
    made = [each for each in both if catalogue.products_at(places, kinds=(each.meaning.key,))]
    return made or both
