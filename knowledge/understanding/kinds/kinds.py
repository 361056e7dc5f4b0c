"""Which kinds of product a name states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from knowledge.facts import Category, Kind, Product
from knowledge.search.words import WordTable
from knowledge.text.tokens import tokenise, words_as_written
from knowledge.understanding.vocabulary.phrases import PhraseSpan, PhraseTree, longest_first
from knowledge.understanding.vocabulary.vocabularies import KindReading, kind_tree
from knowledge.understanding.words.lexicon import Word

_LEADING_AWAY = frozenset(("with", "in", "from", "for", "on", "of"))
"""English words behind which no name says what it is: "lemons in honey" are lemons."""

_EATEN = frozenset((Category.FOOD, Category.BEVERAGE, Category.HERBAL))
_NOT_EATEN = frozenset((Category.HANDICRAFT, Category.ORNAMENTAL, Category.TOURISM))

_TASTES = frozenset(("mat-ong",))
"""Kinds that things are made or called with that are none: "tỏi ngâm mật ong", "honey" coffee."""
_BAGGED = " túi lọc"
"""What may stand between the words of a kind: "trà túi lọc khổ qua" is "trà khổ qua"."""

Span = PhraseSpan[KindReading]


def with_kinds(products: Sequence[Product], kinds: Sequence[Kind]) -> tuple[Product, ...]:
    """The products with :attr:`Product.kinds` told from their names, in both languages.

    The longest phrases win, marks count: "bánh phở" is no phở, "bơ" no bò. Vietnamese names come
    first: an English translation may name another thing.
    """
    table = WordTable()
    tree = kind_tree(table, kinds)
    groups = {kind.key: kind.category for kind in kinds}
    return tuple(
        replace(product, kinds=_without_pictures(_kinds_of(product, tree, table), product, groups))
        for product in products
    )


def _without_pictures(
    kinds: tuple[str, ...], product: Product, groups: Mapping[str, Category | None]
) -> tuple[str, ...]:
    """The kinds of what is made for use or a visit without the food that it shows or that is had
    there: a carved jackfruit is no fruit, a tea museum no tea."""
    if product.category not in _NOT_EATEN:
        return kinds
    fitting = tuple(kind for kind in kinds if groups[kind] not in _EATEN)
    return fitting or kinds


def _kinds_of(product: Product, tree: PhraseTree[KindReading], table: WordTable) -> tuple[str, ...]:
    found: dict[str, None] = {}
    if product.name_vi:
        if _BAGGED in product.name_vi:
            unbagged = product.name_vi.replace(_BAGGED, "")
            found |= dict.fromkeys(_of_a_vietnamese_name(unbagged, tree, table))
        found |= dict.fromkeys(_of_a_vietnamese_name(product.name_vi, tree, table))
    if product.name_en:
        # What a Vietnamese syllable in it may be, the Vietnamese name tells better
        shortest = 2 if product.name_vi else 1
        found |= dict.fromkeys(_of_an_english_name(product.name_en, tree, table, shortest))
    first = next(iter(found), None)
    return tuple(kind for kind in found if kind == first or kind not in _TASTES)


def _of_a_vietnamese_name(
    name: str, tree: PhraseTree[KindReading], table: WordTable
) -> Iterable[str]:
    """The kinds that a Vietnamese name states: it begins with what it names, "cá bò da rim mật ong"
    is first of all fish."""
    written = words_as_written(name)
    for span in sorted(
        _spans(name, tree, table), key=lambda span: (span.start > 0, -span.length, span.start)
    ):
        if span.meaning.language == "en" or span.start == 0:
            # "Trung du trà" holds no eggs
            if span.length > 1 or not span.penalty:
                yield span.meaning.key
        # A single syllable inside a name is more often part of a brand: Lê Gia is no pear
        elif span.length > 1 and not _is_a_brand(written, span.start, span.end):
            yield span.meaning.key


def _of_an_english_name(
    name: str, tree: PhraseTree[KindReading], table: WordTable, shortest: int
) -> Iterable[str]:
    """The kinds that an English name states: it ends with what it names, "garlic butter squid" is
    first of all squid.

    Vietnamese words in it are brands where they begin with capitals, without marks as often as not:
    "Trong Tuan honey", "Dao Village honey". ``shortest`` is how many words they need.
    """
    written = words_as_written(name)
    away = next((at for at, word in enumerate(written) if word in _LEADING_AWAY), len(written))
    for span in sorted(
        _spans(name, tree, table), key=lambda span: (span.start > away, -span.end, span.start)
    ):
        if span.meaning.language == "en" or (
            span.length >= shortest and not span.penalty and written[span.end - 1][0].islower()
        ):
            yield span.meaning.key


def _spans(name: str, tree: PhraseTree[KindReading], table: WordTable) -> list[Span]:
    return longest_first(tree.find(_as_written(name, table), writes_marks=True, slips=False))


def _is_a_brand(words: Sequence[str], start: int, end: int) -> bool:
    """Whether all words of a phrase begin with capitals, behind one that does not: "Chả chiên Kim
    Ngân" is by Kim Ngân, "Trà Kim ngân hoa" is honeysuckle tea."""
    return all(word[0].isupper() for word in words[start:end]) and any(
        word[0].islower() for word in words[1:start]
    )


def _as_written(name: str, table: WordTable) -> list[Word]:
    """The words of a name, which is printed: nothing in it is a short form or a slip."""
    words: list[Word] = []
    for place, token in enumerate(tokenise(name)):
        number = table.ids.get(token.marks.folded)
        readings = () if number is None else ((number, 1.0),)
        words.append(Word(token.text, token.marks, readings, place, "typed", token.follows_break))
    return words
