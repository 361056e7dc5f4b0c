"""Which kinds of product a name states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts import Kind, Product
from knowledge.search.words import WordTable
from knowledge.text.tokens import tokenise
from knowledge.understanding.lexicon import Word
from knowledge.understanding.phrases import PhraseTree, longest_first
from knowledge.understanding.vocabularies import KindReading, kind_tree


def with_kinds(products: Sequence[Product], kinds: Sequence[Kind]) -> tuple[Product, ...]:
    """The products with :attr:`Product.kinds` told from their names, in both languages.

    The longest phrases win, marks count: "bánh phở" is no phở, "bơ" no bò. Vietnamese names come
    first: an English translation may name another thing.
    """
    table = WordTable()
    tree = kind_tree(table, kinds)
    return tuple(replace(product, kinds=_kinds_of(product, tree, table)) for product in products)


def _kinds_of(product: Product, tree: PhraseTree[KindReading], table: WordTable) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in (product.name_vi, product.name_en):
        if not name:
            continue
        spans = longest_first(tree.find(_as_written(name, table), writes_marks=True, slips=False))
        # A Vietnamese name begins with what it names: "cá bò da rim mật ong" is first of all fish
        for span in sorted(spans, key=lambda span: (span.start > 0, -span.length, span.start)):
            # A single syllable inside a name is more often part of a brand: Lê Gia is no pear
            if span.length > 1 or span.start == 0 or span.meaning.language == "en":
                found[span.meaning.key] = None
    return tuple(found)


def _as_written(name: str, table: WordTable) -> list[Word]:
    """The words of a name, which is printed: nothing in it is a short form or a slip."""
    words: list[Word] = []
    for place, token in enumerate(tokenise(name)):
        number = table.ids.get(token.marks.folded)
        readings = () if number is None else ((number, 1.0),)
        words.append(Word(token.text, token.marks, readings, place, "typed", token.follows_break))
    return words
