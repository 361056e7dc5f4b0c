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

_NAMESAKES = {
    "vi": {"vai-thieu": "vai-voc", "nghe": "tinh-bot-nghe"},
    "en": {"nghe": "tinh-bot-nghe", "xuc-xich": "lap-xuong"},
}
"""By language kinds whose name in one word is another one's just as well: "vải" is lychee and
cloth, "nghệ" the root and what is made of it, "sausage" lạp xưởng too."""

ALIKE_UNMARKED = frozenset({"gao", "lua"})
"""Kinds that are as likely as each other where no marks tell: "lua" is paddy rice and silk."""


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
        if len(keys) > 1 and _namesakes_of(alike).isdisjoint(keys):
            alike = _most_made(alike, keys, places, catalogue)
        chosen += alike
    wider = {key for kind in chosen for key in catalogue.kinds_above(kind.meaning.key)}
    return [kind for kind in chosen if kind.meaning.key not in wider]


def _most_made(
    alike: Sequence[Kind], keys: Sequence[str], places: Sequence[Place], catalogue: Catalogue
) -> list[Kind]:
    """Of kinds that the same letters may be the one with most products in the places; of two that
    are as likely as each other both, if both are made there."""
    made = {key: len(catalogue.products_at(places, kinds=(key,))) for key in keys}
    most = max(keys, key=made.__getitem__)
    meant = {most}
    if most in ALIKE_UNMARKED:
        meant |= {key for key in keys if key in ALIKE_UNMARKED and made[key]}
    return [kind for kind in alike if kind.meaning.key in meant]


def _namesakes_of(alike: Sequence[Kind]) -> set[str]:
    """What else the names of some kinds may be."""
    names = (_NAMESAKES[kind.meaning.language].get(kind.meaning.key) for kind in alike)
    return {name for name in names if name is not None}


def _of_one_name(kind: Kind, places: Sequence[Place], catalogue: Catalogue) -> list[Kind]:
    """A kind, or what else its name of one syllable may be."""
    other = _NAMESAKES[kind.meaning.language].get(kind.meaning.key)
    if other is None or kind.length > 1:
        return [kind]
    both = [kind, replace(kind, meaning=replace(kind.meaning, key=other))]
    made = [each for each in both if catalogue.products_at(places, kinds=(each.meaning.key,))]
    return made or both
